desk-links = Połączenia z innymi sklepami
desk-links-lead = Inny system sklepowy za twoimi drzwiami: jego towary, klienci i zamówienia trafiają tutaj, a on wie, ile czego jest i ile kosztuje.
desk-links-none = Żaden sklep nie jest jeszcze połączony
desk-links-none-text = Połącz system sklepowy, który masz: jego zamówienia biorą sztuki z tej samej półki co inne drzwi, więc nic nie sprzeda się dwa razy.
desk-links-new = Połącz sklep
desk-links-which = Który to system?
desk-links-choose = Wybierz
desk-links-about-vendure = Przez Admin API, wersja 3. Odczytywany co minutę.
desk-links-about-shopify = Przez własną aplikację w twoim sklepie: webhooki oraz jego API co minutę.
desk-links-about-woocommerce = Przez webhooki oraz jego REST API co minutę.
desk-links-name = Nazwa
desk-links-system = System
desk-links-read-last = Ostatni odczyt
desk-links-url = Adres
desk-links-url-vendure = Gdzie odpowiada jego serwer, bez /admin-api: https://sklep.example
desk-links-url-shopify = https://twoj-sklep.myshopify.com
desk-links-url-woocommerce = Gdzie odpowiada WordPress, bez /wp-json: https://sklep.example
desk-links-secret-username = Nazwa użytkownika administratora
desk-links-secret-password = Hasło administratora
desk-links-secret-access-token = Token dostępu do Admin API
desk-links-secret-consumer-key = Klucz klienta (consumer key)
desk-links-secret-consumer-secret = Sekret klienta (consumer secret)
desk-links-secret-webhook-secret = Sekret, którym podpisane są webhooki
desk-links-secret-stays = Zostaw puste, aby zachować obecny.
desk-links-goods = Czyje słowo o towarach i cenach obowiązuje
desk-links-goods-theirs = Ich: co zmienią u siebie, zmienia się tutaj
desk-links-goods-ours = Nasze: ich towary są odnajdywane po SKU i dostają nasze ceny
desk-links-place = Gdzie leżą ich sztuki
desk-links-no-place = Nie wliczaj ich sztuk
desk-links-place-hint = Ich stan jest wliczany tutaj jeden raz. Odtąd obowiązują twoje księgi.
desk-links-tells = Przekazuj im stany
desk-links-tells-hint = Co sprzeda się w dowolnych drzwiach, znika także tam. Liczby zmienione tam ręcznie są poprawiane.
desk-links-aside = Odkładaj dla nich z każdego towaru
desk-links-aside-hint = Tyle sztuk (najwyżej połowa tego, co jest) mają tylko dla siebie, więc nic nie sprzeda się tu i tam w tej samej minucie. Puste: widzą wszystko, co jest.
desk-links-their-place = Ich lokalizacja
desk-links-their-place-hint = Identyfikator ich lokalizacji magazynowej; puste: pierwsza.
desk-links-currency = Waluta ich cen
desk-links-running = Działa
desk-links-importing = Pierwszy odczyt
desk-links-paused = Wstrzymane
desk-links-failing = Teraz nie działa
desk-links-refused = Odmawia dostępu
desk-links-refused-text = Nie wpuszcza nas, więc połączenie jest wstrzymane. Sprawdź adres i klucze poniżej i zapisz je: próba nastąpi od razu.
desk-links-failing-text = Coś poszło nie tak. Próba powtórzy się sama i ruszy od miejsca, w którym stanęła.
desk-links-standing = Stan
desk-links-not-yet = jeszcze nie wszystko
desk-links-complete = wszystko
desk-links-taken =
    { $count ->
        [one] { $count } przyjęty wpis
        [few] { $count } przyjęte wpisy
        [many] { $count } przyjętych wpisów
       *[other] { $count } przyjętego wpisu
    }
desk-links-feed-products = Produkty
desk-links-feed-variants = Warianty
desk-links-feed-customers = Klienci
desk-links-feed-orders = Zamówienia
desk-links-feed-levels = Stany magazynowe
desk-links-deeds = Co możesz zrobić
desk-links-read-now = Odczytaj teraz
desk-links-read-all = Odczytaj wszystko od nowa
desk-links-read-all-sure = Wszystko zostanie odczytane jeszcze raz. Co się zgadza, zostaje bez zmian.
desk-links-test = Sprawdź połączenie
desk-links-pause = Wstrzymaj
desk-links-resume = Wznów
desk-links-problems = Do sprawdzenia
desk-links-problem-refused = Produkt nie został przyjęty: { $why }
desk-links-problem-short = Sprzedano tam więcej, niż było: { $skus }. Uzupełnij zapas albo powiadom klienta.
desk-links-problem-edited = Zamówienie zmieniono tam po złożeniu: dodano lub powiększono pozycje. Porównaj je.
desk-links-problems-seen = Sprawdzone
desk-links-webhooks = Webhooki
desk-links-webhooks-shopify = W Shopify, w Ustawienia › Powiadomienia › Webhooki, dodaj zamówienia, produkty i klientów z adresem tego serwera i poniższą ścieżką.
desk-links-webhooks-woocommerce = W WooCommerce, w Ustawienia › Zaawansowane › Webhooki, dodaj zamówienia, produkty i klientów z adresem tego serwera i poniższą ścieżką oraz tym samym sekretem.
desk-links-connection = Jak jest połączony
desk-flash-links-made = Sklep jest połączony. Pierwszy odczyt już trwa.
desk-flash-links-saved = Zapisano. Działa.
desk-flash-links-works = Wpuszcza nas.
desk-flash-links-reading = Trwa odczyt.
desk-flash-links-paused = Połączenie jest wstrzymane.
desk-flash-links-resumed = Połączenie działa dalej.
desk-flash-links-seen = Zanotowano.
desk-did-link-made = Połączono sklep
desk-did-link-changed = Zmieniono połączenie ze sklepem
desk-did-link-read-again = Zlecono ponowny odczyt połączonego sklepu
desk-did-link-paused = Wstrzymano połączenie
desk-did-link-resumed = Wznowiono połączenie
desk-did-link-problems-seen = Sprawdzono zamówienia połączonego sklepu
desk-error-no-such-location = Żadne otwarte miejsce nie ma tego kodu. Zajrzyj do miejsc w Magazynie.
desk-error-bad-shop-url = Wpisz adres serwera sklepu, na przykład https://sklep.example.
desk-error-bad-aside = Wpisz liczbę odkładanych sztuk, całkowitą, albo nic.

## Parcels

desk-links-tells-parcels = Przekazuj im, co wysłano
desk-links-tells-parcels-hint = O paczce z ich zamówienia spakowanej tutaj dowiadują się tam, wraz z numerem przesyłki.

## Apps of Shopify

desk-links-secret-client-id = Identyfikator klienta (Client ID)
desk-links-secret-client-secret = Sekret klienta (Client secret)
desk-links-secret-access-token-hint = Tylko dla aplikacji utworzonej w panelu sklepu przed 2026 rokiem.
desk-links-secret-client-id-hint = Z własnej aplikacji w Dev Dashboard Shopify, zainstalowanej w sklepie.
desk-links-secret-client-secret-hint = Widoczny obok identyfikatora klienta.

## Medusa

desk-links-about-medusa = Przez Admin API, wersja 2. Odczytywany co minutę.
desk-links-url-medusa = Gdzie odpowiada jego serwer, bez /admin: https://sklep.example
desk-links-secret-api-key = Tajny klucz API (w Medusie: Settings › Secret API Keys)
