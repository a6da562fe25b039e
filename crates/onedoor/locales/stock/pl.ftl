desk-nav-stock = Magazyn
desk-stock = Stany magazynowe
desk-stock-lead = Co gdzie leży i co z tego jest już obiecane.
desk-stock-search = SKU lub nazwa
desk-stock-find = Szukaj
desk-stock-none = Nic tu nie ma
desk-stock-none-text = Nie ma takiego wariantu. Produkty dodaje się na stronie Produkty albo przez import.
desk-stock-variant = Wariant
desk-stock-left = Można zamówić
desk-stock-where = Gdzie leży
desk-stock-sold-out = Wyprzedane
desk-stock-waiting = { $n ->
    [one] { $n } osoba czeka
    [few] { $n } osoby czekają
    [many] { $n } osób czeka
   *[other] { $n } osoby czeka
}
desk-stock-promised-of = { $n ->
    [0] nic nieobiecane
    [one] { $n } obiecana
    [few] { $n } obiecane
   *[many] { $n } obiecanych
}
desk-stock-levels = Co gdzie leży
desk-stock-nowhere = Jeszcze nigdzie nie leży.
desk-stock-place = Miejsce
desk-stock-lies = Na stanie
desk-stock-promised = Obiecane
desk-stock-safety = Zapas dla kasy
desk-stock-coming = W drodze
desk-stock-expected = spodziewane
desk-stock-way = { $n ->
    [one] { $n } sztuka do: { $to }
    [few] { $n } sztuki do: { $to }
   *[many] { $n } sztuk do: { $to }
}
desk-stock-way-between = { $n ->
    [one] { $n } sztuka z: { $from } do: { $to }
    [few] { $n } sztuki z: { $from } do: { $to }
   *[many] { $n } sztuk z: { $from } do: { $to }
}
desk-stock-arrived = Dotarło
desk-stock-movements = Co przyszło, co wyszło
desk-stock-no-movements = Jeszcze nic.
desk-stock-when = Kiedy
desk-stock-what = Co się stało
desk-stock-quantity = Sztuki
desk-stock-reference = Dokument
desk-stock-reference-hint = Dowód dostawy, zamówienie, powód.
desk-stock-who = Kto
desk-stock-move = Przyjmij, policz, przesuń
desk-stock-to = Dokąd (przy przesunięciu)
desk-stock-do = Zapisz
desk-stock-act-receive = Przyszedł towar
desk-stock-act-count = Policzone: tyle tu leży
desk-stock-act-send = Wysłane do innego miejsca
desk-stock-act-write-off = Zniszczone, zgubione lub skradzione
desk-stock-act-keep-back = Tyle zostaw dla kasy
desk-stock-kind-received = Przyjęte
desk-stock-kind-sold = Sprzedane
desk-stock-kind-returned = Zwrócone
desk-stock-kind-counted = Różnica po spisie
desk-stock-kind-transferred-out = Wysłane do innego miejsca
desk-stock-kind-transferred-in = Przyszło z innego miejsca
desk-stock-kind-written-off = Spisane na straty
desk-stock-kind-erp = Poprawione przez ERP
desk-stock-places = Miejsca
desk-stock-places-lead = Magazyny i sklepy: skąd wychodzą paczki i gdzie klienci odbierają zamówienia.
desk-stock-no-places = Jeszcze nie ma miejsc
desk-stock-no-places-text = Opisz poniżej pierwszy magazyn albo sklep.
desk-stock-place-new = Nowe miejsce
desk-stock-place-name = Nazwa
desk-stock-place-code = Kod
desk-stock-place-code-hint = Jak nazywają je inne Twoje systemy: KRK1.
desk-stock-place-kind = Rodzaj
desk-stock-kind-of-warehouse = Magazyn
desk-stock-kind-of-store = Sklep
desk-stock-place-country = Kraj
desk-stock-place-country-hint = Dwie litery: PL, RO.
desk-stock-place-city = Miasto (opcjonalnie)
desk-stock-place-street = Ulica (opcjonalnie)
desk-stock-sells-online = Sprzedaje na odległość
desk-stock-sells-online-hint = Co tu leży, jest dostępne w sklepie internetowym, przez telefon i na czacie.
desk-stock-ships = Wysyła paczki
desk-stock-ships-hint = Zamówienia mogą wychodzić stąd.
desk-stock-collects = Klienci odbierają tutaj
desk-stock-collects-hint = Zamówione gdzie indziej, odebrane tutaj.
desk-stock-closed = Zamknięte
desk-flash-stock-moved = Zapisano.
desk-flash-stock-place-made = Miejsce jest otwarte.
desk-error-not-that-many = Tylu nie można zabrać: zobacz stany powyżej.
desk-error-same-location = Już tam leży: wybierz inne miejsce.
desk-error-bad-quantity = Wpisz całkowitą liczbę sztuk.
desk-error-bad-location = Wybierz miejsce.
desk-error-bad-location-code = Kod ma od 1 do 32 liter, cyfr i myślników.
desk-error-bad-location-name = Nazwa ma od 1 do 80 znaków.
desk-error-bad-country = Kraj to dwie litery: PL.
desk-error-code-taken = Inne miejsce ma już ten kod.
desk-did-location-opened = Otwarto miejsce
desk-did-location-changed = Zmieniono opis miejsca
desk-did-location-closed = Zamknięto miejsce
desk-did-stock-received = Przyjęto towar
desk-did-stock-written-off = Spisano towar na straty
desk-did-stock-counted = Policzono towar
desk-did-stock-sent = Wysłano towar do innego miejsca
desk-did-stock-kept-back = Zmieniono zapas dla kasy
desk-did-stock-arrived = Przyjęto to, co dotarło
desk-did-stock-replaced = Zastąpiono stany miejsca
desk-did-stock-imported = Wczytano plik stanów
