### What the shop says to people about goods, carts and orders.

## What a basket costs
quote-items-base-amount = Goods
quote-items-discount = Discount on goods
quote-subtotal = Subtotal
quote-discount = Discount
quote-fulfillment = Delivery
quote-tax = of which VAT
quote-total = Total

## Why a promotion was applied or not
promotion-applied = Takes off { $amount }.
promotion-applied-shipping = Takes { $amount } off delivery.
promotion-gives-nothing = There is nothing to take it off.
promotion-inactive = It is switched off.
promotion-not-yet = It begins on { $at }.
promotion-over = It ended on { $at }.
promotion-other-currency = It holds in { $currency } only.
promotion-coupon-needed = It needs a code.
promotion-other-group = It is for another customer group.
promotion-other-segment = The customer is not in its segment.
promotion-other-tier = It is for another loyalty tier.
promotion-not-first-order = It is for a first order.
promotion-no-goods = None of its goods is in the basket.
promotion-quantity-too-low = { $missing ->
    [one] One more piece is needed.
   *[other] { $missing } more pieces are needed.
}
promotion-amount-too-low = { $missing } more is needed.
promotion-better-in-group = “{ $by }” of the same group gives more.
promotion-better-alone = “{ $by }” gives more and goes with no other.
promotion-better-together = It goes with no other, and the others together give { $amount }.

## Why this price
price-no-other = The only price that holds.
price-priority = The price list with the highest priority.
price-own-group = The price of the customer’s own group.
price-lower-price = The lowest of several prices.
price-older-list = The older of two equal price lists.
## A person's file

export-cart-changes = What was put into your cart and taken out
export-cart-pieces = Pieces
export-cart-item = In the cart
export-cart-saved = Saved for later
export-cart-coupon = Coupon
export-cart-note = Note
export-orders = Your orders
export-order-number = Number
export-order-total = Total

## Returns
export-returns = Your returns
export-return-number = Return
export-return-refund = Refunded
export-return-withdrawal = Withdrawal
export-return-return = Return
export-return-complaint = Complaint
export-return-exchange = Exchange
export-withdrawals = Your withdrawals from contracts
export-withdrawal-name = Name
export-withdrawal-email = E-mail

## Points
export-points = Your points
export-points-count = Points
export-points-earned = Earned
export-points-taken-back = Taken back
export-points-spent = Spent
## Promotions with a budget, or for some doors alone
promotion-other-door = It is declared for other doors.
promotion-budget-spent = Less is left of its budget than it would take off.
## Papers of an order
paper-confirmation = Order confirmation
paper-pick-list = Pick list
paper-packing-slip = Packing slip
paper-return-slip = Return slip
paper-order = Order
paper-to = For
paper-page = Page { $page } of { $pages }
paper-collect = Fetched at
paper-taken = Taken along at
paper-goods = Goods
paper-pieces = Pieces
paper-unit = Each
paper-discount = Discount
paper-vat = VAT
paper-sum = Sum
paper-net = Net
paper-tax = VAT
paper-gross = Gross
paper-awaited = not paid yet
paper-paid = paid
paper-refunded = refunded
paper-means-on-delivery = On delivery
paper-means-in-store = In the store
paper-means-transfer = Bank transfer
paper-means-provider = Online payment
paper-nothing-to-pick = Nothing of this order waits to be picked.
paper-ordered = Ordered
paper-sent = Sent
paper-to-come = To come
paper-thanks = Thank you. What does not please you can be brought to any of our stores, or sent back with the return slip.
paper-back = Back
paper-reason = Why (you need not say)
paper-return-how = Write down how many pieces come back and lay this slip into the parcel. At a store it is enough to show the bar code.
paper-account = Account for the refund, if you did not pay online
paper-signature = Date and signature

## Paid with gift cards and points

quote-gift-card = Gift cards
quote-points = Points
quote-to-pay = Left to pay
export-points-given-back = Given back
export-points-corrected = Corrected
paper-means-tenders = Gift card or points
export-wishes = What you wait for
export-wish-email = E-mail
export-wish-back = Until it is back
export-wish-low = Until few are left
export-wish-cheaper = Until it costs less
