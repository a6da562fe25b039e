//! Goods, promotions of every kind and baskets, at random.

use commerce::catalogue::testing::product;
use commerce::catalogue::{CategoryId, TaxClass, VariantId, Wanted, WantedVariant};
use commerce::prices::testing::retail;
use commerce::prices::{Buyer, ListFields, NewPrice};
use commerce::promotions::coupons::{self, Codes, Limits};
use commerce::promotions::rule::{Beside, Gives, Goods as RuleGoods, Needs, Part};
use commerce::promotions::{
    Asked, AskedLine, Budget, Promotion, PromotionId, Quote, Rule, Way, quote,
};
use commerce::shipping::testing::{courier, express, offers};
use commerce::shipping::{Kind, Method, Tier, Wish};
use commerce::stock::testing::{has, place};
use commerce::testing::Market;
use customers::accounts::{Permit, may};
use kit::money::Currency;

const GOODS: usize = 24;
const PROMOTIONS: usize = 30;
/// Its promotions open with these.
const CODES: [&str; 3] = ["LATO2026", "WITAJ", "KLUB-10"];

/// splitmix64 (Steele and others, 2014).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }

    fn between(&mut self, from: i64, to: i64) -> i64 {
        from + self.below((to - from) as usize) as i64
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

#[derive(Debug)]
pub struct Goods {
    pub all: Vec<(String, VariantId)>,
    pub categories: Vec<CategoryId>,
}

impl Goods {
    /// In categories of a tree, with all rates of tax, prices for everybody, for the trade and for many; and plenty of each.
    pub async fn stocked(market: &Market, dice: &mut Dice) -> Goods {
        let place = place(market, "WLOD Łódź PL").await;
        let (mut all, mut categories, mut prices, mut trade) =
            (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for n in 0..GOODS {
            let sku = format!("SKU-{n:02}");
            let wanted = Wanted {
                title: Some(format!("Thing {n}")),
                category: Some(["Kitchen > Mugs", "Kitchen > Pots", "Books"][n % 3].into()),
                tax_class: Some(TaxClass::ALL[dice.below(TaxClass::ALL.len())]),
                variants: vec![WantedVariant {
                    sku: sku.clone(),
                    weight_g: (n % 4 > 0).then_some(150 * n as i64),
                    ..WantedVariant::default()
                }],
                ..Wanted::default()
            };
            let made = product(market, &wanted).await;
            let variant = made.variants[0].id;
            categories.extend(made.category_id);
            let amount = dice.between(1, 30_000);
            prices.push(NewPrice { variant, quantity_min: 1, amount: Some(amount) });
            if dice.one_in(3) {
                let many = Some(amount * 9 / 10);
                prices.push(NewPrice { variant, quantity_min: 3, amount: many });
            }
            if dice.one_in(2) {
                trade.push(NewPrice { variant, quantity_min: 1, amount: Some(amount * 4 / 5) });
            }
            has(market, variant, place, 100_000).await;
            all.push((sku, variant));
        }
        categories.sort_unstable();
        categories.dedup();
        let permit = Permit::<may::SetPrices>::console();
        let for_trade =
            ListFields { code: "trade".into(), group: Some("trade".into()), ..retail() };
        for (list, prices) in [(retail(), prices), (for_trade, trade)] {
            commerce::prices::put(&market.ctx, &permit, &list, &prices, "test")
                .await
                .expect("it is kept");
        }
        Goods { all, categories }
    }
}

fn some_goods(dice: &mut Dice, goods: &Goods) -> RuleGoods {
    let variants = match dice.below(3) {
        0 => (0..dice.between(1, 6)).map(|_| goods.all[dice.below(GOODS)].1).collect(),
        _ => Vec::new(),
    };
    let categories = match dice.below(3) {
        0 => vec![goods.categories[dice.below(goods.categories.len())]],
        _ => Vec::new(),
    };
    let except = if dice.one_in(4) { vec![goods.all[dice.below(GOODS)].1] } else { Vec::new() };
    RuleGoods {
        variants: variants.into(),
        categories: categories.into(),
        except: except.into(),
        ..RuleGoods::default()
    }
}

fn gives(dice: &mut Dice, goods: &Goods, kind: usize) -> Gives {
    match kind % 7 {
        0 => Gives::Percentage { basis_points: dice.between(100, 4_000) },
        1 => Gives::Amount { amount: dice.between(1, 5_000) },
        2 => Gives::AmountEach { amount: dice.between(1, 500) },
        3 => Gives::FixedPrice { amount: dice.between(0, 5_000) },
        4 => {
            let (buy, get) = (dice.between(1, 4), dice.between(1, 3));
            Gives::BuyGet { buy, get, basis_points: dice.between(1_000, 10_001), sets_max: None }
        }
        5 => {
            let part = |dice: &mut Dice| Part {
                goods: some_goods(dice, goods),
                quantity: dice.between(1, 3),
            };
            let parts = vec![part(dice), part(dice)];
            Gives::Bundle { parts, amount: dice.between(0, 10_000) }
        }
        _ => Gives::FreeShipping { up_to: None },
    }
}

/// Of every kind; some with codes, for the trade, for first orders, in groups, alone.
pub async fn promotions(market: &Market, dice: &mut Dice, goods: &Goods) {
    let permit = Permit::<may::SetPrices>::console();
    for n in 0..PROMOTIONS {
        let code = CODES.get(n);
        let needs = Needs {
            currency: Some(Currency::PLN),
            amount_min: dice.one_in(3).then(|| dice.between(1, 60_000)),
            quantity_min: dice.one_in(5).then(|| dice.between(1, 6)),
            groups: if dice.one_in(6) { vec!["trade".into()] } else { Vec::new() },
            first_order: dice.one_in(6),
            coupon: code.is_some(),
            ..Needs::default()
        };
        let beside = match dice.below(6) {
            0 => Beside::BestOf("summer".into()),
            1 => Beside::BestOf("club".into()),
            2 => Beside::None,
            _ => Beside::Others,
        };
        let promotion = Promotion {
            id: PromotionId([n as u8 + 1; 16]),
            name: format!("Promotion {n}"),
            is_active: true,
            starts_at: None,
            ends_at: None,
            priority: dice.between(-2, 3),
            budget: Budget::default(),
            rule: Rule {
                gives: gives(dice, goods, n),
                goods: some_goods(dice, goods),
                needs,
                beside,
            },
        };
        commerce::promotions::save(&market.ctx, &permit, &promotion).await.expect("it is kept");
        if let Some(code) = code {
            let codes = Codes::Own((*code).to_string());
            let limits = Limits::default();
            coupons::make(&market.ctx, &permit, promotion.id, &codes, limits)
                .await
                .expect("it is kept");
        }
    }
}

/// What somebody wants to buy: (which of the goods, how many).
#[derive(Debug)]
pub struct Tried {
    pub lines: Vec<(usize, i64)>,
    pub coupons: Vec<&'static str>,
    /// How it goes; none: the cheapest way.
    pub method: Option<&'static str>,
}

/// A courier by amount and weight, free from 200 zł; and one that costs the same always.
pub async fn ways(market: &Market) {
    let tier = |amount_min, weight_max_g, cost| Tier { amount_min, weight_max_g, cost };
    let tiers =
        vec![tier(0, Some(2_000), 12_99), tier(0, None, 19_99), tier(12_000, Some(2_000), 7_77)];
    let courier = Method { tiers, ..courier() };
    offers(&market.ctx, &[courier, express()]).await;
}

impl Tried {
    /// Each of the goods once.
    pub fn random(dice: &mut Dice, goods: &Goods) -> Tried {
        let mut lines: Vec<(usize, i64)> = (0..dice.between(1, 9))
            .map(|_| (dice.below(goods.all.len()), dice.between(1, 6)))
            .collect();
        lines.sort_unstable();
        lines.dedup_by_key(|(which, _)| *which);
        let coupons = CODES.into_iter().filter(|_| dice.one_in(4)).collect();
        let method = [None, Some("courier"), Some("express")][dice.below(3)];
        Tried { lines, coupons, method }
    }

    /// What all doors should ask.
    pub async fn plain(&self, market: &Market, goods: &Goods, is_known: bool) -> Quote {
        let line = |(which, quantity): &(usize, i64)| AskedLine {
            variant: goods.all[*which].1,
            quantity: *quantity,
        };
        let buyer = Buyer { customer: None, group: None, country: "PL".into() };
        let asked = Asked {
            coupons: self.coupons.iter().map(|code| (*code).to_string()).collect(),
            is_first_order: is_known,
            way: Way::By(Wish::new(Kind::Address, self.method.map(str::to_owned))),
            ..Asked::new(self.lines.iter().map(line).collect(), buyer, Currency::PLN)
        };
        market.ctx.customers.db.read(|tx| quote(&market.ctx, tx, &asked)).await.expect("it is kept")
    }
}
