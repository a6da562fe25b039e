desk-nav-stock = Stock
desk-stock = Stock
desk-stock-lead = What lies where, and what of it is promised.
desk-stock-search = SKU or name
desk-stock-find = Search
desk-stock-none = Nothing here
desk-stock-none-text = There is no such variant. Products come in on the page Products or by import.
desk-stock-variant = Variant
desk-stock-left = To be ordered
desk-stock-where = Where it lies
desk-stock-sold-out = Sold out
desk-stock-waiting = { $n ->
    [one] { $n } waits for it
   *[other] { $n } wait for it
}
desk-stock-promised-of = { $n ->
    [0] none promised
    [one] { $n } promised
   *[other] { $n } promised
}
desk-stock-levels = What lies where
desk-stock-nowhere = It lies nowhere yet.
desk-stock-place = Place
desk-stock-lies = Lies there
desk-stock-promised = Promised
desk-stock-safety = Kept back
desk-stock-coming = On its way
desk-stock-expected = expected
desk-stock-way = { $n ->
    [one] { $n } piece to { $to }
   *[other] { $n } pieces to { $to }
}
desk-stock-way-between = { $n ->
    [one] { $n } piece from { $from } to { $to }
   *[other] { $n } pieces from { $from } to { $to }
}
desk-stock-arrived = Arrived
desk-stock-movements = What came and went
desk-stock-no-movements = Nothing yet.
desk-stock-when = When
desk-stock-what = What happened
desk-stock-quantity = Pieces
desk-stock-reference = What for
desk-stock-reference-hint = A delivery note, an order, a reason.
desk-stock-who = Who
desk-stock-move = Receive, count, move
desk-stock-to = To (of a transfer)
desk-stock-do = Write down
desk-stock-act-receive = Goods came
desk-stock-act-count = Counted: so many are there
desk-stock-act-send = Sent to another place
desk-stock-act-write-off = Broken, lost or stolen
desk-stock-act-keep-back = Keep so many back for the counter
desk-stock-kind-received = Came in
desk-stock-kind-sold = Sold
desk-stock-kind-returned = Returned
desk-stock-kind-counted = Corrected by a count
desk-stock-kind-transferred-out = Sent to another place
desk-stock-kind-transferred-in = Came from another place
desk-stock-kind-written-off = Written off
desk-stock-kind-erp = Corrected by the ERP
desk-stock-places = Places
desk-stock-places-lead = Warehouses and stores: from where parcels leave, and where customers collect.
desk-stock-no-places = No places yet
desk-stock-no-places-text = Describe your first warehouse or store below.
desk-stock-place-new = New place
desk-stock-place-name = Name
desk-stock-place-code = Code
desk-stock-place-code-hint = What your other systems call it: KRK1.
desk-stock-place-kind = Kind
desk-stock-kind-of-warehouse = Warehouse
desk-stock-kind-of-store = Store
desk-stock-place-country = Country
desk-stock-place-country-hint = Two letters: PL, RO.
desk-stock-place-city = City (optional)
desk-stock-place-street = Street (optional)
desk-stock-sells-online = Sells to who is not there
desk-stock-sells-online-hint = What lies here counts as available in the web shop, on the phone and in the chat.
desk-stock-ships = Sends parcels
desk-stock-ships-hint = Orders may leave from here.
desk-stock-collects = Customers collect here
desk-stock-collects-hint = Click & collect: what was ordered elsewhere is fetched here.
desk-stock-closed = Closed
desk-flash-stock-moved = It is written down.
desk-flash-stock-place-made = The place is open.
desk-error-not-that-many = There are fewer that could go: look at the levels above.
desk-error-same-location = It lies there already: choose another place.
desk-error-bad-quantity = Write a whole number of pieces.
desk-error-bad-location = Choose a place.
desk-error-bad-location-code = A code has 1 to 32 letters, digits and dashes.
desk-error-bad-location-name = A name has 1 to 80 characters.
desk-error-bad-country = A country has two letters: PL.
desk-error-code-taken = Another place has this code already.
desk-did-location-opened = Opened a place
desk-did-location-changed = Described a place anew
desk-did-location-closed = Closed a place
desk-did-stock-received = Received goods
desk-did-stock-written-off = Wrote goods off
desk-did-stock-counted = Counted goods
desk-did-stock-sent = Sent goods to another place
desk-did-stock-kept-back = Changed what is kept back
desk-did-stock-arrived = Took in what had arrived
desk-did-stock-replaced = Replaced the stock of a place
desk-did-stock-imported = Took in a file of stock
