## Letters about orders

letter-placed-subject = Your order { $number }, { $shop }
letter-placed = Thank you. We have your order { $number }.
letter-edited-subject = Order { $number } was changed, { $shop }
letter-edited = Your order { $number } was changed. This is what holds now:
letter-to = Goes to:
letter-paid = It is paid.
letter-look = How far it is:
letter-withdraw = You can withdraw from the contract within { $days ->
    [one] { $days } day
   *[other] { $days } days
} of receiving the goods, without saying why.
letter-shipped-subject = Order { $number } is on its way, { $shop }
letter-shipped = Of your order { $number } this is on its way to you:
letter-parcel = Parcel: { $parcel }
letter-rest = { $count ->
    [one] One more piece follows.
   *[other] { $count } more pieces follow.
}
letter-cancelled-subject = Order { $number } is cancelled, { $shop }
letter-cancelled = Your order { $number } is cancelled. Nothing of it will be sent.
letter-less-subject = Order { $number }: not everything will come, { $shop }
letter-less = Of your order { $number } this will not come:
letter-pays-back = We pay back what you paid for it.
letter-card-back = { $amount } is back on your gift card (…{ $ending }).
letter-points-back = { $points ->
    [one] { $points } point is yours again.
   *[other] { $points } points are yours again.
}
letter-refunded-subject = Money back for order { $number }, { $shop }
letter-refunded = For your order { $number } we pay { $amount } back, by the means by which you paid.
letter-kept = We kept { $amount } of it: { $why }

## Letters to those who waited for something

letter-back-subject = { $name } is back, { $shop }
letter-back = You asked us to tell you: { $name } is there again.
letter-low-subject = Few left: { $name }, { $shop }
letter-low = You asked us to tell you: of { $name } only a few are left.
letter-cheaper-subject = Cheaper now: { $name }, { $shop }
letter-cheaper = You asked us to tell you: { $name } costs less than when you looked, { $price } now.
letter-only-one = This is the one message that you asked for. We do not write about it again.
