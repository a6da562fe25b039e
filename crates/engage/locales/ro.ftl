### Ce le spune clienților produsul însuși.

## Conversația continuă în altă parte

hand-over-goes-on = Continuăm conversația { $from } ({ $ago }).
hand-over-goes-on-topic = Continuăm conversația { $from } ({ $ago }). Ați scris acolo: „{ $topic }”
hand-over-from-chat = din chatul de pe site
hand-over-from-email = din e-mail
hand-over-from-sms = din SMS
hand-over-from-whatsapp = din WhatsApp
hand-over-from-messenger = din Messenger
hand-over-from-instagram = din Instagram
hand-over-from-telegram = din Telegram
hand-over-from-phone = de la telefon
hand-over-from-store = din magazin
hand-over-from-form = din formularul de contact
hand-over-from-elsewhere = din altă parte
hand-over-letter-subject = Să continuăm conversația
hand-over-letter = Aici putem continua conversația noastră.
hand-over-letter-asked = Cineva a cerut în chatul nostru ca discuția să continue aici. Dacă nu ați fost dvs., ignorați acest mesaj.
hand-over-letter-link = { $url }

    Cod: { $code }
    Valabil 24 de ore. Nu îl transmiteți nimănui.
hand-over-letter-code = Pentru a continua, răspundeți cu acest cod: { $code }

    Valabil 24 de ore. Nu îl transmiteți nimănui.

## Confirmarea adresei

proof-letter-subject = Codul dvs.: { $code }
proof-letter = { $code } este codul dvs., valabil 10 minute. Angajații noștri îl cer doar în magazin; la telefon nu trebuie să îl spuneți nimănui.

## Dosarul unei persoane

export-conversations = Conversații
export-messages = Ce s-a spus
export-notes = Ce au notat angajații noștri
export-files = Fișiere
export-calls = Apeluri telefonice
export-told = Ce am înțeles din mesajele dumneavoastră
export-codes = Coduri create pentru dumneavoastră
export-answers = Părerea dumneavoastră despre serviciile noastre
export-stops = Numere la care nu mai trimitem mesaje
export-subject = Subiect
export-status = Stare
export-closed = Închisă
export-who = Cine
export-who-customer = Dumneavoastră
export-who-shop = Magazinul
export-who-machine = Magazinul, automat
export-file = Fișier
export-size = Octeți
export-sent-to = Trimis la
export-used = Folosit
export-score = De la 1 la 5
export-status-open = deschisă
export-status-pending = așteaptă răspunsul dumneavoastră
export-status-snoozed = amânată
export-status-closed = închisă
export-call-going-on = în desfășurare
export-call-missed = fără răspuns
export-call-ended = încheiat
export-call-voicemail = mesaj vocal
export-told-order = Comandă
export-told-tracking = Colet
export-told-email = E-mail
export-told-phone = Telefon
export-told-address = Adresă
export-told-product = Produs
export-told-problem = Ce nu este în regulă
export-code-hand-over = Pentru a continua conversația în altă parte
export-code-proof = Pentru a confirma o adresă
