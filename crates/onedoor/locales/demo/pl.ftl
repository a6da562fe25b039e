### Demo: strony, na których nowa osoba gra klienta.

demo-skip = Przejdź do treści
demo-nav = Miejsca klienta
demo-nav-start = Początek
demo-nav-shop = Sklep
demo-nav-mail = Poczta
demo-nav-phone = Telefon
demo-new =
    { $count ->
        [one] { $count } nowa
        [few] { $count } nowe
        [many] { $count } nowych
       *[other] { $count } nowej
    }
demo-languages = Język
demo-refused = Nie udało się
demo-back = Wróć

## Od czego zacząć

demo-title = Zagraj po obu stronach
demo-lead = Jedna osoba, dwie role: klient sklepu ({ $name }) i sam sklep. Ustaw dwa okna obok siebie, przejdź od drzwi do drzwi i zobacz, jak jedna rozmowa idzie razem z Tobą.
demo-you-customer = Klient
demo-you-customer-text = { $name } ma telefon, skrzynkę pocztową, konto i kartę stałego klienta. Wszystko, co stąd wyślesz, dociera do sklepu tak jak naprawdę: przez SMTP i IMAP, bramkę SMS i centralę telefoniczną.
demo-you-shop = Sklep
demo-you-shop-text = Biurko, przy którym obsługa odpowiada klientom. Siedzisz na miejscu Marty i masz jej telefon.
demo-place-inbox = Skrzynka
demo-place-store = Sklep stacjonarny
demo-place-customers = Klienci
demo-walk = Trzy minuty, sześć kroków
demo-walk-text = Krok odhacza się sam, gdy tylko serwer go zobaczy.
demo-walk-done =
    { $count ->
        [one] To już cała droga: jedna wiadomość, jedna rozmowa.
        [few] To już cała droga: { $count } wiadomości, pięcioro drzwi i jedna rozmowa. O nic nie trzeba było pytać dwa razy.
        [many] To już cała droga: { $count } wiadomości, pięcioro drzwi i jedna rozmowa. O nic nie trzeba było pytać dwa razy.
       *[other] To już cała droga: { $count } wiadomości, pięcioro drzwi i jedna rozmowa. O nic nie trzeba było pytać dwa razy.
    }
demo-step-gone = zrobione
demo-as-customer = Jako klient
demo-as-shop = Jako sklep

demo-step-chat = Zapytaj na czacie
demo-step-chat-do = W sklepie otwórz czat w rogu strony i zapytaj o coś, na przykład, czy młynek ręczny zmieści się do plecaka.
demo-step-chat-look = Spójrz na skrzynkę: pytanie jest od razu, od kogoś, o kim sklep zna tylko przeglądarkę. Asystent odpowiada na to, co wie, resztę zostawia Tobie.
demo-step-sign-in = Powiedz, kim jesteś
demo-step-sign-in-do = W sklepie naciśnij „Zaloguj się”. Jeśli od tej chwili nic jeszcze nie było napisane, napisz na czacie jeszcze jedno zdanie.
demo-step-sign-in-look = Spójrz na rozmowę: ma już nazwisko, zamówienia, adresy i to, co padło wcześniej.
demo-step-mail = Pisz dalej mailem
demo-step-mail-do = Jako sklep wybierz pod rozmową drzwi e-mail i odpowiedz. Jako { $name } przeczytaj list i odpisz.
demo-step-mail-look = Odpowiedź trafia do tej samej rozmowy, bez cytowanego tekstu.
demo-step-sms = Pisz dalej SMS-em
demo-step-sms-do = Jako sklep wybierz SMS i napisz zdanie. Na telefonie odpisz.
demo-step-sms-look = „Wysłano” zmienia się w „doręczono”, gdy telefon ma wiadomość. Pole odpowiedzi liczy, ile to SMS-ów.
demo-step-call = Zadzwoń do sklepu
demo-step-call-do = Na telefonie zadzwoń do sklepu. Odbierz za sklep (tutaj albo na stronie telefonu), potem się rozłącz. W drugą stronę: „Zadzwoń” w rozmowie sprawi, że zadzwoni ten telefon.
demo-step-call-look = Gdy dzwoni, na biurku widać kartę: kto to i co jest otwarte. Potem połączenie stoi w rozmowie.
demo-step-store = Przyjdź do sklepu
demo-step-store-do = Zeskanuj kartę { $card } (odnośnik ma ją już wpisaną) i zapisz, o czym była mowa.
demo-step-store-look = Sprzedawca widzi wszystko, co padło wcześniej; to, co zapiszesz, należy do tej samej rozmowy.

## Telefon na biurku

demo-desk-rings = Na biurku dzwoni telefon.
demo-desk-talks = Trwa rozmowa z klientem.
demo-desk-lift = Odbierz za sklep
demo-desk-hang-up = Rozłącz się

## Program pocztowy

demo-mail = Poczta
demo-mail-new = Napisz
demo-mail-folders = Foldery
demo-mail-inbox = Odebrane
demo-mail-sent = Wysłane
demo-mail-empty = Jeszcze nie ma listów. Co sklep napisze na ten adres, pojawi się tu samo.
demo-mail-none-sent = Jeszcze nic nie zostało wysłane.
demo-mail-unread = Nieprzeczytane:
demo-mail-no-subject = (bez tematu)
demo-mail-from-to = { $from } do { $to }
demo-mail-list = Tego listu nikt nie zamawiał wprost.
demo-mail-unsubscribe = Wypisz się
demo-mail-unsubscribed = Wypisano: takich listów już nie będzie.
demo-mail-files = Załączniki
demo-mail-answer = Odpowiedz
demo-mail-wrote = { $at }, { $name }:
demo-mail-to = Do
demo-mail-subject = Temat
demo-mail-text = Treść
demo-mail-file = Załącz pliki
demo-mail-send = Wyślij
demo-mail-cancel = Anuluj

## Telefon

demo-phone = Telefon
demo-phone-apps = Na telefonie
demo-phone-sms = SMS
demo-phone-whatsapp = WhatsApp
demo-phone-calls = Połączenia
demo-phone-card = Karta
demo-phone-text = Wiadomość do sklepu
demo-phone-send = Wyślij
demo-phone-nothing = Jeszcze nic. Napisz do sklepu albo niech sklep napisze do Ciebie.
demo-phone-they = Sklep:
demo-phone-you = Ty:
demo-phone-ring = Zadzwoń do sklepu
demo-phone-ring-hint = Kto siedzi przy biurku, widzi, kto dzwoni, zanim ktokolwiek odbierze.
demo-phone-card-hint = Pokaż ją w sklepie albo podyktuj numer.
demo-call-rings-there = Dzwoni w { $shop }
demo-call-rings-here = Dzwoni { $shop }
demo-call-talks = Trwa rozmowa: { $shop }
demo-call-answer = Odbierz
demo-call-hang-up = Rozłącz się
demo-call-there = Nikt inny nie odbierze: sklep to też Ty.

## Strona sklepu

demo-shop-invented = Sklep jest zmyślony: niczego tu nie kupisz.
demo-shop-sign-in = Zaloguj się: { $name }
demo-shop-sign-out = Wyloguj się
