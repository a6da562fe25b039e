### Co sam produkt mówi klientom.

## Rozmowa przenosi się gdzie indziej

hand-over-goes-on = Kontynuujemy rozmowę { $from } ({ $ago }).
hand-over-goes-on-topic = Kontynuujemy rozmowę { $from } ({ $ago }). Pytanie brzmiało: „{ $topic }”
hand-over-from-chat = z czatu na stronie
hand-over-from-email = z e-maila
hand-over-from-sms = z SMS-ów
hand-over-from-whatsapp = z WhatsAppa
hand-over-from-messenger = z Messengera
hand-over-from-instagram = z Instagrama
hand-over-from-telegram = z Telegrama
hand-over-from-phone = telefoniczną
hand-over-from-store = ze sklepu
hand-over-from-form = z formularza kontaktowego
hand-over-from-elsewhere = z innego miejsca
hand-over-letter-subject = Dokończmy rozmowę
hand-over-letter = Tutaj możemy dokończyć naszą rozmowę.
hand-over-letter-asked = Ktoś poprosił na naszym czacie, aby rozmowa toczyła się dalej tutaj. Jeśli to pomyłka, wystarczy zignorować tę wiadomość.
hand-over-letter-link = { $url }

    Kod: { $code }
    Ważny 24 godziny. Prosimy nikomu go nie przekazywać.
hand-over-letter-code = Aby kontynuować, prosimy odpowiedzieć tym kodem: { $code }

    Ważny 24 godziny. Prosimy nikomu go nie przekazywać.

## Potwierdzenie adresu

proof-letter-subject = Kod: { $code }
proof-letter = { $code } to Twój kod, ważny 10 minut. Nasi pracownicy proszą o niego tylko w sklepie; przez telefon nie trzeba go nikomu podawać.

## Plik danych osoby

export-conversations = Rozmowy
export-messages = Co zostało powiedziane
export-notes = Co zanotowali nasi pracownicy
export-files = Pliki
export-calls = Rozmowy telefoniczne
export-told = Co zrozumieliśmy z Twoich wiadomości
export-codes = Kody utworzone dla Ciebie
export-answers = Twoja opinia o naszej obsłudze
export-stops = Numery, na które nie wysyłamy już wiadomości
export-subject = Temat
export-status = Stan
export-closed = Zamknięto
export-who = Kto
export-who-customer = Ty
export-who-shop = Sklep
export-who-machine = Sklep, automatycznie
export-file = Plik
export-size = Bajty
export-sent-to = Wysłano na
export-used = Użyto
export-score = Od 1 do 5
export-status-open = otwarta
export-status-pending = czeka na Ciebie
export-status-snoozed = odłożona
export-status-closed = zamknięta
export-call-going-on = trwa
export-call-missed = nieodebrane
export-call-ended = zakończone
export-call-voicemail = nagrana wiadomość
export-told-order = Zamówienie
export-told-tracking = Przesyłka
export-told-email = E-mail
export-told-phone = Telefon
export-told-address = Adres
export-told-product = Produkt
export-told-problem = Co jest nie tak
export-code-hand-over = Do kontynuowania rozmowy w innym miejscu
export-code-proof = Do potwierdzenia adresu
