desk-nav-stock = Stoc
desk-stock = Stoc
desk-stock-lead = Ce se află unde și cât din el este promis.
desk-stock-search = SKU sau nume
desk-stock-find = Caută
desk-stock-none = Nimic aici
desk-stock-none-text = Nu există o astfel de variantă. Produsele se adaugă pe pagina Produse sau prin import.
desk-stock-variant = Variantă
desk-stock-left = Se pot comanda
desk-stock-where = Unde se află
desk-stock-sold-out = Stoc epuizat
desk-stock-waiting = { $n ->
    [one] { $n } persoană așteaptă
    [few] { $n } persoane așteaptă
   *[other] { $n } de persoane așteaptă
}
desk-stock-promised-of = { $n ->
    [0] niciuna promisă
    [one] { $n } promisă
    [few] { $n } promise
   *[other] { $n } promise
}
desk-stock-levels = Ce se află unde
desk-stock-nowhere = Nu se află încă nicăieri.
desk-stock-place = Loc
desk-stock-lies = Se află acolo
desk-stock-promised = Promise
desk-stock-safety = Rezervă pentru casă
desk-stock-coming = Pe drum
desk-stock-expected = așteptat
desk-stock-way = { $n ->
    [one] { $n } bucată către { $to }
    [few] { $n } bucăți către { $to }
   *[other] { $n } de bucăți către { $to }
}
desk-stock-way-between = { $n ->
    [one] { $n } bucată din { $from } către { $to }
    [few] { $n } bucăți din { $from } către { $to }
   *[other] { $n } de bucăți din { $from } către { $to }
}
desk-stock-arrived = A sosit
desk-stock-movements = Ce a intrat și ce a ieșit
desk-stock-no-movements = Încă nimic.
desk-stock-when = Când
desk-stock-what = Ce s-a întâmplat
desk-stock-quantity = Bucăți
desk-stock-reference = Document
desk-stock-reference-hint = Un aviz de livrare, o comandă, un motiv.
desk-stock-who = Cine
desk-stock-move = Primește, numără, mută
desk-stock-to = Către (la un transfer)
desk-stock-do = Notează
desk-stock-act-receive = A sosit marfă
desk-stock-act-count = Numărat: atâtea sunt aici
desk-stock-act-send = Trimis în alt loc
desk-stock-act-write-off = Stricat, pierdut sau furat
desk-stock-act-keep-back = Păstrează atâtea pentru casă
desk-stock-kind-received = Intrat
desk-stock-kind-sold = Vândut
desk-stock-kind-returned = Returnat
desk-stock-kind-counted = Corectat la inventar
desk-stock-kind-transferred-out = Trimis în alt loc
desk-stock-kind-transferred-in = Venit din alt loc
desk-stock-kind-written-off = Scăzut din gestiune
desk-stock-kind-erp = Corectat de ERP
desk-stock-places = Locuri
desk-stock-places-lead = Depozite și magazine: de unde pleacă coletele și de unde ridică clienții.
desk-stock-no-places = Încă niciun loc
desk-stock-no-places-text = Descrie mai jos primul depozit sau magazin.
desk-stock-place-new = Loc nou
desk-stock-place-name = Nume
desk-stock-place-code = Cod
desk-stock-place-code-hint = Cum îl numesc celelalte sisteme: KRK1.
desk-stock-place-kind = Fel
desk-stock-kind-of-warehouse = Depozit
desk-stock-kind-of-store = Magazin
desk-stock-place-country = Țară
desk-stock-place-country-hint = Două litere: PL, RO.
desk-stock-place-city = Oraș (opțional)
desk-stock-place-street = Stradă (opțional)
desk-stock-sells-online = Vinde la distanță
desk-stock-sells-online-hint = Ce se află aici este disponibil în magazinul online, la telefon și în chat.
desk-stock-ships = Trimite colete
desk-stock-ships-hint = Comenzile pot pleca de aici.
desk-stock-collects = Clienții ridică de aici
desk-stock-collects-hint = Comandat în altă parte, ridicat aici.
desk-stock-closed = Închis
desk-flash-stock-moved = S-a notat.
desk-flash-stock-place-made = Locul este deschis.
desk-error-not-that-many = Nu pot pleca atâtea: vezi stocul de mai sus.
desk-error-same-location = Se află deja acolo: alege alt loc.
desk-error-bad-quantity = Scrie un număr întreg de bucăți.
desk-error-bad-location = Alege un loc.
desk-error-bad-location-code = Un cod are 1–32 de litere, cifre și cratime.
desk-error-bad-location-name = Un nume are 1–80 de caractere.
desk-error-bad-country = O țară are două litere: RO.
desk-error-code-taken = Alt loc are deja acest cod.
desk-did-location-opened = A deschis un loc
desk-did-location-changed = A schimbat descrierea unui loc
desk-did-location-closed = A închis un loc
desk-did-stock-received = A primit marfă
desk-did-stock-written-off = A scăzut marfă din gestiune
desk-did-stock-counted = A numărat marfa
desk-did-stock-sent = A trimis marfă în alt loc
desk-did-stock-kept-back = A schimbat rezerva pentru casă
desk-did-stock-arrived = A primit ce a sosit
desk-did-stock-replaced = A înlocuit stocul unui loc
desk-did-stock-imported = A preluat un fișier de stoc
