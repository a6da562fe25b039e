### What happened, in one line of the timeline. The customer is the subject and is named above it, so the sentence
### leaves them out. A variable that is not known has the value “none”.

## Parts of sentences

event-a-product = a product
event-part-price = { $amount ->
    [none] {""}
   *[other] {" "}· { $amount }
}
event-part-for = { $amount ->
    [none] {""}
   *[other] {" "}for { $amount }
}
event-part-discount = { $amount ->
    [none] {""}
   *[other] {" "}· −{ $amount }
}
event-part-items = { $count ->
    [0] {""}
    [one] : { $count } item
   *[other] : { $count } items
}
event-part-talked = { $minutes ->
    [0] { $seconds } s
    [one] { $minutes } min { $seconds } s
   *[other] { $minutes } min { $seconds } s
}
event-part-answered = { $agent ->
    [none] {""}
   *[other] {" "}· answered by { $agent }
}
event-part-agent = { $agent ->
    [none] {""}
   *[other] {" "}· { $agent }
}
event-part-rang = { $rang ->
    [0] {""}
    [one] {" "}· it rang for { $rang } second
   *[other] {" "}· it rang for { $rang } seconds
}
event-part-order = { $order ->
    [none] {""}
   *[other] {" "}(order { $order })
}
event-part-store = { $store ->
    [none] {""}
   *[other] {" "}· { $store }
}
event-part-method = { $method ->
    [none] {""}
    [card] {" "}· card
    [blik] {" "}· BLIK
    [bank_transfer] {" "}· bank transfer
    [cash] {" "}· cash
    [cash_on_delivery] {" "}· cash on delivery
    [parcel_locker] {" "}· parcel locker
    [courier] {" "}· courier
    [pickup] {" "}· collected in store
   *[other] {" "}· { $method }
}
event-part-via = { $via ->
    [none] {""}
    [email] {" "}· e-mail
    [sms] {" "}· SMS
    [push] {" "}· notifications in the app
    [phone] {" "}· telephone
    [post] {" "}· post
   *[other] {" "}· { $via }
}
event-part-purpose = { $purpose ->
    [none] {""}
    [marketing] : marketing
    [profiling] : profiling
    [analytics] : analytics
    [service] : service messages
   *[other] : { $purpose }
}
event-part-reason = { $reason ->
    [none] {""}
   *[other] {" "}· { $reason }
}
event-part-told = { $first }{ $second ->
    [none] {""}
   *[other] , { $second }
}{ $third ->
    [none] {""}
   *[other] , { $third }
}

## Looking around

event-page = { $page ->
    [none] Looked at a page
   *[other] Looked at the page ‘{ $page }’
}
event-page-home = Looked at the home page
event-screen = { $screen ->
    [none] Opened the app
   *[other] Opened ‘{ $screen }’ in the app
}
event-app-opened = Opened the app
event-products-searched = { $query ->
    [none] Searched the shop
   *[other] Searched for ‘{ $query }’
}
event-list-viewed = { $list ->
    [none] Browsed the products
   *[other] Browsed ‘{ $list }’
}
event-list-filtered = { $list ->
    [none] Narrowed down the products
   *[other] Narrowed down ‘{ $list }’
}{ $filters ->
    [none] {""}
   *[other] : { $filters }
}
event-promotion-viewed = { $promotion ->
    [none] Saw a promotion
   *[other] Saw the promotion ‘{ $promotion }’
}
event-promotion-clicked = { $promotion ->
    [none] Clicked on a promotion
   *[other] Clicked on the promotion ‘{ $promotion }’
}
event-product-clicked = Clicked on { $pieces }{ $product }
event-product-viewed = Viewed { $pieces }{ $product }{ event-part-price }

## Cart and wish list

event-product-added = Put { $pieces }{ $product } in the cart{ event-part-price }
event-product-removed = Took { $pieces }{ $product } out of the cart
event-cart-viewed = Looked at the cart{ event-part-items }{ event-part-price }
event-cart-shared = Shared the cart{ event-part-via }
event-wishlist-added = { $wishlist ->
    [none] Put { $pieces }{ $product } on the wish list
   *[other] Put { $pieces }{ $product } on the wish list ‘{ $wishlist }’
}
event-wishlist-removed = { $wishlist ->
    [none] Took { $pieces }{ $product } off the wish list
   *[other] Took { $pieces }{ $product } off the wish list ‘{ $wishlist }’
}
event-wishlist-to-cart = Moved { $pieces }{ $product } from the wish list to the cart
event-product-shared = Shared { $product }{ event-part-via }
event-product-reviewed = Reviewed { $product }{ $rating ->
    [none] {""}
   *[other] {" "}· ★ { $rating }
}{ $review ->
    [none] {""}
   *[other] : ‘{ $review }’
}

## Checkout and orders

event-checkout-started = Started the checkout{ event-part-items }{ event-part-price }{ event-part-order }
event-checkout-step-viewed = { $step ->
    [none] Went on with the checkout
   *[other] Reached step { $step } of the checkout
}{ event-part-method }
event-checkout-step-completed = { $step ->
    [none] Completed a step of the checkout
   *[other] Completed step { $step } of the checkout
}{ event-part-method }
event-payment-entered = Entered the payment details{ event-part-method }
event-order-completed = { $count ->
    [0] Placed an order
    [one] Ordered { $count } item
   *[other] Ordered { $count } items
}{ event-part-for }{ event-part-order }
event-order-updated = Changed the order{ event-part-items }{ event-part-price }{ event-part-order }
event-order-cancelled = Cancelled the order{ event-part-items }{ event-part-price }{ event-part-order }
event-order-refunded = { $amount ->
    [none] Got the money back
   *[other] Got { $amount } back
}{ event-part-order }
event-order-shipped = The parcel was sent{ event-part-order }{ event-part-method }
event-coupon-entered = { $coupon ->
    [none] Entered a coupon
   *[other] Entered the coupon ‘{ $coupon }’
}
event-coupon-applied = { $coupon ->
    [none] Used a coupon
   *[other] Used the coupon ‘{ $coupon }’
}{ event-part-discount }
event-coupon-denied = { $coupon ->
    [none] A coupon was not accepted
   *[other] The coupon ‘{ $coupon }’ was not accepted
}{ event-part-reason }
event-coupon-removed = { $coupon ->
    [none] Removed a coupon
   *[other] Removed the coupon ‘{ $coupon }’
}

## In the store

event-store-visited = Visited the store{ event-part-store }
event-order-bought = { $count ->
    [0] Made a purchase in the store
    [one] Bought { $count } item in the store
   *[other] Bought { $count } items in the store
}{ event-part-for }{ event-part-order }
event-receipt-issued = { $receipt ->
    [none] Got a receipt
   *[other] Got receipt { $receipt }
}{ event-part-items }{ event-part-price }{ event-part-store }
event-return-started = Started a return{ event-part-order }{ event-part-store }
event-return-of-product = Started a return: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-asked = Asked for a return: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-received = Return received: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-exchanged = Exchanged: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-refused = Return refused: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-card-scanned = Showed the loyalty card{ event-part-store }
event-card-issued = Got a loyalty card{ event-part-store }
event-qr-scanned = Scanned a QR code{ $place ->
    [none] {""}
   *[other] {" "}· { $place }
}

## E-mail, messages, telephone

event-email-delivered = { $subject ->
    [none] Received an e-mail
   *[other] Received the e-mail ‘{ $subject }’
}
event-email-opened = { $subject ->
    [none] Opened an e-mail
   *[other] Opened the e-mail ‘{ $subject }’
}
event-email-clicked = { $subject ->
    [none] Clicked a link in an e-mail
   *[other] Clicked a link in the e-mail ‘{ $subject }’
}
event-sms-delivered = { $subject ->
    [none] Received a text message
   *[other] Received the text message ‘{ $subject }’
}
event-sms-clicked = { $subject ->
    [none] Clicked a link in a text message
   *[other] Clicked a link in the text message ‘{ $subject }’
}
event-message-received = { $message ->
    [none] Wrote to us
   *[other] Wrote to us: ‘{ $message }’
}
event-message-sent = { $message ->
    [none] We wrote
   *[other] We wrote: ‘{ $message }’
}
event-form-submitted = { $message ->
    [none] Filled in the contact form
   *[other] Wrote by the contact form: ‘{ $message }’
}
event-push-tapped = { $message ->
    [none] Tapped a notification
   *[other] Tapped the notification ‘{ $message }’
}
event-call-started = { $direction ->
    [outbound] We called
   *[inbound] Called us
}
event-call-ended = The call ended
event-call-lasted = { $direction ->
    [outbound] We called · { event-part-talked }{ event-part-agent }
    [inbound] Called us · { event-part-talked }{ event-part-answered }
   *[none] A call · { event-part-talked }{ event-part-agent }
}
event-call-missed = { $direction ->
    [outbound] We called, nobody answered
   *[inbound] Called us, nobody answered
}{ event-part-rang }
event-call-voicemail = Called us, left a voice message
event-newsletter = { $newsletter ->
    [none] Signed up for the newsletter
   *[other] Signed up for the newsletter ‘{ $newsletter }’
}
event-unsubscribed = Unsubscribed from the newsletter

## Who they are

event-identify = Was recognised
event-identify-told = Told us: { event-part-told }
event-identify-signed-in = Signed in
event-identify-signed-in-and-told = Signed in and told us: { event-part-told }
event-signed-up = Opened an account
event-signed-in = Signed in
event-signed-out = Signed out
event-identity-added = A card or an address was added
event-identity-proven = Proved an address by a code
event-customer-met = Was met in the store
event-survey-answered = Rated our help{ $score ->
    [none] {""}
   *[other] {" "}{ $score } of 5
}{ $comment ->
    [none] {""}
   *[other] : ‘{ $comment }’
}
event-consent-given = Gave consent{ event-part-purpose }{ event-part-via }
event-consent-withdrawn = Withdrew consent{ event-part-purpose }{ event-part-via }
event-group = { $group ->
    [none] Joined a group
   *[other] Joined ‘{ $group }’
}
event-alias = Was recognised from an earlier visit
event-trait-name = name
event-trait-email = e-mail
event-trait-phone = telephone
event-trait-address = address
event-trait-birthday = birthday
event-trait-card = loyalty card
event-trait-company = company
event-trait-language = language
event-trait-gender = gender

## Anything else, by the name that the merchant gave it

event-other = { $name ->
    [none] Something happened
   *[other] { $name }
}{ $details ->
    [none] {""}
   *[other] {" "}({ $details })
}

### A person's own file: everything that the shop has recorded of them.

export-title = Your file
export-intro = Everything that the shop has recorded of you, as of { $at }.
export-nothing = Nothing.
export-record = Record
export-first-seen = First seen
export-last-seen = Last seen
export-restricted = Processing restricted since
export-objected = No advertising since
export-identities = What you are recognised by
export-claims = Said to be yours, and not confirmed
export-bounces = Addresses to which our letters do not get
export-traits = What is known of you
export-consents = What you allowed and refused
export-groups = Groups and households
export-dealings = Orders, returns and carts
export-edges = Why records were put together
export-timeline = What happened
export-when = When
export-where = Where
export-what = What
export-why = Why
export-value = Value
export-kind = Kind
export-sure = How sure
export-verified = confirmed
export-stated = as stated
export-shared = used by several people
export-purpose = Purpose
export-channel = By
export-state = Answer
export-wording = Wording shown
export-number = Number
export-amount = Amount
export-undone = Taken apart again
export-as-recorded = As recorded
export-kind-user-id = Account
export-kind-device = Device
export-kind-email = E-mail
export-kind-phone = Telephone
export-kind-loyalty-card = Loyalty card
export-state-granted = allowed
export-state-pending = asked, not yet confirmed
export-state-denied = refused
export-state-withdrawn = taken back
export-dealing-order = Order
export-dealing-cancel = Cancelled order
export-dealing-refund = Refund
export-dealing-cart = Cart
export-dealing-return = Return
export-rule-login = The account was used on the device
export-rule-same-identity = The same confirmed address, number or card
export-rule-alias = The shop’s system said so
export-rule-staff = A member of staff said so
