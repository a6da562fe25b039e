### Demonstrația: paginile pe care un nou-venit joacă rolul clientului.

demo-skip = Salt la conținut
demo-nav = Locurile clientului
demo-nav-start = Început
demo-nav-shop = Magazin
demo-nav-mail = E-mail
demo-nav-phone = Telefon
demo-new =
    { $count ->
        [one] { $count } nou
        [few] { $count } noi
       *[other] { $count } de noi
    }
demo-languages = Limba
demo-refused = Nu a mers
demo-back = Înapoi

## De unde se începe

demo-title = Jucați de ambele părți
demo-lead = Sunteți { $name }, client al acestui magazin, și sunteți și magazinul. Puneți cele două ferestre una lângă alta, mergeți de la o ușă la alta și vedeți cum o singură conversație vă însoțește.
demo-you-customer = Clientul
demo-you-customer-text = { $name } are un telefon, o căsuță de e-mail, un cont și un card de fidelitate. Tot ce trimiteți de aici ajunge la magazin ca din lumea reală: prin SMTP și IMAP, printr-o poartă SMS, printr-o centrală telefonică.
demo-you-shop = Magazinul
demo-you-shop-text = Biroul de la care răspunde personalul. Stați pe locul Martei, iar telefonul de pe birou este al dumneavoastră.
demo-place-inbox = Mesaje
demo-place-store = Magazin fizic
demo-place-customers = Clienți
demo-walk = Trei minute, șase pași
demo-walk-text = Fiecare pas se bifează singur de îndată ce serverul l-a văzut.
demo-walk-done =
    { $count ->
        [one] Acesta a fost tot drumul: un mesaj, o conversație.
        [few] Acesta a fost tot drumul: { $count } mesaje prin cinci uși și o singură conversație. Nimic nu a fost întrebat de două ori.
       *[other] Acesta a fost tot drumul: { $count } de mesaje prin cinci uși și o singură conversație. Nimic nu a fost întrebat de două ori.
    }
demo-step-gone = făcut
demo-as-customer = Ca client
demo-as-shop = Ca magazin

demo-step-chat = Întrebați în chat
demo-step-chat-do = În magazin, deschideți chatul din colț și întrebați ceva, de pildă dacă râșnița manuală încape într-un rucsac.
demo-step-chat-look = Priviți mesajele: întrebarea apare imediat, de la cineva despre care magazinul știe doar ce browser are. Asistentul răspunde la ce poate, iar restul vi-l lasă.
demo-step-sign-in = Spuneți cine sunteți
demo-step-sign-in-do = În magazin, apăsați „Autentificare”. Dacă de atunci nu ați mai scris nimic, mai scrieți un rând în chat.
demo-step-sign-in-look = Priviți conversația: acum are un nume, cu comenzi, adrese și cele spuse înainte.
demo-step-mail = Continuați prin e-mail
demo-step-mail-do = Ca magazin, alegeți sub conversație ușa de e-mail și răspundeți. Ca { $name }, citiți scrisoarea și răspundeți la ea.
demo-step-mail-look = Răspunsul ajunge în aceeași conversație, fără textul citat.
demo-step-sms = Continuați prin SMS
demo-step-sms-do = Ca magazin, alegeți SMS și scrieți un rând. Pe telefon, răspundeți.
demo-step-sms-look = „Trimis” devine „livrat” când mesajul a ajuns pe telefon. Câmpul de scriere numără câte SMS-uri sunt.
demo-step-call = Sunați la magazin
demo-step-call-do = De pe telefon, sunați la magazin. Răspundeți în numele magazinului (aici sau pe pagina telefonului), apoi închideți. Invers: „Sună” din conversație face să sune acest telefon.
demo-step-call-look = Cât sună, pe birou apare o fișă: cine este și ce e deschis. După aceea apelul rămâne în conversație.
demo-step-store = Veniți în magazin
demo-step-store-do = Scanați cardul { $card } (linkul îl are deja scris) și notați ce s-a vorbit.
demo-step-store-look = Vânzătorul vede tot ce s-a spus înainte; ce scrieți face parte din aceeași conversație.

## Telefonul de pe birou

demo-desk-rings = Sună telefonul de pe birou.
demo-desk-talks = Vorbiți cu clientul.
demo-desk-lift = Răspundeți în numele magazinului
demo-desk-hang-up = Închideți

## Programul de e-mail

demo-mail = E-mail
demo-mail-new = Scrieți
demo-mail-folders = Dosare
demo-mail-inbox = Primite
demo-mail-sent = Trimise
demo-mail-empty = Încă nu sunt scrisori. Ce scrie magazinul la această adresă apare aici singur.
demo-mail-none-sent = Încă nu s-a trimis nimic.
demo-mail-unread = Necitit:
demo-mail-no-subject = (fără subiect)
demo-mail-from-to = { $from } către { $to }
demo-mail-list = Această scrisoare nu a fost cerută anume.
demo-mail-unsubscribe = Dezabonare
demo-mail-unsubscribed = Sunteți dezabonat: nu mai vin asemenea scrisori.
demo-mail-files = Atașamente
demo-mail-answer = Răspundeți
demo-mail-wrote = Pe { $at }, { $name } a scris:
demo-mail-to = Către
demo-mail-subject = Subiect
demo-mail-text = Text
demo-mail-file = Atașați fișiere
demo-mail-send = Trimiteți
demo-mail-cancel = Renunțați

## Telefonul

demo-phone = Telefon
demo-phone-apps = Pe telefon
demo-phone-sms = SMS
demo-phone-whatsapp = WhatsApp
demo-phone-calls = Apeluri
demo-phone-card = Card
demo-phone-text = Mesaj către magazin
demo-phone-send = Trimiteți
demo-phone-nothing = Încă nimic. Scrieți magazinului sau lăsați magazinul să vă scrie.
demo-phone-they = Magazinul:
demo-phone-you = Dumneavoastră:
demo-phone-ring = Sunați la magazin
demo-phone-ring-hint = Cine stă la birou vede cine sună înainte să răspundă cineva.
demo-phone-card-hint = Arătați-l în magazin sau spuneți numărul.
demo-call-rings-there = Sună la { $shop }
demo-call-rings-here = Vă sună { $shop }
demo-call-talks = Vorbiți cu { $shop }
demo-call-answer = Răspundeți
demo-call-hang-up = Închideți
demo-call-there = Nu răspunde altcineva: magazinul sunteți tot dumneavoastră.

## Pagina magazinului

demo-shop-invented = Un magazin inventat: aici nu se poate cumpăra nimic.
demo-shop-sign-in = Autentificare: { $name }
demo-shop-sign-out = Ieșire din cont
