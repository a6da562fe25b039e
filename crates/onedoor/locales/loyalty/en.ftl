## The loyalty programme

desk-loyalty = Loyalty
desk-loyalty-lead = Points that buying brings, and what they pay: the same at every door.
desk-loyalty-people = Customers
desk-loyalty-none = No points yet
desk-loyalty-none-text = Say below how many points a purchase brings and what they pay. Orders that are paid from then on bring points by themselves.
desk-loyalty-now = How it is now
desk-loyalty-program = The programme
desk-loyalty-earned-for = { $n ->
    [one] { $amount } spent brings { $n } point.
   *[other] { $amount } spent brings { $n } points.
}
desk-loyalty-points-pay = { $n ->
    [one] { $n } point pays { $amount } of an order.
   *[other] { $n } points pay { $amount } of an order.
}
desk-loyalty-lost-after = { $n ->
    [one] Points are lost a day after they came.
   *[other] Points are lost { $n } days after they came.
}
desk-loyalty-never-lost = Points are never lost.
desk-loyalty-tier-said = { $n ->
    [one] { $tier }: from { $n } point within a year, { $percent } % of the usual points.
   *[other] { $tier }: from { $n } points within a year, { $percent } % of the usual points.
}
desk-loyalty-earning = Points come
desk-loyalty-earn-points = Points
desk-loyalty-earn-per = for each full ({ $currency })
desk-loyalty-earning-hint = For what is paid and kept, in money or by gift card. Leave both empty and nothing is earned.
desk-loyalty-paying = Points pay
desk-loyalty-pay-points = So many points
desk-loyalty-pay-per = pay ({ $currency })
desk-loyalty-paying-hint = Leave both empty and points pay for nothing. What points paid earns none.
desk-loyalty-losing = Points go
desk-loyalty-expire-days = Lost after days
desk-loyalty-expire-days-hint = Empty: never.
desk-loyalty-tiers = Tiers
desk-loyalty-tiers-hint = Whoever has earned so many points within a year earns more from then on, and promotions can be for them alone. A tier without a name is taken away.
desk-loyalty-tier = Tier { $n }
desk-loyalty-tier-name = Name
desk-loyalty-tier-from = From points a year
desk-loyalty-tier-percent = Percent of the usual points
desk-flash-loyalty-set = The programme holds from now on.
desk-error-bad-program = Rates are above zero, days between 1 and 36,500; a tier has a name and 100 to 1,000 percent; there are ten tiers at most.

## The points of one customer

desk-loyalty-of = Points of { $name }
desk-loyalty-customer = The customer
desk-loyalty-ledger = All that came and went
desk-loyalty-postings = What came and went
desk-loyalty-no-postings = Nothing has come or gone yet
desk-loyalty-no-postings-text = Points come with the next order that is paid, or by a correction.
desk-loyalty-when = When
desk-loyalty-what = What
desk-loyalty-points = Points
desk-loyalty-for = What for
desk-loyalty-expires = Lost on
desk-loyalty-by = By whom, where
desk-loyalty-correct = Correct by hand
desk-loyalty-correct-points = Points
desk-loyalty-correct-points-hint = Below zero, such as -50, takes some away.
desk-loyalty-correct-reason = Why
desk-loyalty-correct-reason-hint = The customer sees it among their points.
desk-loyalty-correct-do = Correct
desk-flash-points-corrected = The points are corrected.
desk-points-given-back = Given back
desk-points-corrected = Corrected by hand
desk-did-points-corrected = Corrected points by hand
desk-error-bad-points = Write how many points, such as 50 or -50.
desk-error-too-few-points = There are not so many points.

## Gift cards and points on orders and returns

desk-orders-means-tenders = Gift card or points
desk-tenders = Gift cards and points
desk-tenders-gift-card = Gift card …{ $ending }
desk-tenders-back = { $amount } of it went back
desk-tenders-left = Left to pay in money: { $amount }.
desk-tenders-went-back = back to { $what }: { $amount }
desk-tenders-refund = In money: { $amount }. The rest goes back by itself:
desk-tenders-refund-none = Nothing in money. It goes back by itself:
desk-error-gift-card-over = This gift card is no longer valid.
desk-error-gift-card-empty = Nothing is left on this gift card.
desk-error-gift-card-too-low = There is not so much on this gift card.
desk-error-other-currency = This gift card is in another currency.
desk-error-points-pay-nothing = Points pay for nothing yet: the programme does not say what they are worth.
desk-error-points-need-account = Points pay only for a customer who is chosen.
desk-error-to-pay-changed = What is left to pay has changed. Look at it again.
desk-error-tenders-need-line = Gift cards and points pay only with a network.
desk-error-too-many-gift-cards = Ten gift cards at most pay for one order.
