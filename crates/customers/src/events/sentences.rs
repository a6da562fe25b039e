//! What happened, in words: “Put 2 × Espresso cups in the cart” in place of JSON.
//!
//! Pure: an event goes in, a [`Sentence`] comes out, and the page says it in the reader's language
//! (`locales/*.ftl`, keys `event-…`). A variable that the event leaves open is the text [`NONE`], and the
//! catalogue has a variant for that.
//!
//! Kept here: text of strangers is cut and cleaned; an id is shown only where it is short enough for
//! people (an order number) and there is no name; addresses of third persons are not shown.

#[cfg(test)]
mod tests;
mod words;

use kit::i18n::{Arg, Sentence};
use kit::money::{Currency, Money};

use super::EventType;
use super::commerce::fields::Fields;
use super::commerce::{self, Commerce, Product, ShopEvent};
use words::{clean, details, path_of, short_id};

/// What fills a variable that the event says nothing about.
const NONE: &str = "none";

const NAME_CHARS_MAX: usize = 60;
const QUOTE_CHARS_MAX: usize = 120;
const FILTERS_MAX: usize = 3;

/// The sentence of an event.
///
/// `name` is the event of a track call, the name of a page or screen, the user id of identify, the id of a
/// group; empty where there is none. `properties` is a JSON object as text (of identify and group the
/// traits); `default_currency` is that of amounts which name none.
pub fn sentence(
    kind: EventType,
    name: &str,
    properties: &str,
    default_currency: Option<Currency>,
) -> Sentence {
    match kind {
        EventType::Track => match commerce::parse(name, properties, default_currency) {
            Some(event) => of_shop(&event),
            None => of_other(name, &Fields::read(properties)),
        },
        EventType::Identify => of_identify(name, &Fields::read(properties)),
        EventType::Page => of_page(name, &Fields::read(properties)),
        EventType::Screen => say("event-screen", [("screen", text(Some(name)))]),
        EventType::Group => {
            let traits = Fields::read(properties);
            let group = traits.text(&["name", "company"]).map(|name| clean(&name, NAME_CHARS_MAX));
            let group = group.or_else(|| short_id(name));
            say("event-group", [("group", or_none(group))])
        }
        EventType::Alias => say("event-alias", []),
    }
}

/// The icon beside the sentence: `cart`, `eye`, `bag`, `chat`, `phone`, `store`, `mail`, `return`, `user`, `search`,
/// `heart`, `star`, `tag`, or `dot` for what we do not know.
pub fn icon(kind: EventType, name: &str) -> &'static str {
    match kind {
        EventType::Track => ShopEvent::find(name).map_or("dot", ShopEvent::icon),
        EventType::Page | EventType::Screen => "eye",
        EventType::Identify | EventType::Group | EventType::Alias => "user",
    }
}

fn of_shop(event: &Commerce<'_>) -> Sentence {
    use ShopEvent::*;
    let key = event.event.sentence_key();
    match event.event {
        ProductsSearched => say(key, [("query", text(event.query().as_deref()))]),
        ProductListViewed => say(key, [list(event)]),
        ProductListFiltered => say(key, [list(event), filters(event)]),
        PromotionViewed | PromotionClicked => say(key, [promotion(event)]),
        ProductClicked | ProductRemoved | WishlistProductAddedToCart => of_product(key, event, []),
        ProductViewed | ProductAdded => of_product(key, event, [amount(event.value())]),
        ProductAddedToWishlist | ProductRemovedFromWishlist => {
            of_product(key, event, [wishlist(event)])
        }
        ProductShared => of_product(key, event, [via(event)]),
        CartShared => say(key, [via(event)]),
        ProductReviewed => of_product(key, event, [rating(event), review(event)]),
        OrderCompleted if event.is_in_store() => of_order("event-order-bought", event),
        CartViewed | CheckoutStarted | OrderUpdated | OrderCompleted | OrderCancelled
        | OrderRefunded => of_order(key, event),
        OrderShipped => say(key, [order(event), method(event)]),
        ReceiptIssued => of_receipt(key, event),
        ReturnStarted => of_return(key, event),
        ReturnAsked | ReturnReceived | ReturnExchanged | ReturnRefused => {
            let place = ("store", text(event.place().as_deref()));
            of_product(key, event, [order(event), place])
        }
        CheckoutStepViewed | CheckoutStepCompleted => say(key, [step(event), method(event)]),
        PaymentInfoEntered => say(key, [method(event)]),
        CouponEntered | CouponApplied | CouponDenied | CouponRemoved => of_coupon(key, event),
        StoreVisited | LoyaltyCardScanned | LoyaltyCardIssued => say(key, [store(event)]),
        QrCodeScanned => say(key, [("place", text(event.printed_on().as_deref()))]),
        EmailDelivered | EmailOpened | EmailClicked | SmsDelivered | SmsLinkClicked => {
            say(key, [subject(event)])
        }
        MessageReceived | MessageSent | ContactFormSubmitted | PushNotificationTapped => {
            say(key, [message(event)])
        }
        CallStarted => say(key, [("direction", text(event.direction().as_deref()))]),
        CallEnded => of_call_ended(key, event),
        SurveyAnswered => say(key, [score(event), comment(event)]),
        NewsletterSubscribed => say(key, [("newsletter", text(event.newsletter().as_deref()))]),
        ConsentGiven | ConsentWithdrawn => say(key, [purpose(event), via(event)]),
        ApplicationOpened | Unsubscribed | SignedUp | SignedIn | SignedOut | IdentityAdded
        | IdentityProven | CustomerMet => say(key, []),
    }
}

type Variable = (&'static str, Arg);

fn say(key: &'static str, args: impl IntoIterator<Item = Variable>) -> Sentence {
    Sentence { key, args: args.into_iter().collect() }
}

/// One product by name, “+2” where there are more.
fn of_product(
    key: &'static str,
    event: &Commerce<'_>,
    others: impl IntoIterator<Item = Variable>,
) -> Sentence {
    let products = event.products();
    let pieces = match products.as_slice() {
        [Product { quantity: Some(pieces @ 2..), .. }] => format!("{pieces} × "),
        _ => String::new(),
    };
    let product = match products.as_slice() {
        [] => Arg::Key("event-a-product"),
        [first, more @ ..] => match product_name(first) {
            None => Arg::Key("event-a-product"),
            Some(name) if more.is_empty() => Arg::Text(name),
            Some(name) => Arg::Text(format!("{name} +{}", more.len())),
        },
    };
    let own = [("pieces", Arg::Text(pieces)), ("product", product)];
    say(key, own.into_iter().chain(others))
}

/// Name and variant, else the shop's number for it if a person could use that.
fn product_name(product: &Product<'_>) -> Option<String> {
    let Some(name) = &product.name else {
        let ids = [&product.sku, &product.product_id];
        return ids.into_iter().flatten().find_map(|id| short_id(id));
    };
    let variant = product.variant.as_deref().filter(|variant| !name.contains(variant));
    Some(match variant {
        Some(variant) => clean(&format!("{name}, {variant}"), NAME_CHARS_MAX),
        None => clean(name, NAME_CHARS_MAX),
    })
}

/// How many pieces (0: not known), for how much, under which number.
fn of_order(key: &'static str, event: &Commerce<'_>) -> Sentence {
    say(key, [count(event), amount(event.value()), order(event)])
}

fn of_receipt(key: &'static str, event: &Commerce<'_>) -> Sentence {
    let number = event.receipt_number().or_else(|| event.order_id());
    let receipt = ("receipt", or_none(number.and_then(|number| short_id(&number))));
    say(key, [receipt, count(event), amount(event.value()), store(event)])
}

fn of_return(key: &'static str, event: &Commerce<'_>) -> Sentence {
    let others = [order(event), store(event)];
    if event.products().is_empty() {
        return say(key, others);
    }
    of_product("event-return-of-product", event, others)
}

fn of_coupon(key: &'static str, event: &Commerce<'_>) -> Sentence {
    let coupon = event.coupon().or_else(|| event.coupon_id());
    let coupon = ("coupon", or_none(coupon.and_then(|coupon| short_id(&coupon))));
    say(key, [coupon, amount(event.discount()), ("reason", text(event.reason().as_deref()))])
}

/// How long they talked, and with whom; or that nobody did.
fn of_call_ended(key: &'static str, event: &Commerce<'_>) -> Sentence {
    let direction = ("direction", text(event.direction().as_deref()));
    match (event.outcome().as_deref(), event.duration_seconds()) {
        (Some("missed"), _) => {
            let rang = Arg::Int(event.rang_seconds().unwrap_or(0).max(0));
            say("event-call-missed", [direction, ("rang", rang)])
        }
        (Some("voicemail"), _) => say("event-call-voicemail", []),
        (_, None) => say(key, []),
        (_, Some(seconds)) => {
            let (minutes, seconds) = (seconds.max(0) / 60, seconds.max(0) % 60);
            let agent = ("agent", text(event.answered_by().as_deref()));
            let talked = [("minutes", Arg::Int(minutes)), ("seconds", Arg::Int(seconds))];
            say("event-call-lasted", [direction, agent].into_iter().chain(talked))
        }
    }
}

fn of_page(name: &str, properties: &Fields<'_>) -> Sentence {
    let title = Some(name.trim()).filter(|name| !name.is_empty()).map(str::to_owned);
    let title = title.or_else(|| Some(properties.text(&["name", "title"])?.into_owned()));
    let path = || properties.text(&["path", "url"]).map(|url| path_of(&url).to_owned());
    match title.or_else(path).as_deref() {
        Some("/") => say("event-page-home", []),
        page => say("event-page", [("page", text(page))]),
    }
}

/// The traits whose names we can say, in the order in which they matter to the staff.
const TRAITS: [(&str, &[&str]); 9] = [
    ("event-trait-name", &["name", "firstName", "first_name", "lastName", "last_name"]),
    ("event-trait-email", &["email"]),
    ("event-trait-phone", &["phone"]),
    ("event-trait-address", &["address"]),
    ("event-trait-birthday", &["birthday"]),
    ("event-trait-card", &["loyalty_card", "loyaltyCard"]),
    ("event-trait-company", &["company"]),
    ("event-trait-language", &["language", "locale"]),
    ("event-trait-gender", &["gender"]),
];

/// Who has a user id has signed in; what else they told is named, not shown: it stands beside the timeline.
fn of_identify(user_id: &str, traits: &Fields<'_>) -> Sentence {
    let is_told = |names: &[&str]| traits.json(names).is_some();
    let mut told = TRAITS.iter().filter(|(_, names)| is_told(names)).map(|(key, _)| Arg::Key(key));
    let mut next = || told.next().unwrap_or_else(|| text(None));
    let args = [("first", next()), ("second", next()), ("third", next())];
    let nothing_told = args[0].1 == text(None);
    match (user_id.is_empty(), nothing_told) {
        (true, true) => say("event-identify", []),
        (true, false) => say("event-identify-told", args),
        (false, true) => say("event-identify-signed-in", []),
        (false, false) => say("event-identify-signed-in-and-told", args),
    }
}

/// An event of the merchant's own: its name, and what is short enough of its properties.
fn of_other(name: &str, properties: &Fields<'_>) -> Sentence {
    say("event-other", [("name", text(Some(name))), ("details", or_none(details(properties)))])
}

fn text(value: Option<&str>) -> Arg {
    or_none(value.map(|value| clean(value, NAME_CHARS_MAX)))
}

fn or_none(value: Option<String>) -> Arg {
    Arg::Text(value.filter(|value| !value.is_empty()).unwrap_or_else(|| NONE.to_owned()))
}

fn amount(money: Option<Money>) -> Variable {
    ("amount", money.map_or_else(|| text(None), Arg::Money))
}

fn count(event: &Commerce<'_>) -> Variable {
    let products = event.products();
    let pieces = products.iter().map(|product| product.quantity.unwrap_or(1));
    ("count", Arg::Int(pieces.fold(0, i64::saturating_add)))
}

fn order(event: &Commerce<'_>) -> Variable {
    ("order", or_none(event.order_id().and_then(|id| short_id(&id))))
}

fn store(event: &Commerce<'_>) -> Variable {
    ("store", text(event.affiliation().as_deref()))
}

fn filters(event: &Commerce<'_>) -> Variable {
    ("filters", text(Some(&event.filters(FILTERS_MAX).join(", "))))
}

fn rating(event: &Commerce<'_>) -> Variable {
    ("rating", text(event.rating().as_deref()))
}

fn review(event: &Commerce<'_>) -> Variable {
    ("review", or_none(event.review_body().map(|body| clean(&body, QUOTE_CHARS_MAX))))
}

fn score(event: &Commerce<'_>) -> Variable {
    ("score", text(event.score().as_deref()))
}

fn comment(event: &Commerce<'_>) -> Variable {
    ("comment", or_none(event.comment().map(|comment| clean(&comment, QUOTE_CHARS_MAX))))
}

fn step(event: &Commerce<'_>) -> Variable {
    ("step", or_none(event.step().map(|step| step.to_string())))
}

/// How it was paid or sent. The catalogues have words for the usual codes (`cash_on_delivery`).
fn method(event: &Commerce<'_>) -> Variable {
    let method = event.shipping_method().or_else(|| event.payment_method());
    ("method", text(method.as_deref()))
}

fn purpose(event: &Commerce<'_>) -> Variable {
    ("purpose", text(event.purpose().as_deref()))
}

fn list(event: &Commerce<'_>) -> Variable {
    let list = event.category().map(|name| clean(&name, NAME_CHARS_MAX));
    ("list", or_none(list.or_else(|| short_id(&event.list_id()?))))
}

fn promotion(event: &Commerce<'_>) -> Variable {
    let name = event.promotion_name().map(|name| clean(&name, NAME_CHARS_MAX));
    ("promotion", or_none(name.or_else(|| short_id(&event.promotion_id()?))))
}

fn wishlist(event: &Commerce<'_>) -> Variable {
    ("wishlist", text(event.wishlist_name().as_deref()))
}

fn via(event: &Commerce<'_>) -> Variable {
    ("via", text(event.via().as_deref()))
}

fn subject(event: &Commerce<'_>) -> Variable {
    ("subject", text(event.subject().as_deref()))
}

fn message(event: &Commerce<'_>) -> Variable {
    let words = event.message().or_else(|| event.subject());
    ("message", or_none(words.map(|words| clean(&words, QUOTE_CHARS_MAX))))
}
