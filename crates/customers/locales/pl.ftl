### Co się wydarzyło, w jednym wierszu osi czasu. Imię klienta stoi wyżej, więc zdanie jest bezosobowe.
### Zmienna, której nie znamy, ma wartość „none”.

## Części zdań

event-a-product = produkt
event-part-price = { $amount ->
    [none] {""}
   *[other] {" "}· { $amount }
}
event-part-for = { $amount ->
    [none] {""}
   *[other] {" "}za { $amount }
}
event-part-discount = { $amount ->
    [none] {""}
   *[other] {" "}· −{ $amount }
}
event-part-items = { $count ->
    [0] {""}
    [one] : { $count } produkt
    [few] : { $count } produkty
   *[many] : { $count } produktów
}
event-part-talked = { $minutes ->
    [0] { $seconds } s
    [one] { $minutes } min { $seconds } s
    [few] { $minutes } min { $seconds } s
   *[many] { $minutes } min { $seconds } s
}
event-part-answered = { $agent ->
    [none] {""}
   *[other] {" "}· odebrał(a): { $agent }
}
event-part-agent = { $agent ->
    [none] {""}
   *[other] {" "}· { $agent }
}
event-part-rang = { $rang ->
    [0] {""}
    [one] {" "}· dzwonek przez { $rang } sekundę
    [few] {" "}· dzwonek przez { $rang } sekundy
   *[many] {" "}· dzwonek przez { $rang } sekund
}
event-part-order = { $order ->
    [none] {""}
   *[other] {" "}(zamówienie { $order })
}
event-part-store = { $store ->
    [none] {""}
   *[other] {" "}· { $store }
}
event-part-method = { $method ->
    [none] {""}
    [card] {" "}· karta
    [blik] {" "}· BLIK
    [bank_transfer] {" "}· przelew
    [cash] {" "}· gotówka
    [cash_on_delivery] {" "}· za pobraniem
    [parcel_locker] {" "}· automat paczkowy
    [courier] {" "}· kurier
    [pickup] {" "}· odbiór w sklepie
   *[other] {" "}· { $method }
}
event-part-via = { $via ->
    [none] {""}
    [email] {" "}· e-mail
    [sms] {" "}· SMS
    [push] {" "}· powiadomienia w aplikacji
    [phone] {" "}· telefon
    [post] {" "}· poczta
   *[other] {" "}· { $via }
}
event-part-purpose = { $purpose ->
    [none] {""}
    [marketing] : marketing
    [profiling] : profilowanie
    [analytics] : analityka
    [service] : obsługa zamówień
   *[other] : { $purpose }
}
event-part-reason = { $reason ->
    [none] {""}
   *[other] {" "}· { $reason }
}
event-part-told = { $first }{ $second ->
    [none] {""}
   *[other] , { $second }
}{ $third ->
    [none] {""}
   *[other] , { $third }
}

## Oglądanie

event-page = { $page ->
    [none] Odwiedzono stronę
   *[other] Odwiedzono stronę „{ $page }”
}
event-page-home = Odwiedzono stronę główną
event-screen = { $screen ->
    [none] Otwarto aplikację
   *[other] Otwarto w aplikacji: „{ $screen }”
}
event-app-opened = Otwarto aplikację
event-products-searched = { $query ->
    [none] Szukano w sklepie
   *[other] Szukano: „{ $query }”
}
event-list-viewed = { $list ->
    [none] Przeglądano produkty
   *[other] Przeglądano: „{ $list }”
}
event-list-filtered = { $list ->
    [none] Zawężono listę produktów
   *[other] Zawężono listę „{ $list }”
}{ $filters ->
    [none] {""}
   *[other] : { $filters }
}
event-promotion-viewed = { $promotion ->
    [none] Wyświetlono promocję
   *[other] Wyświetlono promocję „{ $promotion }”
}
event-promotion-clicked = { $promotion ->
    [none] Kliknięto promocję
   *[other] Kliknięto promocję „{ $promotion }”
}
event-product-clicked = Kliknięto: { $pieces }{ $product }
event-product-viewed = Obejrzano: { $pieces }{ $product }{ event-part-price }

## Koszyk i lista życzeń

event-product-added = Dodano do koszyka: { $pieces }{ $product }{ event-part-price }
event-product-removed = Usunięto z koszyka: { $pieces }{ $product }
event-cart-viewed = Sprawdzono koszyk{ event-part-items }{ event-part-price }
event-cart-shared = Udostępniono koszyk{ event-part-via }
event-wishlist-added = { $wishlist ->
    [none] Dodano do listy życzeń: { $pieces }{ $product }
   *[other] Dodano do listy życzeń „{ $wishlist }”: { $pieces }{ $product }
}
event-wishlist-removed = { $wishlist ->
    [none] Usunięto z listy życzeń: { $pieces }{ $product }
   *[other] Usunięto z listy życzeń „{ $wishlist }”: { $pieces }{ $product }
}
event-wishlist-to-cart = Przeniesiono z listy życzeń do koszyka: { $pieces }{ $product }
event-product-shared = Udostępniono: { $product }{ event-part-via }
event-product-reviewed = Oceniono: { $product }{ $rating ->
    [none] {""}
   *[other] {" "}· ★ { $rating }
}{ $review ->
    [none] {""}
   *[other] {" "}· „{ $review }”
}

## Składanie zamówienia i zamówienia

event-checkout-started = Rozpoczęto składanie zamówienia{ event-part-items }{ event-part-price }{ event-part-order }
event-checkout-step-viewed = { $step ->
    [none] Kolejny krok składania zamówienia
   *[other] Przejście do kroku { $step } składania zamówienia
}{ event-part-method }
event-checkout-step-completed = { $step ->
    [none] Ukończono krok składania zamówienia
   *[other] Ukończono krok { $step } składania zamówienia
}{ event-part-method }
event-payment-entered = Podano dane do płatności{ event-part-method }
event-order-completed = { $count ->
    [0] Złożono zamówienie
    [one] Zamówiono { $count } produkt
    [few] Zamówiono { $count } produkty
   *[many] Zamówiono { $count } produktów
}{ event-part-for }{ event-part-order }
event-order-updated = Zmieniono zamówienie{ event-part-items }{ event-part-price }{ event-part-order }
event-order-cancelled = Anulowano zamówienie{ event-part-items }{ event-part-price }{ event-part-order }
event-order-refunded = { $amount ->
    [none] Zwrot pieniędzy
   *[other] Zwrot pieniędzy: { $amount }
}{ event-part-order }
event-order-shipped = Wysłano paczkę{ event-part-order }{ event-part-method }
event-coupon-entered = { $coupon ->
    [none] Wpisano kod rabatowy
   *[other] Wpisano kod rabatowy „{ $coupon }”
}
event-coupon-applied = { $coupon ->
    [none] Użyto kodu rabatowego
   *[other] Użyto kodu rabatowego „{ $coupon }”
}{ event-part-discount }
event-coupon-denied = { $coupon ->
    [none] Odrzucono kod rabatowy
   *[other] Odrzucono kod rabatowy „{ $coupon }”
}{ event-part-reason }
event-coupon-removed = { $coupon ->
    [none] Usunięto kod rabatowy
   *[other] Usunięto kod rabatowy „{ $coupon }”
}

## W sklepie

event-store-visited = Wizyta w sklepie{ event-part-store }
event-order-bought = { $count ->
    [0] Zakupy w sklepie
    [one] Kupiono w sklepie { $count } produkt
    [few] Kupiono w sklepie { $count } produkty
   *[many] Kupiono w sklepie { $count } produktów
}{ event-part-for }{ event-part-order }
event-receipt-issued = { $receipt ->
    [none] Wystawiono paragon
   *[other] Wystawiono paragon { $receipt }
}{ event-part-items }{ event-part-price }{ event-part-store }
event-return-started = Zgłoszono zwrot{ event-part-order }{ event-part-store }
event-return-of-product = Zgłoszono zwrot: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-asked = Zgłoszono zwrot: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-received = Przyjęto zwrot: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-exchanged = Wymieniono: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-refused = Odmówiono zwrotu: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-card-scanned = Okazano kartę stałego klienta{ event-part-store }
event-card-issued = Wydano kartę stałego klienta{ event-part-store }
event-qr-scanned = Zeskanowano kod QR{ $place ->
    [none] {""}
   *[other] {" "}· { $place }
}

## E-maile, wiadomości, telefon

event-email-delivered = { $subject ->
    [none] Doręczono e-mail
   *[other] Doręczono e-mail „{ $subject }”
}
event-email-opened = { $subject ->
    [none] Otwarto e-mail
   *[other] Otwarto e-mail „{ $subject }”
}
event-email-clicked = { $subject ->
    [none] Kliknięto link w e-mailu
   *[other] Kliknięto link w e-mailu „{ $subject }”
}
event-sms-delivered = { $subject ->
    [none] Doręczono SMS
   *[other] Doręczono SMS „{ $subject }”
}
event-sms-clicked = { $subject ->
    [none] Kliknięto link w SMS-ie
   *[other] Kliknięto link w SMS-ie „{ $subject }”
}
event-message-received = { $message ->
    [none] Wiadomość od klienta
   *[other] Wiadomość od klienta: „{ $message }”
}
event-message-sent = { $message ->
    [none] Nasza wiadomość
   *[other] Nasza wiadomość: „{ $message }”
}
event-form-submitted = { $message ->
    [none] Wysłano formularz kontaktowy
   *[other] Wiadomość z formularza: „{ $message }”
}
event-push-tapped = { $message ->
    [none] Otwarto powiadomienie
   *[other] Otwarto powiadomienie „{ $message }”
}
event-call-started = { $direction ->
    [outbound] Telefon do klienta
   *[inbound] Telefon od klienta
}
event-call-ended = Koniec rozmowy
event-call-lasted = { $direction ->
    [outbound] Telefon do klienta · { event-part-talked }{ event-part-agent }
    [inbound] Telefon od klienta · { event-part-talked }{ event-part-answered }
   *[none] Rozmowa telefoniczna · { event-part-talked }{ event-part-agent }
}
event-call-missed = { $direction ->
    [outbound] Telefon do klienta, bez odpowiedzi
   *[inbound] Nieodebrany telefon od klienta
}{ event-part-rang }
event-call-voicemail = Klient nagrał wiadomość głosową
event-newsletter = { $newsletter ->
    [none] Zapisano się do newslettera
   *[other] Zapisano się do newslettera „{ $newsletter }”
}
event-unsubscribed = Wypisano się z newslettera

## Kim są

event-identify = Rozpoznano klienta
event-identify-told = Podano: { event-part-told }
event-identify-signed-in = Zalogowano się
event-identify-signed-in-and-told = Zalogowano się i podano: { event-part-told }
event-signed-up = Założono konto
event-signed-in = Zalogowano się
event-signed-out = Wylogowano się
event-identity-added = Dodano kartę lub adres
event-identity-proven = Adres potwierdzono kodem
event-customer-met = Pierwsza wizyta w sklepie
event-survey-answered = Oceniono naszą pomoc{ $score ->
    [none] {""}
   *[other] {": "}{ $score } z 5
}{ $comment ->
    [none] {""}
   *[other] {" "}· „{ $comment }”
}
event-consent-given = Wyrażono zgodę{ event-part-purpose }{ event-part-via }
event-consent-withdrawn = Wycofano zgodę{ event-part-purpose }{ event-part-via }
event-group = { $group ->
    [none] Dołączono do grupy
   *[other] Dołączono do grupy „{ $group }”
}
event-alias = Rozpoznano klienta z wcześniejszej wizyty
event-trait-name = imię i nazwisko
event-trait-email = e-mail
event-trait-phone = telefon
event-trait-address = adres
event-trait-birthday = data urodzenia
event-trait-card = karta stałego klienta
event-trait-company = firma
event-trait-language = język
event-trait-gender = płeć

## Wszystko inne, pod nazwą nadaną przez sprzedawcę

event-other = { $name ->
    [none] Coś się wydarzyło
   *[other] { $name }
}{ $details ->
    [none] {""}
   *[other] {" "}({ $details })
}

### A person's own file: everything that the shop has recorded of them.

export-title = Twoje dane
export-intro = Wszystko, co sklep zapisał na Twój temat, stan na { $at }.
export-nothing = Brak.
export-record = Kartoteka
export-first-seen = Pierwszy kontakt
export-last-seen = Ostatni kontakt
export-restricted = Przetwarzanie ograniczone od
export-objected = Bez reklam od
export-identities = Po czym sklep Cię rozpoznaje
export-claims = Podane jako Twoje, niepotwierdzone
export-bounces = Adresy, na które nasze listy nie docierają
export-traits = Co o Tobie wiadomo
export-consents = Na co wyrażono zgodę, a na co nie
export-groups = Grupy i gospodarstwa domowe
export-dealings = Zamówienia, zwroty i koszyki
export-edges = Dlaczego połączono zapisy
export-timeline = Co się wydarzyło
export-when = Kiedy
export-where = Gdzie
export-what = Co
export-why = Dlaczego
export-value = Wartość
export-kind = Rodzaj
export-sure = Pewność
export-verified = potwierdzone
export-stated = podane, niepotwierdzone
export-shared = używane przez kilka osób
export-purpose = Cel
export-channel = Kanał
export-state = Decyzja
export-wording = Pokazana treść
export-number = Numer
export-amount = Kwota
export-undone = Rozłączono
export-as-recorded = Pełny zapis
export-kind-user-id = Konto
export-kind-device = Urządzenie
export-kind-email = E-mail
export-kind-phone = Telefon
export-kind-loyalty-card = Karta stałego klienta
export-state-granted = zgoda
export-state-pending = oczekuje na potwierdzenie
export-state-denied = odmowa
export-state-withdrawn = zgoda wycofana
export-dealing-order = Zamówienie
export-dealing-cancel = Anulowane zamówienie
export-dealing-refund = Zwrot pieniędzy
export-dealing-cart = Koszyk
export-dealing-return = Zwrot towaru
export-rule-login = Na urządzeniu zalogowano się na konto
export-rule-same-identity = Ten sam potwierdzony adres, numer lub karta
export-rule-alias = Wskazanie systemu sklepu
export-rule-staff = Decyzja pracownika
