//! The names of what happens between a customer and a shop: one table of all that we understand.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// An event that we understand. The first 28 are those of the Segment e-commerce specification, version 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ShopEvent {
    ProductsSearched,
    ProductListViewed,
    ProductListFiltered,
    PromotionViewed,
    PromotionClicked,
    ProductClicked,
    ProductViewed,
    ProductAdded,
    ProductRemoved,
    CartViewed,
    CheckoutStarted,
    CheckoutStepViewed,
    CheckoutStepCompleted,
    PaymentInfoEntered,
    OrderUpdated,
    OrderCompleted,
    OrderRefunded,
    OrderCancelled,
    CouponEntered,
    CouponApplied,
    CouponDenied,
    CouponRemoved,
    ProductAddedToWishlist,
    ProductRemovedFromWishlist,
    WishlistProductAddedToCart,
    ProductShared,
    CartShared,
    ProductReviewed,
    StoreVisited,
    ReceiptIssued,
    ReturnStarted,
    LoyaltyCardScanned,
    EmailOpened,
    EmailClicked,
    /// The customer wrote to us; …
    MessageReceived,
    /// … we wrote to the customer.
    MessageSent,
    CallStarted,
    CallEnded,
    NewsletterSubscribed,
}

use ShopEvent::*;

/// One event: its name in the specification, the icon beside it on a timeline, and the other names under which
/// it comes (version 1 of the specification, Google Analytics 4). Upper and lower case, blanks and
/// underscores are all the same in a name.
struct Row(ShopEvent, &'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const TABLE: [Row; 39] = [
    Row(ProductsSearched, "Products Searched", "search", &["search", "view_search_results"]),
    Row(ProductListViewed, "Product List Viewed", "eye", &["Viewed Product Category", "view_item_list"]),
    Row(ProductListFiltered, "Product List Filtered", "search", &[]),
    Row(PromotionViewed, "Promotion Viewed", "tag", &["Viewed Promotion", "view_promotion"]),
    Row(PromotionClicked, "Promotion Clicked", "tag", &["Clicked Promotion", "select_promotion"]),
    Row(ProductClicked, "Product Clicked", "eye", &["Clicked Product", "select_item"]),
    Row(ProductViewed, "Product Viewed", "eye", &["Viewed Product", "view_item"]),
    Row(ProductAdded, "Product Added", "cart", &["Added Product", "add_to_cart"]),
    Row(ProductRemoved, "Product Removed", "cart", &["Removed Product", "remove_from_cart"]),
    Row(CartViewed, "Cart Viewed", "cart", &["Viewed Cart", "view_cart"]),
    Row(CheckoutStarted, "Checkout Started", "bag", &["Started Order", "begin_checkout"]),
    Row(CheckoutStepViewed, "Checkout Step Viewed", "bag", &["Viewed Checkout Step"]),
    Row(CheckoutStepCompleted, "Checkout Step Completed", "bag", &["Completed Checkout Step", "add_shipping_info"]),
    Row(PaymentInfoEntered, "Payment Info Entered", "bag", &["add_payment_info"]),
    Row(OrderUpdated, "Order Updated", "bag", &["Updated Order"]),
    Row(OrderCompleted, "Order Completed", "bag", &["Completed Order", "purchase"]),
    Row(OrderRefunded, "Order Refunded", "return", &["Refunded Order", "refund"]),
    Row(OrderCancelled, "Order Cancelled", "return", &["Cancelled Order", "Order Canceled"]),
    Row(CouponEntered, "Coupon Entered", "tag", &[]),
    Row(CouponApplied, "Coupon Applied", "tag", &[]),
    Row(CouponDenied, "Coupon Denied", "tag", &[]),
    Row(CouponRemoved, "Coupon Removed", "tag", &[]),
    Row(ProductAddedToWishlist, "Product Added to Wishlist", "heart", &["add_to_wishlist"]),
    Row(ProductRemovedFromWishlist, "Product Removed from Wishlist", "heart", &[]),
    Row(WishlistProductAddedToCart, "Wishlist Product Added to Cart", "cart", &[]),
    Row(ProductShared, "Product Shared", "chat", &["Shared Product"]),
    Row(CartShared, "Cart Shared", "chat", &["Shared Cart"]),
    Row(ProductReviewed, "Product Reviewed", "star", &["Reviewed Product"]),
    Row(StoreVisited, "Store Visited", "store", &[]),
    Row(ReceiptIssued, "Receipt Issued", "store", &[]),
    Row(ReturnStarted, "Return Started", "return", &[]),
    Row(LoyaltyCardScanned, "Loyalty Card Scanned", "store", &[]),
    Row(EmailOpened, "Email Opened", "mail", &[]),
    Row(EmailClicked, "Email Clicked", "mail", &["Email Link Clicked"]),
    Row(MessageReceived, "Message Received", "chat", &[]),
    Row(MessageSent, "Message Sent", "chat", &[]),
    Row(CallStarted, "Call Started", "phone", &[]),
    Row(CallEnded, "Call Ended", "phone", &[]),
    Row(NewsletterSubscribed, "Newsletter Subscribed", "mail", &[]),
];

/// Longer names than the longest of ours need not be looked for.
const NAME_BYTES_MAX: usize = 40;

static BY_NAME: LazyLock<FxHashMap<Box<[u8]>, ShopEvent>> = LazyLock::new(|| {
    let names = TABLE.iter().flat_map(|Row(event, name, _, others)| {
        others.iter().chain([name]).map(|name| (name, *event))
    });
    names.map(|(name, event)| (name.bytes().map(plain).collect(), event)).collect()
});

fn plain(byte: u8) -> u8 {
    match byte {
        b'_' | b'-' => b' ',
        _ => byte.to_ascii_lowercase(),
    }
}

impl ShopEvent {
    pub const ALL: [ShopEvent; TABLE.len()] = {
        let mut all = [ProductsSearched; TABLE.len()];
        let mut i = 0;
        while i < all.len() {
            all[i] = TABLE[i].0;
            assert!(all[i] as usize == i, "the table has the order of the enum");
            i += 1;
        }
        all
    };

    /// The event of that name, by any of its names.
    pub fn find(name: &str) -> Option<ShopEvent> {
        let mut buffer = [0; NAME_BYTES_MAX];
        let buffer = buffer.get_mut(..name.len())?;
        for (to, byte) in buffer.iter_mut().zip(name.bytes()) {
            *to = plain(byte);
        }
        BY_NAME.get(&*buffer).copied()
    }

    /// The name in the specification: `Order Completed`.
    pub fn name(self) -> &'static str {
        let Row(_, name, ..) = TABLE[self as usize];
        name
    }

    /// The icon beside it on a timeline: `cart`, `eye`, `bag`, …
    pub fn icon(self) -> &'static str {
        let Row(_, _, icon, _) = TABLE[self as usize];
        icon
    }
}
