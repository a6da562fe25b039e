//! The names of what happens between a customer and a shop: one table of all that we understand.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// An event that we understand. The first 28 are those of the Segment e-commerce specification,
/// version 2; the others are named in the same style, some of them by Segment's mobile and e-mail specifications.
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
    LoyaltyCardIssued,
    QrCodeScanned,
    OrderShipped,
    ApplicationOpened,
    PushNotificationTapped,
    SmsDelivered,
    SmsLinkClicked,
    EmailDelivered,
    Unsubscribed,
    ContactFormSubmitted,
    ConsentGiven,
    ConsentWithdrawn,
    SignedUp,
    SignedIn,
    SignedOut,
    /// Something by which they are known was added, proven; somebody new was met.
    IdentityAdded,
    IdentityProven,
    CustomerMet,
    /// How our help was.
    SurveyAnswered,
    /// What becomes of a return, by its own steps; the money is [`OrderRefunded`].
    ReturnAsked,
    ReturnReceived,
    ReturnExchanged,
    ReturnRefused,
}

use ShopEvent::*;

/// One event: its name in the specification, the icon beside it on a timeline, the key of its sentence in the
/// catalogues, and the other names under which it comes (version 1 of the specification, Google Analytics 4).
/// Upper and lower case, blanks and underscores are all the same in a name.
struct Row(ShopEvent, &'static str, &'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const TABLE: [Row; 62] = [
    Row(ProductsSearched, "Products Searched", "search", "event-products-searched", &["search", "view_search_results"]),
    Row(ProductListViewed, "Product List Viewed", "eye", "event-list-viewed", &["Viewed Product Category", "view_item_list"]),
    Row(ProductListFiltered, "Product List Filtered", "search", "event-list-filtered", &[]),
    Row(PromotionViewed, "Promotion Viewed", "tag", "event-promotion-viewed", &["Viewed Promotion", "view_promotion"]),
    Row(PromotionClicked, "Promotion Clicked", "tag", "event-promotion-clicked", &["Clicked Promotion", "select_promotion"]),
    Row(ProductClicked, "Product Clicked", "eye", "event-product-clicked", &["Clicked Product", "select_item"]),
    Row(ProductViewed, "Product Viewed", "eye", "event-product-viewed", &["Viewed Product", "view_item"]),
    Row(ProductAdded, "Product Added", "cart", "event-product-added", &["Added Product", "add_to_cart"]),
    Row(ProductRemoved, "Product Removed", "cart", "event-product-removed", &["Removed Product", "remove_from_cart"]),
    Row(CartViewed, "Cart Viewed", "cart", "event-cart-viewed", &["Viewed Cart", "view_cart"]),
    Row(CheckoutStarted, "Checkout Started", "bag", "event-checkout-started", &["Started Order", "begin_checkout"]),
    Row(CheckoutStepViewed, "Checkout Step Viewed", "bag", "event-checkout-step-viewed", &["Viewed Checkout Step"]),
    Row(CheckoutStepCompleted, "Checkout Step Completed", "bag", "event-checkout-step-completed", &["Completed Checkout Step", "add_shipping_info"]),
    Row(PaymentInfoEntered, "Payment Info Entered", "bag", "event-payment-entered", &["add_payment_info"]),
    Row(OrderUpdated, "Order Updated", "bag", "event-order-updated", &["Updated Order"]),
    Row(OrderCompleted, "Order Completed", "bag", "event-order-completed", &["Completed Order", "purchase"]),
    Row(OrderRefunded, "Order Refunded", "return", "event-order-refunded", &["Refunded Order", "refund"]),
    Row(OrderCancelled, "Order Cancelled", "return", "event-order-cancelled", &["Cancelled Order", "Order Canceled"]),
    Row(CouponEntered, "Coupon Entered", "tag", "event-coupon-entered", &[]),
    Row(CouponApplied, "Coupon Applied", "tag", "event-coupon-applied", &[]),
    Row(CouponDenied, "Coupon Denied", "tag", "event-coupon-denied", &[]),
    Row(CouponRemoved, "Coupon Removed", "tag", "event-coupon-removed", &[]),
    Row(ProductAddedToWishlist, "Product Added to Wishlist", "heart", "event-wishlist-added", &["add_to_wishlist"]),
    Row(ProductRemovedFromWishlist, "Product Removed from Wishlist", "heart", "event-wishlist-removed", &[]),
    Row(WishlistProductAddedToCart, "Wishlist Product Added to Cart", "cart", "event-wishlist-to-cart", &[]),
    Row(ProductShared, "Product Shared", "chat", "event-product-shared", &["Shared Product"]),
    Row(CartShared, "Cart Shared", "chat", "event-cart-shared", &["Shared Cart"]),
    Row(ProductReviewed, "Product Reviewed", "star", "event-product-reviewed", &["Reviewed Product"]),
    Row(StoreVisited, "Store Visited", "store", "event-store-visited", &[]),
    Row(ReceiptIssued, "Receipt Issued", "store", "event-receipt-issued", &[]),
    Row(ReturnStarted, "Return Started", "return", "event-return-started", &[]),
    Row(LoyaltyCardScanned, "Loyalty Card Scanned", "store", "event-card-scanned", &[]),
    Row(EmailOpened, "Email Opened", "mail", "event-email-opened", &[]),
    Row(EmailClicked, "Email Clicked", "mail", "event-email-clicked", &["Email Link Clicked"]),
    Row(MessageReceived, "Message Received", "chat", "event-message-received", &[]),
    Row(MessageSent, "Message Sent", "chat", "event-message-sent", &[]),
    Row(CallStarted, "Call Started", "phone", "event-call-started", &[]),
    Row(CallEnded, "Call Ended", "phone", "event-call-ended", &[]),
    Row(NewsletterSubscribed, "Newsletter Subscribed", "mail", "event-newsletter", &[]),
    Row(LoyaltyCardIssued, "Loyalty Card Issued", "store", "event-card-issued", &[]),
    Row(QrCodeScanned, "QR Code Scanned", "tag", "event-qr-scanned", &[]),
    Row(OrderShipped, "Order Shipped", "bag", "event-order-shipped", &["Order Fulfilled"]),
    Row(ApplicationOpened, "Application Opened", "eye", "event-app-opened", &["app_open"]),
    Row(PushNotificationTapped, "Push Notification Tapped", "chat", "event-push-tapped", &["Push Notification Opened"]),
    Row(SmsDelivered, "SMS Delivered", "chat", "event-sms-delivered", &[]),
    Row(SmsLinkClicked, "SMS Link Clicked", "chat", "event-sms-clicked", &[]),
    Row(EmailDelivered, "Email Delivered", "mail", "event-email-delivered", &[]),
    Row(Unsubscribed, "Unsubscribed", "mail", "event-unsubscribed", &["Newsletter Unsubscribed"]),
    Row(ContactFormSubmitted, "Contact Form Submitted", "chat", "event-form-submitted", &[]),
    Row(ConsentGiven, "Consent Given", "user", "event-consent-given", &[]),
    Row(ConsentWithdrawn, "Consent Withdrawn", "user", "event-consent-withdrawn", &[]),
    Row(SignedUp, "Signed Up", "user", "event-signed-up", &["sign_up"]),
    Row(SignedIn, "Signed In", "user", "event-signed-in", &["login", "Logged In"]),
    Row(SignedOut, "Signed Out", "user", "event-signed-out", &["logout", "Logged Out"]),
    Row(IdentityAdded, "Identity Added", "user", "event-identity-added", &[]),
    Row(IdentityProven, "Identity Proven", "user", "event-identity-proven", &[]),
    Row(CustomerMet, "Customer Met", "user", "event-customer-met", &[]),
    Row(SurveyAnswered, "Survey Answered", "star", "event-survey-answered", &[]),
    Row(ReturnAsked, "Return Asked", "return", "event-return-asked", &[]),
    Row(ReturnReceived, "Return Received", "return", "event-return-received", &[]),
    Row(ReturnExchanged, "Return Exchanged", "return", "event-return-exchanged", &[]),
    Row(ReturnRefused, "Return Refused", "return", "event-return-refused", &[]),
];

/// Longer names than the longest of ours need not be looked for.
const NAME_BYTES_MAX: usize = 40;

static BY_NAME: LazyLock<FxHashMap<Box<[u8]>, ShopEvent>> = LazyLock::new(|| {
    let names = TABLE.iter().flat_map(|Row(event, name, _, _, others)| {
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
        let Row(_, _, icon, ..) = TABLE[self as usize];
        icon
    }

    /// What the catalogues call its sentence: `event-order-completed`.
    pub fn sentence_key(self) -> &'static str {
        let Row(_, _, _, key, _) = TABLE[self as usize];
        key
    }
}
