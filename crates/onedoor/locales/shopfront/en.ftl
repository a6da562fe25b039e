## Around each page

shop-skip = Skip to the content
shop-search = What are you looking for?
shop-search-do = Search
shop-own = Yours
shop-account = Account
shop-cart = Cart
shop-pieces =
    { $count ->
        [one] { $count } piece
       *[other] { $count } pieces
    }
shop-shelves = Shelves
shop-to-cart = To the cart
shop-help = Help
shop-questions = Questions and answers
shop-own-orders = Your orders
shop-withdraw = Withdraw from the contract
shop-language = Language
shop-prices-hint = All prices include VAT. They are the same here, in our stores and on the phone.
shop-to-front = To the front page

## What went wrong

shop-error-not-found = There is nothing here
shop-error-not-found-do = It may have been sold out and put away, or the address has a slip in it. Begin on the front page, and search from there.
shop-error-internal = That was our mistake
shop-error-internal-do = Nothing was lost. Please try again in a moment.
shop-error-too-many = A little slower, please
shop-error-too-many-do = Too many requests came from here. Wait a minute and try again.
shop-error-refused = That did not work
shop-error-refused-do = Go back, look whether all is filled in, and try again. If it stays so, write to us in the chat.
shop-refused-not-sold = One of these is not sold any more. Take it out of the cart to go on.
shop-refused-out-of-stock = Somebody was faster: there are not that many left there. Change the quantity, or choose another way of delivery.
shop-refused-empty-cart = The cart is empty.
shop-refused-total-changed = The total has changed since you last looked, so nothing was ordered. Look once more.
shop-refused-too-many-pieces = So many do not fit into one cart. Write to us about larger quantities.
shop-refused-cart-full = The cart is full. Take something out, or order what is in it first.
shop-refused-bad-quantity = A quantity is a whole number from 0 to 9,999.
shop-refused-no-price = One of these has no price at the moment, so the cart cannot be ordered. Take it out, or ask us in the chat.
shop-refused-foreign-form = This form was not sent from our page, so nothing was done. Open the shop and try again.
shop-refused-bad-email = This is no e-mail address. It looks like anna@example.com.
shop-refused-unknown-code = This code opens nothing. It is good for 15 minutes and for one device: make a new one where the cart is.
shop-refused-coupon-unknown = There is no such code. Look whether it is typed right.
shop-refused-coupon-over = This code was valid until a while ago.
shop-refused-coupon-disabled = This code is no longer valid.
shop-refused-coupon-used-up = This code has been used as often as it may be.
shop-refused-coupon-used-by-you = You have used this code as often as one customer may.
shop-refused-coupon-gives-nothing = The code is good, but takes nothing off this cart.
shop-refused-too-many-coupons = There are as many codes in the cart as fit.
shop-refused-no-such-door = We cannot send a code to this address at the moment. Write to us in the chat.
shop-refused-wrong-proof = This is not the code. Look again and type it once more.
shop-refused-proof-spent = Too many wrong codes. Have a new one sent.
shop-refused-proof-expired = This code is too old. Have a new one sent.
shop-refused-too-many-codes = Too many codes were sent. Wait an hour, or use the last one.

## What was done

shop-did-added = It is in the cart.
shop-did-removed = It is out of the cart.
shop-did-saved = Kept for later.
shop-did-wished-back = We will tell you when it is back.
shop-did-wished-low = We will tell you when only a few are left.
shop-did-wished-cheaper = We will tell you when it costs less.
shop-did-claimed = The cart is here now.
shop-did-ordered = Thank you. We have your order.
shop-did-entered = Welcome back.
shop-did-left = You are logged out. Nothing of yours stays in this browser.

## Goods

shop-from = from { $price }
shop-lowest = Lowest price of the 30 days before: { $price }
shop-stock-in-stock = In stock
shop-stock-few = Only a few left
shop-stock-none = Sold out
shop-add = Add to cart
shop-look = Look
shop-choose = Choose
shop-hero = Coffee for the hearth
shop-hero-text = Roasted in Kraków and Cluj, sent the same day, or waiting for you in one of our stores.
shop-all-goods = All goods
shop-reduced = Reduced now
shop-new = On the shelves
shop-nothing-yet = The shelves are still empty. Come back soon.
shop-front = Shop
shop-found-for = Found for “{ $text }”
shop-found =
    { $count ->
        [one] { $count } product
       *[other] { $count } products
    }
shop-found-nothing = Nothing fits. Try fewer words, or take a choice back.
shop-meant = Nothing is called “{ $typed }”; this is what there is for { $words }.
shop-ignored = Left out, since nothing has it: { $words }.
shop-sort = Sort by
shop-sort-best = Best match
shop-sort-price-up = Price, lowest first
shop-sort-price-down = Price, highest first
shop-sort-name = Name
shop-narrow = Narrow down
shop-narrow-do = Show
shop-facet-category = Shelf
shop-facet-brand = Made by
shop-pages = Pages
shop-page-before = Before
shop-page-of = Page { $page } of { $count }
shop-page-next = Next
shop-way = Where you are
shop-no-price = It has no price at the moment. Ask us in the chat.
shop-number = Number
shop-quantity = Quantity
shop-why = Why this price
shop-why-list = { $price } by “{ $list }”.
shop-why-not = Not taken: { $price } by “{ $list }”.
shop-why-exception = At this door another price was declared for it.
shop-why-tax = Of it { $tax } is VAT ({ $rate }).
shop-why-everywhere = It is the same in our stores, on the phone and in the chat.
shop-places = In our stores
shop-wish-back = Tell me when it is back
shop-wish-back-text = One message, when there is some again, and nothing else.
shop-wish-low = Tell me before it is gone
shop-wish-low-text = One message, when only a few are left, and nothing else.
shop-wish-cheaper = Tell me when it costs less
shop-wish-cheaper-text = One message, when it costs less than now, and nothing else.
shop-wish-choose = Tell me of it later
shop-wish-choose-text = One message, and nothing else.
shop-wish-when-cheaper = When it costs less
shop-wish-when-low = When only a few are left
shop-email = E-mail address
shop-wish-do = Tell me

## Cart

shop-free = free
shop-tax = of which VAT { $rate }
shop-cart-empty = The cart is empty. What you put in here is in it in our stores and on your phone, too.
shop-saved = Kept for later
shop-undo = Undo
shop-not-sold = It is not sold any more.
shop-only-left =
    { $count ->
        [0] It is sold out.
        [one] Only one is left.
       *[other] Only { $count } are left.
    }
shop-quantity-of = Quantity of { $what }
shop-quantity-set = Change
shop-save = Keep for later
shop-remove = Remove
shop-take-back = Back into the cart
shop-sums = What it costs
shop-checkout = Checkout
shop-code = Show at the till
shop-code-text = Show this at the till of one of our stores, or scan it with another device: your cart opens there.
shop-code-qr = QR code that opens the cart
shop-code-until = Good until { $at }.
shop-coupon = Discount code
shop-coupon-do = Use
shop-claim = Take over a cart from elsewhere
shop-claim-text = On the other device or in the store, have the cart shown as a code, and type it here.
shop-claim-code = Code of the cart
shop-claim-do = Take over

## Buying

shop-look-again = Some fields need another look.
shop-who = You
shop-where = Delivery
shop-means = Payment
shop-reach-hint = An e-mail address or a telephone number is enough.
shop-delivery-address = To an address
shop-delivery-address-hint = 1 to 2 working days.
shop-delivery-collect = Collect in a store
shop-delivery-collect-hint = We write to you when it is ready.
shop-go-on = Go on
shop-change-cart = Change the cart
shop-field-name = First and last name
shop-field-email = E-mail address
shop-field-phone = Telephone
shop-field-street = Street and number
shop-field-postcode = Postcode
shop-field-city = Town
shop-field-country = Country
shop-fault-missing = This is needed.
shop-fault-long = This is too long.
shop-fault-wrong = This does not look right. Is there a slip in it?
shop-fault-reach = Give an e-mail address or a telephone number, so that we can reach you.
shop-fault-unknown = Choose one of these.
shop-place-has-all = all of it is there
shop-place-lacks = not all of it is there at the moment
shop-means-transfer = Bank transfer
shop-means-transfer-hint = We send the goods when the money has come.
shop-means-on-delivery = On delivery
shop-means-on-delivery-hint = To the courier, in cash or by card. For parcels.
shop-means-in-store = In the store
shop-means-in-store-hint = At the till, when you collect it.
shop-means-provider = Paid online
shop-last-look = One last look
shop-buy = Order with obligation to pay
shop-edit = Change something
shop-buy-hint = You can withdraw from the contract within 14 days of receiving the goods, without giving a reason.
shop-country-pl = Poland
shop-country-ro = Romania

## Orders

shop-order = Order { $number }
shop-state-placed = Received
shop-state-partly-fulfilled = Partly on its way
shop-state-fulfilled = Sent
shop-state-cancelled = Cancelled
shop-payment-awaited = not paid yet
shop-payment-paid = paid
shop-payment-refunded = money returned
shop-pay-transfer = Please transfer { $total } and write { $number } as the reference. We write to you with the account number.
shop-pay-on-delivery = Have { $total } ready for the courier.
shop-pay-in-store = Pay { $total } at the till when you collect it, and say the number { $number }.
shop-pay-provider = { $total } is being paid online.
shop-line-cancelled =
    { $count ->
        [one] { $count } cancelled
       *[other] { $count } cancelled
    }
shop-line-handed-over =
    { $count ->
        [one] { $count } taken along
       *[other] { $count } taken along
    }
shop-line-returned =
    { $count ->
        [one] { $count } sent back
       *[other] { $count } sent back
    }
shop-line-sent =
    { $count ->
        [one] { $count } sent
       *[other] { $count } sent
    }
shop-steps = What has happened
shop-step-placed = Ordered
shop-step-paid = Paid
shop-step-shipped = Sent
shop-step-handed_over = Handed over
shop-step-cancelled = Cancelled
shop-step-edited = Changed
shop-step-refunded = Money paid back

## Account

shop-known = You are logged in.
shop-leave = Log out
shop-enter-text = No password: we send you a code, and all your orders and your cart are here.
shop-enter-do = Send the code
shop-code-sent = If the address is right, a code is on its way. It is good for ten minutes.
shop-code-field = Code from the letter
shop-code-do = Log in
shop-other-address = Another address
shop-no-orders = No orders yet.
shop-no-orders-here = No orders from this browser yet. Log in to see those from elsewhere.

## Gift cards and points

shop-tenders = Gift card and points
shop-gift-card = Code of a gift card
shop-gift-card-hint = It pays as much as is on it. Several: put commas between the codes.
shop-gift-card-ending = Gift card …{ $ending }
shop-gift-card-left = { $left } stays on it
shop-points-use = { $n ->
    [one] Pay with my { $n } point
   *[other] Pay with my { $n } points
}
shop-points-worth = They are worth { $amount }. No more are taken than are needed.
shop-points-count = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
shop-means-tenders = Gift card or points
shop-fault-gift-card-unknown = There is no gift card of this code. Look whether it is typed right.
shop-fault-gift-card-over = This gift card is no longer valid.
shop-fault-gift-card-empty = Nothing is left on this gift card.
shop-fault-gift-card-currency = This gift card is in another currency.
shop-fault-gift-card-many = Ten gift cards at most pay for one order.
shop-fault-points = These points cannot pay any more. Look how many you have in your account.
shop-refused-to-pay-changed = What is left to pay has changed since you last looked, so nothing was ordered. Look once more.
shop-refused-gift-card-empty = Nothing is left on the gift card. Take another, or leave the field empty.
shop-refused-gift-card-over = The gift card is no longer valid. Take another, or leave the field empty.
shop-refused-gift-card-unknown = There is no gift card of this code. Look whether it is typed right.
shop-refused-gift-card-too-low = There is not so much on the gift card any more. Look once more.
shop-refused-too-few-points = You do not have so many points any more. Look once more.
shop-points-have = { $n ->
    [one] You have { $n } point. It pays { $amount } of an order.
   *[other] You have { $n } points. They pay { $amount } of an order.
}

## Delivery and what it costs

shop-ways = How it is sent
shop-ways-renew = Show what delivery costs there
shop-way-free-from = free from { $amount }
shop-delivery-from = from { $amount }
shop-refused-shipping-not-possible = These goods cannot go this way any more. Choose another way of delivery.
shop-refused-not-sent-there = We have no way to send these goods to this country. Choose another country, or collect them in a store.
