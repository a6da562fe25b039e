## The till

till = Till
till-ways = Elsewhere
till-returns = Returns
till-close = Close the till
till-close-named = Close the till { $name }
till-needs-script = The till needs JavaScript, so that it can go on without a network. Switch it on for this page.
till-choose = Which till is this?
till-store = Store
till-place = Goods lie in
till-label = Name of this till
till-label-first = Till 1
till-open = Open the till
till-open-hint = This device remembers it. Some pieces of what lies here are put aside for it, so that it can sell when the network fails.
till-no-store = No store is open for sales yet.
till-no-store-do = Make a door for the store
till-no-place = No store is on the list of places where goods lie.
till-no-place-do = Add the store as a place
till-others = Open tills
till-others-hint = Close one here if its device is lost: others can then sell what was put aside for it.
till-basket = Basket
till-beside = The customer, or an order
till-beside-hint = Scan a card or the code of a cart, or type a telephone number, an e-mail or an order number.
till-scan = Scan or type
till-scan-hint = Goods, customer, cart code or order
till-camera = Scan with the camera
till-camera-hint = Hold the code before the camera.
till-find = Find
till-empty = The basket is empty. Scan the first thing.
till-coupon = Coupon
till-coupon-add = Add
till-drop = Empty the basket
till-given = Cash given
till-reference = Receipt number of the card terminal
till-reference-hint = So that the payment can be found again.
till-paid = Paid
till-back = Back
till-rest = What is not taken along
till-rest-send = Send it
till-rest-collect = It will be collected here
till-to-name = Name
till-to-street = Street and number
till-to-postcode = Postcode
till-to-city = Town
till-to-phone = Telephone
till-to-email = E-mail
till-cart = Cart
till-cart-empty = The cart is empty.
till-cart-take = Take the cart over
till-orders = Orders
till-viewed = Looked at
till-order-paid = Paid
till-order-unpaid = To be paid
till-order-pay = How is it paid?
till-order-over = Nothing of this order is left to hand over.
till-order-elsewhere = This order is not collected in this store.
till-hand-over = Hand over
till-receipt = Receipt
till-bytes = For a receipt printer
till-state-placed = Placed
till-state-partly-fulfilled = Partly sent
till-state-fulfilled = Fulfilled
till-state-cancelled = Cancelled
till-slip-clerk = Served by { $name }
till-slip-tax = VAT { $rate }
till-slip-discount = Discount
till-slip-order = Order { $number }
till-slip-thanks = Thank you
till-slip-later = { $count ->
    [one] { $count } piece follows
   *[other] { $count } pieces follow
}

## What the script says. The sign # stands for a number or a name.

till-alone = No network: prices without coupons and deals over several pieces.
till-asking = No answer yet
till-asking-text = Do not hand anything over. It may be sold already; the till goes on asking.
till-card = Card
till-cash = Cash
till-change = Change
till-closing-ask = Close this till? What was put aside for it can then be sold by others.
till-closing-waits = Sales still to be sent: #. Close the till when they are sent.
till-coupon-bad = does not apply
till-customer-remove = Without a customer
till-delivered = Order # is handed over.
till-done = Sold
till-done-offline = Sold without a network
till-done-offline-text = The sale is kept on this device and is sent by itself.
till-elsewhere = to send: #
till-exact = Exact
till-fewer = Fewer
till-found-nothing = Nothing and nobody is known as “#”.
till-found-nothing-offline = “#” is not known here, and there is no network to ask.
till-held = without a network: #
till-here = here: #
till-more = More
till-needs-line = Without a network only what was put aside for this till can be sold, and all of it must be taken along.
till-needs-look = to be looked at: #
till-next = Next customer
till-offline = No network
till-online = Online
till-order = Order
till-piece-remove = Remove
till-pieces = Pieces
till-print = Print the receipt
till-refused = Refused
till-refused-again = Try again
till-repeated = This basket was sold already.
till-saved = Saved
till-send = Send
till-sending = Sending …
till-sign-in = Sign in
till-signed-out = Signed out
till-taken-now = Taken now
till-too-little = That is less than the total.
till-total = Total
till-waiting = Sales still to be sent: #

## Why not

desk-error-till-closed = This till was closed. Close it here too, and open it anew.
desk-error-bad-till-place = Choose the store and where its goods lie.
desk-error-bad-till-name = A till has a name of 1 to 40 characters.
desk-error-too-little-cash = That is less than the total.
desk-error-total-changed = The price has changed. Look at the new total.
desk-error-collected-elsewhere = This order is not collected in this store.
desk-error-bad-payment = Say whether it is paid in cash or by card.
desk-error-location-closed = Nothing is sold from this place any more.
desk-did-till-opened = Opened a till
desk-did-till-closed = Closed a till
desk-error-no-price = This has no price yet.
desk-error-not-sold = This is not sold any more.
desk-error-out-of-stock = There are not so many left.

## Gift cards and points at the till

till-gift-card = Gift card
till-to-pay = To pay
till-gift-card-ending = Gift card …#
till-points-count = Points: #
till-points-use = Pay with points: #
till-tenders-need-line = Gift cards and points pay only with a network.
till-slip-gift-card = Gift card …{ $ending }
till-slip-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}

## How the rest goes

till-rest-way = How, and for how much
