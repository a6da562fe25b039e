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
