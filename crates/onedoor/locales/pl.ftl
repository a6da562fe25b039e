### The desk: what the merchant’s staff read.

## Around every page

desk-skip = Przejdź do treści
desk-nav = Nawigacja główna
desk-nav-customers = Klienci
desk-nav-doors = Drzwi
desk-nav-audit = Dziennik
desk-nav-settings = Ustawienia
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
desk-did-door-made = Utworzenie drzwi
desk-did-door-renamed = Zmiana nazwy drzwi
desk-did-door-passes-changed = Zmiana tego, co przechodzi przez drzwi
desk-did-door-secret-replaced = Nowy klucz tajny
desk-did-door-shut = Zamknięcie drzwi
desk-did-door-opened = Ponowne otwarcie drzwi

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
desk-flash-door-made = Drzwi utworzone. Skopiuj teraz klucz tajny.
desk-flash-door-secret = Nowy klucz tajny działa. Stary już nie.
desk-flash-door-renamed = Nazwa drzwi zmieniona.
desk-flash-door-changed = Zapisano.
desk-flash-door-shut = Drzwi zamknięte.
desk-flash-door-opened = Drzwi są znów otwarte.

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
