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
