//! Delivery methods for tests.

use customers::accounts::{Permit, may};
use kit::money::Currency;

use super::{Kind, Method, Tier};
use crate::Ctx;
use crate::catalogue::TaxClass;

/// To Poland alone: 12.99 zł, free from 200 zł.
pub fn courier() -> Method {
    Method {
        code: "courier".into(),
        title: "Courier".into(),
        titles: Default::default(),
        kind: Kind::Address,
        countries: vec!["PL".into()],
        currency: Currency::PLN,
        tiers: vec![Tier { amount_min: 0, weight_max_g: None, cost: 12_99 }],
        free_from: Some(20_000),
        tax_class: TaxClass::Standard,
        position: 0,
        is_active: true,
        starts_at: None,
        ends_at: None,
    }
}

/// By tomorrow: 24.99 zł, whatever is bought.
pub fn express() -> Method {
    Method {
        code: "express".into(),
        title: "Express courier".into(),
        tiers: vec![Tier { amount_min: 0, weight_max_g: None, cost: 24_99 }],
        free_from: None,
        position: 1,
        ..courier()
    }
}

/// Fetched in a store, for nothing.
pub fn collection() -> Method {
    Method {
        code: "collection".into(),
        title: "Collect in a store".into(),
        kind: Kind::Collect,
        countries: Vec::new(),
        tiers: vec![Tier { amount_min: 0, weight_max_g: None, cost: 0 }],
        free_from: None,
        position: 2,
        ..courier()
    }
}

pub async fn offers(ctx: &Ctx, methods: &[Method]) {
    let permit = Permit::<may::SetPrices>::console();
    for method in methods {
        super::save(ctx, &permit, method).await.expect("it is kept");
    }
}
