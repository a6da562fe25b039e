## The till

till = Kasa
till-ways = Dalej
till-returns = Zwroty
till-close = Zamknij kasę
till-close-named = Zamknij kasę { $name }
till-needs-script = Kasa potrzebuje JavaScriptu, żeby działać bez sieci. Włącz go dla tej strony.
till-choose = Która to kasa?
till-store = Sklep
till-place = Towar leży w
till-label = Nazwa tej kasy
till-label-first = Kasa 1
till-open = Otwórz kasę
till-open-hint = To urządzenie ją zapamięta. Część leżącego tu towaru zostanie dla niej odłożona, żeby mogła sprzedawać, gdy zabraknie sieci.
till-no-store = Żaden sklep nie jest jeszcze otwarty dla sprzedaży.
till-no-store-do = Utwórz drzwi dla sklepu
till-no-place = Na liście miejsc z towarem nie ma sklepu.
till-no-place-do = Dodaj sklep jako miejsce
till-others = Otwarte kasy
till-others-hint = Zamknij tu kasę, której urządzenie zginęło: odłożony dla niej towar będą mogli sprzedać inni.
till-basket = Koszyk
till-beside = Klient albo zamówienie
till-beside-hint = Zeskanuj kartę lub kod koszyka albo wpisz telefon, e-mail lub numer zamówienia.
till-scan = Zeskanuj lub wpisz
till-scan-hint = Towar, klient, kod koszyka lub zamówienie
till-camera = Skanuj kamerą
till-camera-hint = Pokaż kod kamerze.
till-find = Znajdź
till-empty = Koszyk jest pusty. Zeskanuj pierwszą rzecz.
till-coupon = Kupon
till-coupon-add = Dodaj
till-drop = Opróżnij koszyk
till-given = Otrzymana gotówka
till-reference = Numer wydruku z terminala
till-reference-hint = Żeby można było odnaleźć tę płatność.
till-paid = Zapłacone
till-back = Wróć
till-rest = To, czego klient nie bierze od razu
till-rest-send = Wysłać
till-rest-collect = Do odbioru tutaj
till-to-name = Imię i nazwisko
till-to-street = Ulica i numer
till-to-postcode = Kod pocztowy
till-to-city = Miejscowość
till-to-phone = Telefon
till-to-email = E-mail
till-cart = Koszyk klienta
till-cart-empty = Koszyk klienta jest pusty.
till-cart-take = Przejmij koszyk
till-orders = Zamówienia
till-viewed = Oglądane
till-order-paid = Opłacone
till-order-unpaid = Do zapłaty
till-order-pay = Jak klient płaci?
till-order-over = Z tego zamówienia nie ma już nic do wydania.
till-order-elsewhere = Tego zamówienia nie odbiera się w tym sklepie.
till-hand-over = Wydaj
till-receipt = Paragon
till-bytes = Dla drukarki paragonów
till-state-placed = Złożone
till-state-partly-fulfilled = Częściowo wysłane
till-state-fulfilled = Zrealizowane
till-state-cancelled = Anulowane
till-slip-clerk = Obsługa: { $name }
till-slip-tax = VAT { $rate }
till-slip-discount = Rabat
till-slip-order = Zamówienie { $number }
till-slip-thanks = Dziękujemy
till-slip-later = { $count ->
    [one] { $count } sztuka do wydania później
    [few] { $count } sztuki do wydania później
    [many] { $count } sztuk do wydania później
   *[other] { $count } sztuki do wydania później
}

## What the script says. The sign # stands for a number or a name.

till-alone = Brak sieci: ceny bez kuponów i bez promocji na kilka sztuk.
till-asking = Nie ma jeszcze odpowiedzi
till-asking-text = Niczego nie wydawaj. Sprzedaż mogła już zostać zapisana; kasa pyta dalej.
till-card = Karta
till-cash = Gotówka
till-change = Reszta
till-closing-ask = Zamknąć tę kasę? Odłożony dla niej towar będą mogli sprzedać inni.
till-closing-waits = Sprzedaże czekające na wysłanie: #. Zamknij kasę, gdy zostaną wysłane.
till-coupon-bad = nie obowiązuje
till-customer-remove = Bez klienta
till-delivered = Zamówienie # zostało wydane.
till-done = Sprzedane
till-done-offline = Sprzedane bez sieci
till-done-offline-text = Sprzedaż jest zapisana na tym urządzeniu i wyśle się sama.
till-elsewhere = do wysłania: #
till-exact = Odliczone
till-fewer = Mniej
till-found-nothing = Nie znaleziono niczego ani nikogo pod „#”.
till-found-nothing-offline = „#” nie jest tu znane, a bez sieci nie ma kogo zapytać.
till-held = bez sieci: #
till-here = tutaj: #
till-more = Więcej
till-needs-line = Bez sieci można sprzedać tylko to, co odłożono dla tej kasy, i klient musi wszystko zabrać od razu.
till-needs-look = do sprawdzenia: #
till-next = Następny klient
till-offline = Brak sieci
till-online = Połączono
till-order = Zamówienie
till-piece-remove = Usuń
till-pieces = Sztuk
till-print = Drukuj paragon
till-refused = Odrzucono
till-refused-again = Spróbuj ponownie
till-repeated = Ten koszyk został już sprzedany.
till-saved = Oszczędność
till-send = Wysłać
till-sending = Wysyłanie …
till-sign-in = Zaloguj się
till-signed-out = Wylogowano
till-taken-now = Od razu
till-too-little = To mniej niż suma.
till-total = Razem
till-waiting = Sprzedaże czekające na wysłanie: #

## Why not

desk-error-till-closed = Ta kasa została zamknięta. Zamknij ją też tutaj i otwórz na nowo.
desk-error-bad-till-place = Wybierz sklep i miejsce, w którym leży towar.
desk-error-bad-till-name = Nazwa kasy ma od 1 do 40 znaków.
desk-error-too-little-cash = To mniej niż suma.
desk-error-total-changed = Cena się zmieniła. Sprawdź nową sumę.
desk-error-collected-elsewhere = Tego zamówienia nie odbiera się w tym sklepie.
desk-error-bad-payment = Wybierz gotówkę albo kartę.
desk-error-location-closed = W tym miejscu nic się już nie sprzedaje.
desk-did-till-opened = Otwarcie kasy
desk-did-till-closed = Zamknięcie kasy
desk-error-no-price = Ten towar nie ma jeszcze ceny.
desk-error-not-sold = Tego towaru już nie sprzedajemy.
desk-error-out-of-stock = Nie ma już tylu sztuk.

## Karty podarunkowe i punkty przy kasie

till-gift-card = Karta podarunkowa
till-to-pay = Do zapłaty
till-gift-card-ending = Karta podarunkowa …#
till-points-count = Punkty: #
till-points-use = Zapłać punktami: #
till-tenders-need-line = Kartą podarunkową i punktami można płacić tylko z siecią.
till-slip-gift-card = Karta podarunkowa …{ $ending }
till-slip-points = { $n ->
    [one] { $n } punkt
    [few] { $n } punkty
    [many] { $n } punktów
   *[other] { $n } punktu
}

## Jak jedzie reszta

till-rest-way = Jak i za ile
