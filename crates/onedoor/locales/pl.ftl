### The desk: what the merchant’s staff read.

## Around every page

desk-skip = Przejdź do treści
desk-nav = Nawigacja główna
desk-nav-inbox = Rozmowy
desk-nav-customers = Klienci
desk-nav-doors = Drzwi
desk-nav-audit = Dziennik
desk-nav-settings = Ustawienia
desk-nav-sell = Sprzedaż
desk-nav-goods = Towar
desk-nav-set-up = Konfiguracja
desk-nav-more = Więcej
desk-search = Szukaj klientów
desk-search-hint = Imię, e-mail, telefon, karta…
desk-language = Język
desk-theme-dark = Ciemne kolory
desk-theme-light = Jasne kolory
desk-save = Zapisz
desk-show = Pokaż
desk-close = Zamknij
desk-cancel = Anuluj
desk-continue = Dalej
desk-change = Zmień
desk-copy = Kopiuj
desk-copied = Skopiowano
desk-home = Do panelu
desk-pages = Strony
desk-newest = Najnowsze
desk-older = Starsze
desk-never = nigdy
desk-porch = Którymikolwiek drzwiami weszli, to ten sam klient.

## Keys

desk-keys = Klawiatura
desk-keys-search = Szukaj
desk-keys-move = W dół i w górę listy
desk-keys-open = Otwórz
desk-keys-doors = Odpowiedź pierwszymi, drugimi… drzwiami
desk-keys-views = W rozmowach: pierwszy, drugi… widok
desk-keys-help = Ta pomoc

## First set-up

desk-set-up = Witamy
desk-set-up-lead = Utwórz konto właściciela. Pozostałych zaprosisz później.
desk-set-up-do = Otwórz panel
desk-your-name = Imię i nazwisko
desk-name = Imię i nazwisko
desk-email = Adres e-mail
desk-password = Hasło
desk-password-hint = Co najmniej 10 znaków. Trzy lub cztery słowa łatwo zapamiętać, a trudno odgadnąć.

## Sign-in

desk-sign-in = Zaloguj się
desk-sign-out = Wyloguj
desk-forgot = Nie pamiętasz hasła? Właściciel lub administrator może dać Ci nowy link.
desk-code = Kod
desk-code-lead = Hasło się zgadza. Jeszcze jeden krok.
desk-code-hint = Sześć cyfr z aplikacji uwierzytelniającej albo kod zapasowy.
desk-set-password = Ustaw hasło
desk-new-password = Nowe hasło
desk-old-password = Obecne hasło
desk-change-password = Zmień hasło
desk-link-lead = Dzień dobry, { $name }. Wybierz hasło, którym będziesz się logować jako { $email }.

## One’s own account

desk-my-account = Moje konto
desk-demo-note = To panel wersji demonstracyjnej. Jest otwarty tylko dla tego komputera, więc nie ma tu konta ani hasła.
desk-sessions = Aktywne sesje
desk-this-browser = Ta przeglądarka
desk-seen = ostatnio
desk-end-session-ask = Wylogować tę przeglądarkę?
desk-end-others-ask = Wylogować wszędzie oprócz tej przeglądarki?
desk-end-others =
    { $count ->
        [one] Wyloguj { $count } inną przeglądarkę
        [few] Wyloguj { $count } inne przeglądarki
        [many] Wyloguj { $count } innych przeglądarek
       *[other] Wyloguj { $count } innej przeglądarki
    }

## Second factor

desk-second-factor = Logowanie dwuetapowe
desk-second-factor-short = dwuetapowe
desk-second-factor-why = Samo skradzione hasło niczego wtedy nie otworzy: potrzebny jest też kod z telefonu.
desk-second-factor-on = Włącz
desk-second-factor-off = Wyłącz
desk-second-factor-since = Włączone od { $day }
desk-second-factor-step-app = Zainstaluj w telefonie aplikację uwierzytelniającą, jeśli jeszcze jej nie masz.
desk-second-factor-step-scan = Zeskanuj nią ten obrazek.
desk-second-factor-step-code = Wpisz kod, który pokaże.
desk-second-factor-by-hand = Nie mogę zeskanować
desk-code-confirm-hint = Sześć cyfr. Zmieniają się co pół minuty.
desk-qr = Kod QR dla aplikacji uwierzytelniającej
desk-recovery-codes = Kody zapasowe
desk-recovery-codes-lead = Wydrukuj je albo zapisz. Każdy jednorazowo otworzy panel, jeśli zgubisz telefon. Nie pokażemy ich ponownie.
desk-codes-left =
    { $count ->
        [0] Nie ma już kodów zapasowych: utwórz nowe.
        [one] Został { $count } kod zapasowy.
        [few] Zostały { $count } kody zapasowe.
        [many] Zostało { $count } kodów zapasowych.
       *[other] Zostało { $count } kodu zapasowego.
    }
desk-new-codes = Nowe kody zapasowe
desk-codes-kept = Mam je zapisane

## Team

desk-team = Zespół
desk-team-lead = Kto tu pracuje i co może robić.
desk-role = Rola
desk-role-of = Rola: { $name }
desk-role-owner = Właściciel
desk-role-admin = Administrator
desk-role-agent = Konsultant
desk-role-clerk = Sprzedawca
desk-role-marketer = Marketer
desk-role-analyst = Analityk
desk-state = Stan
desk-state-active = aktywne
desk-state-invited = zaproszone
desk-state-disabled = wyłączone
desk-seen-last = Ostatnie logowanie
desk-actions = Działania
desk-invite = Zaproś osobę
desk-invite-do = Utwórz zaproszenie
desk-link-for = Link dla: { $name }
desk-link-once = Przekaż go osobiście. Działa raz, przez trzy dni, i nie zostanie pokazany ponownie.
desk-reset = Nowy link
desk-reset-ask = Utworzyć link, którym { $name } ustawi nowe hasło? Jego użycie wyłączy logowanie dwuetapowe.
desk-disable = Wyłącz
desk-disable-ask = Wyłączyć konto: { $name }? Nastąpi natychmiastowe wylogowanie ze wszystkich miejsc.
desk-enable = Włącz
desk-enable-ask = Czy { $name } ma znów móc się logować?

## Customers: the list

desk-customers-count =
    { $count ->
        [one] { $count } klient, ostatnio widziani na początku
        [few] { $count } klientów, ostatnio widziani na początku
       *[many] { $count } klientów, ostatnio widziani na początku
    }
desk-customers-more-than = Ponad { $count } klientów, ostatnio widziani na początku
desk-customers-show = Kogo pokazać
desk-customers-all = Wszyscy
desk-customers-known = Znani
desk-customers-visitors = Goście
desk-customers-customer = Klient
desk-customers-known-by = Po czym go znamy
desk-customers-last-seen = Ostatnio
desk-customers-orders = Zamówienia
desk-customers-last-order = ostatnie: { $ago }
desk-customers-spent = Wydał(a)
desk-customers-nobody = Nie ma jeszcze klientów
desk-customers-nobody-text = Każdy, kto wejdzie jednymi z Twoich drzwi, od razu pojawi się tutaj. Podłącz pierwsze drzwi: wystarczy kilka linijek kodu albo nawet to nie.
desk-customers-to-doors = Podłącz drzwi
desk-customers-none-here = Nikogo tu nie ma
desk-customers-none-here-text = Wśród ostatnio widzianych klientów nie ma nikogo takiego.
desk-customers-hits =
    { $count ->
        [0] Nikogo nie znaleziono
        [one] Znaleziono { $count } klienta
        [few] Znaleziono { $count } klientów
       *[many] Znaleziono { $count } klientów
    }
desk-customers-first-hits =
    { $count ->
        [one] Pierwszy { $count } wynik. Wpisz więcej, aby zawęzić.
        [few] Pierwsze { $count } wyniki. Wpisz więcej, aby zawęzić.
       *[many] Pierwszych { $count } wyników. Wpisz więcej, aby zawęzić.
    }
desk-customers-no-hit = Nikt nie pasuje do „{ $query }”
desk-customers-no-hit-text = Szukać można po początku imienia, nazwiska, adresu e-mail, numeru telefonu (z kierunkowym kraju lub bez), karty stałego klienta albo konta. Wielkość liter i znaki diakrytyczne nie mają znaczenia.
desk-customers-visitor = Gość
desk-customers-visitor-on = Gość · { $door }
desk-customers-a-door = Drzwi

## Customers: who it is

desk-customers-about = O tym kliencie
desk-customers-parts = Części tej strony
desk-customers-back = Wróć
desk-customers-known-one = Znany klient
desk-customers-known-why = Ma konto albo adres, za który poręczył Twój serwer.
desk-customers-visitor-why = Widziany, ale jeszcze nieznany: bez konta i bez niczego potwierdzonego.
desk-customers-restricted = Ograniczenie
desk-customers-restricted-why = Od { $day } dane wolno przechowywać, ale nie wolno ich używać (RODO, art. 18).
desk-customers-objected = Bez marketingu bezpośredniego
desk-customers-objected-why = Sprzeciw wobec marketingu bezpośredniego z dnia { $day } (RODO, art. 21).
desk-customers-copy-id = Kopiuj identyfikator
desk-customers-merge-with = Połącz z…
desk-customers-since = Klient od
desk-customers-first-seen = Widziany od
desk-customers-open = Sprawy w toku
desk-customers-open-cart = Niekupiony koszyk
desk-customers-open-return = Rozpoczęty zwrot
desk-customers-kind-user-id = Konto
desk-customers-kind-device = Urządzenie
desk-customers-kind-email = E-mail
desk-customers-kind-phone = Telefon
desk-customers-kind-loyalty-card = Karta stałego klienta
desk-customers-kind-whatsapp-id = WhatsApp
desk-customers-kind-messenger-id = Messenger
desk-customers-kind-instagram-id = Instagram
desk-customers-kind-telegram-id = Telegram
desk-bounced-undeliverable = Listy wracają
desk-bounced-undeliverable-why = List na adres { $address } wrócił { $day }. Serwer odpowiedział: { $reason }
desk-bounced-delayed = Listy się opóźniają
desk-bounced-delayed-why =
    { $count ->
        [one] { $count } list na adres { $address } nie dotarł
        [few] { $count } kolejne listy na adres { $address } nie dotarły
        [many] { $count } kolejnych listów na adres { $address } nie dotarło
       *[other] { $count } listu na adres { $address } nie dotarło
    }, ostatni { $day }. Serwer odpowiedział: { $reason }
desk-customers-identities = Po czym go znamy
desk-customers-no-identities = Jeszcze nic.
desk-customers-more = Jeszcze { $count }
desk-customers-verified = Potwierdzone
desk-customers-verified-why = Poręczył za to { $day } Twój serwer, który zna tajny klucz. Może łączyć historie.
desk-customers-unproven = Podane, niepotwierdzone
desk-customers-unproven-why = Wpisane { $day }. Nikt inny tego nie ma, ale też nikt tego nie potwierdził: niczego nie łączy i niczego nie otwiera.
desk-customers-shared = Wspólne
desk-customers-shared-why = Używa go kilka osób, co widać od { $day }: kiosk, rodzinny tablet. Nikogo już nie łączy.
desk-customers-also-said = Podaje to także
desk-customers-claims = Podaje jako swoje
desk-customers-claims-why = Ktoś to wpisał. To nie jest potwierdzone: na tej podstawie niczego nie mów i niczego nie wysyłaj.
desk-customers-not-proven = niepotwierdzone
desk-customers-belongs-to = Należy do
desk-customers-maybe = Może to ta sama osoba
desk-customers-maybe-why = Coś widziano u obojga. Żadna reguła ich nie połączy; Ty możesz.
desk-customers-refused-two-accounts = Każde ma własne konto.
desk-customers-refused-both-known = Oboje są znani i nic nie dowodzi, że to jedna osoba.
desk-customers-refused-too-many = Razem mieliby tego więcej, niż ma jedna osoba.
desk-customers-refused-seen-with-both = Widziano je u obojga i odtąd jest wspólne.
desk-customers-compare = Porównaj
desk-customers-are-two = To dwie osoby
desk-customers-traits = Dane
desk-customers-no-traits = Żadne drzwi nic jeszcze nie podały.
desk-customers-trait-first-name = Imię
desk-customers-trait-last-name = Nazwisko
desk-customers-trait-name = Imię i nazwisko
desk-customers-trait-email = E-mail
desk-customers-trait-phone = Telefon
desk-customers-trait-card = Karta stałego klienta
desk-customers-trait-birthday = Urodziny
desk-customers-trait-gender = Płeć
desk-customers-trait-language = Język
desk-customers-trait-address = Adres
desk-customers-trait-city = Miejscowość
desk-customers-trait-country = Kraj
desk-customers-trait-company = Firma
desk-customers-trait-username = Nazwa użytkownika
desk-customers-trait-created = Konto od
desk-customers-trait-tier = Poziom w programie
desk-customers-trait-verified = Poręczył za to Twój serwer.
desk-customers-yes = tak
desk-customers-no = nie
desk-customers-doors-used = Którymi drzwiami przychodzi
desk-customers-events =
    { $count ->
        [one] { $count } zdarzenie
        [few] { $count } zdarzenia
       *[many] { $count } zdarzeń
    }
desk-customers-households = Gospodarstwa domowe i grupy
desk-customers-alone = Nie ma w niej nikogo więcej.

## Customers: what they allow

desk-customers-consent = Zgody
desk-customers-no-consent = Jeszcze nie pytano, więc nic, co wymaga zgody, nie jest dozwolone.
desk-customers-purpose = Cel
desk-customers-purpose-marketing = Marketing
desk-customers-purpose-profiling = Profilowanie
desk-customers-purpose-analytics = Analityka
desk-customers-purpose-service = Obsługa
desk-customers-purpose-ads = Reklama
desk-customers-way-email = E-mail
desk-customers-way-sms = SMS
desk-customers-way-whatsapp = WhatsApp
desk-customers-way-push = Powiadomienia w aplikacji
desk-customers-way-phone = Telefon
desk-customers-way-post = Poczta
desk-customers-way-web = Internet
desk-customers-way-app = Aplikacja
desk-customers-way-messenger = Messenger
desk-customers-not-asked = Nie pytano
desk-customers-state-granted = Tak
desk-customers-state-pending = Czeka
desk-customers-state-denied = Nie
desk-customers-state-withdrawn = Wycofana
desk-customers-state-since = Od { $day }
desk-customers-proof = Dowody
desk-customers-wording = treść { $wording }
desk-customers-by-customer = przez klienta
desk-customers-by-server = zapisane przez serwer
desk-customers-basis-consent = zgoda
desk-customers-basis-soft-opt-in = dotychczasowy klient
desk-customers-basis-contract = umowa
desk-customers-basis-legitimate-interest = prawnie uzasadniony interes

## Customers: the timeline

desk-customers-timeline = Historia
desk-customers-live = Na żywo
desk-customers-today = Dzisiaj
desk-customers-yesterday = Wczoraj
desk-customers-door = Drzwi
desk-customers-every-door = Wszystkie drzwi
desk-customers-sort = Co się stało
desk-customers-every-sort = Wszystko
desk-customers-sort-shopping = Zakupy
desk-customers-sort-looking = Oglądanie
desk-customers-sort-talking = Rozmowy
desk-customers-sort-person = O osobie
desk-customers-sort-other = Inne
desk-customers-days = Kiedy
desk-customers-any-time = Kiedykolwiek
desk-customers-days-1 = Dzisiaj
desk-customers-days-7 = Ostatnie 7 dni
desk-customers-days-30 = Ostatnie 30 dni
desk-customers-days-365 = Ostatnie 12 miesięcy
desk-customers-dates = Daty
desk-customers-from = Od
desk-customers-to = Do
desk-customers-show-all = Pokaż wszystko
desk-customers-no-events = Jeszcze nic się nie stało
desk-customers-no-events-text = Co klient zrobi przy którychkolwiek drzwiach, pojawi się tu w tej samej sekundzie.
desk-customers-no-such-events = Nic takiego nie ma
desk-customers-no-such-events-text = Usuń filtr, aby zobaczyć więcej.
desk-customers-details = Jak przyszło
desk-customers-raw-call = Wywołanie
desk-customers-raw-door = Drzwi
desk-customers-raw-occurred = Stało się
desk-customers-raw-received = Odebrano
desk-customers-raw-id = Zdarzenie
desk-customers-raw-leaf = Należy do
desk-customers-raw-device = Urządzenie
desk-customers-raw-context = Kontekst

## Customers: why one, and making one of two

desk-customers-merges = Dlaczego jeden klient
desk-customers-never-merged = Niczego nie łączono: od początku to jedna historia.
desk-customers-undo = Cofnij…
desk-customers-rule-login = Logowanie na urządzeniu { $value }
desk-customers-rule-login-plain = Logowanie
desk-customers-rule-same = To samo i potwierdzone ({ $kind }): { $value }
desk-customers-rule-alias = Twój serwer mówi, że to jedno: { $value }
desk-customers-rule-staff = Połączono ręcznie: „{ $reason }”
desk-customers-by-rule = automatycznie
desk-customers-undone = Cofnięte: { $count }
desk-customers-undone-shared = Okazało się, że urządzenie jest wspólne
desk-customers-other-side = Druga strona
desk-customers-merge-again = Połącz ponownie
desk-customers-just-undone = Cofnięto. Każda strona odzyskała to, co jej. Żadna reguła już ich nie połączy.
desk-customers-merge-title = Kto jest tą samą osobą co { $name }?
desk-customers-merge-lead = Znajdź drugiego klienta. Zanim cokolwiek się stanie, zobaczysz, co zostanie połączone.
desk-customers-merge-find = Szukaj drugiego klienta
desk-customers-merge-preview = Czy to jedna osoba?
desk-customers-merge-preview-lead = Jeszcze nic się nie stało. Połączenie niczego nie gubi i można je cofnąć.
desk-customers-merge-outcome = Razem: { $name }
desk-customers-identities-count =
    { $count ->
        [one] { $count } identyfikator
        [few] { $count } identyfikatory
       *[many] { $count } identyfikatorów
    }
desk-customers-orders-count =
    { $count ->
        [one] { $count } zamówienie
        [few] { $count } zamówienia
       *[many] { $count } zamówień
    }
desk-customers-conflict-accounts = Każde ma własne konto. Dwa konta to najczęściej dwie osoby, na przykład w rodzinie. Upewnij się.
desk-customers-conflict-limit = Razem mieliby więcej jednego rodzaju ({ $kind }), niż ma jedna osoba.
desk-customers-stricter = Dla obojga obowiązuje surowsze słowo:
desk-customers-flags-spread = Ograniczenie lub sprzeciw jednej strony obowiązuje dla obu.
desk-customers-merge-undoable = Każdy wpis historii zostaje przy stronie, która go wniosła, więc cofnięcie odda obu stronom dokładnie to, co ich.
desk-customers-reason = Powód
desk-customers-merge-reason-hint = Skąd to wiadomo? Przeczyta to następna osoba z zespołu.
desk-customers-merge-do = Połącz
desk-customers-split-preview = Co komu przypadnie
desk-customers-split-lead = Jeszcze nic się nie stało. Tak będzie, jeśli cofniesz połączenie.
desk-customers-split-why = Zdarzenia, zamówienia, zgody i identyfikatory wracają do strony, która je wniosła. Żadna reguła nie połączy ich ponownie; Ty możesz.
desk-customers-split-reason-hint = Dlaczego to dwie osoby? Przeczyta to następna osoba z zespołu.
desk-customers-split-do = Cofnij połączenie

## Customers: what they may ask of the shop

desk-customers-privacy = Prywatność
desk-customers-export-html = Komplet danych do czytania
desk-customers-export-json = Komplet danych jako plik JSON
desk-customers-objection-set = Bez reklam
desk-customers-objection-set-ask = Zapisać sprzeciw tej osoby wobec marketingu bezpośredniego? Od tej chwili nie wolno jej niczego takiego wysyłać.
desk-customers-objection-lift = Zezwól znów na reklamy
desk-customers-objection-lift-ask = Zdjąć sprzeciw wobec marketingu bezpośredniego? Tylko na prośbę tej osoby.
desk-customers-restriction-set = Ogranicz
desk-customers-restriction-set-ask = Ograniczyć przetwarzanie danych tej osoby? Dane zostaną, ale do zdjęcia ograniczenia nie będą do niczego używane.
desk-customers-restriction-lift = Zdejmij ograniczenie
desk-customers-restriction-lift-ask = Zdjąć ograniczenie? Danych będzie można znów używać.
desk-customers-erase = Usuń dane…
desk-customers-erase-title = Usunąć wszystkie dane: { $name }?
desk-customers-erase-text = Wszystko, co wiadomo o tej osobie, zniknie od razu i na zawsze: zdarzenia, zamówienia, identyfikatory, zgody. To, co każe zachować prawo, zostanie bez nazwiska, a potwierdzenie powie, co i dlaczego. Nie ma odwrotu.
desk-customers-erase-type = Dla pewności wpisz: { $name }
desk-customers-erase-do = Usuń na zawsze
desk-customers-receipt = Potwierdzenie usunięcia
desk-customers-went = Co usunięto
desk-customers-went-events = Zdarzenia
desk-customers-went-traits = Dane podane przez drzwi
desk-customers-went-search-terms = Słowa do wyszukiwania
desk-customers-went-memberships = Przynależność do gospodarstw i grup
desk-customers-went-consents = Zgody niewymagające dowodu
desk-customers-went-identities = Identyfikatory
desk-customers-went-claims = Niepotwierdzone twierdzenia
desk-customers-went-edges = Połączenia
desk-customers-went-proposals = Pytania, czy to ta sama osoba
desk-customers-went-dealings = Zamówienia, koszyki i zwroty
desk-customers-went-bounces = Listy, które wróciły
desk-customers-went-rejections = Odrzucone wywołania, które o niej mówiły
desk-customers-kept = Co zachowano i dlaczego
desk-customers-kept-customers = Puste wiersze: tych identyfikatorów nie dostanie już nikt inny.
desk-customers-kept-tombstones = Solone skróty identyfikatorów, żeby import nie przywrócił tej osoby.
desk-customers-kept-consents = Co było dozwolone, a co nie, bez adresu: dowód, że wiadomości były zgodne z prawem (RODO, art. 7 ust. 1 i art. 17 ust. 3 lit. e).
desk-customers-kept-audit-log = Że ten identyfikator usunięto, kiedy i przez kogo: dowód spełnienia żądania (RODO, art. 5 ust. 2).

## Doors

desk-doors-lead = Wszystkie miejsca, którymi wchodzą klienci. Każde podłącza się osobno, a wszystkie prowadzą do tego samego klienta.
desk-doors-add = Dodaj drzwi
desk-doors-door = Drzwi
desk-doors-last-day = Ostatnie 24 godziny
desk-doors-in-hour = { $count } w ostatniej godzinie
desk-doors-last-event = Ostatnie zdarzenie
desk-doors-waiting = czeka na pierwsze zdarzenie
desk-doors-open = otwarte
desk-doors-shut = zamknięte
desk-doors-nothing-passes = nic
desk-doors-first = Najpierw jedne drzwi
desk-doors-first-text = Zacznij tam, gdzie wchodzi najwięcej klientów. Dostaniesz dwa klucze i kilka linii do wklejenia; to pięć minut, a pierwsze zdarzenie zobaczysz od razu.
desk-can = Co przechodzi przez te drzwi
desk-can-lead = O ile wiadomo. Pod każdym faktem stoi, skąd i z kiedy pochodzi: dostawcy zmieniają zdanie.
desk-can-general = wiedza ogólna
desk-can-ours = ten serwer
desk-can-yes = Tak
desk-can-no = Nie
desk-can-text = Tekst
desk-can-text-none = Przez te drzwi nie przechodzi nic, co się mówi.
desk-can-text-max = Znaków najwyżej: { $count }
desk-can-text-sms = SMS-ów w jednej wiadomości najwyżej: { $sms }. Miejsce w jedynym: { $single } znaków, w każdym z kilku: { $part }; z literami spoza prostego alfabetu: { $dear } i { $dearpart }.
desk-can-subject = Temat
desk-can-files = Pliki
desk-can-files-link = Idą jako link.
desk-can-files-max = Do { $count } MB
desk-can-buttons = Przyciski
desk-can-buttons-max = Najwyżej { $count }
desk-can-markup = Formatowanie
desk-can-markup-html = Nagłówki, listy, linki, pogrubienie
desk-can-markup-signs = Pogrubienie i kursywa
desk-can-window = Kiedy sklep może pisać
desk-can-window-none = Zawsze
desk-can-window-open = Przez { $hours } godz. od ostatniego słowa klienta
desk-can-window-person = Człowiek, a nie maszyna: przez { $hours } godz.
desk-can-window-templates = Potem tylko szablony zatwierdzone przez dostawcę
desk-can-window-shut = Potem tylko innymi drzwiami
desk-can-receipts = Co zgłasza
desk-can-receipts-failures = Tylko to, czego nie dało się doręczyć
desk-can-receipts-delivered = Że wiadomość doręczono
desk-can-receipts-read = Że wiadomość doręczono i przeczytano
desk-can-opt-out = Jak ludzie mówią, że mają dość
desk-can-opt-out-none = Odchodzą albo mówią to człowiekowi.
desk-can-opt-out-words = Słowem, które stoi samo
desk-can-opt-out-link = Linkiem w wiadomości
desk-can-opt-out-signal = Drzwi same nam to zgłaszają.
desk-can-stops = Słowa, które to kończą
desk-can-starts = Słowa, które to cofają
desk-doors-all-kinds = Wszystkie rodzaje drzwi
desk-doors-ask-admin = Poproś właściciela lub administratora o otwarcie pierwszych drzwi.

## Doors: a new one

desk-doors-new = Nowe drzwi
desk-doors-new-lead = Co to jest? Rodzaj decyduje o ikonie i o tym, co na początku przez nie przechodzi; resztę zmienisz później.
desk-doors-group-sell = Gdzie sprzedajesz
desk-doors-group-talk = Gdzie rozmawiasz
desk-doors-group-found = Jak cię znajdują
desk-doors-group-machines = Maszyny
desk-doors-name = Nazwa drzwi
desk-doors-name-hint = Jak nazywa je zespół: „Sklep Kraków”, „Sklep internetowy PL”.
desk-doors-make = Utwórz drzwi
desk-doors-other-kind = Inny rodzaj
desk-doors-passes = Co przechodzi
desk-doors-passes-title = Co przechodzi przez te drzwi
desk-doors-track = Zdarzenia
desk-doors-track-hint = To, co klienci tu robią, jest zapisywane. Wyłączone: wywołania są odrzucane.
desk-doors-talk = Rozmowy
desk-doors-talk-hint = Klienci i twój zespół piszą tu lub rozmawiają ze sobą.
desk-doors-sell = Sprzedaż
desk-doors-sell-hint = Klienci tu kupują.

## Doors: kinds

desk-doors-kind-web = Sklep internetowy
desk-doors-about-web = Strony twojego sklepu, w każdej przeglądarce.
desk-doors-kind-app = Aplikacja mobilna
desk-doors-about-app = Twoja aplikacja na telefonach i tabletach.
desk-doors-kind-store = Sklep stacjonarny
desk-doors-about-store = Kasy, paragony i karty stałego klienta przy ladzie.
desk-doors-kind-marketplace = Platforma handlowa
desk-doors-about-marketplace = Zamówienia z platformy, na której sprzedajesz.
desk-doors-kind-phone = Telefon
desk-doors-about-phone = Połączenia z twoimi liniami i infolinią.
desk-doors-kind-event = Targi lub wydarzenie
desk-doors-about-event = Stoisko, degustacja, warsztat: kto przyszedł i się zapisał.
desk-doors-kind-email = E-mail
desk-doors-about-email = Newslettery i listy: wysłane, otwarte, z odpowiedzią.
desk-doors-kind-sms = SMS
desk-doors-about-sms = Wiadomości tekstowe i linki w nich.
desk-doors-kind-whatsapp = WhatsApp
desk-doors-kind-messenger = Messenger
desk-doors-kind-instagram = Instagram
desk-doors-kind-telegram = Telegram
desk-doors-kind-viber = Viber
desk-doors-about-talk = Rozmowy przez { $name }.
desk-doors-kind-chat = Czat na stronie
desk-doors-about-chat = Okno czatu na twoich stronach.
desk-doors-kind-form = Formularz kontaktowy
desk-doors-about-form = Pytania, które ludzie piszą na twoich stronach.
desk-doors-kind-push = Powiadomienia
desk-doors-about-push = Powiadomienia aplikacji: pokazane i stuknięte.
desk-doors-kind-ads = Reklama
desk-doors-about-ads = Kliknięcia i kontakty z płatnych reklam.
desk-doors-kind-print = Druk i QR
desk-doors-about-print = Katalogi, plakaty i paczki z kodem do zeskanowania.
desk-doors-kind-partner = Program partnerski
desk-doors-about-partner = Klienci od partnerów i blogerów.
desk-doors-kind-assistant = Asystent AI
desk-doors-about-assistant = Asystent, który pyta lub kupuje w imieniu klienta.
desk-doors-kind-api = Inny system
desk-doors-about-api = Wszystko, co u ciebie potrafi wysłać żądanie.
desk-doors-kind-import = Historia
desk-doors-about-import = Dawne zdarzenia z plików i starszych systemów.

## Doors: what comes in

desk-doors-waiting-title = Czekamy na pierwsze zdarzenie
desk-doors-waiting-text = Wklej poniższe linie i wyślij jedno zdarzenie. Ta strona sama je zauważy.
desk-doors-first-event = Pierwsze zdarzenie
desk-doors-works = Te drzwi działają
desk-doors-is-shut = Te drzwi są zamknięte od { $day }. Klucze nie działają; historia pozostaje.
desk-doors-no-track = Zdarzenia nie przechodzą przez te drzwi: wywołania są odrzucane.
desk-doors-figure-hour = ostatnia godzina
desk-doors-figure-day = ostatnie 24 godziny
desk-doors-figure-all = łącznie
desk-doors-latest = Najnowsze zdarzenia
desk-doors-visitor = gość
desk-doors-refused = Odrzucone wywołania
desk-doors-refused-text = Dotarły tutaj i nie zostały zapisane. Nadawca otrzymał ten sam powód.
desk-doors-refused-call = Pokaż wywołanie
desk-doors-refused-no-identity = Nie wskazuje nikogo. Wyślij userId lub anonymousId.
desk-doors-refused-bad-json = Nie da się odczytać: błędny JSON albo inna struktura.
desk-doors-refused-no-type = Brak typu. Wyślij track, identify, page, screen, group lub alias.
desk-doors-refused-no-event = Wywołanie track wymaga nazwy zdarzenia.
desk-doors-refused-call-too-large = Jest większe niż 32 KB.

## Doors: how to connect

desk-doors-keys = Klucze
desk-doors-write-key = Klucz zapisu
desk-doors-write-hint = Publiczny: może być na stronach i w aplikacjach. Pozwala zapisywać, a niczego nie odczyta.
desk-doors-secret-key = Klucz tajny
desk-doors-secret-hint = Tylko dla twoich serwerów i kas. Odczytuje dane klientów, a jego słowo wystarcza, by uznać tożsamość za potwierdzoną. Przechowujemy tylko jego skrót.
desk-doors-secret-once = Skopiuj go teraz: pokazujemy go tylko raz.
desk-doors-replace = Utwórz nowy klucz tajny
desk-doors-replace-ask = Utworzyć nowy klucz tajny dla „{ $name }”? Stary od razu przestanie działać: serwery i kasy będą potrzebować nowego.
desk-doors-connect = Podłącz
desk-doors-connect-text = Wybierz, z czym pracujesz. Adres i klucz zapisu są już wpisane.
desk-doors-sdk-browser = Przeglądarka
desk-doors-sdk-node = Node.js
desk-doors-sdk-python = Python
desk-doors-sdk-rudder = RudderStack
desk-doors-sdk-curl = curl
desk-doors-sdk-till = Kasa
desk-doors-step-install = Zainstaluj
desk-doors-step-send = Wyślij zdarzenie
desk-doors-step-sign-in = Gdy ktoś się zaloguje
desk-doors-step-secret = Umieść klucz tajny w środowisku (wklej go i naciśnij Enter)
desk-doors-step-scan = Zeskanowano kartę stałego klienta
desk-doors-step-ask = Zapytaj, kto to jest

## Doors: what can be changed

desk-doors-connection = Połączenie
desk-doors-connection-none = Jeszcze niepołączone: nic, co tu napisano, do Was nie dociera i na nic nie można odpowiedzieć.
desk-doors-connected-since = Połączone jak niżej od
desk-doors-connection-test = Sprawdź połączenie
desk-doors-connection-said = { $error } Odpowiedź serwera: „{ $said }”
desk-doors-guide = Jak połączyć krok po kroku
desk-doors-hook = Callback URL: tu trafiają wiadomości
desk-doors-verify-token = Verify token
desk-doors-guide-whatsapp-1 = W aplikacji Meta (developers.facebook.com) dodaj produkt WhatsApp. W „API setup” są identyfikator numeru telefonu i identyfikator konta WhatsApp Business: skopiuj oba do pól poniżej.
desk-doors-guide-whatsapp-2 = W ustawieniach firmy utwórz użytkownika systemowego, przydziel mu aplikację i konto WhatsApp, a potem wygeneruj token z uprawnieniami whatsapp_business_messaging i whatsapp_business_management. (Token z „API setup” wygasa po dniu).
desk-doors-guide-whatsapp-3 = Skopiuj klucz tajny aplikacji z „App settings → Basic” i zapisz formularz.
desk-doors-guide-whatsapp-4 = W „WhatsApp → Configuration” wklej te dwie wartości i zasubskrybuj pola messages oraz user_preferences.
desk-doors-guide-whatsapp-5 = Napisz na ten numer z własnego telefonu. Ta strona sama to zauważy.
desk-doors-guide-messenger-1 = W aplikacji Meta (developers.facebook.com) dodaj produkt Messenger i połącz swoją stronę. Skopiuj identyfikator strony do pola poniżej.
desk-doors-guide-messenger-2 = Wygeneruj token dostępu dla strony z uprawnieniami pages_messaging i pages_manage_metadata.
desk-doors-guide-messenger-3 = Skopiuj klucz tajny aplikacji z „App settings → Basic” i zapisz formularz.
desk-doors-guide-messenger-4 = W ustawieniach Messengera wklej te dwie wartości jako webhook i zasubskrybuj dla strony: messages, messaging_postbacks, message_deliveries, message_reads, message_echoes, message_edits i messaging_referrals.
desk-doors-guide-messenger-5 = Napisz do strony z własnego konta. Ta strona sama to zauważy.
desk-doors-guide-instagram-1 = Konto na Instagramie musi być profesjonalne, a w ustawieniach wiadomości trzeba pozwolić połączonym narzędziom je czytać.
desk-doors-guide-instagram-2 = W aplikacji Meta (developers.facebook.com) dodaj produkt Instagram. W „API setup with Instagram login” dodaj konto i wygeneruj token; skopiuj go razem z identyfikatorem konta do pól poniżej. Token odnawia się sam.
desk-doors-guide-instagram-3 = Skopiuj klucz tajny aplikacji Instagram, który jest na tej samej stronie, i zapisz formularz.
desk-doors-guide-instagram-4 = Niżej wklej te dwie wartości jako webhook i zasubskrybuj messages, messaging_postbacks, messaging_seen oraz messaging_referral.
desk-doors-guide-instagram-5 = Napisz do konta z innego. Ta strona sama to zauważy.
desk-doors-guide-telegram-1 = W Telegramie napisz /newbot do @BotFather i wybierz nazwę bota sklepu.
desk-doors-guide-telegram-2 = Skopiuj token, którym odpowie, do pola poniżej.
desk-doors-guide-telegram-3 = Jeśli ten serwer jest dostępny z zewnątrz przez https, wybierz webhook; jeśli nie, niech to my pytamy Telegram. Zapisz: w Telegramie niczego się nie wkleja.
desk-doors-guide-telegram-4 = Otwórz bota w swoim Telegramie i naciśnij Start. Ta strona sama to zauważy.
desk-doors-guide-twilio-1 = W konsoli Twilio skopiuj Account SID i Auth token do pól poniżej.
desk-doors-guide-twilio-2 = Wpisz swój numer w Twilio (albo messaging service) i zapisz formularz.
desk-doors-guide-twilio-3 = Na stronie numeru, w „A message comes in”, wybierz Webhook i HTTP POST, i wklej to.
desk-doors-guide-twilio-4 = Wyślij SMS na ten numer z własnego telefonu. Ta strona sama to zauważy.
desk-doors-guide-twilio-voice-1 = W konsoli Twilio skopiuj Account SID i Auth token do pól poniżej.
desk-doors-guide-twilio-voice-2 = Wpisz swój numer w Twilio oraz to, co ma dzwonić, i zapisz formularz.
desk-doors-guide-twilio-voice-3 = Na stronie numeru, w „A call comes in”, wybierz Webhook i HTTP POST, i wklej to; w „Call status changes” to samo z /status na końcu.
desk-doors-guide-twilio-voice-4 = Zadzwoń na ten numer z własnego telefonu. Ta strona sama to zauważy.
desk-doors-guide-email-1 = Użyj skrzynki, do której trafia tylko poczta sklepu. Jeśli dostawca wymaga drugiego składnika, utwórz dla tego serwera hasło aplikacji.
desk-doors-guide-email-2 = Wpisz serwery i hasła tak, jak podaje je dostawca poczty, zapisz formularz i sprawdź połączenie.
desk-doors-guide-email-3 = Napisz na ten adres z własnej skrzynki. Ta strona sama to zauważy.
desk-doors-guide-smpp-1 = Poproś operatora o konto SMPP do wysyłania i odbierania (transceiver) i podaj mu adres tego serwera.
desk-doors-guide-smpp-2 = Wpisz otrzymane dane, zapisz formularz i sprawdź połączenie.
desk-doors-guide-smpp-3 = Wyślij SMS na swój numer z własnego telefonu. Ta strona sama to zauważy.
desk-doors-guide-kannel-1 = W kannel.conf utwórz sendsms-user dla tego serwera; skopiuj jego nazwę i hasło do pól poniżej.
desk-doors-guide-kannel-2 = Wymyśl długi sekret dla adresów, które wywołuje Kannel, i zapisz formularz.
desk-doors-guide-kannel-3 = W kannel.conf, w grupie sms-service, ustaw get-url na adres tego serwera, a po nim /hooks/, id tych drzwi, /kannel/, Twój sekret i ?from=%p&to=%P&id=%I&text=%a. Potem wyślij SMS z własnego telefonu.
desk-doors-guide-asterisk-1 = W manager.conf utwórz użytkownika z read = call,dialplan i write = originate, z którego może korzystać adres tego serwera.
desk-doors-guide-asterisk-2 = Wpisz jego nazwę i hasło, zapisz formularz i sprawdź połączenie.
desk-doors-guide-asterisk-3 = Zadzwoń do sklepu z własnego telefonu. Ta strona sama to zauważy.
desk-doors-guide-own-1 = Twój serwer przynosi wiadomości tajnym kluczem tych drzwi pod /v1/messages, a pod adresem poniżej dowiaduje się, co ma wysłać. Opis API jest w /openapi.json.
desk-doors-guide-own-2 = Zapisz formularz i przynieś pierwszą wiadomość. Ta strona sama to zauważy.
desk-doors-waiting-message-title = Czekamy na pierwszą wiadomość
desk-doors-waiting-message-text = Połącz drzwi poniżej, a potem napisz do nich. Ta strona sama to zauważy.
desk-doors-reach = Tu trafiają klienci
desk-doors-reach-text = Ten link otwiera drzwi w programie, którego używają klienci. Umieść go na swoich stronach albo wydrukuj kod.
desk-doors-reach-qr = Ten sam link jako kod QR
desk-doors-trial = Wyślij wiadomość próbną
desk-doors-trial-do = Odeślij wiadomość próbną
desk-doors-trial-back = Otrzyma ją { $name } – osoba, która przed chwilą tu napisała.
desk-doors-trial-nobody = Najpierw napisz do tych drzwi z własnego telefonu. Wtedy można odesłać wiadomość próbną.
desk-doors-trial-to-email = Wyślij wiadomość próbną na ten adres
desk-doors-trial-to-sms = Wyślij wiadomość próbną na ten numer
desk-doors-trial-text = To próba drzwi „{ $name }”. Kto to czyta, ten wie, że działają.
desk-doors-token-new = Jak długo ważny jest token dostępu, okaże się po jego odnowieniu, najdalej za dzień.
desk-doors-token-until = Token dostępu jest ważny do { $day }, a wcześniej odnowi się sam.
desk-doors-token-refused = Nie udało się odnowić tokena dostępu. Wygeneruj nowy w Meta i zapisz go poniżej. Odpowiedź Meta: „{ $said }”
desk-doors-token-refused-until = Token dostępu wygasa { $day }, a odnowić się go nie udało. Wygeneruj nowy w Meta i zapisz go poniżej. Odpowiedź Meta: „{ $said }”
desk-doors-token-over = Token dostępu wygasł { $day }: nic tu nie przychodzi ani nie wychodzi. Wygeneruj nowy w Meta i zapisz go poniżej.
desk-doors-token-mark = potrzebny nowy token
desk-doors-field-whatsapp-signals = Klienci widzą, że wiadomość przeczytano i że ktoś pisze
desk-doors-field-messenger-signals = Klienci widzą, że wiadomość przeczytano i że ktoś pisze
desk-doors-field-instagram-signals = Klienci widzą, że wiadomość przeczytano i że ktoś pisze
desk-doors-field-telegram-signals = Klienci widzą, że ktoś pisze
desk-doors-field-instagram-login = Jak powstał token
desk-doors-choice-instagram = przez logowanie Instagram
desk-doors-choice-facebook = przez Facebooka, dla strony, do której należy konto
desk-flash-door-tried = Wiadomość próbna jest w drodze. Sprawdź, czy dotrze.
desk-error-meta-token = Token dostępu jest nieważny albo wygasł. Wygeneruj nowy w aplikacji Meta i zapisz go poniżej.
desk-error-meta-permission = Ten token dostępu nie ma potrzebnych uprawnień. Nadaj te, które wymienia instrukcja, i wygeneruj nowy.
desk-error-meta-object = Meta nie zna tego identyfikatora albo nie z tym tokenem. Porównaj identyfikatory z tymi w aplikacji Meta.
desk-error-meta-busy = Meta dostała naraz zbyt wiele zapytań. Spróbuj ponownie za kilka minut.
desk-error-trial-not-sent = Wiadomość próbna nie wyszła.
desk-error-nobody-wrote = W ostatniej godzinie nikt tu nie napisał. Najpierw napisz, potem spróbuj ponownie.
desk-error-bad-trial-address = To nie jest pełny adres ani numer.
desk-doors-provider-email = Skrzynka i serwer wysyłający
desk-doors-field-optional = { $label } (opcjonalnie)
desk-doors-field-kept = Zapisane i więcej niepokazywane. Zostaw puste, aby nie zmieniać.
desk-doors-choice-tls = szyfrowane (TLS)
desk-doors-choice-starttls = szyfrowane po powitaniu (STARTTLS)
desk-doors-choice-none = nieszyfrowane
desk-doors-choice-yes = tak
desk-doors-choice-no = nie
desk-doors-field-email-address = Adres e-mail sklepu
desk-doors-field-email-name = Nazwa obok adresu
desk-doors-field-email-imap-host = Skrzynka: serwer (IMAP)
desk-doors-field-email-imap-port = Skrzynka: port
desk-doors-field-email-imap-port-hint = Zwykle 993, a ze STARTTLS 143.
desk-doors-field-email-imap-tls = Skrzynka: szyfrowanie
desk-doors-field-email-imap-user = Skrzynka: nazwa użytkownika
desk-doors-field-email-imap-password = Skrzynka: hasło
desk-doors-field-email-smtp-host = Wysyłanie: serwer (SMTP)
desk-doors-field-email-smtp-port = Wysyłanie: port
desk-doors-field-email-smtp-port-hint = Zwykle 465, a ze STARTTLS 587.
desk-doors-field-email-smtp-tls = Wysyłanie: szyfrowanie
desk-doors-field-email-smtp-user = Wysyłanie: nazwa użytkownika
desk-doors-field-email-smtp-user-hint = Zostaw puste, jeśli serwer przyjmuje pocztę bez logowania.
desk-doors-field-email-smtp-password = Wysyłanie: hasło
desk-doors-field-email-authority = Certyfikat własnego urzędu certyfikacji
desk-doors-field-email-authority-hint = Tylko jeśli certyfikaty Waszych serwerów poczty pochodzą z własnego urzędu: wklej jego certyfikat w formacie PEM (-----BEGIN CERTIFICATE-----).
desk-doors-field-email-plus = Serwer dostarcza nazwa+cokolwiek@ na adres nazwa@
desk-doors-field-email-authserv-id = Nazwa w Authentication-Results
desk-doors-field-email-authserv-id-hint = Nazwa, którą Wasz serwer odbiorczy podpisuje wyniki sprawdzania nadawców. Bez niej żaden adres nadawcy nie uchodzi za potwierdzony.
desk-doors-provider-smpp = Sesja z centrum wiadomości operatora (SMPP)
desk-doors-provider-twilio = Twilio
desk-doors-provider-kannel = Kannel, własna bramka
desk-doors-choice-latin = pisz ą jako a, ș jako s…
desk-doors-choice-cyrillic = a cyrylicę literami łacińskimi
desk-doors-choice-gsm7 = GSM 7-bitowy
desk-doors-choice-latin1 = Latin-1
desk-doors-choice-same = tak samo w obu miejscach
desk-doors-choice-hex_then_decimal = szesnastkowo, potem dziesiętnie
desk-doors-choice-decimal_then_hex = dziesiętnie, potem szesnastkowo
desk-doors-field-smpp-host = Centrum wiadomości: serwer
desk-doors-field-smpp-port = Centrum wiadomości: port
desk-doors-field-smpp-system-id = Identyfikator systemu (system id)
desk-doors-field-smpp-password = Hasło
desk-doors-field-smpp-system-type = Typ systemu (system type)
desk-doors-field-smpp-from = Nadawca: numer, numer skrócony lub nazwa
desk-doors-field-smpp-plain = Zmieniaj litery, żeby wysłać mniej SMS-ów
desk-doors-field-smpp-default-alphabet = Domyślny alfabet centrum
desk-doors-field-smpp-ids = Jak centrum zapisuje identyfikatory w odpowiedziach i raportach
desk-doors-field-smpp-window = Ile wiadomości może czekać na odpowiedź
desk-doors-field-smpp-per-second = Najwięcej wiadomości na sekundę
desk-doors-field-smpp-region = Kraj numerów bez kierunkowego
desk-doors-field-kannel-url = Adres Kannela
desk-doors-field-kannel-username = Nazwa użytkownika
desk-doors-field-kannel-password = Hasło
desk-doors-field-kannel-from = Nadawca: numer, numer skrócony lub nazwa
desk-doors-field-kannel-public-url = Publiczny adres tego serwera
desk-doors-field-kannel-hook-secret = Sekret w adresach, które wywołuje Kannel
desk-doors-field-kannel-plain = Zmieniaj litery, żeby wysłać mniej SMS-ów
desk-doors-field-kannel-region = Kraj numerów bez kierunkowego
desk-doors-field-twilio-account-sid = Account SID
desk-doors-field-twilio-auth-token = Token (auth token)
desk-doors-field-twilio-from = Nadawca: numer, numer skrócony lub nazwa
desk-doors-field-twilio-messaging-service-sid = SID usługi wiadomości (messaging service)
desk-doors-field-twilio-public-url = Publiczny adres tego serwera
desk-doors-field-twilio-plain = Zmieniaj litery, żeby wysłać mniej SMS-ów
desk-doors-field-twilio-region = Kraj numerów bez kierunkowego
desk-doors-provider-whatsapp = WhatsApp przez Cloud API firmy Meta
desk-doors-provider-messenger = Messenger strony na Facebooku
desk-doors-provider-instagram = Wiadomości na Instagramie
desk-doors-provider-telegram = Bot w Telegramie
desk-doors-choice-polling = pytamy Telegram (bez publicznego adresu)
desk-doors-choice-webhook = przynosi je Telegram (webhook)
desk-doors-field-whatsapp-phone-number-id = Identyfikator numeru telefonu
desk-doors-field-whatsapp-business-account-id = Identyfikator konta WhatsApp Business
desk-doors-field-whatsapp-access-token = Token dostępu
desk-doors-field-whatsapp-access-token-hint = Użytkownika systemowego, z uprawnieniami whatsapp_business_messaging i whatsapp_business_management.
desk-doors-field-whatsapp-app-secret = Klucz tajny aplikacji
desk-doors-field-whatsapp-app-secret-hint = Meta podpisuje nim to, co przynosi.
desk-doors-field-whatsapp-api-url = Adres API, jeśli inny niż Meta
desk-doors-field-messenger-account-id = Identyfikator strony
desk-doors-field-messenger-access-token = Token dostępu strony
desk-doors-field-messenger-app-secret = Klucz tajny aplikacji
desk-doors-field-messenger-app-secret-hint = Meta podpisuje nim to, co przynosi.
desk-doors-field-messenger-human-agent = Meta pozwala ludziom odpowiadać przez siedem dni (human agent)
desk-doors-field-messenger-api-url = Adres API, jeśli inny niż Meta
desk-doors-field-instagram-account-id = Identyfikator konta na Instagramie
desk-doors-field-instagram-access-token = Token dostępu
desk-doors-field-instagram-app-secret = Klucz tajny aplikacji
desk-doors-field-instagram-app-secret-hint = Meta podpisuje nim to, co przynosi.
desk-doors-field-instagram-human-agent = Meta pozwala ludziom odpowiadać przez siedem dni (human agent)
desk-doors-field-instagram-api-url = Adres API, jeśli inny niż Meta
desk-doors-field-telegram-token = Token bota
desk-doors-field-telegram-token-hint = Ten, który podał @BotFather.
desk-doors-field-telegram-mode = Jak przychodzą wiadomości
desk-doors-field-telegram-public-url = Publiczny adres tego serwera
desk-doors-field-telegram-public-url-hint = Dla webhooka: https, port 443, 80, 88 lub 8443. Telegram dowie się o nim przy zapisie.
desk-doors-field-telegram-api-url = Adres API, jeśli inny niż Telegramu
desk-doors-rename = Zmień nazwę
desk-doors-shut-title = Zamknij te drzwi
desk-doors-shut-text = Klucze od razu przestaną działać. Historia pozostanie, a drzwi można znów otworzyć.
desk-doors-shut-ask = Zamknąć „{ $name }”? Wszystko, co zostanie wysłane z jej kluczami, będzie odrzucane.
desk-doors-shut-do = Zamknij drzwi
desk-doors-open-title = Otwórz te drzwi ponownie
desk-doors-open-text = Klucze znów zaczną działać, te same co dotąd.
desk-doors-open-ask = Otworzyć ponownie „{ $name }”?
desk-doors-open-do = Otwórz drzwi

## Audit log

desk-audit-lead = Kto co zrobił i kiedy. Niczego nie można tu zmienić.
desk-audit-all = Wszystkie działania
desk-audit-action = Działanie
desk-audit-when = Kiedy
desk-audit-who = Kto
desk-audit-what = Co
desk-audit-subject = Dotyczy
desk-audit-empty = Jeszcze nic tu nie ma
desk-audit-empty-text = Zapisujemy tu każdą zmianę wprowadzoną w panelu.
desk-did-desk-set-up = Uruchomienie panelu
desk-did-account-signed-in = Zalogowanie
desk-did-account-signed-out = Wylogowanie
desk-did-account-invited = Zaproszenie do zespołu
desk-did-account-disabled = Wyłączenie konta
desk-did-account-enabled = Włączenie konta
desk-did-account-reset = Nowy link do hasła
desk-did-role-changed = Zmiana roli
desk-did-password-set = Ustawienie hasła
desk-did-password-changed = Zmiana hasła
desk-did-second-factor-on = Włączenie logowania dwuetapowego
desk-did-second-factor-off = Wyłączenie logowania dwuetapowego
desk-did-recovery-codes-renewed = Nowe kody zapasowe
desk-did-session-ended = Wylogowanie przeglądarki
desk-did-sessions-ended = Wylogowanie pozostałych przeglądarek
desk-did-customers-merged = Połączenie dwóch klientów
desk-did-customers-split = Cofnięcie połączenia
desk-did-proposal-dismissed = Uznanie, że to dwie osoby
desk-did-customer-exported = Wydanie kompletu danych klienta
desk-did-customer-erased = Usunięcie danych klienta
desk-did-customer-restricted = Ograniczenie danych klienta
desk-did-customer-restriction-lifted = Zdjęcie ograniczenia
desk-did-customer-objected = Zapisanie sprzeciwu
desk-did-customer-objection-withdrawn = Zdjęcie sprzeciwu
desk-did-channel-created = Utworzenie drzwi przez API
desk-did-door-made = Utworzenie drzwi
desk-did-door-renamed = Zmiana nazwy drzwi
desk-did-door-passes-changed = Zmiana tego, co przechodzi przez drzwi
desk-did-door-secret-replaced = Nowy klucz tajny
desk-did-door-shut = Zamknięcie drzwi
desk-did-door-opened = Ponowne otwarcie drzwi
desk-did-door-connected = Połączenie drzwi

## Said once, after an action

desk-flash-set-up = Panel jest Twój.
desk-flash-welcome = Witamy. Hasło jest ustawione.
desk-flash-signed-out = Wylogowano.
desk-flash-too-late = Trwało to zbyt długo. Zaloguj się ponownie.
desk-flash-password-changed = Hasło zmienione. Pozostałe przeglądarki wylogowano.
desk-flash-session-ended = Wylogowano.
desk-flash-second-factor-off = Logowanie dwuetapowe jest wyłączone.
desk-flash-role-changed = Rola zmieniona.
desk-flash-account-disabled = Konto wyłączone.
desk-flash-account-enabled = Konto włączone.
desk-flash-customers-merged = To teraz jeden klient.
desk-flash-proposal-dismissed = Zapisano: to dwie osoby.
desk-flash-customer-flagged = Zapisano.
desk-flash-customer-erased = Usunięto. To jest potwierdzenie.
desk-flash-door-made = Drzwi utworzone. Skopiuj teraz klucz tajny.
desk-flash-door-secret = Nowy klucz tajny działa. Stary już nie.
desk-flash-door-renamed = Nazwa drzwi zmieniona.
desk-flash-door-changed = Zapisano.
desk-flash-door-shut = Drzwi zamknięte.
desk-flash-door-opened = Drzwi są znów otwarte.
desk-flash-door-connected = Połączenie zapisane.
desk-flash-door-answers = Połączenie działa.
desk-flash-inbox-closed = Zamknięta. Jeśli klient napisze, otworzy się sama.
desk-flash-inbox-reopened = Znów otwarta.
desk-flash-inbox-rests = Wróci sama.
desk-flash-inbox-assigned = Zapisane.
desk-flash-inbox-prioritised = Zapisane.
desk-flash-inbox-joined = To teraz jedna rozmowa.
desk-flash-inbox-taken-out = To teraz osobna rozmowa.

## What was wrong

desk-error-too-many =
    Zbyt wiele prób. Spróbuj ponownie za { $seconds ->
        [one] { $seconds } sekundę.
        [few] { $seconds } sekundy.
        [many] { $seconds } sekund.
       *[other] { $seconds } sekundy.
    }
desk-error-busy =
    W tej chwili loguje się bardzo wiele osób. Spróbuj ponownie za { $seconds ->
        [one] { $seconds } sekundę.
        [few] { $seconds } sekundy.
        [many] { $seconds } sekund.
       *[other] { $seconds } sekundy.
    }
desk-error-wrong-credentials = Adres e-mail lub hasło są nieprawidłowe.
desk-error-wrong-password = To nie jest Twoje obecne hasło.
desk-error-wrong-code = Ten kod jest błędny albo już wykorzystany. Poczekaj na następny.
desk-error-sign-in-again = Najpierw się zaloguj.
desk-error-password-short = Hasło musi mieć co najmniej 10 znaków.
desk-error-password-long = To hasło jest za długie.
desk-error-password-guessable = To hasło odgadnięto by jako jedno z pierwszych. Wybierz inne.
desk-error-bad-email = To nie jest adres e-mail.
desk-error-bad-name = Imię i nazwisko muszą mieć od 1 do 100 znaków.
desk-error-bad-channel-name = Drzwi muszą mieć nazwę od 1 do 80 znaków.
desk-error-bad-channel-kind = Nie ma takiego rodzaju drzwi.
desk-error-missing-field = To pole jest wymagane.
desk-error-bad-field = Ta wartość nie może być prawidłowa.
desk-error-bad-settings = Ustawienia do siebie nie pasują. Sprawdź każde pole.
desk-error-bad-address = To nie jest adres e-mail.
desk-error-no-secret = Brakuje hasła.
desk-error-no-server-key = Serwer nie ma klucza do przechowywania haseł. Poproś osobę, która go prowadzi, o ustawienie ONEDOOR_KEY.
desk-error-door-not-connected = Te drzwi nie są jeszcze połączone.
desk-error-smtp-unreachable = Nie można połączyć się z serwerem wysyłającym. Sprawdź adres, port i szyfrowanie.
desk-error-bad-authority = To nie jest certyfikat w formacie PEM. Wklej całość, od -----BEGIN CERTIFICATE----- do -----END CERTIFICATE-----.
desk-error-smtp-certificate = Serwer wysyłający nie może udowodnić, kim jest: jego certyfikat nie pasuje do tego adresu albo wystawił go nieznany urząd. Nic nie zostało wysłane.
desk-error-smtp-refused = Serwer wysyłający nas nie wpuszcza. Sprawdź nazwę użytkownika i hasło.
desk-error-imap-unreachable = Nie można połączyć się z serwerem skrzynki. Sprawdź adres, port i szyfrowanie.
desk-error-imap-certificate = Serwer skrzynki nie może udowodnić, kim jest: jego certyfikat nie pasuje do tego adresu albo wystawił go nieznany urząd. Hasło nie zostało mu podane.
desk-error-imap-refused = Skrzynka nas nie wpuszcza. Sprawdź nazwę użytkownika i hasło.
desk-error-imap-failed = Skrzynka nas wpuściła, ale nie można otworzyć odebranych.
desk-error-window-closed = Ostatnie słowo klienta przy tych drzwiach padło zbyt dawno, żeby swobodnie odpowiedzieć. Wyślij zatwierdzony szablon albo wybierz inne drzwi.
desk-error-too-long-here = Ten tekst jest za długi dla tych drzwi. Skróć go albo wybierz inne drzwi.
desk-error-template-gap = Wypełnij każdą lukę szablonu, w jednym wierszu.
desk-error-meta-refused = Meta nas nie wpuszcza. Sprawdź identyfikatory i token dostępu.
desk-error-meta-unreachable = Nie można teraz połączyć się z Meta.
desk-error-meta-unclear = Odpowiedź Meta jest niezrozumiała.
desk-error-telegram-token = Telegram nie zna tego bota. Sprawdź token.
desk-error-telegram-refused = Telegram odmówił.
desk-error-telegram-unreachable = Nie można teraz połączyć się z Telegramem.
desk-error-telegram-webhook = Telegram zna bota, ale nie mógł przynieść nam ostatniej wiadomości.
desk-error-bad-role = Nie ma takiej roli.
desk-error-email-taken = Ktoś z tym adresem jest już w zespole.
desk-error-owners-only = Tylko właściciel może zmieniać i ustanawiać właścicieli.
desk-error-last-owner = To ostatni właściciel. Najpierw ustanów nim kogoś innego.
desk-error-account-disabled = To konto jest wyłączone. Najpierw je włącz.
desk-error-not-disabled = To konto nie jest wyłączone.
desk-error-already-set-up = Pierwszy właściciel już istnieje. Zaloguj się albo poproś go o zaproszenie.
desk-error-link-gone = Ten link został już użyty albo wygasł. Poproś o nowy.
desk-error-second-factor-on = Logowanie dwuetapowe jest już włączone.
desk-error-second-factor-off = Logowanie dwuetapowe jest wyłączone.
desk-error-not-allowed = Twoja rola na to nie pozwala.
desk-error-no-account = Panel wersji demonstracyjnej nie ma własnego konta.
desk-error-stale-form = Ten formularz pochodzi z wcześniejszej sesji. Wróć, odśwież stronę i wyślij go ponownie.
desk-error-foreign-form = Ten formularz nie został wysłany ze strony tego panelu.
desk-error-form-too-large = Ten formularz jest za duży.
desk-error-bad-id = Ten adres donikąd nie prowadzi.
desk-error-bad-cursor = Nie ma takiego miejsca na liście.
desk-error-bad-reason = Podaj powód: od 1 do 300 znaków.
desk-error-bad-confirmation = Wpisz nazwę tak, jak jest pokazana.
desk-error-already-merged = To już jeden klient.
desk-error-bad-family = Nie ma takiego rodzaju zdarzeń.
desk-error-bad-date = To nie jest data.
desk-error-empty-message = Napisz coś.
desk-error-message-too-long = To za długie na jedną wiadomość.
desk-error-door-does-not-talk = Tymi drzwiami nic teraz nie powiesz. Wybierz inne.
desk-error-not-their-address = Nic nie wskazuje, że ten adres należy do tego klienta.
desk-error-one-already = To już jedna rozmowa.
desk-error-two-customers = To rozmowy z dwoma klientami. Najpierw połącz klientów.
desk-error-snooze-in-the-past = Wybierz chwilę, która dopiero nadejdzie.
desk-error-not-a-part = To cała rozmowa: nie ma czego wyjmować.
desk-error-not-a-talker = Ta osoba nie odpowiada klientom.

## Pages of errors: what happened, and what to do

desk-page-not-found = Za tymi drzwiami nic nie ma
desk-page-not-found-do = Adres może zawierać błąd albo tego, co tu było, już nie ma. Wyszukaj to lub zacznij od panelu.
desk-page-forbidden = Te drzwi są dla Ciebie zamknięte
desk-page-forbidden-do = Jeśli potrzebujesz tego w pracy, poproś właściciela lub administratora o zmianę roli.
desk-page-unauthorized = Najpierw się zaloguj
desk-page-unauthorized-do = Twoja sesja mogła się zakończyć. Zaloguj się i wyślij formularz ponownie.
desk-page-too-many = Chwileczkę
desk-page-too-many-do = Odczekaj podany czas i spróbuj ponownie. Nic nie przepadło.
desk-page-internal = Coś zepsuło się po naszej stronie
desk-page-internal-do = Spróbuj ponownie za chwilę. Jeśli to nie pomoże, przekaż poniższy kod osobie, która prowadzi ten serwer.
desk-page-refused = To się nie udało
desk-page-refused-do = Wróć, popraw i spróbuj ponownie.

## The inbox

desk-inbox-lead = Co mówią klienci, którymikolwiek drzwiami wejdą.
desk-inbox-views = Widoki
desk-inbox-view-open = Otwarte
desk-inbox-view-mine = Moje
desk-inbox-view-unassigned = Niczyje
desk-inbox-view-pending = Czekają na klienta
desk-inbox-view-snoozed = Odłożone
desk-inbox-view-closed = Zamknięte
desk-inbox-view-all = Wszystkie
desk-inbox-door = Drzwi
desk-inbox-all-doors = Wszystkie drzwi
desk-inbox-order = Kolejność
desk-inbox-order-newest = Od najnowszych
desk-inbox-order-waiting = Od najdłużej czekających
desk-inbox-done = Nikt nie czeka
desk-inbox-done-text = Każde pytanie ma odpowiedź. Nowe pojawią się tu same.
desk-inbox-no-door = Żadne drzwi jeszcze nie rozmawiają
desk-inbox-no-door-text = Otwórz drzwi, przez które klienci mogą pisać: czat, e-mail, SMS. To, co powiedzą, trafi tutaj.
desk-inbox-none-here = Nic tu nie ma
desk-inbox-none-here-text = Żadna rozmowa nie pasuje teraz do tego widoku.
desk-inbox-erased = Usunięty klient
desk-inbox-we = Wy:
desk-inbox-of = Prowadzi { $name }
desk-inbox-waits = Pytanie { $ago }
desk-inbox-rests = Odłożona do { $moment }
desk-inbox-status-pending = Czeka na klienta
desk-inbox-status-closed = Zamknięta
desk-inbox-priority = Priorytet
desk-inbox-priority-low = Niski
desk-inbox-priority-normal = Zwykły
desk-inbox-priority-high = Wysoki
desk-inbox-priority-urgent = Pilne
desk-inbox-assignee = Kto prowadzi
desk-inbox-nobody = Nikt
desk-inbox-take = Biorę
desk-inbox-close = Zamknij
desk-inbox-reopen = Otwórz ponownie
desk-inbox-rest = Później
desk-inbox-rest-evening = Dziś wieczorem
desk-inbox-rest-tomorrow = Jutro rano
desk-inbox-rest-monday = W poniedziałek rano
desk-inbox-transcript = Co powiedziano
desk-inbox-earlier = Pokaż wcześniejsze
desk-inbox-answer = Odpowiedź
desk-inbox-note = Notatka
desk-inbox-note-do = Zapisz notatkę
desk-inbox-send = Wyślij
desk-inbox-kind = Odpowiedź czy notatka
desk-inbox-by-door = Którymi drzwiami
desk-inbox-subject = Temat
desk-inbox-text = Treść
desk-inbox-hint = Napisz tutaj…
desk-inbox-no-way = Nie ma drzwi, którymi można odpowiedzieć. Zapisz notatkę albo zadzwoń.
desk-inbox-not-proven-why = To pisze ktoś, kto pewnie jest tym klientem, ale nic tego nie dowodzi: nie mów nic, co wolno wiedzieć tylko klientowi.
desk-inbox-bot = Asystent
desk-inbox-system = Onedoor
desk-inbox-agent = Sklep
desk-inbox-somebody = Ktoś
desk-inbox-kb = { $count } KB
desk-inbox-mb = { $count } MB
desk-inbox-state-received = Odebrana
desk-inbox-state-queued = W drodze
desk-inbox-state-sent = Wysłana
desk-inbox-state-delivered = Doręczona
desk-inbox-state-read = Przeczytana
desk-inbox-state-failed = Niedoręczona
desk-inbox-refused-131047 = Ostatnie słowo klienta padło zbyt dawno, żeby swobodnie odpowiedzieć
desk-inbox-refused-131026 = Ten numer nie może tego dostać: może nie ma WhatsAppa albo ma starą wersję
desk-inbox-refused-131049 = Meta to wstrzymała, żeby klient nie dostawał zbyt wiele
desk-inbox-refused-131050 = Klient nie chce wiadomości marketingowych
desk-inbox-refused-551 = Z tym klientem nie można się teraz skontaktować
desk-inbox-refused-190 = Token dostępu stracił ważność
desk-inbox-refused-131042 = Jest problem z płatnością za konto
desk-inbox-on-a-map = Pokaż na mapie
desk-inbox-edited = Klient później to zmienił
desk-inbox-window-until = do { $at }
desk-inbox-window-person = tylko człowiek, do { $at }
desk-inbox-window-shut = teraz zamknięte
desk-inbox-shut-since = Klient pisał tu ostatnio { $at }: zbyt dawno, żeby swobodnie odpowiedzieć.
desk-inbox-shut-never = Klient jeszcze tu nie pisał, więc nie można swobodnie napisać.
desk-inbox-shut-template = Wyślij jeden z zatwierdzonych szablonów poniżej albo wybierz inne drzwi.
desk-inbox-shut-door = Wybierz inne drzwi.
desk-inbox-now-writes = Klient pisze teraz przez „{ $door }”.
desk-inbox-best-door = Teraz najlepiej odpowiedzieć przez „{ $door }”.
desk-inbox-chosen-shut = Przez wybrane drzwi nie można już swobodnie pisać.
desk-inbox-switch = Przełącz
desk-inbox-switch-door = Przejdź na drzwi, przez które pisze teraz klient
desk-inbox-stopped = nie chce wiadomości
desk-inbox-stopped-since = { $at } klient napisał, że nie chce tu wiadomości. Można odpowiedzieć tylko na to, o co zapyta od tej pory.
desk-inbox-taken-back = Klient wycofał tę wiadomość.
desk-inbox-sms-count = SMS-y: #, zostało znaków: ##
desk-inbox-templates = Zatwierdzone szablony
desk-inbox-templates-title = Zatwierdzone szablony: { $door }, { $to }
desk-inbox-templates-none = Dla tego numeru nie ma jeszcze zatwierdzonego szablonu. Tworzy się je w Menedżerze WhatsApp firmy Meta; tu pojawią się w ciągu godziny.
desk-inbox-template-gap = Zamiast { $gap }
desk-inbox-template-send = Wyślij szablon
desk-inbox-who = Kto to
desk-inbox-to-customer = Cały klient
desk-inbox-last-seen = Ostatnio
desk-inbox-parts = Części
desk-inbox-parts-why = Należy do niej też to, co powiedziano pod innymi nazwami.
desk-inbox-take-out = Wyjmij
desk-inbox-take-out-ask = Zrobić z tej części osobną rozmowę? Żadna reguła jej nie przywróci.
desk-inbox-others = Inne rozmowy z tym klientem
desk-inbox-join = Połącz

## What the customer told already, and had to tell again

desk-told = Już wiemy
desk-told-order = Zamówienie
desk-told-tracking = Przesyłka
desk-told-email = E-mail
desk-told-phone = Telefon
desk-told-address = Adres
desk-told-product = Produkt
desk-told-problem = Co się stało
desk-told-before = { $what } – podano wcześniej: { $door }, { $time }
desk-repeats = Musieli powtarzać
desk-repeats-lead = Co klienci podali raz i musieli podać ponownie, bo zmieniły się drzwi albo osoba, która odpowiada. Ostatnie 30 dni.
desk-repeats-none = Nikt nie musiał niczego powtarzać
desk-repeats-none-text = Gdy klient po zmianie drzwi lub osoby znów podaje numer zamówienia, adres albo opis problemu, liczymy to tutaj.
desk-repeats-share = W { $repeated } z { $all } rozmów ({ $percent }%) klient musiał coś powtórzyć.
desk-repeats-what = Co
desk-repeats-from = Podane najpierw
desk-repeats-to = Podane ponownie
desk-repeats-why = Co się zmieniło
desk-repeats-times = Ile razy
desk-repeats-because-door = Drzwi
desk-repeats-because-agent = Osoba, która odpowiada

## Search over messages

desk-find = Szukaj w wiadomościach
desk-find-lead = Co powiedziano przy którychkolwiek drzwiach, z polskimi znakami lub bez. „Cudzysłów” trzyma słowa razem.
desk-find-hint = Wpisz słowo lub dwa. Najnowsze wiadomości są na górze.
desk-find-none = Nikt tego nie powiedział
desk-find-none-text = Spróbuj mniej słów albo tylko ich początków.
desk-find-anybody = Ktokolwiek powiedział
desk-find-any-status = Dowolny stan
desk-find-any-time = Dowolny czas
desk-find-age-1 = Ostatnie 24 godziny
desk-find-age-7 = Ostatnie 7 dni
desk-find-age-30 = Ostatnie 30 dni
desk-find-age-365 = Ostatni rok
desk-find-do = Szukaj

## Ready answers, drafts and files

desk-ready = Gotowe odpowiedzi
desk-ready-lead = To, co powtarza się ciągle, napisane raz dla wszystkich. W polu odpowiedzi wpisz / i skrót.
desk-ready-new = Nowa gotowa odpowiedź
desk-ready-change = Zmień gotową odpowiedź
desk-ready-none = Nie ma jeszcze gotowych odpowiedzi
desk-ready-none-text = Napisz pierwszą powyżej: skrót, tekst i jest pod ręką w każdej rozmowie.
desk-ready-shortcut = Skrót
desk-ready-shortcut-hint = Litery, cyfry i łączniki: zwroty, godziny-krakow. Ten sam skrót może być w każdym języku.
desk-ready-title = Tytuł (niekoniecznie)
desk-ready-body = Tekst
desk-ready-body-hint = Wypełniają się same; po | stoi to, co ma się pojawić, gdy nic nie wiadomo, np. {"{"}customer.first_name|Państwo{"}"}.
desk-ready-delete = Usuń
desk-ready-delete-ask = Usunąć tę gotową odpowiedź dla wszystkich?
desk-ready-missing = Nie wiadomo, uzupełnij: { $names }
desk-flash-ready-saved = Gotowa odpowiedź zapisana.
desk-flash-ready-deleted = Gotowa odpowiedź usunięta.
desk-error-bad-shortcut = Skrót ma od 1 do 32 liter, cyfr i łączników.
desk-error-shortcut-taken = Ten skrót oznacza już inną odpowiedź w tym języku.
desk-error-bad-ready-body = Napisz tekst, najwyżej 10 000 znaków.
desk-error-unknown-variable = Jest w nim zmienna, której nikt nie zna. Użyj tych wymienionych niżej.
desk-error-too-many-ready = Gotowych odpowiedzi jest za dużo. Usuń nieużywane albo napisz artykuł.
desk-error-variable-left = Została zmienna w nawiasach klamrowych. Przed wysłaniem wpisz coś w jej miejsce.
desk-error-note-with-files = Notatka nie ma plików. Wyślij je z odpowiedzią albo usuń.
desk-error-door-without-files = Te drzwi nie przeniosą tych plików.
desk-error-files-too-large = Te pliki są za duże na jedną wiadomość.
desk-choices = Odpowiedzi do wyboru
desk-choices-hint = Po jednej w wierszu, najwyżej 10. Klient naciska jedną z nich; gdzie nie ma przycisków, dostaje numerowaną listę i wystarczy, że odpisze numerem.
desk-choices-offered = Do wyboru
desk-choices-pressed = Naciśnięto przycisk
desk-choices-typed = Odpowiedź: „{ $typed }”
desk-ready-choices = Odpowiedzi do wyboru (niekoniecznie)
desk-error-bad-choices = Każda odpowiedź to jeden wiersz, najwyżej 60 znaków, bez powtórzeń; razem najwyżej 10.
desk-error-choices-without-text = Odpowiedzi do wyboru stoją pod Twoim tekstem. Napisz, o co pytasz.
desk-attach = Pliki
desk-attach-remove = Usuń
desk-attach-up-to = Pliki do { $count } MB
desk-attach-as-link = Pliki pójdą jako link

## The knowledge base

desk-articles = Artykuły
desk-articles-lead = To, co sklep wyjaśnia raz: na publicznej stronie pomocy, w polu odpowiedzi i w wiedzy asystenta.
desk-articles-public = Strona pomocy
desk-articles-new = Nowy artykuł
desk-articles-change = Zmień artykuł
desk-articles-none = Nie ma jeszcze artykułów
desk-articles-none-text = Zacznij od tego, o co klienci pytają najczęściej: jak coś zwrócić, ile idzie paczka.
desk-articles-changed = Zmieniony
desk-articles-votes = pomógł { $helped } z { $all } czytelników
desk-articles-draft = Szkic
desk-articles-published = Opublikowany
desk-articles-title = Tytuł
desk-articles-category = Kategoria (niekoniecznie)
desk-articles-slug = Adres (niekoniecznie)
desk-articles-slug-hint = Koniec adresu artykułu, np. /help/zwroty. Gdy pusty, powstanie z tytułu.
desk-articles-body = Tekst
desk-articles-body-hint = Markdown: # nagłówek, **pogrubienie**, - lista, [słowa](https://…).
desk-articles-state = Stan
desk-articles-preview = Podgląd
desk-articles-delete = Usuń ten tekst
desk-articles-delete-ask = Usunąć artykuł w tym języku? Jego adres nie będzie już nigdzie prowadził.
desk-flash-article-saved = Artykuł zapisany.
desk-flash-article-deleted = Tekst usunięty.
desk-error-bad-article-title = Nadaj tytuł, najwyżej 150 znaków.
desk-error-bad-article-body = Napisz tekst, najwyżej 50 000 znaków.
desk-error-bad-slug = Adres składa się z liter łacińskich bez znaków, cyfr i łączników.
desk-error-slug-taken = Ten adres prowadzi do innego artykułu.

## What the shop says of itself, and the assistant

desk-shop = Sklep i asystent
desk-shop-lead = Co wszyscy mówią tymi samymi słowami i przy których drzwiach odpowiada automatyczny asystent.
desk-shop-hours = Godziny otwarcia
desk-shop-hours-hint = Tak, jak poda je asystent, w każdym języku, w którym ma to robić. Gdzie nic nie ma, przekaże rozmowę ludziom.
desk-shop-returns = Zwroty
desk-shop-returns-hint = Ile jest czasu na zwrot, jak go zrobić i kiedy przyjdą pieniądze.
desk-shop-order-patterns = Jak wyglądają numery zamówień
desk-shop-order-patterns-hint = Po jednym w wierszu; # to cyfra, @ litera: W-#####. Tak odnajdujemy je w tym, co piszą klienci. Numery z osi czasu są znane i bez tego.
desk-flash-shop-saved = Zapisane.
desk-error-text-too-long = Ten tekst jest za długi.
desk-bot = Automatyczny asystent
desk-bot-lead = Mówi, gdzie jest zamówienie, kiedy jest otwarte i jak coś zwrócić. Przyznaje, że jest automatem, o zamówieniach mówi tylko potwierdzonym klientom, a gdy nie jest pewny, przekazuje rozmowę ludziom. Gdzie jest ktoś z Was, milczy.
desk-bot-no-door = Nie są otwarte żadne drzwi, przez które mógłby odpowiadać.
desk-bot-hint = Odpowiada przy tych drzwiach

## The public help page

help-title = Pomoc
help-search = Szukaj w pomocy
help-search-do = Szukaj
help-found = { $count ->
    [0] Nic nie znaleziono
    [one] { $count } artykuł
    [few] { $count } artykuły
    [many] { $count } artykułów
   *[other] { $count } artykułu
}
help-all = Wszystkie artykuły
help-empty = Jeszcze nic tu nie ma.
help-nothing = Nie ma takiego artykułu
help-nothing-text = Może zmienił nazwę. Poszukaj go albo zobacz wszystkie artykuły.
help-way = Gdzie jesteś
help-vote = Czy to pomogło?
help-vote-yes = Tak
help-vote-no = Nie
help-thanks = Dziękujemy za odpowiedź.
help-language = Język
help-skip = Do tekstu

## What is done with them, in the audit log

desk-did-shop-text-changed = Zmiana tego, co sklep mówi o sobie
desk-did-article-changed = Napisanie artykułu
desk-did-article-deleted = Usunięcie artykułu
desk-did-assistant-on = Włączenie asystenta
desk-did-assistant-off = Wyłączenie asystenta

## Teams

desk-teams = Zespoły
desk-teams-lead = Kto odpowiada razem, kiedy jest na miejscu i co obiecuje.
desk-teams-none = Nie ma jeszcze zespołów
desk-teams-none-text = Jedna osoba ich nie potrzebuje. Kilka może dzielić się pracą: każdy zespół ma swoje drzwi, godziny i obietnice.
desk-teams-new = Nowy zespół
desk-teams-name = Nazwa
desk-teams-make = Utwórz zespół
desk-teams-rename = Nazwa
desk-teams-members = Członkowie
desk-teams-members-count = { $count ->
    [0] Jeszcze nikogo
    [one] { $count } osoba
    [few] { $count } osoby
   *[many] { $count } osób
}
desk-teams-doors = Drzwi, które tu prowadzą
desk-teams-doors-why = Co zaczyna się przy tych drzwiach, od razu należy do tego zespołu. Drzwi prowadzą do jednego zespołu.
desk-teams-agents = Co kto umie
desk-teams-agents-why = Reguły mogą przydzielać rozmowy osobie, która coś umie albo mówi w języku klienta.
desk-teams-skills-of = Umiejętności: { $name }
desk-teams-skills-hint = Umiejętności: zwroty, ekspresy
desk-teams-langs-of = Języki: { $name }
desk-agent-away = Poza biurkiem
desk-agent-on = Na miejscu
desk-agent-go = Odchodzę
desk-agent-come = Jestem z powrotem
desk-teams-hours = Godziny
desk-teams-has-hours = Ten zespół ma godziny pracy
desk-teams-has-hours-hint = W przeciwnym razie uznajemy, że jest zawsze na miejscu.
desk-teams-zone = Strefa czasowa
desk-teams-day-off = zamknięte
desk-teams-week-hint = Na przykład 9-17 albo 9-12, 13-17:30. Puste znaczy zamknięte.
desk-teams-holidays = Święta państwowe
desk-teams-holidays-none = Żaden kraj
desk-teams-closed = Inne dni wolne
desk-teams-closed-hint = Daty takie jak 2026-12-24, oddzielone spacjami.
desk-weekday-mon = Poniedziałek
desk-weekday-tue = Wtorek
desk-weekday-wed = Środa
desk-weekday-thu = Czwartek
desk-weekday-fri = Piątek
desk-weekday-sat = Sobota
desk-weekday-sun = Niedziela
desk-country-cz = Czechy
desk-country-de = Niemcy
desk-country-md = Mołdawia
desk-country-pl = Polska
desk-country-ro = Rumunia
desk-country-sk = Słowacja
desk-teams-targets = Co obiecujemy
desk-teams-targets-why = W minutach godzin pracy zespołu. Puste nic nie obiecuje. Co obiecano wcześniej, pozostaje bez zmian.
desk-teams-target-first = Pierwsza odpowiedź
desk-teams-target-next = Każda następna odpowiedź
desk-teams-target-resolution = Do zamknięcia
desk-teams-stands-pending = Czas do zamknięcia stoi, gdy kolej na klienta
desk-teams-stands-snoozed = Wszystko stoi, gdy rozmowa odpoczywa
desk-teams-away = Gdy nikogo nie ma
desk-teams-away-on = Odpowiadaj od razu, że nikogo nie ma
desk-teams-away-why = Raz w każdym okresie zamknięcia, w języku klienta, tymi drzwiami, którymi napisał.
desk-teams-survey = Pytanie na koniec
desk-teams-survey-on = Pytaj po zamknięciu rozmowy, jak było
desk-teams-survey-why = Raz na rozmowę, tymi drzwiami, którymi się skończyła.
desk-teams-quiet-days = Dni, zanim zapytamy tę osobę ponownie
desk-teams-remove = Usuń zespół
desk-teams-remove-why = Jego otwarte rozmowy nie będą należeć do żadnego zespołu. Zakończone zachowają jego nazwę.
desk-teams-remove-ask = Usunąć zespół { $name }?
desk-teams-remove-do = Usuń
desk-flash-team-made = Zespół utworzony.
desk-flash-team-changed = Zapisano.
desk-flash-team-removed = Usunięto.
desk-flash-agent-changed = Zapisano.
desk-flash-agent-on = Na miejscu: reguły mogą przydzielać Ci rozmowy.
desk-flash-agent-away = Poza biurkiem: reguły niczego Ci nie przydzielą.
desk-error-bad-team-name = Nazwa zespołu ma od 1 do 60 znaków.
desk-error-team-name-taken = Jest już zespół o tej nazwie.
desk-error-too-many-teams = Zespołów jest za dużo.
desk-error-bad-zone = To nie jest strefa czasowa. Wpisz ją na przykład tak: Europe/Warsaw.
desk-error-bad-hours = To nie są godziny. Wpisz je na przykład tak: 9-12, 13-17:30.
desk-error-bad-closed-day = To nie jest data. Wpisz ją na przykład tak: 2026-12-24.
desk-error-bad-target = Cel to co najmniej minuta i najwyżej rok.
desk-error-bad-number = To nie jest liczba całkowita.
desk-error-bad-quiet-days = Od 0 do 3650 dni.
desk-error-away-text-too-long = Najwyżej 1000 znaków.
desk-did-team-created = Utworzenie zespołu
desk-did-team-renamed = Zmiana nazwy zespołu
desk-did-team-removed = Usunięcie zespołu
desk-did-team-members-set = Wybór członków zespołu
desk-did-team-doors-set = Wybór drzwi zespołu
desk-did-team-settings-changed = Zmiana ustawień zespołu
desk-did-agent-changed = Zmiana umiejętności osoby
desk-inbox-team = Zespół
desk-inbox-all-teams = Wszystkie zespoły
desk-inbox-no-team = Bez zespołu
desk-inbox-order-due = Najpierw najpilniejsze
desk-inbox-due = zostało { $time }
desk-inbox-overdue = po terminie o { $time }
desk-inbox-min = { $count } min
desk-inbox-hours = { $count } godz.
desk-inbox-days = { $count } d
desk-inbox-due-first = Pierwsza odpowiedź
desk-inbox-due-next = Następna odpowiedź
desk-inbox-due-resolution = Zamknięcie

## Rules

desk-rules = Reguły
desk-rules-lead = Co dzieje się z rozmowami samo, w tej kolejności. Liczy się pierwsza reguła, która coś rozstrzyga.
desk-rules-none = Nie ma jeszcze reguł
desk-rules-none-text = Dopóki ich nie ma, każdy bierze to, co widzi.
desk-rules-new = Nowa reguła
desk-rules-make = Utwórz regułę
desk-rules-name = Nazwa
desk-rules-when = Kiedy
desk-rules-when-begins = Rozmowa się zaczyna albo otwiera na nowo
desk-rules-when-silent = Od wielu dni nikt nic nie powiedział
desk-rules-days = Dni ciszy
desk-rules-if = Jeśli
desk-rules-then = To
desk-rules-language = Język klienta
desk-rules-any = Dowolny
desk-rules-words = Padło jedno z tych słów (po przecinku)
desk-rules-their-turn = Kolej na klienta
desk-rules-nothing = Bez zmian
desk-rules-to-team = Przekaż zespołowi
desk-rules-give = Przydziel
desk-rules-give-turns = Członkom zespołu po kolei
desk-rules-give-load = Temu z zespołu, kto ma najmniej
desk-rules-skill = Tylko z tą umiejętnością
desk-rules-same-language = Tylko mówiącym w języku klienta
desk-rules-close = Zamknij
desk-rules-close-quietly = Bez słowa
desk-rules-close-saying = I powiedz o tym klientowi
desk-rules-on = Reguła działa
desk-rules-off = Wyłączona
desk-rules-up = Wcześniej
desk-rules-remove = Usuń regułę
desk-rules-remove-ask = Usunąć regułę { $name }?
desk-flash-rule-changed = Zapisano.
desk-flash-rule-removed = Usunięto.
desk-error-bad-rule-name = Nazwa reguły ma od 1 do 80 znaków.
desk-error-rule-does-nothing = Wybierz, co robi reguła.
desk-error-bad-silent-days = Od 1 do 3650 dni.
desk-error-too-many-rules = Reguł jest za dużo.
desk-error-too-many-words = Za dużo słów.
desk-did-rule-created = Utworzenie reguły
desk-did-rule-changed = Zmiana reguły
desk-did-rule-removed = Usunięcie reguły
desk-did-rule-moved = Przesunięcie reguły
desk-trace-given = Przydzielono: { $name }, reguła „{ $rule }”
desk-trace-team = Przekazano do zespołu { $name }, reguła „{ $rule }”
desk-trace-priority = Priorytet { $priority }, reguła „{ $rule }”
desk-trace-closed = { $days ->
    [one] Zamknięto po { $days } dniu ciszy, reguła „{ $rule }”
    [few] Zamknięto po { $days } dniach ciszy, reguła „{ $rule }”
   *[many] Zamknięto po { $days } dniach ciszy, reguła „{ $rule }”
}
desk-trace-rated = Ocena klienta: { $score } na 5
desk-trace-rated-why = Ocena klienta: { $score } na 5. „{ $comment }”
desk-trace-not-sent-feedback = Nie zapytano, jak było: klient nie chce takich wiadomości
desk-trace-not-sent-service = Nie powiadomiono o zamknięciu: klient nie chce takich wiadomości

## Together

desk-inbox-view-mentions = Wzmianki
desk-inbox-called = Ktoś Cię woła
desk-notices = Powiadomienia
desk-notices-show = Pokazuj powiadomienia o nowych wiadomościach, gdy to okno jest ukryte
desk-notices-sound = Odtwarzaj przy tym dźwięk
desk-notices-nobodys = Także o rozmowach, które są niczyje
desk-notices-denied = Ta przeglądarka nie pozwala tej stronie na powiadomienia. Zezwól na nie w jej ustawieniach.
desk-notices-insecure = Przeglądarki pokazują powiadomienia tylko na stronach przez https.
desk-notices-away = Gdy jesteś poza biurkiem, nic nie przychodzi.
desk-notices-somebody = Gość
desk-inbox-looks = { $name } też tu jest
desk-inbox-writes = { $name } pisze
desk-error-answered-meanwhile = W międzyczasie ktoś już odpowiedział. Przeczytaj to powyżej i wyślij ponownie, jeśli Twoja odpowiedź jest nadal potrzebna.
desk-inbox-view-keep = Zachowaj ten widok
desk-inbox-view-name = Nazwa
desk-inbox-view-for = Dla
desk-inbox-view-for-me = Tylko dla mnie
desk-inbox-view-of-team = Widok zespołu
desk-inbox-view-remove = Usuń ten widok
desk-flash-view-saved = Zachowano.
desk-flash-view-removed = Usunięto.
desk-csat = Zadowolenie
desk-csat-lead = Co klienci powiedzieli na koniec, według drzwi, z ostatnich 90 dni.
desk-csat-none = Nikogo jeszcze nie zapytano
desk-csat-none-text = Każdy zespół sam decyduje, czy pyta, jak było.
desk-csat-asked = Zapytani
desk-csat-answered = Odpowiedzi
desk-csat-average = Średnia
desk-csat-scores = Oceny
desk-csat-number = { $whole },{ $rest }
desk-csat-score = { $count ->
    [one] Ocena { $score }: { $count } odpowiedź
    [few] Ocena { $score }: { $count } odpowiedzi
   *[many] Ocena { $score }: { $count } odpowiedzi
}

## Telefon

desk-calls = Połączenia
desk-calls-a-call = Rozmowa telefoniczna
desk-calls-unanswered = Telefon od klienta, jeszcze nieodebrany
desk-calls-call = Zadzwoń
desk-calls-telephone = Telefon
desk-calls-incoming = Połączenie przychodzące
desk-calls-calling = Dzwonisz
desk-calls-talking = Rozmawiasz
desk-calls-unknown = Nieznany numer
desk-calls-withheld = Numer zastrzeżony
desk-calls-not-proven-why = Na to wskazuje numer, a numer można podrobić. Zanim zweryfikujesz rozmówcę, nie mów nic, co może wiedzieć tylko klient.
desk-calls-open-customer = Otwórz klienta
desk-calls-open-conversation = Otwórz rozmowę
desk-calls-last-order = Ostatni zakup
desk-calls-conversation = Rozmowa
desk-calls-quoted = „{ $text }”
desk-calls-rings-inbound = Połączenie przychodzące, dzwoni
desk-calls-rings-outbound = Dzwonimy
desk-calls-talks-inbound = Połączenie przychodzące, trwa rozmowa
desk-calls-talks-outbound = Nasze połączenie, trwa rozmowa
desk-calls-ended-inbound = Połączenie przychodzące
desk-calls-ended-outbound = Nasze połączenie
desk-calls-missed-inbound = Nieodebrane połączenie
desk-calls-missed-outbound = Dzwoniliśmy, nikt nie odebrał
desk-calls-busy = Dzwoniliśmy, numer był zajęty
desk-calls-failed = Dzwoniliśmy, nie udało się połączyć
desk-calls-voicemail = Wiadomość głosowa
desk-calls-length = { $minutes ->
    [0] { $seconds } s
    [one] { $minutes } min { $seconds } s
    [few] { $minutes } min { $seconds } s
   *[many] { $minutes } min { $seconds } s
}
desk-calls-by = odebrał(a): { $name }
desk-calls-at = odebrano pod numerem { $name }
desk-calls-by-hand = zapisane ręcznie
desk-calls-recording = Posłuchaj nagrania
desk-calls-write = Zapisz, co ustalono
desk-calls-rewrite = Zmień zapis rozmowy
desk-calls-words = Co ustalono
desk-calls-lead = Rozmowy telefoniczne z tym klientem.
desk-calls-to-conversation = Wróć do rozmowy
desk-calls-no-door = Nie ma jeszcze telefonu wśród drzwi. Dodaj go na stronie Drzwi; do zapisywania rozmów nie trzeba centrali.
desk-calls-log = Zapisz rozmowę
desk-calls-log-door = Telefon
desk-calls-log-direction = Kto dzwonił
desk-calls-log-inbound = Klient dzwonił do nas
desk-calls-log-outbound = My dzwoniliśmy do klienta
desk-calls-log-began = Kiedy się zaczęła
desk-calls-log-outcome = Jak się skończyło
desk-calls-log-talked = Doszło do rozmowy
desk-calls-log-nobody = Nikt nie odebrał
desk-calls-log-minutes = Ile minut
desk-calls-log-do = Zapisz
desk-calls-extensions-lead = Gdy dzwoni telefon, jego właściciel widzi na ekranie, kto dzwoni. Kto nie ma własnego numeru wewnętrznego, widzi połączenia, które nie dzwonią u nikogo konkretnego.
desk-calls-extension-of = Numer wewnętrzny: { $name }
desk-flash-call-logged = Rozmowa zapisana.
desk-flash-call-words = Ustalenia zapisane.
desk-flash-extension = Numer wewnętrzny zapisany.
desk-error-bad-call-time = Podaj, kiedy zaczęła się rozmowa: w ciągu ostatniego roku i nie w przyszłości.
desk-error-bad-call-length = Rozmowa trwa od 0 do 1440 minut.
desk-error-no-phone-door = Nie ma otwartych drzwi telefonicznych. Dodaj je na stronie Drzwi.
desk-error-bad-extension = Numer wewnętrzny to numer lub nazwa: litery, cyfry i znaki + - _ . @ : / * #.
desk-error-extension-taken = Ten numer wewnętrzny należy już do kogoś z zespołu.
desk-calls-numbers = Numery klienta
desk-calls-no-number = Nie znamy numeru telefonu tego klienta.
desk-calls-call-by = Zadzwoń ({ $name })
desk-calls-no-dialling = Aby dzwonić stąd, połącz drzwi telefoniczne z Asteriskiem lub Twilio Voice.
desk-calls-say-extension = Podaj swój numer wewnętrzny, a zadzwonisz stąd jednym kliknięciem
desk-flash-calling = Dzwoni Twój telefon. Odbierz, a połączymy z klientem.
desk-error-no-extension = Który telefon jest Twój? Podaj numer wewnętrzny w Ustawieniach, w zakładce Telefon.
desk-error-door-does-not-dial = Te drzwi same nie dzwonią. Wybierz numer na telefonie.
desk-error-not-their-number = Nie wiadomo, czy ten numer należy do tego klienta.
desk-error-asterisk-not-reached = Interfejs zarządzania Asteriska nie odpowiada. Sprawdź, czy manager.conf ma „enabled = yes” i czy ten serwer może się tam łączyć.
desk-error-asterisk-refused = Asterisk nas nie wpuszcza. Porównaj nazwę i hasło z manager.conf, a „permit” z adresem tego serwera.
desk-error-asterisk-would-not-call = Asterisk nie zadzwonił na Twój telefon. Sprawdź numer wewnętrzny w Ustawieniach, w zakładce Telefon.
desk-error-twilio-would-not-call = Twilio nie zadzwoniło. Sprawdź numer wewnętrzny w Ustawieniach, w zakładce Telefon: numer (+48…), sip:… albo client:…
desk-error-twilio-not-reached = Twilio nie odpowiada. Spróbuj ponownie albo wybierz numer na telefonie.

desk-doors-provider-asterisk = Asterisk, własna centrala
desk-doors-provider-twilio-voice = Twilio Voice
desk-doors-field-asterisk-host = Serwer
desk-doors-field-asterisk-port = Port interfejsu zarządzania
desk-doors-field-asterisk-port-hint = To połączenie nie jest szyfrowane: ta sama maszyna, własna sieć albo tunel.
desk-doors-field-asterisk-username = Nazwa w manager.conf
desk-doors-field-asterisk-username-hint = Z read = call,dialplan i write = originate. Plan numeracji zostaje bez zmian.
desk-doors-field-asterisk-password = Hasło
desk-doors-field-asterisk-endpoint = Co dzwoni dla numeru wewnętrznego
desk-doors-field-asterisk-endpoint-hint = PJSIP/{"{"}extension{"}"}, SIP/{"{"}extension{"}"} albo Local/{"{"}extension{"}"}@from-internal
desk-doors-field-asterisk-context = Kontekst, w którym wybierają numery Wasze telefony
desk-doors-field-asterisk-prefix = Wybierane przed numerem zewnętrznym
desk-doors-field-asterisk-recordings-url = Pod jakim adresem można odsłuchać katalog „monitor”
desk-doors-field-twilio-voice-account-sid = Account SID
desk-doors-field-twilio-voice-auth-token = Auth token
desk-doors-field-twilio-voice-number = Wasz numer w Twilio
desk-doors-field-twilio-voice-dial = Co dzwoni, gdy ktoś dzwoni do Was
desk-doors-field-twilio-voice-dial-hint = Numery i adresy SIP oddzielone przecinkami. Puste: wszystkie numery wewnętrzne tych drzwi.
desk-doors-field-twilio-voice-rings = Przez ile sekund
desk-doors-field-twilio-voice-voicemail = Gdy nikt nie odbiera, nagraj wiadomość
desk-doors-field-twilio-voice-greeting = Zapowiedź przed sygnałem
desk-doors-field-twilio-voice-record = Nagrywaj rozmowy
desk-doors-field-twilio-voice-public-url = Publiczny adres tego serwera
desk-doors-field-twilio-voice-public-url-hint = W konsoli Twilio webhook numeru dla połączeń to ten adres i /hooks/{"{"}id tych drzwi{"}"}/voice; dla zmian stanu z /status na końcu.

simulate-phone = Telefon
simulate-phone-lead = Zadzwoń do sklepu: kto jest zalogowany w panelu, widzi, kto dzwoni.
simulate-phone-number = Twój numer
simulate-phone-name = Nazwa, którą pokazuje sieć
simulate-phone-extension = Numer wewnętrzny, który dzwoni (puste: u nikogo konkretnego)
simulate-phone-idle = Nie dzwonisz
simulate-phone-ringing = W sklepie dzwoni telefon
simulate-phone-talking = Trwa rozmowa
simulate-phone-recording = Nagrywa Cię automat
simulate-phone-do-ring = Zadzwoń
simulate-phone-do-answer = Sklep odbiera
simulate-phone-do-machine = Odbiera automat
simulate-phone-do-hang-up = Rozłącz
simulate-phone-told = Co usłyszał serwer

## W sklepie

desk-nav-store = Sklep
desk-store-none = Nie ma jeszcze sklepu
desk-store-none-text = Utwórz drzwi rodzaju „sklep”. Wtedy klienta przy ladzie znajdziesz tu po karcie, numerze lub kodzie.
desk-store-which = W którym sklepie jesteś?
desk-store-other = Inny sklep
desk-store-scan = Karta, numer, nazwisko lub kod
desk-store-scan-hint = Zeskanuj lub wpisz…
desk-store-camera = Skanuj aparatem
desk-store-camera-hint = Trzymaj kod przed aparatem.
desk-store-find = Znajdź
desk-store-hint = Karta lub kod trafia ze skanera prosto do tego pola. Numer telefonu, adres e-mail lub nazwisko można wpisać.
desk-store-some = Kto to z tych osób?
desk-store-found-now = Ta osoba jest już znana. Naciśnij „Znajdź” jeszcze raz.
desk-store-nobody = Nikt nie ma „{ $text }”
desk-store-nobody-text = Poszukaj po czymś innym albo zapisz kogoś nowego.
desk-store-card-hint = Karta należy do kogoś, kogo znasz? Znajdź tę osobę po numerze lub nazwisku i dodaj kartę na jej stronie.
desk-store-meet = Ktoś nowy
desk-store-meet-name = Imię i nazwisko
desk-store-meet-do = Przejdź dalej
desk-store-meet-hint = Karta, która leży przed tobą, jest potwierdzona. Numer lub adres jest tylko podany przez klienta, dopóki nie wyślesz tam kodu.
desk-store-nothing-said = Żadna sprawa nie jest otwarta.
desk-store-asked = { $door }, { $ago }: „{ $text }”
desk-store-waits = Czeka na odpowiedź od
desk-store-talk = Rozmowa
desk-store-who-spoke = Kto to powiedział
desk-store-customer-spoke = Powiedział klient
desk-store-we-spoke = Moja odpowiedź
desk-store-said = Co zostało powiedziane?
desk-store-keep = Zapisz
desk-store-to-inbox = W skrzynce
desk-store-noted-by = notatka: { $name }
desk-store-known-by = Po czym znany
desk-store-send-code = Potwierdź kodem
desk-store-add = Dodaj kartę, numer lub adres
desk-store-add-do = Dodaj
desk-store-add-hint = Karta jest potwierdzona, bo ją widzisz. Numer lub adres dopiero po wysłaniu kodu.
desk-store-code = Kod jest w drodze
desk-store-code-text = Wysłaliśmy go na { $value }. Jest ważny 10 minut. Poproś klienta, aby go odczytał.
desk-store-code-label = Sześć cyfr
desk-store-code-do = Sprawdź
desk-flash-store-noted = Zapisano.
desk-flash-store-met = Nowy klient zapisany.
desk-flash-store-added = Dodano.
desk-flash-store-code-sent = Kod jest w drodze.
desk-flash-store-proven = Potwierdzono.
desk-error-wrong-proof = To nie ten kod. Sprawdź i wpisz jeszcze raz.
desk-error-proof-spent = Za dużo błędnych kodów. Wyślij nowy.
desk-error-proof-expired = Ten kod stracił ważność. Wyślij nowy.
desk-error-no-such-door = Żadne połączone drzwi sklepu nie docierają pod ten adres.
desk-error-held-by-another = Ta karta należy do innego klienta. Niczego nie połączono; konsultant może obejrzeć obu.
desk-error-bad-identity = Coś się tu nie zgadza. Sprawdź jeszcze raz.
desk-error-too-many-codes = { $seconds ->
    [one] Za dużo kodów. Spróbuj ponownie za sekundę.
    [few] Za dużo kodów. Spróbuj ponownie za { $seconds } sekundy.
    [many] Za dużo kodów. Spróbuj ponownie za { $seconds } sekund.
   *[other] Za dużo kodów. Spróbuj ponownie za { $seconds } sekundy.
}
desk-doors-provider-own = Własny serwer
desk-doors-field-own-url = Adres wywoływany z tym, co wysłać
desk-doors-field-own-secret = Sekret, którym podpisujemy wywołania
desk-doors-field-own-secret-hint = „whsec_” i od 24 do 64 bajtów w base64, zgodnie ze Standard Webhooks.

## Rozmowa przenosi się gdzie indziej

desk-go-on = Kontynuuj gdzie indziej
desk-go-on-how = Jak
desk-go-on-show = Pokaż kod i kod QR
desk-go-on-send = Wyślij link na { $to }
desk-go-on-do = Dalej
desk-go-on-back = Wróć do rozmowy
desk-go-on-say = Kod do podania w sklepie lub przez telefon:
desk-go-on-scan = Albo do zeskanowania:
desk-go-on-doors = Którędy można kontynuować
desk-go-on-until = Ważny do { $moment }, dla jednej osoby. Kto z nim przyjdzie, dołącza do tej rozmowy; wcześniejszych wiadomości nie zobaczy.
desk-flash-handed-over = Link jest w drodze.
go-title = Dokończ rozmowę
go-chat = Na czacie
go-by-email = E-mailem
go-by-sms = SMS-em
go-by-phone = Przez telefon
go-by-whatsapp = Na WhatsAppie
go-by-telegram = Na Telegramie
go-by-messenger = Na Messengerze
go-by-instagram = Na Instagramie
go-say = Albo podaj ten kod w sklepie lub przez telefon:
go-hint = Link działa raz i przez 24 godziny. Nie przekazuj go nikomu.
go-over = Ten link już nie działa
go-over-text = Został użyty albo ma więcej niż 24 godziny. Poproś sklep o nowy albo po prostu napisz: odnajdziemy rozmowę.

## Webhooki

desk-webhooks = Webhooki
desk-webhooks-lead = Twoje serwery, które dowiadują się, co się tu dzieje, przez podpisane wywołania.
desk-webhooks-none = Nikt jeszcze nie słucha
desk-webhooks-none-text = Dodaj adres serwera. Otrzyma informację, co powiedziano, kto i którymi drzwiami.
desk-webhooks-new = Dodaj adres
desk-webhooks-url = Adres
desk-webhooks-url-hint = Zaczyna się od https:// i jest dostępny z internetu.
desk-webhooks-events = Czego słucha
desk-webhooks-events-hint = Bez wyboru słucha wszystkiego.
desk-webhooks-all = Wszystko
desk-webhooks-add = Dodaj
desk-webhooks-event-message-created = Coś powiedziano
desk-webhooks-event-message-delivery = Jak daleko dotarła wiadomość
desk-webhooks-event-conversation-created = Zaczęła się rozmowa
desk-webhooks-event-conversation-updated = Rozmowa się zmieniła
desk-webhooks-event-conversation-closed = Rozmowę zamknięto
desk-webhooks-event-customer-merged = Dwóch klientów to jedna osoba
desk-webhooks-event-customer-split = Jeden klient to kilka osób
desk-webhooks-event-webhook-test = Próba
desk-webhooks-listening = Słucha
desk-webhooks-failing = Nic nie dociera, od: { $ago }
desk-webhooks-disabled-staff = Wyłączony
desk-webhooks-disabled-gone = Wyłączony: serwer odpowiedział, że adresu już nie ma
desk-webhooks-disabled-failing = Wyłączony: przez trzy dni nic nie dotarło
desk-webhooks-secret-once = Sekret, którym podpisujemy wywołania. Pokazujemy go tylko raz:
desk-webhooks-test = Wyślij próbę
desk-webhooks-turn-on = Włącz
desk-webhooks-turn-off = Wyłącz
desk-webhooks-rotate = Nowy sekret
desk-webhooks-rotate-ask = Utworzyć nowy sekret? Stary będzie podpisywał obok niego jeszcze 24 godziny.
desk-webhooks-remove = Usuń
desk-webhooks-remove-ask = Usunąć ten adres i to, co tam wysłano?
desk-webhooks-nothing = Niczego tu jeszcze nie wysłano.
desk-webhooks-log = Ostatnie wywołania
desk-webhooks-when = Kiedy
desk-webhooks-event = Zdarzenie
desk-webhooks-tries = Próby
desk-webhooks-state-waiting = W drodze
desk-webhooks-state-delivered = Dotarło
desk-webhooks-state-failed = Zaniechano
desk-webhooks-again = Wyślij ponownie
desk-flash-webhook-tested = Próba jest w drodze.
desk-flash-webhook-changed = Zmieniono.
desk-flash-webhook-removed = Usunięto.
desk-flash-webhook-again = Wysłano ponownie.
desk-error-bad-url = Tego adresu nie można wywołać: musi zaczynać się od https:// i prowadzić do internetu.
desk-error-too-many-endpoints = Jest już 20 adresów. Najpierw usuń któryś.
desk-did-webhook-created = Dodanie webhooka
desk-did-webhook-deleted = Usunięcie webhooka
desk-did-webhook-enabled = Włączenie webhooka
desk-did-webhook-disabled = Wyłączenie webhooka
desk-did-webhook-secret-rotated = Nowy sekret webhooka
desk-did-identity-added = Dodanie identyfikatora w sklepie
desk-did-customer-created = Nowy klient w sklepie

## The cart beside a customer

desk-cart = Koszyk
desk-cart-empty = Koszyk jest pusty.
desk-cart-saved = Zapisane na później
desk-cart-not-sold = już niedostępny w sprzedaży
desk-cart-quantity = Ile sztuk
desk-cart-set = Zmień
desk-cart-remove = Wyjmij
desk-cart-sku = Numer produktu (SKU)
desk-cart-add = Dodaj
desk-cart-coupon = Kod kuponu
desk-cart-coupon-add = Użyj kuponu
desk-cart-undo = Cofnij ostatnią zmianę
desk-cart-by-customer = klient
desk-cart-by-clerk = sklep stacjonarny
desk-cart-by-agent = obsługa klienta
desk-cart-by-assistant = asystent
desk-cart-by-shop = zamówienie
desk-flash-cart-changed = Koszyk został zmieniony.
desk-flash-cart-undone = Ostatnia zmiana została cofnięta.
## Products

desk-nav-products = Produkty
desk-products-lead = To, co sklep sprzedaje, takie samo przy wszystkich drzwiach.
desk-products-all = Wszystkie
desk-products-active = W sprzedaży
desk-products-draft = Szkic
desk-products-archived = W archiwum
desk-products-status = Stan
desk-products-count =
    { $count ->
        [one] { $count } produkt
        [few] { $count } produkty
       *[many] { $count } produktów
    }
desk-products-hits =
    { $count ->
        [one] Pasuje { $count } produkt
        [few] Pasują { $count } produkty
       *[many] Pasuje { $count } produktów
    }
desk-products-new = Nowy produkt
desk-products-search = Szukaj produktów
desk-products-search-hint = Nazwa, marka, SKU, kod kreskowy…
desk-products-no-hit = Żaden produkt nie pasuje do „{ $query }”
desk-products-no-hit-text = Literówki nie szkodzą. Spróbuj mniejszej liczby słów albo części nazwy.
desk-products-none = Nie ma jeszcze nic na sprzedaż
desk-products-none-text = Dodaj tu pierwszy produkt albo wczytaj od razu wszystkie: onedoor products import.
desk-products-none-here = Nic w tym stanie
desk-products-none-here-text = Reszta jest w pozostałych zakładkach.
desk-products-product = Produkt
desk-products-sku = SKU
desk-products-gtin = Kod kreskowy (GTIN)
desk-products-brand = Marka
desk-products-category = Kategoria
desk-products-category-hint = Od góry, z > pomiędzy: Kuchnia > Kubki. Czego nie ma, powstanie.
desk-products-title = Nazwa
desk-products-description = Opis
desk-products-tax = Klasa VAT
desk-products-tax-standard = Stawka podstawowa
desk-products-tax-reduced = Stawka obniżona
desk-products-tax-super-reduced = Niższa stawka obniżona
desk-products-tax-zero = Stawka zerowa
desk-products-handle = Adres
desk-products-handle-hint = Koniec adresu produktu. Gdy pusty, powstanie z nazwy.
desk-products-images = Zdjęcia
desk-products-images-hint = Adresy, każdy w osobnym wierszu; pierwszy widać na listach.
desk-products-texts = W innych językach
desk-products-texts-hint = Co puste, pokazuje się tak jak wyżej.
desk-products-variants = Warianty
desk-products-variant-new = Kolejny wariant
desk-products-variant-state = Stan
desk-products-options = Opcje
desk-products-options-hint = Opcje wpisuje się tak: Kolor: niebieski; Rozmiar: M. Produkt bez rozmiarów i kolorów ma jeden wariant, bez opcji.
desk-products-weight = Waga w gramach
desk-products-doors = Drzwi
desk-products-doors-hint = Sprzedawany tylko tam, gdzie zaznaczono; przy wszystkich drzwiach, jeśli nic nie zaznaczono.
desk-products-archive = Wycofaj ze sklepu
desk-products-archive-ask = Wycofać ten produkt ze sklepu? Może wrócić; zamówienia i zwroty go zachowają.
desk-flash-product-saved = Produkt zapisany.
desk-flash-product-archived = Produkt wycofany ze sklepu.
desk-did-product-created = Dodał(a) produkt
desk-did-product-changed = Zmienił(a) produkt
desk-did-product-archived = Wycofał(a) produkt ze sklepu
desk-did-products-imported = Wczytał(a) produkty z tabeli
desk-did-category-saved = Zmienił(a) kategorię
desk-error-no-title = Produkt potrzebuje nazwy.
desk-error-bad-title = Nazwa ma najwyżej 200 znaków.
desk-error-bad-brand = Marka ma najwyżej 100 znaków.
desk-error-bad-handle = Adres ma od 1 do 80 znaków: małe litery od a do z, cyfry i myślniki.
desk-error-handle-taken = Inny produkt ma już ten adres.
desk-error-bad-category = Nazwy kategorii mają od 1 do 100 znaków każda.
desk-error-category-too-deep = Kategorie sięgają najwyżej 6 poziomów.
desk-error-bad-sku = Każdy wariant potrzebuje SKU, od 1 do 64 znaków.
desk-error-sku-taken = Inny produkt ma już jedno z tych SKU.
desk-error-sku-repeats = Dwa warianty mają to samo SKU.
desk-error-bad-gtin = Kod kreskowy jest błędny: ma 8, 12, 13 lub 14 cyfr, a ostatnia jest kontrolna. Porównaj go z opakowaniem.
desk-error-gtin-taken = Inny wariant ma już jeden z tych kodów kreskowych.
desk-error-no-variants = Produkt potrzebuje wariantu z SKU, nawet gdy nie ma rozmiarów ani kolorów.
desk-error-bad-options = Opcje wpisuje się tak: Kolor: niebieski; Rozmiar: M
desk-error-options-differ = Wszystkie warianty potrzebują tych samych opcji w tej samej kolejności.
desk-error-options-repeat = Dwa warianty mają te same opcje.
desk-error-bad-weight = Waga to liczba całkowita gramów.
desk-error-bad-media-url = Adres zdjęcia zaczyna się od https:// albo od /.

## Drogi towarów z koszyka

desk-cart-ways = Dostawa
