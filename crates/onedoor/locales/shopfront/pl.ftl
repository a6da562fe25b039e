## Wokół każdej strony

shop-skip = Przejdź do treści
shop-search = Czego szukasz?
shop-search-do = Szukaj
shop-own = Twoje
shop-account = Konto
shop-cart = Koszyk
shop-pieces =
    { $count ->
        [one] { $count } sztuka
        [few] { $count } sztuki
        [many] { $count } sztuk
       *[other] { $count } sztuki
    }
shop-shelves = Półki
shop-to-cart = Do koszyka
shop-help = Pomoc
shop-questions = Pytania i odpowiedzi
shop-own-orders = Twoje zamówienia
shop-withdraw = Odstąp od umowy
shop-language = Język
shop-prices-hint = Wszystkie ceny zawierają VAT. Są takie same tutaj, w naszych sklepach i przez telefon.
shop-to-front = Na stronę główną

## Co się nie udało

shop-error-not-found = Tu nic nie ma
shop-error-not-found-do = Być może zostało wyprzedane i zdjęte z półki albo w adresie jest literówka. Zacznij od strony głównej i poszukaj stamtąd.
shop-error-internal = To nasz błąd
shop-error-internal-do = Nic nie przepadło. Spróbuj ponownie za chwilę.
shop-error-too-many = Trochę wolniej
shop-error-too-many-do = Przyszło stąd zbyt wiele zapytań. Odczekaj minutę i spróbuj ponownie.
shop-error-refused = To się nie udało
shop-error-refused-do = Wróć, sprawdź, czy wszystko jest wypełnione, i spróbuj ponownie. Jeśli to nie pomoże, napisz do nas na czacie.
shop-refused-not-sold = Jedna z tych rzeczy nie jest już sprzedawana. Usuń ją z koszyka, aby kontynuować.
shop-refused-out-of-stock = Ktoś był szybszy: nie ma tam już tylu sztuk. Zmień ilość albo wybierz inny sposób dostawy.
shop-refused-empty-cart = Koszyk jest pusty.
shop-refused-total-changed = Suma zmieniła się, odkąd ją widać było ostatnio, więc nic nie zostało zamówione. Sprawdź jeszcze raz.
shop-refused-too-many-pieces = Tyle nie zmieści się w jednym koszyku. W sprawie większych ilości napisz do nas.
shop-refused-cart-full = Koszyk jest pełny. Wyjmij coś albo najpierw zamów to, co w nim jest.
shop-refused-bad-quantity = Ilość to liczba całkowita od 0 do 9999.
shop-refused-no-price = Jedna z tych rzeczy nie ma teraz ceny, więc koszyka nie można zamówić. Wyjmij ją albo zapytaj nas na czacie.
shop-refused-foreign-form = Ten formularz nie przyszedł z naszej strony, więc nic nie zostało zrobione. Otwórz sklep i spróbuj ponownie.
shop-refused-bad-email = To nie jest adres e-mail. Powinien wyglądać jak anna@example.com.
shop-refused-unknown-code = Ten kod niczego nie otwiera. Jest ważny 15 minut i na jednym urządzeniu: utwórz nowy tam, gdzie jest koszyk.
shop-refused-coupon-unknown = Nie ma takiego kodu. Sprawdź, czy jest dobrze wpisany.
shop-refused-coupon-over = Ten kod już stracił ważność.
shop-refused-coupon-disabled = Ten kod nie jest już ważny.
shop-refused-coupon-used-up = Ten kod został już wykorzystany tyle razy, ile można.
shop-refused-coupon-used-by-you = Ten kod został już przez Ciebie wykorzystany.
shop-refused-coupon-gives-nothing = Kod jest ważny, ale w tym koszyku niczego nie obniża.
shop-refused-too-many-coupons = W koszyku jest już tyle kodów, ile się mieści.
shop-refused-no-such-door = W tej chwili nie możemy wysłać kodu na ten adres. Napisz do nas na czacie.
shop-refused-wrong-proof = To nie ten kod. Sprawdź i wpisz go jeszcze raz.
shop-refused-proof-spent = Zbyt wiele błędnych kodów. Poproś o nowy.
shop-refused-proof-expired = Ten kod jest za stary. Poproś o nowy.
shop-refused-too-many-codes = Wysłano już zbyt wiele kodów. Odczekaj godzinę albo użyj ostatniego.

## Co zostało zrobione

shop-did-added = Jest w koszyku.
shop-did-removed = Usunięto z koszyka.
shop-did-saved = Zachowane na później.
shop-did-wished-back = Damy znać, gdy znów będzie.
shop-did-wished-low = Damy znać, gdy zostanie tylko kilka sztuk.
shop-did-wished-cheaper = Damy znać, gdy cena spadnie.
shop-did-claimed = Koszyk jest teraz tutaj.
shop-did-ordered = Dziękujemy. Mamy Twoje zamówienie.
shop-did-entered = Witaj ponownie.
shop-did-left = Wylogowano. Nic Twojego nie zostaje w tej przeglądarce.

## Towary

shop-from = od { $price }
shop-lowest = Najniższa cena z 30 dni przed obniżką: { $price }
shop-stock-in-stock = Dostępne
shop-stock-few = Ostatnie sztuki
shop-stock-none = Wyprzedane
shop-add = Do koszyka
shop-look = Zobacz
shop-choose = Wybierz
shop-hero = Kawa do domowego ogniska
shop-hero-text = Palona w Krakowie i Klużu, wysyłana tego samego dnia albo czekająca na Ciebie w jednym z naszych sklepów.
shop-all-goods = Wszystkie towary
shop-reduced = Teraz taniej
shop-new = Na półkach
shop-nothing-yet = Półki są jeszcze puste. Zajrzyj wkrótce.
shop-front = Sklep
shop-found-for = Wyniki dla „{ $text }”
shop-found =
    { $count ->
        [one] { $count } produkt
        [few] { $count } produkty
        [many] { $count } produktów
       *[other] { $count } produktu
    }
shop-found-nothing = Nic nie pasuje. Spróbuj mniej słów albo cofnij któryś wybór.
shop-meant = Nic nie nazywa się „{ $typed }”; oto co jest dla: { $words }.
shop-ignored = Pominięto, bo nic tego nie ma: { $words }.
shop-sort = Sortuj
shop-sort-best = Najtrafniejsze
shop-sort-price-up = Cena rosnąco
shop-sort-price-down = Cena malejąco
shop-sort-name = Nazwa
shop-narrow = Zawęź
shop-narrow-do = Pokaż
shop-facet-category = Półka
shop-facet-brand = Marka
shop-pages = Strony
shop-page-before = Poprzednia
shop-page-of = Strona { $page } z { $count }
shop-page-next = Następna
shop-way = Gdzie jesteś
shop-no-price = W tej chwili nie ma ceny. Zapytaj nas na czacie.
shop-number = Numer
shop-quantity = Ilość
shop-why = Skąd ta cena
shop-why-list = { $price } według „{ $list }”.
shop-why-not = Pominięto: { $price } według „{ $list }”.
shop-why-exception = Dla tej formy sprzedaży zgłoszono inną cenę.
shop-why-tax = W tym { $tax } VAT ({ $rate }).
shop-why-everywhere = Taka sama jest w naszych sklepach, przez telefon i na czacie.
shop-places = W naszych sklepach
shop-wish-back = Daj mi znać, gdy znów będzie
shop-wish-back-text = Jedna wiadomość, gdy znów będzie dostępne, i nic więcej.
shop-wish-low = Daj mi znać, zanim zniknie
shop-wish-low-text = Jedna wiadomość, gdy zostanie tylko kilka sztuk, i nic więcej.
shop-wish-cheaper = Daj mi znać, gdy będzie taniej
shop-wish-cheaper-text = Jedna wiadomość, gdy cena będzie niższa niż teraz, i nic więcej.
shop-wish-choose = Przypomnij mi o tym później
shop-wish-choose-text = Jedna wiadomość i nic więcej.
shop-wish-when-cheaper = Gdy będzie taniej
shop-wish-when-low = Gdy zostanie tylko kilka sztuk
shop-email = Adres e-mail
shop-wish-do = Daj znać

## Koszyk

shop-free = bezpłatnie
shop-tax = w tym VAT { $rate }
shop-cart-empty = Koszyk jest pusty. Co tu włożysz, będzie w nim także w naszych sklepach i na telefonie.
shop-saved = Zachowane na później
shop-undo = Cofnij
shop-not-sold = Nie jest już sprzedawane.
shop-only-left =
    { $count ->
        [0] Wyprzedane.
        [one] Została tylko { $count } sztuka.
        [few] Zostały tylko { $count } sztuki.
        [many] Zostało tylko { $count } sztuk.
       *[other] Zostało tylko { $count } sztuki.
    }
shop-quantity-of = Ilość: { $what }
shop-quantity-set = Zmień
shop-save = Zachowaj na później
shop-remove = Usuń
shop-take-back = Z powrotem do koszyka
shop-sums = Ile to kosztuje
shop-checkout = Zamów
shop-code = Pokaż w kasie
shop-code-text = Pokaż to w kasie jednego z naszych sklepów albo zeskanuj innym urządzeniem: tam otworzy się Twój koszyk.
shop-code-qr = Kod QR otwierający koszyk
shop-code-until = Ważny do { $at }.
shop-coupon = Kod rabatowy
shop-coupon-do = Użyj
shop-claim = Przejmij koszyk z innego miejsca
shop-claim-text = Na drugim urządzeniu lub w sklepie poproś o kod koszyka i wpisz go tutaj.
shop-claim-code = Kod koszyka
shop-claim-do = Przejmij

## Zamawianie

shop-look-again = Niektóre pola trzeba poprawić.
shop-who = Ty
shop-where = Dostawa
shop-means = Płatność
shop-reach-hint = Wystarczy adres e-mail albo numer telefonu.
shop-delivery-address = Pod adres
shop-delivery-address-hint = 1–2 dni robocze.
shop-delivery-collect = Odbiór w sklepie
shop-delivery-collect-hint = Damy znać, gdy będzie gotowe.
shop-go-on = Dalej
shop-change-cart = Zmień koszyk
shop-field-name = Imię i nazwisko
shop-field-email = Adres e-mail
shop-field-phone = Telefon
shop-field-street = Ulica i numer
shop-field-postcode = Kod pocztowy
shop-field-city = Miejscowość
shop-field-country = Kraj
shop-fault-missing = To pole jest wymagane.
shop-fault-long = To jest za długie.
shop-fault-wrong = To nie wygląda dobrze. Może literówka?
shop-fault-reach = Podaj adres e-mail albo numer telefonu, żebyśmy mogli się skontaktować.
shop-fault-unknown = Wybierz jedno z podanych.
shop-place-has-all = wszystko jest na miejscu
shop-place-lacks = w tej chwili nie ma tam wszystkiego
shop-means-transfer = Przelew
shop-means-transfer-hint = Wysyłamy, gdy pieniądze dotrą.
shop-means-on-delivery = Przy odbiorze
shop-means-on-delivery-hint = Kurierowi, gotówką lub kartą. Dla paczek.
shop-means-in-store = W sklepie
shop-means-in-store-hint = W kasie, przy odbiorze.
shop-means-provider = Płatność online
shop-last-look = Ostatnie spojrzenie
shop-buy = Zamawiam z obowiązkiem zapłaty
shop-edit = Zmień coś
shop-buy-hint = W ciągu 14 dni od otrzymania towaru możesz odstąpić od umowy bez podania przyczyny.
shop-country-pl = Polska
shop-country-ro = Rumunia

## Zamówienia

shop-order = Zamówienie { $number }
shop-state-placed = Przyjęte
shop-state-partly-fulfilled = Częściowo w drodze
shop-state-fulfilled = Wysłane
shop-state-cancelled = Anulowane
shop-payment-awaited = jeszcze nieopłacone
shop-payment-paid = opłacone
shop-payment-refunded = pieniądze zwrócone
shop-pay-transfer = Prosimy o przelew { $total } z tytułem { $number }. Numer konta podamy w wiadomości.
shop-pay-on-delivery = Przygotuj { $total } dla kuriera.
shop-pay-in-store = Zapłać { $total } w kasie przy odbiorze i podaj numer { $number }.
shop-pay-provider = Trwa płatność online: { $total }.
shop-line-cancelled =
    { $count ->
        [one] anulowano { $count } sztukę
        [few] anulowano { $count } sztuki
        [many] anulowano { $count } sztuk
       *[other] anulowano { $count } sztuki
    }
shop-line-handed-over =
    { $count ->
        [one] odebrano { $count } sztukę
        [few] odebrano { $count } sztuki
        [many] odebrano { $count } sztuk
       *[other] odebrano { $count } sztuki
    }
shop-line-returned =
    { $count ->
        [one] zwrócono { $count } sztukę
        [few] zwrócono { $count } sztuki
        [many] zwrócono { $count } sztuk
       *[other] zwrócono { $count } sztuki
    }
shop-line-sent =
    { $count ->
        [one] wysłano { $count } sztukę
        [few] wysłano { $count } sztuki
        [many] wysłano { $count } sztuk
       *[other] wysłano { $count } sztuki
    }
shop-steps = Co się wydarzyło
shop-step-placed = Zamówiono
shop-step-paid = Opłacono
shop-step-shipped = Wysłano
shop-step-handed_over = Wydano
shop-step-cancelled = Anulowano
shop-step-edited = Zmieniono
shop-step-refunded = Zwrócono pieniądze

## Konto

shop-known = Jesteś na swoim koncie.
shop-leave = Wyloguj się
shop-enter-text = Bez hasła: wyślemy kod, a wszystkie zamówienia i koszyk będą tutaj.
shop-enter-do = Wyślij kod
shop-code-sent = Jeśli adres jest poprawny, kod jest już w drodze. Jest ważny dziesięć minut.
shop-code-field = Kod z wiadomości
shop-code-do = Zaloguj się
shop-other-address = Inny adres
shop-no-orders = Nie ma jeszcze zamówień.
shop-no-orders-here = Z tej przeglądarki nie ma jeszcze zamówień. Zaloguj się, aby zobaczyć pozostałe.

## Karty podarunkowe i punkty

shop-tenders = Karta podarunkowa i punkty
shop-gift-card = Kod karty podarunkowej
shop-gift-card-hint = Karta zapłaci tyle, ile na niej jest. Kilka kodów rozdziel przecinkami.
shop-gift-card-ending = Karta podarunkowa …{ $ending }
shop-gift-card-left = zostanie na niej { $left }
shop-points-use = { $n ->
    [one] Zapłać moim { $n } punktem
    [few] Zapłać moimi { $n } punktami
    [many] Zapłać moimi { $n } punktami
   *[other] Zapłać moimi { $n } punktami
}
shop-points-worth = Są warte { $amount }. Wykorzystamy tylko tyle, ile potrzeba.
shop-points-count = { $n ->
    [one] { $n } punkt
    [few] { $n } punkty
    [many] { $n } punktów
   *[other] { $n } punktu
}
shop-means-tenders = Karta podarunkowa lub punkty
shop-fault-gift-card-unknown = Nie ma karty podarunkowej o tym kodzie. Sprawdź, czy jest dobrze wpisany.
shop-fault-gift-card-over = Ta karta podarunkowa nie jest już ważna.
shop-fault-gift-card-empty = Na tej karcie podarunkowej nic już nie ma.
shop-fault-gift-card-currency = Ta karta podarunkowa jest w innej walucie.
shop-fault-gift-card-many = Jedno zamówienie można opłacić najwyżej dziesięcioma kartami.
shop-fault-points = Tymi punktami nie można już zapłacić. Sprawdź na swoim koncie, ile ich jest.
shop-refused-to-pay-changed = Kwota do zapłaty zmieniła się od ostatniego razu, więc nic nie zostało zamówione. Sprawdź jeszcze raz.
shop-refused-gift-card-empty = Na karcie podarunkowej nic już nie ma. Użyj innej albo zostaw puste pole.
shop-refused-gift-card-over = Karta podarunkowa nie jest już ważna. Użyj innej albo zostaw puste pole.
shop-refused-gift-card-unknown = Nie ma karty podarunkowej o tym kodzie. Sprawdź, czy jest dobrze wpisany.
shop-refused-gift-card-too-low = Na karcie podarunkowej nie ma już tyle. Sprawdź jeszcze raz.
shop-refused-too-few-points = Nie masz już tylu punktów. Sprawdź jeszcze raz.
shop-points-have = { $n ->
    [one] Masz { $n } punkt. Opłaca { $amount } zamówienia.
    [few] Masz { $n } punkty. Opłacają { $amount } zamówienia.
    [many] Masz { $n } punktów. Opłacają { $amount } zamówienia.
   *[other] Masz { $n } punktu. Opłacają { $amount } zamówienia.
}

## Dostawa i jej koszt

shop-ways = Sposób wysyłki
shop-ways-renew = Pokaż, ile kosztuje tam dostawa
shop-way-free-from = bezpłatnie od { $amount }
shop-delivery-from = od { $amount }
shop-refused-shipping-not-possible = Tych towarów nie można już tak wysłać. Wybierz inny sposób dostawy.
shop-refused-not-sent-there = Nie mamy jak wysłać tych towarów do tego kraju. Wybierz inny kraj albo odbierz je w sklepie.
