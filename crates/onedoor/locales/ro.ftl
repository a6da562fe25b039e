### The desk: what the merchant’s staff read.

## Around every page

desk-skip = Sari la conținut
desk-nav = Navigare principală
desk-nav-inbox = Conversații
desk-nav-customers = Clienți
desk-nav-doors = Uși
desk-nav-audit = Jurnal
desk-nav-settings = Setări
desk-nav-sell = Vânzare
desk-nav-goods = Marfă
desk-nav-set-up = Configurare
desk-nav-more = Mai mult
desk-search = Caută clienți
desk-search-hint = Nume, e-mail, telefon, card…
desk-language = Limba
desk-theme-dark = Culori închise
desk-theme-light = Culori deschise
desk-save = Salvează
desk-show = Arată
desk-close = Închide
desk-cancel = Renunță
desk-continue = Continuă
desk-change = Modifică
desk-copy = Copiază
desk-copied = Copiat
desk-home = La birou
desk-pages = Pagini
desk-newest = Cele mai noi
desk-older = Mai vechi
desk-never = niciodată
desk-porch = Pe oricare ușă au intrat, sunt același client.

## Keys

desk-keys = Tastatură
desk-keys-search = Caută
desk-keys-move = În jos și în sus pe listă
desk-keys-open = Deschide
desk-keys-doors = Răspuns pe prima, a doua … ușă
desk-keys-views = În conversații: prima, a doua … vedere
desk-keys-help = Acest ajutor

## First set-up

desk-set-up = Bun venit
desk-set-up-lead = Creează contul proprietarului. Pe ceilalți îi inviți după aceea.
desk-set-up-do = Deschide biroul
desk-your-name = Numele tău
desk-name = Nume
desk-email = Adresă de e-mail
desk-password = Parolă
desk-password-hint = Cel puțin 10 caractere. Trei sau patru cuvinte se țin minte ușor și se ghicesc greu.

## Sign-in

desk-sign-in = Autentificare
desk-sign-out = Deconectează
desk-forgot = Ai uitat parola? Proprietarul sau un administrator îți poate da un link nou.
desk-code = Cod
desk-code-lead = Parola este corectă. Încă un pas.
desk-code-hint = Șase cifre din aplicația de autentificare sau un cod de rezervă.
desk-set-password = Setează parola
desk-new-password = Parola nouă
desk-old-password = Parola actuală
desk-change-password = Schimbă parola
desk-link-lead = Bună, { $name }. Alege parola cu care te vei autentifica drept { $email }.

## One’s own account

desk-my-account = Contul meu
desk-demo-note = Acesta este biroul demonstrativ. Este deschis doar pentru acest calculator, deci nu există cont sau parolă.
desk-sessions = Sesiuni active
desk-this-browser = Acest browser
desk-seen = văzut ultima dată
desk-end-session-ask = Deconectezi acest browser?
desk-end-others-ask = Te deconectezi peste tot, în afară de aici?
desk-end-others =
    { $count ->
        [one] Deconectează { $count } alt browser
        [few] Deconectează { $count } alte browsere
       *[other] Deconectează { $count } de alte browsere
    }

## Second factor

desk-second-factor = Autentificare în doi pași
desk-second-factor-short = doi pași
desk-second-factor-why = O parolă furată nu mai deschide nimic singură: se cere și un cod de pe telefon.
desk-second-factor-on = Activează
desk-second-factor-off = Dezactivează
desk-second-factor-since = Activă din { $day }
desk-second-factor-step-app = Instalează pe telefon o aplicație de autentificare, dacă nu ai deja una.
desk-second-factor-step-scan = Scanează cu ea această imagine.
desk-second-factor-step-code = Scrie codul pe care îl arată.
desk-second-factor-by-hand = Nu o pot scana
desk-code-confirm-hint = Șase cifre. Se schimbă la fiecare jumătate de minut.
desk-qr = Cod QR pentru aplicația de autentificare
desk-recovery-codes = Coduri de rezervă
desk-recovery-codes-lead = Tipărește-le sau notează-le. Fiecare deschide biroul o singură dată dacă îți pierzi telefonul. Nu vor mai fi afișate.
desk-codes-left =
    { $count ->
        [0] Nu a mai rămas niciun cod de rezervă: creează altele.
        [one] A rămas { $count } cod de rezervă.
        [few] Au rămas { $count } coduri de rezervă.
       *[other] Au rămas { $count } de coduri de rezervă.
    }
desk-new-codes = Coduri de rezervă noi
desk-codes-kept = Le-am păstrat

## Team

desk-team = Echipă
desk-team-lead = Cine lucrează aici și ce are voie fiecare.
desk-role = Rol
desk-role-of = Rolul: { $name }
desk-role-owner = Proprietar
desk-role-admin = Administrator
desk-role-agent = Agent
desk-role-clerk = Vânzător
desk-role-marketer = Marketing
desk-role-analyst = Analist
desk-state = Stare
desk-state-active = activ
desk-state-invited = invitat
desk-state-disabled = dezactivat
desk-seen-last = Ultima autentificare
desk-actions = Acțiuni
desk-invite = Invită pe cineva
desk-invite-do = Creează o invitație
desk-link-for = Un link pentru { $name }
desk-link-once = Trimite-l chiar tu. Funcționează o singură dată, timp de trei zile, și nu va mai fi afișat.
desk-reset = Link nou
desk-reset-ask = Creezi un link cu care { $name } își setează o parolă nouă? La folosire, autentificarea în doi pași se dezactivează.
desk-disable = Dezactivează
desk-disable-ask = Dezactivezi contul lui { $name }? Va fi deconectat imediat peste tot.
desk-enable = Activează
desk-enable-ask = Îi permiți lui { $name } să se autentifice din nou?

## Customers: the list

desk-customers-count =
    { $count ->
        [one] { $count } client, cei văzuți ultima dată sunt primii
        [few] { $count } clienți, cei văzuți ultima dată sunt primii
       *[other] { $count } de clienți, cei văzuți ultima dată sunt primii
    }
desk-customers-more-than = Peste { $count } de clienți, cei văzuți ultima dată sunt primii
desk-customers-show = Cine este arătat
desk-customers-all = Toți
desk-customers-known = Cunoscuți
desk-customers-visitors = Vizitatori
desk-customers-customer = Client
desk-customers-known-by = Cunoscut după
desk-customers-last-seen = Văzut ultima dată
desk-customers-orders = Comenzi
desk-customers-last-order = ultima: { $ago }
desk-customers-spent = A cheltuit
desk-customers-nobody = Încă niciun client
desk-customers-nobody-text = Oricine intră pe una dintre ușile tale apare aici imediat. Conectează prima ușă: ajung câteva rânduri de cod sau chiar niciunul.
desk-customers-to-doors = Conectează o ușă
desk-customers-none-here = Nu este nimeni aici
desk-customers-none-here-text = Printre clienții văzuți ultima dată nu este nimeni de acest fel.
desk-customers-hits =
    { $count ->
        [0] Nu a fost găsit nimeni
        [one] { $count } client găsit
        [few] { $count } clienți găsiți
       *[other] { $count } de clienți găsiți
    }
desk-customers-first-hits =
    { $count ->
        [one] Primul rezultat. Scrie mai mult ca să restrângi căutarea.
        [few] Primele { $count } rezultate. Scrie mai mult ca să restrângi căutarea.
       *[other] Primele { $count } de rezultate. Scrie mai mult ca să restrângi căutarea.
    }
desk-customers-no-hit = Nimeni nu se potrivește cu „{ $query }”
desk-customers-no-hit-text = Poți căuta după începutul numelui, al adresei de e-mail, al numărului de telefon (cu sau fără prefixul țării), al cardului de fidelitate sau al contului. Diacriticele și majusculele nu contează.
desk-customers-visitor = Vizitator
desk-customers-visitor-on = Vizitator · { $door }
desk-customers-a-door = O ușă

## Customers: who it is

desk-customers-about = Despre acest client
desk-customers-parts = Părțile acestei pagini
desk-customers-back = Înapoi
desk-customers-known-one = Client cunoscut
desk-customers-known-why = Are un cont sau o adresă confirmată de un server al tău.
desk-customers-visitor-why = Văzut, dar încă necunoscut: fără cont și fără nimic dovedit.
desk-customers-restricted = Restricționat
desk-customers-restricted-why = Din { $day } datele pot fi păstrate, dar nu folosite (GDPR, articolul 18).
desk-customers-objected = Fără marketing direct
desk-customers-objected-why = S-a opus marketingului direct pe { $day } (GDPR, articolul 21).
desk-customers-copy-id = Copiază identificatorul
desk-customers-merge-with = Unește cu…
desk-customers-since = Client din
desk-customers-first-seen = Văzut prima dată
desk-customers-open = Chestiuni deschise
desk-customers-open-cart = Coș necumpărat
desk-customers-open-return = Retur început
desk-customers-kind-user-id = Cont
desk-customers-kind-device = Dispozitiv
desk-customers-kind-email = E-mail
desk-customers-kind-phone = Telefon
desk-customers-kind-loyalty-card = Card de fidelitate
desk-customers-kind-whatsapp-id = WhatsApp
desk-customers-kind-messenger-id = Messenger
desk-customers-kind-instagram-id = Instagram
desk-customers-kind-telegram-id = Telegram
desk-bounced-undeliverable = Mesajele se întorc
desk-bounced-undeliverable-why = Un e-mail către { $address } s-a întors pe { $day }. Serverul a răspuns: { $reason }
desk-bounced-delayed = Mesajele întârzie
desk-bounced-delayed-why =
    { $count ->
        [one] { $count } e-mail către { $address } nu a ajuns
        [few] { $count } e-mailuri la rând către { $address } nu au ajuns
       *[other] { $count } de e-mailuri la rând către { $address } nu au ajuns
    }, ultimul pe { $day }. Serverul a răspuns: { $reason }
desk-customers-identities = Cunoscut după
desk-customers-no-identities = Încă nimic.
desk-customers-more = Încă { $count }
desk-customers-verified = Verificat
desk-customers-verified-why = Un server al tău, care deține cheia secretă, a confirmat pe { $day }. Poate uni istorii.
desk-customers-unproven = Spus, nedovedit
desk-customers-unproven-why = Scris pe { $day }. Nu îl mai are nimeni, dar nici nu l-a dovedit cineva: nu unește și nu deschide nimic.
desk-customers-shared = Comun
desk-customers-shared-why = Folosit de mai multe persoane, constatat pe { $day }: un terminal din magazin, tableta familiei. Nu mai unește pe nimeni.
desk-customers-also-said = Revendicat și de
desk-customers-claims = Spune că îi aparține
desk-customers-claims-why = Cineva a scris acest lucru. Nu este dovedit: nu comunica și nu trimite nimic pe baza lui.
desk-customers-not-proven = nedovedit
desk-customers-belongs-to = Îi aparține lui
desk-customers-maybe = Poate fi aceeași persoană
desk-customers-maybe-why = Ceva a fost văzut la amândoi. Nicio regulă nu îi unește; tu poți.
desk-customers-refused-two-accounts = Fiecare are propriul cont.
desk-customers-refused-both-known = Amândoi sunt cunoscuți și nimic nu dovedește că sunt unul singur.
desk-customers-refused-too-many = Împreună ar avea mai multe decât are o persoană.
desk-customers-refused-seen-with-both = A fost văzut la amândoi și acum este comun.
desk-customers-compare = Compară
desk-customers-are-two = Sunt doi
desk-customers-traits = Date
desk-customers-no-traits = Nicio ușă nu a spus încă nimic.
desk-customers-trait-first-name = Prenume
desk-customers-trait-last-name = Nume de familie
desk-customers-trait-name = Nume
desk-customers-trait-email = E-mail
desk-customers-trait-phone = Telefon
desk-customers-trait-card = Card de fidelitate
desk-customers-trait-birthday = Zi de naștere
desk-customers-trait-gender = Gen
desk-customers-trait-language = Limbă
desk-customers-trait-address = Adresă
desk-customers-trait-city = Localitate
desk-customers-trait-country = Țară
desk-customers-trait-company = Firmă
desk-customers-trait-username = Nume de utilizator
desk-customers-trait-created = Cont din
desk-customers-trait-tier = Nivel de fidelitate
desk-customers-trait-verified = Confirmat de un server al tău.
desk-customers-yes = da
desk-customers-no = nu
desk-customers-doors-used = Ușile pe care intră
desk-customers-events =
    { $count ->
        [one] { $count } eveniment
        [few] { $count } evenimente
       *[other] { $count } de evenimente
    }
desk-customers-households = Gospodării și grupuri
desk-customers-alone = Nu mai este nimeni în el.

## Customers: what they allow

desk-customers-consent = Consimțământ
desk-customers-no-consent = Încă nu a fost întrebat, așa că nu este permis nimic din ce cere consimțământ.
desk-customers-purpose = Pentru
desk-customers-purpose-marketing = Marketing
desk-customers-purpose-profiling = Profilare
desk-customers-purpose-analytics = Analiză
desk-customers-purpose-service = Servicii
desk-customers-purpose-ads = Publicitate
desk-customers-way-email = E-mail
desk-customers-way-sms = SMS
desk-customers-way-whatsapp = WhatsApp
desk-customers-way-push = Mesaje în aplicație
desk-customers-way-phone = Telefon
desk-customers-way-post = Poștă
desk-customers-way-web = Web
desk-customers-way-app = Aplicație
desk-customers-way-messenger = Messenger
desk-customers-not-asked = Neîntrebat
desk-customers-state-granted = Da
desk-customers-state-pending = În așteptare
desk-customers-state-denied = Nu
desk-customers-state-withdrawn = Retras
desk-customers-state-since = Din { $day }
desk-customers-proof = Dovezi
desk-customers-wording = text { $wording }
desk-customers-by-customer = de către client
desk-customers-by-server = înregistrat de un server
desk-customers-basis-consent = consimțământ
desk-customers-basis-soft-opt-in = client existent
desk-customers-basis-contract = contract
desk-customers-basis-legitimate-interest = interes legitim

## Customers: the timeline

desk-customers-timeline = Istoric
desk-customers-live = În direct
desk-customers-today = Astăzi
desk-customers-yesterday = Ieri
desk-customers-door = Ușă
desk-customers-every-door = Toate ușile
desk-customers-sort = Ce s-a întâmplat
desk-customers-every-sort = Tot
desk-customers-sort-shopping = Cumpărături
desk-customers-sort-looking = A privit
desk-customers-sort-talking = Discuții
desk-customers-sort-person = Despre persoană
desk-customers-sort-other = Altele
desk-customers-days = Când
desk-customers-any-time = Oricând
desk-customers-days-1 = Astăzi
desk-customers-days-7 = Ultimele 7 zile
desk-customers-days-30 = Ultimele 30 de zile
desk-customers-days-365 = Ultimele 12 luni
desk-customers-dates = Date
desk-customers-from = De la
desk-customers-to = Până la
desk-customers-show-all = Arată tot
desk-customers-no-events = Încă nu s-a întâmplat nimic
desk-customers-no-events-text = Ce face la orice ușă apare aici în aceeași secundă.
desk-customers-no-such-events = Nimic de acest fel
desk-customers-no-such-events-text = Scoate un filtru ca să vezi mai mult.
desk-customers-details = Cum a venit
desk-customers-raw-call = Apel
desk-customers-raw-door = Ușă
desk-customers-raw-occurred = S-a întâmplat
desk-customers-raw-received = Primit
desk-customers-raw-id = Eveniment
desk-customers-raw-leaf = Ține de
desk-customers-raw-device = Dispozitiv
desk-customers-raw-context = Context

## Customers: why one, and making one of two

desk-customers-merges = De ce un singur client
desk-customers-never-merged = Nu s-a unit nimic: a fost un singur istoric de la început.
desk-customers-undo = Anulează…
desk-customers-rule-login = S-a autentificat pe dispozitivul { $value }
desk-customers-rule-login-plain = S-a autentificat
desk-customers-rule-same = Același identificator dovedit ({ $kind }): { $value }
desk-customers-rule-alias = Un server al tău spune că sunt unul: { $value }
desk-customers-rule-staff = Unit manual: „{ $reason }”
desk-customers-by-rule = automat
desk-customers-undone = Anulate: { $count }
desk-customers-undone-shared = Dispozitivul s-a dovedit a fi comun
desk-customers-other-side = Cealaltă parte
desk-customers-merge-again = Unește din nou
desk-customers-just-undone = Anulat. Fiecare parte are înapoi ce era al ei. Nicio regulă nu le va mai uni.
desk-customers-merge-title = Cine este aceeași persoană cu { $name }?
desk-customers-merge-lead = Găsește celălalt client. Vezi ce ar deveni unul înainte să se întâmple ceva.
desk-customers-merge-find = Caută celălalt client
desk-customers-merge-preview = Sunt aceștia o singură persoană?
desk-customers-merge-preview-lead = Încă nu s-a întâmplat nimic. Prin unire nu se pierde nimic și poate fi anulată.
desk-customers-merge-outcome = Împreună: { $name }
desk-customers-identities-count =
    { $count ->
        [one] { $count } identitate
        [few] { $count } identități
       *[other] { $count } de identități
    }
desk-customers-orders-count =
    { $count ->
        [one] { $count } comandă
        [few] { $count } comenzi
       *[other] { $count } de comenzi
    }
desk-customers-conflict-accounts = Fiecare are propriul cont. Două conturi sunt de obicei două persoane, ca într-o familie. Asigură-te.
desk-customers-conflict-limit = Împreună ar avea mai multe de un fel ({ $kind }) decât are o persoană.
desk-customers-stricter = Pentru amândoi este valabil cuvântul mai strict:
desk-customers-flags-spread = O restricție sau o opoziție a unei părți este valabilă pentru amândouă.
desk-customers-merge-undoable = Fiecare rând din istoric rămâne la partea care l-a adus, așa că anularea dă înapoi fiecărei părți exact ce era al ei.
desk-customers-reason = Motiv
desk-customers-merge-reason-hint = De unde știi? Următorul coleg va citi.
desk-customers-merge-do = Unește
desk-customers-split-preview = Cine ce ia
desk-customers-split-lead = Încă nu s-a întâmplat nimic. Așa ar fi dacă unirea ar fi anulată.
desk-customers-split-why = Evenimentele, comenzile, consimțămintele și identitățile se întorc la partea care le-a adus. Nicio regulă nu îi mai unește; tu poți.
desk-customers-split-reason-hint = De ce sunt două persoane? Următorul coleg va citi.
desk-customers-split-do = Anulează unirea

## Customers: what they may ask of the shop

desk-customers-privacy = Confidențialitate
desk-customers-export-html = Dosarul, pentru citit
desk-customers-export-json = Dosarul, ca date
desk-customers-objection-set = Fără reclame
desk-customers-objection-set-ask = Notezi că această persoană se opune marketingului direct? De acum nu i se mai poate trimite nimic de acest fel.
desk-customers-objection-lift = Permite din nou reclame
desk-customers-objection-lift-ask = Ridici opoziția la marketingul direct? Numai dacă persoana a cerut asta.
desk-customers-restriction-set = Restricționează
desk-customers-restriction-set-ask = Restricționezi datele acestei persoane? Se păstrează și nu se folosesc la nimic până la ridicarea restricției.
desk-customers-restriction-lift = Ridică restricția
desk-customers-restriction-lift-ask = Ridici restricția? Datele pot fi folosite din nou.
desk-customers-erase = Șterge datele…
desk-customers-erase-title = Ștergi toate datele: { $name }?
desk-customers-erase-text = Tot ce se știe despre această persoană dispare imediat și definitiv: evenimente, comenzi, identități, consimțăminte. Ce ne obligă legea să păstrăm rămâne fără nume, iar dovada spune ce și de ce. Nu există cale de întoarcere.
desk-customers-erase-type = Ca să fii sigur, scrie: { $name }
desk-customers-erase-do = Șterge definitiv
desk-customers-receipt = Dovada unei ștergeri
desk-customers-went = Ce s-a șters
desk-customers-went-events = Evenimente
desk-customers-went-traits = Date, pe uși
desk-customers-went-search-terms = Cuvinte pentru căutare
desk-customers-went-memberships = Apartenența la gospodării și grupuri
desk-customers-went-consents = Consimțăminte care nu trebuie dovedite
desk-customers-went-identities = Identități
desk-customers-went-claims = Revendicări
desk-customers-went-edges = Uniri
desk-customers-went-proposals = Întrebări dacă este aceeași persoană
desk-customers-went-dealings = Comenzi, coșuri și retururi
desk-customers-went-bounces = E-mailuri care s-au întors
desk-customers-went-rejections = Apeluri refuzate care o pomeneau
desk-customers-kept = Ce s-a păstrat și de ce
desk-customers-kept-customers = Rânduri goale: identificatorii nu mai sunt dați nimănui.
desk-customers-kept-tombstones = Amprente cu sare ale identităților, ca un import să nu readucă persoana.
desk-customers-kept-consents = Ce a fost permis și ce a fost refuzat, fără adresă: dovada că mesajele au fost legale (GDPR, articolele 7 (1) și 17 (3) (e)).
desk-customers-kept-audit-log = Că acest identificator a fost șters, când și de către cine: dovada că cererea a fost îndeplinită (GDPR, articolul 5 (2)).

## Doors

desk-doors-lead = Toate locurile pe unde intră clienții. Fiecare se conectează separat și toate duc la același client.
desk-doors-add = Adaugă o ușă
desk-doors-door = Ușă
desk-doors-last-day = Ultimele 24 de ore
desk-doors-in-hour = { $count } în ultima oră
desk-doors-last-event = Ultimul eveniment
desk-doors-waiting = așteaptă primul eveniment
desk-doors-open = deschisă
desk-doors-shut = închisă
desk-doors-nothing-passes = nimic
desk-doors-first = Mai întâi o singură ușă
desk-doors-first-text = Începe de acolo de unde intră cei mai mulți clienți. Primești două chei și câteva rânduri de lipit; durează cinci minute, iar primul eveniment îl vezi imediat.
desk-can = Ce trece prin această ușă
desk-can-lead = Din câte se știe. Sub fiecare fapt stă de unde și de când vine: furnizorii se răzgândesc.
desk-can-general = cunoștințe generale
desk-can-ours = acest server
desk-can-yes = Da
desk-can-no = Nu
desk-can-text = Text
desk-can-text-none = Prin această ușă nu trece nimic din ce se spune.
desk-can-text-max = Caractere cel mult: { $count }
desk-can-text-sms = SMS-uri într-un mesaj, cel mult: { $sms }. Loc în unul singur: { $single } caractere, în fiecare din mai multe: { $part }; cu litere care lipsesc din alfabetul simplu: { $dear } și { $dearpart }.
desk-can-subject = Subiect
desk-can-files = Fișiere
desk-can-files-link = Merg ca link.
desk-can-files-max = Până la { $count } MB
desk-can-buttons = Butoane
desk-can-buttons-max = Cel mult { $count }
desk-can-markup = Formatare
desk-can-markup-html = Titluri, liste, linkuri, text îngroșat
desk-can-markup-signs = Text îngroșat și cursiv
desk-can-window = Când poate scrie magazinul
desk-can-window-none = Oricând
desk-can-window-open = Timp de { $hours } h după ultimul cuvânt al clientului
desk-can-window-person = Un om, nu o mașină: timp de { $hours } h
desk-can-window-templates = După aceea doar șabloane aprobate de furnizor
desk-can-window-shut = După aceea doar prin altă ușă
desk-can-receipts = Ce raportează
desk-can-receipts-failures = Doar ce nu a putut fi livrat
desk-can-receipts-delivered = Că mesajul a fost livrat
desk-can-receipts-read = Că mesajul a fost livrat și citit
desk-can-opt-out = Cum spun oamenii că ajunge
desk-can-opt-out-none = Pleacă sau îi spun unui om.
desk-can-opt-out-words = Printr-un cuvânt care stă singur
desk-can-opt-out-link = Printr-un link din mesaj
desk-can-opt-out-signal = Ușa însăși ne spune.
desk-can-stops = Cuvinte care opresc
desk-can-starts = Cuvinte care repornesc
desk-doors-all-kinds = Toate felurile de uși
desk-doors-ask-admin = Roagă proprietarul sau un administrator să deschidă prima ușă.

## Doors: a new one

desk-doors-new = O ușă nouă
desk-doors-new-lead = Ce este? Felul hotărăște pictograma și ce trece prin ea la început; restul se poate schimba mai târziu.
desk-doors-group-sell = Unde vinzi
desk-doors-group-talk = Unde discuți
desk-doors-group-found = Cum te găsesc
desk-doors-group-machines = Mașini
desk-doors-name = Numele ușii
desk-doors-name-hint = Cum îi spune echipa: „Magazin Cluj”, „Magazin online RO”.
desk-doors-make = Creează ușa
desk-doors-other-kind = Alt fel
desk-doors-passes = Ce trece prin ea
desk-doors-passes-title = Ce trece prin această ușă
desk-doors-track = Evenimente
desk-doors-track-hint = Ce fac clienții aici se înregistrează. Oprit: apelurile ei sunt refuzate.
desk-doors-talk = Discuții
desk-doors-talk-hint = Aici clienții și echipa ta își scriu sau vorbesc.
desk-doors-sell = Vânzări
desk-doors-sell-hint = Aici clienții cumpără.

## Doors: kinds

desk-doors-kind-web = Magazin online
desk-doors-about-web = Paginile magazinului tău, în orice browser.
desk-doors-kind-app = Aplicație mobilă
desk-doors-about-app = Aplicația ta pe telefoane și tablete.
desk-doors-kind-store = Magazin fizic
desk-doors-about-store = Case de marcat, bonuri și carduri de fidelitate la tejghea.
desk-doors-kind-marketplace = Marketplace
desk-doors-about-marketplace = Comenzi dintr-un marketplace pe care vinzi.
desk-doors-kind-phone = Telefon
desk-doors-about-phone = Apeluri pe liniile tale și în call center.
desk-doors-kind-event = Târg sau eveniment
desk-doors-about-event = Un stand, o degustare, un atelier: cine a venit și s-a înscris.
desk-doors-kind-email = E-mail
desk-doors-about-email = Newslettere și mesaje: trimise, deschise, cu răspuns.
desk-doors-kind-sms = SMS
desk-doors-about-sms = Mesaje text și linkurile din ele.
desk-doors-kind-whatsapp = WhatsApp
desk-doors-kind-messenger = Messenger
desk-doors-kind-instagram = Instagram
desk-doors-kind-telegram = Telegram
desk-doors-kind-viber = Viber
desk-doors-about-talk = Conversații prin { $name }.
desk-doors-kind-chat = Chat pe site
desk-doors-about-chat = Fereastra de chat de pe paginile tale.
desk-doors-kind-form = Formular de contact
desk-doors-about-form = Întrebările scrise de oameni pe paginile tale.
desk-doors-kind-push = Notificări
desk-doors-about-push = Notificările aplicației: afișate și atinse.
desk-doors-kind-ads = Publicitate
desk-doors-about-ads = Clicuri și contacte din reclame plătite.
desk-doors-kind-print = Tipărituri și QR
desk-doors-about-print = Cataloage, afișe și colete cu un cod de scanat.
desk-doors-kind-partner = Program de parteneriat
desk-doors-about-partner = Clienții trimiși de parteneri și bloggeri.
desk-doors-kind-assistant = Asistent AI
desk-doors-about-assistant = Un asistent care întreabă sau cumpără în numele clientului.
desk-doors-kind-api = Alt sistem
desk-doors-about-api = Orice sistem al tău care poate trimite o cerere.
desk-doors-kind-import = Istoric
desk-doors-about-import = Evenimente trecute din fișiere și sisteme mai vechi.

## Doors: what comes in

desk-doors-waiting-title = Așteptăm primul eveniment
desk-doors-waiting-text = Lipește rândurile de mai jos și trimite un eveniment. Pagina îl observă singură.
desk-doors-first-event = Primul eveniment
desk-doors-works = Ușa funcționează
desk-doors-is-shut = Ușa este închisă din { $day }. Cheile nu funcționează; istoricul rămâne.
desk-doors-no-track = Evenimentele nu trec prin această ușă: apelurile ei sunt refuzate.
desk-doors-figure-hour = ultima oră
desk-doors-figure-day = ultimele 24 de ore
desk-doors-figure-all = în total
desk-doors-latest = Cele mai noi evenimente
desk-doors-visitor = un vizitator
desk-doors-refused = Apeluri refuzate
desk-doors-refused-text = Au ajuns aici și nu au fost înregistrate. Expeditorul a primit același motiv.
desk-doors-refused-call = Arată apelul
desk-doors-refused-no-identity = Nu numește pe nimeni. Trimite un userId sau un anonymousId.
desk-doors-refused-bad-json = Nu poate fi citit: JSON-ul este greșit sau are altă formă.
desk-doors-refused-no-type = Nu are tip. Trimite track, identify, page, screen, group sau alias.
desk-doors-refused-no-event = Un apel track are nevoie de numele evenimentului.
desk-doors-refused-call-too-large = Este mai mare de 32 KB.

## Doors: how to connect

desk-doors-keys = Chei
desk-doors-write-key = Cheie de scriere
desk-doors-write-hint = Publică: poate sta în pagini și aplicații. Poate înregistra, dar nu poate citi nimic.
desk-doors-secret-key = Cheie secretă
desk-doors-secret-hint = Numai pentru serverele și casele tale. Poate citi datele clienților și este crezută când spune că o identitate este verificată. Păstrăm doar amprenta ei.
desk-doors-secret-once = Copiaz-o acum: este afișată o singură dată.
desk-doors-replace = Creează o cheie secretă nouă
desk-doors-replace-ask = Creezi o cheie secretă nouă pentru „{ $name }”? Cea veche încetează imediat să funcționeze: serverele și casele au nevoie de cea nouă.
desk-doors-connect = Conectează
desk-doors-connect-text = Alege cu ce lucrezi. Adresa și cheia de scriere sunt deja completate.
desk-doors-sdk-browser = Browser
desk-doors-sdk-node = Node.js
desk-doors-sdk-python = Python
desk-doors-sdk-rudder = RudderStack
desk-doors-sdk-curl = curl
desk-doors-sdk-till = Casă de marcat
desk-doors-step-install = Instalează
desk-doors-step-send = Trimite un eveniment
desk-doors-step-sign-in = Când se autentifică cineva
desk-doors-step-secret = Pune cheia secretă în mediu (lipește-o, apoi Enter)
desk-doors-step-scan = S-a scanat un card de fidelitate
desk-doors-step-ask = Întreabă cine este

## Doors: what can be changed

desk-doors-connection = Conexiune
desk-doors-connection-none = Încă neconectată: nimic din ce se scrie aici nu ajunge la voi și nu se poate răspunde.
desk-doors-connected-since = Conectată ca mai jos din
desk-doors-connection-test = Verifică conexiunea
desk-doors-connection-said = { $error } Serverul a răspuns: „{ $said }”
desk-doors-guide = Cum se conectează, pas cu pas
desk-doors-hook = Callback URL: unde sunt aduse mesajele
desk-doors-verify-token = Verify token
desk-doors-guide-whatsapp-1 = În aplicația Meta (developers.facebook.com) adaugă produsul WhatsApp. La „API setup” se află ID-ul numărului de telefon și ID-ul contului WhatsApp Business: copiază-le pe amândouă în câmpurile de mai jos.
desk-doors-guide-whatsapp-2 = În setările companiei creează un utilizator de sistem, dă-i aplicația și contul WhatsApp și generează un jeton cu drepturile whatsapp_business_messaging și whatsapp_business_management. (Cel de la „API setup” expiră după o zi.)
desk-doors-guide-whatsapp-3 = Copiază secretul aplicației din „App settings → Basic” și salvează formularul.
desk-doors-guide-whatsapp-4 = La „WhatsApp → Configuration” lipește aceste două valori și abonează-te la câmpurile messages și user_preferences.
desk-doors-guide-whatsapp-5 = Scrie la acest număr de pe telefonul tău. Pagina observă singură.
desk-doors-guide-messenger-1 = În aplicația Meta (developers.facebook.com) adaugă produsul Messenger și conectează-ți pagina. Copiază ID-ul paginii în câmpul de mai jos.
desk-doors-guide-messenger-2 = Generează un jeton de acces pentru pagină, cu drepturile pages_messaging și pages_manage_metadata.
desk-doors-guide-messenger-3 = Copiază secretul aplicației din „App settings → Basic” și salvează formularul.
desk-doors-guide-messenger-4 = În setările Messenger lipește aceste două valori ca webhook și abonează pagina la messages, messaging_postbacks, message_deliveries, message_reads, message_echoes, message_edits și messaging_referrals.
desk-doors-guide-messenger-5 = Scrie paginii din contul tău. Pagina aceasta observă singură.
desk-doors-guide-instagram-1 = Contul de Instagram trebuie să fie profesional, iar setările mesajelor trebuie să permită instrumentelor conectate să le citească.
desk-doors-guide-instagram-2 = În aplicația Meta (developers.facebook.com) adaugă produsul Instagram. La „API setup with Instagram login” adaugă contul și generează un jeton; copiază-l împreună cu ID-ul contului în câmpurile de mai jos. Jetonul se reînnoiește singur.
desk-doors-guide-instagram-3 = Copiază secretul aplicației Instagram, aflat pe aceeași pagină, și salvează formularul.
desk-doors-guide-instagram-4 = Mai jos lipește aceste două valori ca webhook și abonează-te la messages, messaging_postbacks, messaging_seen și messaging_referral.
desk-doors-guide-instagram-5 = Scrie contului dintr-un alt cont. Pagina observă singură.
desk-doors-guide-telegram-1 = În Telegram, scrie-i /newbot lui @BotFather și alege un nume pentru botul magazinului.
desk-doors-guide-telegram-2 = Copiază jetonul cu care răspunde în câmpul de mai jos.
desk-doors-guide-telegram-3 = Dacă acest server poate fi accesat din afară prin https, alege webhook; altfel lasă-ne pe noi să întrebăm Telegram. Salvează: la Telegram nu trebuie lipit nimic.
desk-doors-guide-telegram-4 = Deschide botul în Telegramul tău și apasă Start. Pagina observă singură.
desk-doors-guide-twilio-1 = În consola Twilio, copiază Account SID și Auth token în câmpurile de mai jos.
desk-doors-guide-twilio-2 = Completează numărul tău de la Twilio (sau un messaging service) și salvează formularul.
desk-doors-guide-twilio-3 = Pe pagina numărului, la „A message comes in”, alege Webhook și HTTP POST și lipește aceasta.
desk-doors-guide-twilio-4 = Trimite un SMS la acest număr de pe telefonul tău. Pagina observă singură.
desk-doors-guide-twilio-voice-1 = În consola Twilio, copiază Account SID și Auth token în câmpurile de mai jos.
desk-doors-guide-twilio-voice-2 = Completează numărul tău de la Twilio și ce trebuie să sune, apoi salvează formularul.
desk-doors-guide-twilio-voice-3 = Pe pagina numărului, la „A call comes in”, alege Webhook și HTTP POST și lipește aceasta; la „Call status changes” aceeași adresă, cu /status la sfârșit.
desk-doors-guide-twilio-voice-4 = Sună la acest număr de pe telefonul tău. Pagina observă singură.
desk-doors-guide-email-1 = Folosește o căsuță în care vine doar corespondența magazinului. Dacă furnizorul cere un al doilea factor, creează o parolă de aplicație pentru acest server.
desk-doors-guide-email-2 = Completează serverele și parolele așa cum le indică furnizorul de e-mail, salvează formularul și testează conexiunea.
desk-doors-guide-email-3 = Scrie la această adresă din căsuța ta. Pagina observă singură.
desk-doors-guide-smpp-1 = Cere operatorului un cont SMPP care poate trimite și primi (transceiver) și spune-i adresa acestui server.
desk-doors-guide-smpp-2 = Completează datele primite, salvează formularul și testează conexiunea.
desk-doors-guide-smpp-3 = Trimite un SMS la numărul tău de pe telefonul tău. Pagina observă singură.
desk-doors-guide-kannel-1 = În kannel.conf creează un sendsms-user pentru acest server; copiază-i numele și parola în câmpurile de mai jos.
desk-doors-guide-kannel-2 = Inventează un secret lung pentru adresele pe care le apelează Kannel și salvează formularul.
desk-doors-guide-kannel-3 = În kannel.conf, în grupul sms-service, setează get-url la adresa acestui server urmată de /hooks/, id-ul acestei uși, /kannel/, secretul tău și ?from=%p&to=%P&id=%I&text=%a. Apoi trimite un SMS de pe telefonul tău.
desk-doors-guide-asterisk-1 = În manager.conf creează un utilizator cu read = call,dialplan și write = originate, pe care îl poate folosi adresa acestui server.
desk-doors-guide-asterisk-2 = Completează numele și parola lui, salvează formularul și testează conexiunea.
desk-doors-guide-asterisk-3 = Sună la magazin de pe telefonul tău. Pagina observă singură.
desk-doors-guide-own-1 = Serverul tău aduce mesaje cu cheia secretă a acestei uși la /v1/messages și este apelat la adresa de mai jos cu ce are de trimis. API-ul este descris în /openapi.json.
desk-doors-guide-own-2 = Salvează formularul și adu un prim mesaj. Pagina observă singură.
desk-doors-waiting-message-title = Așteptăm primul mesaj
desk-doors-waiting-message-text = Conectează ușa mai jos, apoi scrie-i chiar tu. Pagina observă singură.
desk-doors-reach = Aici ajung clienții
desk-doors-reach-text = Acest link deschide ușa în programul pe care îl au clienții. Pune-l pe paginile tale sau tipărește codul.
desk-doors-reach-qr = Același link sub formă de cod QR
desk-doors-trial = Trimite un mesaj de probă
desk-doors-trial-do = Trimite înapoi un mesaj de probă
desk-doors-trial-back = Îl primește { $name }, care tocmai a scris aici.
desk-doors-trial-nobody = Scrie mai întâi acestei uși de pe telefonul tău. Apoi ți se poate trimite înapoi un mesaj de probă.
desk-doors-trial-to-email = Trimite un mesaj de probă la această adresă
desk-doors-trial-to-sms = Trimite un mesaj de probă la acest număr
desk-doors-trial-text = Acesta este un test al ușii „{ $name }”. Cine îl citește știe că funcționează.
desk-doors-token-new = Cât timp este valabil jetonul de acces se va ști după prima reînnoire, cel târziu peste o zi.
desk-doors-token-until = Jetonul de acces este valabil până la { $day } și se reînnoiește singur înainte.
desk-doors-token-refused = Jetonul de acces nu a putut fi reînnoit. Generează altul la Meta și salvează-l mai jos. Răspunsul Meta: „{ $said }”
desk-doors-token-refused-until = Jetonul de acces expiră la { $day } și nu a putut fi reînnoit. Generează altul la Meta și salvează-l mai jos. Răspunsul Meta: „{ $said }”
desk-doors-token-over = Jetonul de acces a expirat la { $day }: nimic nu mai intră și nu mai iese aici. Generează altul la Meta și salvează-l mai jos.
desk-doors-token-mark = are nevoie de un jeton nou
desk-doors-field-whatsapp-signals = Clienții văd că mesajul a fost citit și că cineva scrie
desk-doors-field-messenger-signals = Clienții văd că mesajul a fost citit și că cineva scrie
desk-doors-field-instagram-signals = Clienții văd că mesajul a fost citit și că cineva scrie
desk-doors-field-telegram-signals = Clienții văd că cineva scrie
desk-doors-field-instagram-login = Cum a fost generat jetonul
desk-doors-choice-instagram = cu autentificarea Instagram
desk-doors-choice-facebook = cu Facebook, pentru o pagină de care ține contul
desk-flash-door-tried = Mesajul de probă este pe drum. Verifică dacă ajunge.
desk-error-meta-token = Jetonul de acces nu este valabil sau a expirat. Generează altul în aplicația Meta și salvează-l mai jos.
desk-error-meta-permission = Jetonul de acces nu are dreptul la aceasta. Dă-i drepturile pe care le numește ghidul și generează altul.
desk-error-meta-object = Meta nu cunoaște acest ID sau nu cu acest jeton. Compară ID-urile cu cele din aplicația Meta.
desk-error-meta-busy = Meta a primit prea multe cereri deodată. Încearcă din nou peste câteva minute.
desk-error-trial-not-sent = Mesajul de probă nu a plecat.
desk-error-nobody-wrote = În ultima oră nu a scris nimeni aici. Scrie mai întâi, apoi încearcă din nou.
desk-error-bad-trial-address = Aceasta nu este o adresă sau un număr complet.
desk-doors-provider-email = Căsuță poștală și server de trimitere
desk-doors-field-optional = { $label } (opțional)
desk-doors-field-kept = Salvat și nu se mai afișează. Lasă gol ca să rămână la fel.
desk-doors-choice-tls = criptat (TLS)
desk-doors-choice-starttls = criptat după salut (STARTTLS)
desk-doors-choice-none = necriptat
desk-doors-choice-yes = da
desk-doors-choice-no = nu
desk-doors-field-email-address = Adresa de e-mail a magazinului
desk-doors-field-email-name = Numele de lângă adresă
desk-doors-field-email-imap-host = Căsuță poștală: server (IMAP)
desk-doors-field-email-imap-port = Căsuță poștală: port
desk-doors-field-email-imap-port-hint = De obicei 993, iar cu STARTTLS 143.
desk-doors-field-email-imap-tls = Căsuță poștală: criptare
desk-doors-field-email-imap-user = Căsuță poștală: nume de utilizator
desk-doors-field-email-imap-password = Căsuță poștală: parolă
desk-doors-field-email-smtp-host = Trimitere: server (SMTP)
desk-doors-field-email-smtp-port = Trimitere: port
desk-doors-field-email-smtp-port-hint = De obicei 465, iar cu STARTTLS 587.
desk-doors-field-email-smtp-tls = Trimitere: criptare
desk-doors-field-email-smtp-user = Trimitere: nume de utilizator
desk-doors-field-email-smtp-user-hint = Lasă gol dacă serverul primește scrisori fără autentificare.
desk-doors-field-email-smtp-password = Trimitere: parolă
desk-doors-field-email-authority = Certificatul autorității proprii
desk-doors-field-email-authority-hint = Numai dacă certificatele serverelor voastre de e-mail vin de la o autoritate proprie: lipește certificatul ei în format PEM (-----BEGIN CERTIFICATE-----).
desk-doors-field-email-plus = Serverul livrează nume+orice@ la nume@
desk-doors-field-email-authserv-id = Numele din Authentication-Results
desk-doors-field-email-authserv-id-hint = Numele cu care serverul vostru de primire semnează verificările expeditorilor. Fără el, nicio adresă de expeditor nu trece drept dovedită.
desk-doors-provider-smpp = O sesiune cu centrul de mesaje al operatorului (SMPP)
desk-doors-provider-twilio = Twilio
desk-doors-provider-kannel = Kannel, propriul gateway
desk-doors-choice-latin = scrie ą ca a, ș ca s…
desk-doors-choice-cyrillic = și chirilicele cu litere latine
desk-doors-choice-gsm7 = GSM pe 7 biți
desk-doors-choice-latin1 = Latin-1
desk-doors-choice-same = la fel în ambele locuri
desk-doors-choice-hex_then_decimal = hexazecimal, apoi zecimal
desk-doors-choice-decimal_then_hex = zecimal, apoi hexazecimal
desk-doors-field-smpp-host = Centrul de mesaje: server
desk-doors-field-smpp-port = Centrul de mesaje: port
desk-doors-field-smpp-system-id = Identificator de sistem (system id)
desk-doors-field-smpp-password = Parolă
desk-doors-field-smpp-system-type = Tip de sistem (system type)
desk-doors-field-smpp-from = Expeditor: număr, număr scurt sau nume
desk-doors-field-smpp-plain = Schimbă literele ca să fie nevoie de mai puține SMS-uri
desk-doors-field-smpp-default-alphabet = Alfabetul implicit al centrului
desk-doors-field-smpp-ids = Cum scrie centrul identificatorii în răspunsuri și rapoarte
desk-doors-field-smpp-window = Câte mesaje pot aștepta răspuns
desk-doors-field-smpp-per-second = Cel mult atâtea mesaje pe secundă
desk-doors-field-smpp-region = Țara numerelor fără prefix internațional
desk-doors-field-kannel-url = Adresa Kannel
desk-doors-field-kannel-username = Nume de utilizator
desk-doors-field-kannel-password = Parolă
desk-doors-field-kannel-from = Expeditor: număr, număr scurt sau nume
desk-doors-field-kannel-public-url = Adresa publică a acestui server
desk-doors-field-kannel-hook-secret = Un secret pentru adresele pe care le apelează Kannel
desk-doors-field-kannel-plain = Schimbă literele ca să fie nevoie de mai puține SMS-uri
desk-doors-field-kannel-region = Țara numerelor fără prefix internațional
desk-doors-field-twilio-account-sid = Account SID
desk-doors-field-twilio-auth-token = Jeton (auth token)
desk-doors-field-twilio-from = Expeditor: număr, număr scurt sau nume
desk-doors-field-twilio-messaging-service-sid = SID-ul serviciului de mesaje (messaging service)
desk-doors-field-twilio-public-url = Adresa publică a acestui server
desk-doors-field-twilio-plain = Schimbă literele ca să fie nevoie de mai puține SMS-uri
desk-doors-field-twilio-region = Țara numerelor fără prefix internațional
desk-doors-provider-whatsapp = WhatsApp, prin Cloud API de la Meta
desk-doors-provider-messenger = Messenger, pentru o pagină de Facebook
desk-doors-provider-instagram = Mesajele directe de pe Instagram
desk-doors-provider-telegram = Un bot Telegram
desk-doors-choice-polling = întrebăm noi Telegramul (fără adresă publică)
desk-doors-choice-webhook = le aduce Telegram (webhook)
desk-doors-field-whatsapp-phone-number-id = ID-ul numărului de telefon
desk-doors-field-whatsapp-business-account-id = ID-ul contului WhatsApp Business
desk-doors-field-whatsapp-access-token = Jeton de acces
desk-doors-field-whatsapp-access-token-hint = Al unui utilizator de sistem, cu drepturile whatsapp_business_messaging și whatsapp_business_management.
desk-doors-field-whatsapp-app-secret = Cheia secretă a aplicației
desk-doors-field-whatsapp-app-secret-hint = Cu ea semnează Meta ceea ce aduce.
desk-doors-field-whatsapp-api-url = Adresa API, dacă nu este cea a Meta
desk-doors-field-messenger-account-id = ID-ul paginii
desk-doors-field-messenger-access-token = Jetonul de acces al paginii
desk-doors-field-messenger-app-secret = Cheia secretă a aplicației
desk-doors-field-messenger-app-secret-hint = Cu ea semnează Meta ceea ce aduce.
desk-doors-field-messenger-human-agent = Meta îi lasă pe oameni să răspundă șapte zile (human agent)
desk-doors-field-messenger-api-url = Adresa API, dacă nu este cea a Meta
desk-doors-field-instagram-account-id = ID-ul contului de Instagram
desk-doors-field-instagram-access-token = Jeton de acces
desk-doors-field-instagram-app-secret = Cheia secretă a aplicației
desk-doors-field-instagram-app-secret-hint = Cu ea semnează Meta ceea ce aduce.
desk-doors-field-instagram-human-agent = Meta îi lasă pe oameni să răspundă șapte zile (human agent)
desk-doors-field-instagram-api-url = Adresa API, dacă nu este cea a Meta
desk-doors-field-telegram-token = Jetonul botului
desk-doors-field-telegram-token-hint = Cel dat de @BotFather.
desk-doors-field-telegram-mode = Cum sosesc mesajele
desk-doors-field-telegram-public-url = Adresa publică a acestui server
desk-doors-field-telegram-public-url-hint = Pentru webhook: https, pe portul 443, 80, 88 sau 8443. Telegram o află la salvare.
desk-doors-field-telegram-api-url = Adresa API, dacă nu este cea a Telegramului
desk-doors-rename = Redenumește
desk-doors-shut-title = Închide ușa
desk-doors-shut-text = Cheile încetează imediat să funcționeze. Istoricul rămâne, iar ușa se poate redeschide.
desk-doors-shut-ask = Închizi „{ $name }”? Ce se trimite de acum cu cheile ei este refuzat.
desk-doors-shut-do = Închide ușa
desk-doors-open-title = Redeschide ușa
desk-doors-open-text = Cheile funcționează din nou, așa cum sunt.
desk-doors-open-ask = Redeschizi „{ $name }”?
desk-doors-open-do = Deschide ușa

## Audit log

desk-audit-lead = Cine ce a făcut și când. Nimic de aici nu poate fi modificat.
desk-audit-all = Toate acțiunile
desk-audit-action = Acțiune
desk-audit-when = Când
desk-audit-who = Cine
desk-audit-what = Ce
desk-audit-subject = Subiect
desk-audit-empty = Încă nu este nimic aici
desk-audit-empty-text = Aici se notează fiecare modificare făcută în birou.
desk-did-desk-set-up = A configurat biroul
desk-did-account-signed-in = S-a autentificat
desk-did-account-signed-out = S-a deconectat
desk-did-account-invited = A invitat în echipă
desk-did-account-disabled = A dezactivat un cont
desk-did-account-enabled = A activat un cont
desk-did-account-reset = A creat un link nou pentru parolă
desk-did-role-changed = A schimbat un rol
desk-did-password-set = Și-a setat parola
desk-did-password-changed = Și-a schimbat parola
desk-did-second-factor-on = A activat autentificarea în doi pași
desk-did-second-factor-off = A dezactivat autentificarea în doi pași
desk-did-recovery-codes-renewed = A creat coduri de rezervă noi
desk-did-session-ended = A deconectat un browser
desk-did-sessions-ended = A deconectat celelalte browsere
desk-did-customers-merged = A unit doi clienți
desk-did-customers-split = A anulat o unire
desk-did-proposal-dismissed = A spus că sunt două persoane
desk-did-customer-exported = A scos dosarul unui client
desk-did-customer-erased = A șters un client
desk-did-customer-restricted = A restricționat datele unui client
desk-did-customer-restriction-lifted = A ridicat o restricție
desk-did-customer-objected = A notat o opoziție
desk-did-customer-objection-withdrawn = A ridicat o opoziție
desk-did-channel-created = A creat o ușă prin API
desk-did-door-made = A creat o ușă
desk-did-door-renamed = A redenumit o ușă
desk-did-door-passes-changed = A schimbat ce trece printr-o ușă
desk-did-door-secret-replaced = A creat o cheie secretă nouă
desk-did-door-shut = A închis o ușă
desk-did-door-opened = A redeschis o ușă
desk-did-door-connected = A conectat o ușă

## Said once, after an action

desk-flash-set-up = Biroul este al tău.
desk-flash-welcome = Bun venit. Parola este setată.
desk-flash-signed-out = Te-ai deconectat.
desk-flash-too-late = A durat prea mult. Autentifică-te din nou.
desk-flash-password-changed = Parola a fost schimbată. Celelalte browsere au fost deconectate.
desk-flash-session-ended = Deconectat acolo.
desk-flash-second-factor-off = Autentificarea în doi pași este dezactivată.
desk-flash-role-changed = Rolul a fost schimbat.
desk-flash-account-disabled = Contul a fost dezactivat.
desk-flash-account-enabled = Contul a fost activat.
desk-flash-customers-merged = Acum sunt un singur client.
desk-flash-proposal-dismissed = Notat: sunt două persoane.
desk-flash-customer-flagged = Notat.
desk-flash-customer-erased = Șters. Aceasta este dovada.
desk-flash-door-made = Ușa a fost creată. Copiază acum cheia secretă.
desk-flash-door-secret = Cheia secretă nouă funcționează. Cea veche nu mai funcționează.
desk-flash-door-renamed = Ușa a fost redenumită.
desk-flash-door-changed = Salvat.
desk-flash-door-shut = Ușa a fost închisă.
desk-flash-door-opened = Ușa este din nou deschisă.
desk-flash-door-connected = Conexiunea a fost salvată.
desk-flash-door-answers = Conexiunea funcționează.
desk-flash-inbox-closed = Închisă. Dacă scrie din nou, se redeschide singură.
desk-flash-inbox-reopened = Redeschisă.
desk-flash-inbox-rests = Revine singură.
desk-flash-inbox-assigned = Notat.
desk-flash-inbox-prioritised = Notat.
desk-flash-inbox-joined = Sunt acum o singură conversație.
desk-flash-inbox-taken-out = Este acum o conversație separată.

## What was wrong

desk-error-too-many =
    Prea multe încercări. Încearcă din nou peste { $seconds ->
        [one] { $seconds } secundă.
        [few] { $seconds } secunde.
       *[other] { $seconds } de secunde.
    }
desk-error-busy =
    Foarte mulți oameni se autentifică acum. Încearcă din nou peste { $seconds ->
        [one] { $seconds } secundă.
        [few] { $seconds } secunde.
       *[other] { $seconds } de secunde.
    }
desk-error-wrong-credentials = Adresa de e-mail sau parola este greșită.
desk-error-wrong-password = Aceasta nu este parola ta actuală.
desk-error-wrong-code = Codul este greșit sau deja folosit. Așteaptă-l pe următorul.
desk-error-sign-in-again = Autentifică-te mai întâi.
desk-error-password-short = Parola trebuie să aibă cel puțin 10 caractere.
desk-error-password-long = Această parolă este prea lungă.
desk-error-password-guessable = Această parolă ar fi printre primele ghicite. Alege alta.
desk-error-bad-email = Aceasta nu este o adresă de e-mail.
desk-error-bad-name = Numele trebuie să aibă între 1 și 100 de caractere.
desk-error-bad-channel-name = O ușă are nevoie de un nume de 1 până la 80 de caractere.
desk-error-bad-channel-kind = Nu există un astfel de fel de ușă.
desk-error-missing-field = Câmpul este obligatoriu.
desk-error-bad-field = Valoarea nu poate fi corectă.
desk-error-bad-settings = Setările nu se potrivesc între ele. Verifică fiecare câmp.
desk-error-bad-address = Aceasta nu este o adresă de e-mail.
desk-error-no-secret = Lipsește o parolă.
desk-error-no-server-key = Serverul nu are o cheie cu care să păstreze parole. Roagă pe cine îl administrează să seteze ONEDOOR_KEY.
desk-error-door-not-connected = Ușa nu este încă conectată.
desk-error-smtp-unreachable = Serverul de trimitere nu poate fi contactat. Verifică adresa, portul și criptarea.
desk-error-bad-authority = Acesta nu este un certificat în format PEM. Lipește-l întreg, de la -----BEGIN CERTIFICATE----- până la -----END CERTIFICATE-----.
desk-error-smtp-certificate = Serverul de trimitere nu poate dovedi cine este: certificatul lui nu este valabil pentru această adresă sau vine de la o autoritate necunoscută. Nu s-a trimis nimic.
desk-error-smtp-refused = Serverul de trimitere nu ne lasă să intrăm. Verifică numele de utilizator și parola.
desk-error-imap-unreachable = Serverul căsuței poștale nu poate fi contactat. Verifică adresa, portul și criptarea.
desk-error-imap-certificate = Serverul căsuței poștale nu poate dovedi cine este: certificatul lui nu este valabil pentru această adresă sau vine de la o autoritate necunoscută. Parola nu i-a fost dată.
desk-error-imap-refused = Căsuța poștală nu ne lasă să intrăm. Verifică numele de utilizator și parola.
desk-error-imap-failed = Căsuța poștală ne-a lăsat să intrăm, dar mesajele primite nu pot fi deschise.
desk-error-window-closed = Ultimul mesaj al clientului pe această ușă este prea vechi pentru un răspuns liber. Trimite un șablon aprobat sau alege altă ușă.
desk-error-too-long-here = Textul este prea lung pentru această ușă. Scurtează-l sau alege altă ușă.
desk-error-template-gap = Completează fiecare loc liber al șablonului, pe un singur rând.
desk-error-meta-refused = Meta nu ne lasă să intrăm. Verifică ID-urile și jetonul de acces.
desk-error-meta-unreachable = Meta nu poate fi contactată acum.
desk-error-meta-unclear = Răspunsul de la Meta nu poate fi înțeles.
desk-error-telegram-token = Telegram nu cunoaște acest bot. Verifică jetonul.
desk-error-telegram-refused = Telegram a refuzat.
desk-error-telegram-unreachable = Telegram nu poate fi contactat acum.
desk-error-telegram-webhook = Telegram cunoaște botul, dar nu ne-a putut aduce ultimul mesaj.
desk-error-bad-role = Nu există un astfel de rol.
desk-error-email-taken = Cineva cu această adresă este deja în echipă.
desk-error-owners-only = Doar un proprietar poate schimba sau numi proprietari.
desk-error-last-owner = Acesta este ultimul proprietar. Numește mai întâi altul.
desk-error-account-disabled = Acest cont este dezactivat. Activează-l mai întâi.
desk-error-not-disabled = Acest cont nu este dezactivat.
desk-error-already-set-up = Primul proprietar există deja. Autentifică-te sau cere-i o invitație.
desk-error-link-gone = Acest link a fost folosit sau a expirat. Cere unul nou.
desk-error-second-factor-on = Autentificarea în doi pași este deja activă.
desk-error-second-factor-off = Autentificarea în doi pași este dezactivată.
desk-error-not-allowed = Rolul tău nu permite acest lucru.
desk-error-no-account = Biroul demonstrativ nu are un cont propriu.
desk-error-stale-form = Acest formular este dintr-o sesiune mai veche. Întoarce-te, reîncarcă pagina și trimite-l din nou.
desk-error-foreign-form = Acest formular nu a fost trimis de pe o pagină a acestui birou.
desk-error-form-too-large = Acest formular este prea mare.
desk-error-bad-id = Această adresă nu duce nicăieri.
desk-error-bad-cursor = Acesta nu este un loc din listă.
desk-error-bad-reason = Scrie un motiv de 1 până la 300 de caractere.
desk-error-bad-confirmation = Scrie numele așa cum este arătat.
desk-error-already-merged = Aceștia sunt deja un singur client.
desk-error-bad-family = Nu există acest fel de evenimente.
desk-error-bad-date = Aceasta nu este o dată.
desk-error-empty-message = Scrie ceva.
desk-error-message-too-long = Este prea lung pentru un singur mesaj.
desk-error-door-does-not-talk = Pe această ușă nu se poate spune nimic acum. Alege alta.
desk-error-not-their-address = Nu se știe că această adresă este a clientului.
desk-error-one-already = Acestea două sunt deja o singură conversație.
desk-error-two-customers = Sunt conversații cu doi clienți. Unește întâi clienții.
desk-error-snooze-in-the-past = Alege un moment care încă nu a venit.
desk-error-not-a-part = Este o conversație întreagă: nu e nimic de desprins.
desk-error-not-a-talker = Acest coleg nu răspunde clienților.

## Pages of errors: what happened, and what to do

desk-page-not-found = Nimic în spatele acestei uși
desk-page-not-found-do = Adresa poate fi scrisă greșit sau ce era aici a dispărut. Caută din nou sau pornește de la birou.
desk-page-forbidden = Această ușă îți este închisă
desk-page-forbidden-do = Dacă ai nevoie la lucru, roagă proprietarul sau un administrator să îți schimbe rolul.
desk-page-unauthorized = Autentifică-te mai întâi
desk-page-unauthorized-do = Sesiunea s-ar putea să se fi încheiat. Autentifică-te, apoi trimite din nou formularul.
desk-page-too-many = Puțin mai încet
desk-page-too-many-do = Așteaptă timpul indicat, apoi încearcă din nou. Nu s-a pierdut nimic.
desk-page-internal = Ceva s-a stricat la noi
desk-page-internal-do = Încearcă din nou peste puțin timp. Dacă persistă, dă codul de mai jos celui care administrează serverul.
desk-page-refused = Nu a mers
desk-page-refused-do = Întoarce-te, corectează și încearcă din nou.

## The inbox

desk-inbox-lead = Ce spun clienții, pe orice ușă ar intra.
desk-inbox-views = Vederi
desk-inbox-view-open = Deschise
desk-inbox-view-mine = Ale mele
desk-inbox-view-unassigned = Ale nimănui
desk-inbox-view-pending = Așteaptă clientul
desk-inbox-view-snoozed = Amânate
desk-inbox-view-closed = Închise
desk-inbox-view-all = Toate
desk-inbox-door = Ușa
desk-inbox-all-doors = Toate ușile
desk-inbox-order = Ordine
desk-inbox-order-newest = Cele mai noi întâi
desk-inbox-order-waiting = Cei care așteaptă de mult întâi
desk-inbox-done = Nu așteaptă nimeni
desk-inbox-done-text = Fiecare întrebare are un răspuns. Cele noi apar aici singure.
desk-inbox-no-door = Nicio ușă nu vorbește încă
desk-inbox-no-door-text = Deschide o ușă pe care clienții pot scrie: chat, e-mail, SMS. Ce spun ajunge aici.
desk-inbox-none-here = Nimic aici
desk-inbox-none-here-text = Nicio conversație nu se potrivește acum acestei vederi.
desk-inbox-erased = Client șters
desk-inbox-we = Voi:
desk-inbox-of = La { $name }
desk-inbox-waits = A întrebat { $ago }
desk-inbox-rests = Amânată până la { $moment }
desk-inbox-status-pending = Așteaptă clientul
desk-inbox-status-closed = Închisă
desk-inbox-priority = Prioritate
desk-inbox-priority-low = Scăzută
desk-inbox-priority-normal = Normală
desk-inbox-priority-high = Ridicată
desk-inbox-priority-urgent = Urgent
desk-inbox-assignee = La cine
desk-inbox-nobody = Nimeni
desk-inbox-take = O iau eu
desk-inbox-close = Închide
desk-inbox-reopen = Redeschide
desk-inbox-rest = Mai târziu
desk-inbox-rest-evening = Diseară
desk-inbox-rest-tomorrow = Mâine dimineață
desk-inbox-rest-monday = Luni dimineață
desk-inbox-transcript = Ce s-a spus
desk-inbox-earlier = Arată mai vechi
desk-inbox-answer = Răspuns
desk-inbox-note = Notă
desk-inbox-note-do = Păstrează nota
desk-inbox-send = Trimite
desk-inbox-kind = Răspuns sau notă
desk-inbox-by-door = Pe care ușă
desk-inbox-subject = Subiect
desk-inbox-text = Text
desk-inbox-hint = Scrie aici…
desk-inbox-no-way = Nu există o ușă pe care să răspunzi. Scrie o notă sau sună.
desk-inbox-not-proven-why = Vine de la cineva care este probabil clientul, dar nimic nu o dovedește: nu spune nimic din ce are voie să știe doar clientul.
desk-inbox-bot = Asistent
desk-inbox-system = Onedoor
desk-inbox-agent = Magazin
desk-inbox-somebody = Cineva
desk-inbox-kb = { $count } KB
desk-inbox-mb = { $count } MB
desk-inbox-state-received = Primit
desk-inbox-state-queued = Pe drum
desk-inbox-state-sent = Trimis
desk-inbox-state-delivered = Livrat
desk-inbox-state-read = Citit
desk-inbox-state-failed = Nelivrat
desk-inbox-refused-131047 = Ultimul mesaj al clientului este prea vechi pentru un răspuns liber
desk-inbox-refused-131026 = Numărul nu îl poate primi: poate nu are WhatsApp sau are o versiune veche
desk-inbox-refused-131049 = Meta l-a reținut, ca să nu primească clientul prea multe
desk-inbox-refused-131050 = Clientul nu dorește mesaje de marketing
desk-inbox-refused-551 = Acest client nu poate fi contactat acum
desk-inbox-refused-190 = Jetonul de acces nu mai este valabil
desk-inbox-refused-131042 = Există o problemă cu plata pentru cont
desk-inbox-on-a-map = Arată pe hartă
desk-inbox-edited = Modificat ulterior de client
desk-inbox-window-until = până la { $at }
desk-inbox-window-person = doar de un om, până la { $at }
desk-inbox-window-shut = închis acum
desk-inbox-shut-since = Clientul a scris aici ultima dată la { $at }, prea demult pentru un răspuns liber.
desk-inbox-shut-never = Clientul nu a scris încă aici, așa că nu i se poate scrie liber.
desk-inbox-shut-template = Trimite unul dintre șabloanele aprobate de mai jos sau alege altă ușă.
desk-inbox-shut-door = Alege altă ușă.
desk-inbox-now-writes = Clientul scrie acum prin „{ $door }”.
desk-inbox-best-door = Acum cel mai bine se răspunde prin „{ $door }”.
desk-inbox-chosen-shut = Prin ușa aleasă nu se mai poate scrie liber.
desk-inbox-switch = Schimbă
desk-inbox-switch-door = Treci la ușa prin care scrie acum clientul
desk-inbox-stopped = nu vrea mesaje
desk-inbox-stopped-since = La { $at } clientul a scris că nu vrea mesaje aici. Se poate răspunde doar la ce întreabă de acum înainte.
desk-inbox-taken-back = Clientul a retras acest mesaj.
desk-inbox-sms-count = SMS: #, caractere rămase: ##
desk-inbox-templates = Șabloane aprobate
desk-inbox-templates-title = Șabloane aprobate: { $door }, { $to }
desk-inbox-templates-none = Pentru acest număr nu este aprobat încă niciun șablon. Se creează în WhatsApp Manager de la Meta și apar aici în cel mult o oră.
desk-inbox-template-gap = În loc de { $gap }
desk-inbox-template-send = Trimite șablonul
desk-inbox-who = Cine este
desk-inbox-to-customer = Tot despre client
desk-inbox-last-seen = Ultimele întâmplări
desk-inbox-parts = Părți
desk-inbox-parts-why = Îi aparține și ce s-a spus sub alte nume.
desk-inbox-take-out = Scoate
desk-inbox-take-out-ask = Faci din această parte o conversație separată? Nicio regulă nu o aduce înapoi.
desk-inbox-others = Alte conversații ale clientului
desk-inbox-join = Unește

## What the customer told already, and had to tell again

desk-told = Știm deja
desk-told-order = Comandă
desk-told-tracking = Colet
desk-told-email = E-mail
desk-told-phone = Telefon
desk-told-address = Adresă
desk-told-product = Produs
desk-told-problem = Ce nu e în regulă
desk-told-before = { $what } – spus deja: { $door }, { $time }
desk-repeats = Nevoiți să repete
desk-repeats-lead = Ce au spus clienții o dată și au trebuit să spună din nou, pentru că s-a schimbat ușa sau cel care răspunde. Ultimele 30 de zile.
desk-repeats-none = Nimeni n-a trebuit să repete nimic
desk-repeats-none-text = Când un client spune din nou numărul comenzii, adresa sau problema după ce s-a schimbat ușa sau colegul, se numără aici.
desk-repeats-share = În { $repeated } din { $all } conversații ({ $percent } %) clientul a trebuit să repete ceva.
desk-repeats-what = Ce
desk-repeats-from = Spus întâi la
desk-repeats-to = Spus din nou la
desk-repeats-why = Ce s-a schimbat
desk-repeats-times = De câte ori
desk-repeats-because-door = Ușa
desk-repeats-because-agent = Cine răspunde

## Search over messages

desk-find = Caută în mesaje
desk-find-lead = Ce s-a spus la orice ușă, cu sau fără diacritice. „Ghilimelele” țin cuvintele împreună.
desk-find-hint = Scrie un cuvânt sau două. Cele mai noi mesaje sunt primele.
desk-find-none = Nimeni n-a spus asta
desk-find-none-text = Încearcă mai puține cuvinte sau doar începutul lor.
desk-find-anybody = Spus de oricine
desk-find-any-status = Orice stare
desk-find-any-time = Oricând
desk-find-age-1 = Ultimele 24 de ore
desk-find-age-7 = Ultimele 7 zile
desk-find-age-30 = Ultimele 30 de zile
desk-find-age-365 = Ultimul an
desk-find-do = Caută

## Ready answers, drafts and files

desk-ready = Răspunsuri gata scrise
desk-ready-lead = Ce se spune mereu, scris o dată pentru toți. În câmpul răspunsului, scrie / și cuvântul scurt.
desk-ready-new = Răspuns nou
desk-ready-change = Schimbă răspunsul
desk-ready-none = Nu există încă răspunsuri gata scrise
desk-ready-none-text = Scrie-l pe primul mai sus: un cuvânt scurt, un text, și e la îndemână în orice conversație.
desk-ready-shortcut = Cuvânt scurt
desk-ready-shortcut-hint = Litere, cifre și cratime: retur, program-cluj. Același cuvânt poate exista în fiecare limbă.
desk-ready-title = Titlu (opțional)
desk-ready-body = Text
desk-ready-body-hint = Se completează singure; după | stă ce apare când nu se știe nimic, ca în {"{"}customer.first_name|dumneavoastră{"}"}.
desk-ready-delete = Șterge
desk-ready-delete-ask = Ștergi acest răspuns pentru toți?
desk-ready-missing = Nu se știe, completează: { $names }
desk-flash-ready-saved = Răspunsul a fost păstrat.
desk-flash-ready-deleted = Răspunsul a fost șters.
desk-error-bad-shortcut = Un cuvânt scurt are între 1 și 32 de litere, cifre și cratime.
desk-error-shortcut-taken = Acest cuvânt ține locul altui răspuns în această limbă.
desk-error-bad-ready-body = Scrie un text de cel mult 10.000 de caractere.
desk-error-unknown-variable = Conține o variabilă pe care n-o știe nimeni. Folosește-le pe cele de mai jos.
desk-error-too-many-ready = Sunt prea multe răspunsuri. Șterge-le pe cele nefolosite sau scrie un articol.
desk-error-variable-left = A rămas o variabilă între acolade. Pune ceva în locul ei înainte de a trimite.
desk-error-note-with-files = O notă nu are fișiere. Trimite-le cu un răspuns sau scoate-le.
desk-error-door-without-files = Această ușă nu duce aceste fișiere.
desk-error-files-too-large = Aceste fișiere sunt prea mari pentru un mesaj.
desk-choices = Variante de răspuns
desk-choices-hint = Câte una pe rând, cel mult 10. Clientul apasă una; unde nu există butoane, primește o listă numerotată și poate răspunde cu numărul.
desk-choices-offered = De ales
desk-choices-pressed = A apăsat un buton
desk-choices-typed = A răspuns „{ $typed }”
desk-ready-choices = Variante de răspuns (opțional)
desk-error-bad-choices = Fiecare variantă este un rând de cel mult 60 de caractere, o singură dată; cel mult 10 în total.
desk-error-choices-without-text = Variantele stau sub un text scris de tine. Scrie ce întrebi.
desk-attach = Fișiere
desk-attach-remove = Scoate
desk-attach-up-to = Fișiere până la { $count } MB
desk-attach-as-link = Fișierele pleacă drept link

## The knowledge base

desk-articles = Articole
desk-articles-lead = Ce explică magazinul o singură dată: pe pagina publică de ajutor, în câmpul răspunsului și pentru asistent.
desk-articles-public = Pagina de ajutor
desk-articles-new = Articol nou
desk-articles-change = Schimbă articolul
desk-articles-none = Nu există încă articole
desk-articles-none-text = Începe cu ce întreabă clienții cel mai des: cum se returnează ceva, cât face coletul.
desk-articles-changed = Schimbat
desk-articles-votes = a ajutat { $helped } din { $all } cititori
desk-articles-draft = Ciornă
desk-articles-published = Publicat
desk-articles-title = Titlu
desk-articles-category = Categorie (opțional)
desk-articles-slug = Adresă (opțional)
desk-articles-slug-hint = Sfârșitul adresei articolului, ca în /help/retur. Lăsat gol, se face din titlu.
desk-articles-body = Text
desk-articles-body-hint = Markdown: # titlu, **îngroșat**, - listă, [cuvinte](https://…).
desk-articles-state = Stare
desk-articles-preview = Previzualizare
desk-articles-delete = Șterge acest text
desk-articles-delete-ask = Ștergi articolul în această limbă? Adresa lui nu va mai duce nicăieri.
desk-flash-article-saved = Articolul a fost păstrat.
desk-flash-article-deleted = Textul a fost șters.
desk-error-bad-article-title = Dă-i un titlu de cel mult 150 de caractere.
desk-error-bad-article-body = Scrie un text de cel mult 50.000 de caractere.
desk-error-bad-slug = O adresă are litere latine fără semne, cifre și cratime.
desk-error-slug-taken = Această adresă duce la alt articol.

## What the shop says of itself, and the assistant

desk-shop = Magazin și asistent
desk-shop-lead = Ce spun toți cu aceleași cuvinte și la care uși răspunde asistentul automat.
desk-shop-hours = Program
desk-shop-hours-hint = Așa cum îl spune asistentul, în fiecare limbă în care trebuie. Unde nu scrie nimic, predă conversația oamenilor.
desk-shop-returns = Retururi
desk-shop-returns-hint = În cât timp se poate returna ceva, cum, și când vin banii.
desk-shop-order-patterns = Cum arată numerele comenzilor
desk-shop-order-patterns-hint = Câte unul pe rând; # e o cifră, @ o literă: W-#####. Așa le găsim în ce scriu clienții. Numerele din istoric sunt oricum cunoscute.
desk-flash-shop-saved = Păstrat.
desk-error-text-too-long = Acest text e prea lung.
desk-bot = Asistent automat
desk-bot-lead = Spune unde e o comandă, când aveți deschis și cum se returnează ceva. Spune că e automat, vorbește despre comenzi doar cu clienții confirmați și predă conversația oamenilor când nu e sigur. Unde e unul dintre voi, tace.
desk-bot-no-door = Nu e deschisă nicio ușă prin care ar putea răspunde.
desk-bot-hint = Răspunde la această ușă

## The public help page

help-title = Ajutor
help-search = Caută în paginile de ajutor
help-search-do = Caută
help-found = { $count ->
    [0] Nimic găsit
    [one] { $count } articol
    [few] { $count } articole
   *[other] { $count } de articole
}
help-all = Toate articolele
help-empty = Încă nu e nimic aici.
help-nothing = Nu există un astfel de articol
help-nothing-text = Poate a fost redenumit. Caută-l sau vezi toate articolele.
help-way = Unde ești
help-vote = A fost de ajutor?
help-vote-yes = Da
help-vote-no = Nu
help-thanks = Mulțumim pentru răspuns.
help-language = Limbă
help-skip = La text

## What is done with them, in the audit log

desk-did-shop-text-changed = A schimbat ce spune magazinul despre sine
desk-did-article-changed = A scris un articol
desk-did-article-deleted = A șters un articol
desk-did-assistant-on = A pornit asistentul
desk-did-assistant-off = A oprit asistentul

## Teams

desk-teams = Echipe
desk-teams-lead = Cine răspunde împreună, când este prezent și ce promite.
desk-teams-none = Încă nu există echipe
desk-teams-none-text = O singură persoană nu are nevoie de ele. Mai multe pot împărți munca: fiecare echipă are ușile, orele și promisiunile ei.
desk-teams-new = O echipă nouă
desk-teams-name = Nume
desk-teams-make = Creează echipa
desk-teams-rename = Nume
desk-teams-members = Membri
desk-teams-members-count = { $count ->
    [0] Încă nimeni
    [one] { $count } membru
    [few] { $count } membri
   *[other] { $count } de membri
}
desk-teams-doors = Uși care duc aici
desk-teams-doors-why = Ce începe la aceste uși aparține imediat acestei echipe. O ușă duce la o singură echipă.
desk-teams-agents = Ce știe fiecare
desk-teams-agents-why = Regulile pot da conversațiile cuiva care are o anumită pricepere sau vorbește limba clientului.
desk-teams-skills-of = Priceperi: { $name }
desk-teams-skills-hint = Priceperi: retururi, espressoare
desk-teams-langs-of = Limbi: { $name }
desk-agent-away = Plecat
desk-agent-on = Prezent
desk-agent-go = Plec
desk-agent-come = M-am întors
desk-teams-hours = Program
desk-teams-has-hours = Echipa are program
desk-teams-has-hours-hint = Altfel se consideră că este mereu prezentă.
desk-teams-zone = Fus orar
desk-teams-day-off = închis
desk-teams-week-hint = De exemplu 9-17 sau 9-12, 13-17:30. Gol înseamnă închis.
desk-teams-holidays = Sărbători legale din
desk-teams-holidays-none = Nicio țară
desk-teams-closed = Alte zile libere
desk-teams-closed-hint = Date precum 2026-12-24, separate prin spații.
desk-weekday-mon = Luni
desk-weekday-tue = Marți
desk-weekday-wed = Miercuri
desk-weekday-thu = Joi
desk-weekday-fri = Vineri
desk-weekday-sat = Sâmbătă
desk-weekday-sun = Duminică
desk-country-cz = Cehia
desk-country-de = Germania
desk-country-md = Moldova
desk-country-pl = Polonia
desk-country-ro = România
desk-country-sk = Slovacia
desk-teams-targets = Ce se promite
desk-teams-targets-why = În minute din programul echipei. Gol nu promite nimic. Ce s-a promis înainte rămâne neschimbat.
desk-teams-target-first = Primul răspuns
desk-teams-target-next = Fiecare răspuns următor
desk-teams-target-resolution = Până la închidere
desk-teams-stands-pending = Timpul până la închidere stă pe loc cât e rândul clientului
desk-teams-stands-snoozed = Totul stă pe loc cât conversația e amânată
desk-teams-away = Când nu este nimeni
desk-teams-away-on = Răspunde imediat că nu este nimeni
desk-teams-away-why = O dată în fiecare perioadă închisă, în limba clientului, pe ușa pe care a scris.
desk-teams-survey = Întrebarea de la sfârșit
desk-teams-survey-on = Întreabă cum a fost când o conversație se închide
desk-teams-survey-why = O dată pe conversație, pe ușa unde s-a încheiat.
desk-teams-quiet-days = Zile până când cineva e întrebat din nou
desk-teams-remove = Șterge echipa
desk-teams-remove-why = Conversațiile ei deschise nu vor mai aparține niciunei echipe. Cele încheiate îi păstrează numele.
desk-teams-remove-ask = Ștergeți echipa { $name }?
desk-teams-remove-do = Șterge
desk-flash-team-made = Echipa a fost creată.
desk-flash-team-changed = Salvat.
desk-flash-team-removed = Ștearsă.
desk-flash-agent-changed = Salvat.
desk-flash-agent-on = Sunteți prezent: regulile vă pot da conversații.
desk-flash-agent-away = Sunteți plecat: regulile nu vă dau nimic.
desk-error-bad-team-name = Numele unei echipe are între 1 și 60 de caractere.
desk-error-team-name-taken = Există deja o echipă cu acest nume.
desk-error-too-many-teams = Sunt prea multe echipe.
desk-error-bad-zone = Acesta nu este un fus orar. Scrieți, de exemplu, Europe/Warsaw.
desk-error-bad-hours = Acestea nu sunt ore. Scrieți, de exemplu, 9-12, 13-17:30.
desk-error-bad-closed-day = Aceasta nu este o dată. Scrieți, de exemplu, 2026-12-24.
desk-error-bad-target = Un termen are cel puțin un minut și cel mult un an.
desk-error-bad-number = Acesta nu este un număr întreg.
desk-error-bad-quiet-days = Între 0 și 3650 de zile.
desk-error-away-text-too-long = Cel mult 1000 de caractere.
desk-did-team-created = A creat o echipă
desk-did-team-renamed = A redenumit o echipă
desk-did-team-removed = A șters o echipă
desk-did-team-members-set = A ales membrii unei echipe
desk-did-team-doors-set = A ales ușile unei echipe
desk-did-team-settings-changed = A schimbat setările unei echipe
desk-did-agent-changed = A schimbat ce știe cineva
desk-inbox-team = Echipa
desk-inbox-all-teams = Toate echipele
desk-inbox-no-team = Fără echipă
desk-inbox-order-due = Cele mai urgente întâi
desk-inbox-due = mai sunt { $time }
desk-inbox-overdue = întârziat cu { $time }
desk-inbox-min = { $count } min
desk-inbox-hours = { $count } h
desk-inbox-days = { $count } z
desk-inbox-due-first = Primul răspuns
desk-inbox-due-next = Următorul răspuns
desk-inbox-due-resolution = Închidere

## Rules

desk-rules = Reguli
desk-rules-lead = Ce se întâmplă de la sine cu conversațiile, în această ordine. Contează prima regulă care hotărăște ceva.
desk-rules-none = Încă nu există reguli
desk-rules-none-text = Până atunci fiecare ia ce vede.
desk-rules-new = O regulă nouă
desk-rules-make = Creează regula
desk-rules-name = Nume
desk-rules-when = Când
desk-rules-when-begins = O conversație începe sau se redeschide
desk-rules-when-silent = De zile întregi nimeni nu a spus nimic
desk-rules-days = Zile de tăcere
desk-rules-if = Dacă
desk-rules-then = Atunci
desk-rules-language = Limba clientului
desk-rules-any = Oricare
desk-rules-words = S-a spus unul dintre aceste cuvinte (despărțite prin virgulă)
desk-rules-their-turn = E rândul clientului
desk-rules-nothing = Rămâne neschimbat
desk-rules-to-team = Dă echipei
desk-rules-give = Dă
desk-rules-give-turns = Membrilor echipei, pe rând
desk-rules-give-load = Celui din echipă care are cele mai puține
desk-rules-skill = Doar cine are această pricepere
desk-rules-same-language = Doar cine vorbește limba clientului
desk-rules-close = Închide
desk-rules-close-quietly = Fără niciun cuvânt
desk-rules-close-saying = Și anunță clientul
desk-rules-on = Regula este activă
desk-rules-off = Oprită
desk-rules-up = Mai devreme
desk-rules-remove = Șterge regula
desk-rules-remove-ask = Ștergeți regula { $name }?
desk-flash-rule-changed = Salvat.
desk-flash-rule-removed = Ștearsă.
desk-error-bad-rule-name = Numele unei reguli are între 1 și 80 de caractere.
desk-error-rule-does-nothing = Alegeți ce face regula.
desk-error-bad-silent-days = Între 1 și 3650 de zile.
desk-error-too-many-rules = Sunt prea multe reguli.
desk-error-too-many-words = Prea multe cuvinte.
desk-did-rule-created = A creat o regulă
desk-did-rule-changed = A schimbat o regulă
desk-did-rule-removed = A șters o regulă
desk-did-rule-moved = A mutat o regulă
desk-trace-given = Dată lui { $name } de regula „{ $rule }”
desk-trace-team = Dată echipei { $name } de regula „{ $rule }”
desk-trace-priority = Prioritate { $priority } de la regula „{ $rule }”
desk-trace-closed = { $days ->
    [one] Închisă după { $days } zi de tăcere de regula „{ $rule }”
    [few] Închisă după { $days } zile de tăcere de regula „{ $rule }”
   *[other] Închisă după { $days } de zile de tăcere de regula „{ $rule }”
}
desk-trace-rated = Nota clientului: { $score } din 5
desk-trace-rated-why = Nota clientului: { $score } din 5. „{ $comment }”
desk-trace-not-sent-feedback = Nu a fost întrebat cum a fost: nu dorește astfel de mesaje
desk-trace-not-sent-service = Nu a fost anunțat că s-a închis: nu dorește astfel de mesaje

## Together

desk-inbox-view-mentions = Mențiuni
desk-inbox-called = Ați fost chemat
desk-notices = Notificări
desk-notices-show = Arată o notificare despre mesaje noi când această fereastră este ascunsă
desk-notices-sound = Redă și un sunet
desk-notices-nobodys = Și despre conversațiile care nu sunt ale nimănui
desk-notices-denied = Acest browser nu permite notificări pentru această pagină. Permite-le în setările lui.
desk-notices-insecure = Browserele arată notificări doar pe pagini prin https.
desk-notices-away = Cât ești plecat, nu vine niciuna.
desk-notices-somebody = Un vizitator
desk-inbox-looks = { $name } este aici
desk-inbox-writes = { $name } scrie
desk-error-answered-meanwhile = Între timp a răspuns un coleg. Citiți mai sus; trimiteți din nou dacă răspunsul mai este necesar.
desk-inbox-view-keep = Păstrează această vedere
desk-inbox-view-name = Nume
desk-inbox-view-for = Pentru
desk-inbox-view-for-me = Doar pentru mine
desk-inbox-view-of-team = Vederea unei echipe
desk-inbox-view-remove = Șterge această vedere
desk-flash-view-saved = Păstrată.
desk-flash-view-removed = Ștearsă.
desk-csat = Mulțumire
desk-csat-lead = Ce au spus clienții la sfârșit, pe uși, în ultimele 90 de zile.
desk-csat-none = Încă nu a fost întrebat nimeni
desk-csat-none-text = Fiecare echipă hotărăște dacă întreabă cum a fost.
desk-csat-asked = Întrebați
desk-csat-answered = Răspunsuri
desk-csat-average = Medie
desk-csat-scores = Note
desk-csat-number = { $whole },{ $rest }
desk-csat-score = { $count ->
    [one] Nota { $score }: { $count } răspuns
    [few] Nota { $score }: { $count } răspunsuri
   *[other] Nota { $score }: { $count } de răspunsuri
}

## Telefonul

desk-calls = Apeluri
desk-calls-a-call = Convorbire telefonică
desk-calls-unanswered = Ne-a sunat și încă nu a răspuns nimeni
desk-calls-call = Sună
desk-calls-telephone = Telefon
desk-calls-incoming = Apel primit
desk-calls-calling = Suni clientul
desk-calls-talking = Ești în convorbire
desk-calls-unknown = Apelant necunoscut
desk-calls-withheld = Număr ascuns
desk-calls-not-proven-why = Numărul arată cine este, dar numerele pot fi falsificate. Nu spune nimic din ce poate ști doar clientul până nu verifici cine sună.
desk-calls-open-customer = Deschide clientul
desk-calls-open-conversation = Deschide conversația
desk-calls-last-order = Ultima cumpărătură
desk-calls-conversation = Conversația
desk-calls-quoted = „{ $text }”
desk-calls-rings-inbound = Apel primit, sună
desk-calls-rings-outbound = Sunăm clientul
desk-calls-talks-inbound = Apel primit, în convorbire
desk-calls-talks-outbound = Apelul nostru, în convorbire
desk-calls-ended-inbound = Apel primit
desk-calls-ended-outbound = Am sunat
desk-calls-missed-inbound = Apel pierdut
desk-calls-missed-outbound = Am sunat, nu a răspuns nimeni
desk-calls-busy = Am sunat, linia era ocupată
desk-calls-failed = Am sunat, numărul nu a putut fi contactat
desk-calls-voicemail = Mesaj vocal
desk-calls-length = { $minutes ->
    [0] { $seconds } s
    [one] { $minutes } min { $seconds } s
    [few] { $minutes } min { $seconds } s
   *[other] { $minutes } min { $seconds } s
}
desk-calls-by = a răspuns { $name }
desk-calls-at = s-a răspuns la { $name }
desk-calls-by-hand = notat manual
desk-calls-recording = Ascultă înregistrarea
desk-calls-write = Notează ce s-a discutat
desk-calls-rewrite = Schimbă ce s-a notat
desk-calls-words = Ce s-a discutat
desk-calls-lead = Convorbirile cu acest client.
desk-calls-to-conversation = Înapoi la conversație
desk-calls-no-door = Nu există încă o ușă telefonică. Creează una pe pagina Uși; pentru a nota convorbiri nu e nevoie de o centrală.
desk-calls-log = Notează o convorbire
desk-calls-log-door = Telefon
desk-calls-log-direction = Cine a sunat
desk-calls-log-inbound = Clientul ne-a sunat
desk-calls-log-outbound = Noi am sunat clientul
desk-calls-log-began = Când a început
desk-calls-log-outcome = Cum s-a încheiat
desk-calls-log-talked = Am vorbit
desk-calls-log-nobody = Nu a răspuns nimeni
desk-calls-log-minutes = Câte minute
desk-calls-log-do = Notează
desk-calls-extensions-lead = Când sună un telefon, posesorul lui vede pe ecran cine sună. Cine nu are un interior propriu vede apelurile care nu sună la nimeni anume.
desk-calls-extension-of = Interiorul pentru { $name }
desk-flash-call-logged = Convorbirea a fost notată.
desk-flash-call-words = Ce s-a discutat a fost notat.
desk-flash-extension = Interiorul a fost salvat.
desk-error-bad-call-time = Spune când a început convorbirea: în ultimul an și nu în viitor.
desk-error-bad-call-length = O convorbire durează între 0 și 1440 de minute.
desk-error-no-phone-door = Nu există nicio ușă telefonică deschisă. Creează una pe pagina Uși.
desk-error-bad-extension = Un interior este un număr sau un nume: litere, cifre și semnele + - _ . @ : / * #.
desk-error-extension-taken = Acest interior aparține deja unui coleg.
desk-calls-numbers = Numerele clientului
desk-calls-no-number = Nu cunoaștem niciun număr de telefon al acestui client.
desk-calls-call-by = Sună ({ $name })
desk-calls-no-dialling = Ca să suni de aici, conectează o ușă telefonică la Asterisk sau Twilio Voice.
desk-calls-say-extension = Spune care este interiorul tău și vei putea suna de aici
desk-flash-calling = Telefonul tău sună. Ridică receptorul și clientul va fi apelat.
desk-error-no-extension = Care este telefonul tău? Spune-l la Setări, Telefon.
desk-error-door-does-not-dial = Această ușă nu sună singură. Formează numărul pe telefon.
desk-error-not-their-number = Nu se știe că acest număr ar fi al acestui client.
desk-error-asterisk-not-reached = Interfața de administrare Asterisk nu răspunde. Verifică dacă manager.conf are „enabled = yes” și dacă acest server se poate conecta acolo.
desk-error-asterisk-refused = Asterisk nu ne lasă să intrăm. Compară numele și parola cu manager.conf, iar „permit” cu adresa acestui server.
desk-error-asterisk-would-not-call = Asterisk nu a sunat la telefonul tău. Verifică interiorul la Setări, Telefon.
desk-error-twilio-would-not-call = Twilio nu a sunat. Verifică interiorul la Setări, Telefon: un număr (+40…), sip:… sau client:…
desk-error-twilio-not-reached = Twilio nu răspunde. Încearcă din nou sau formează numărul pe telefon.

desk-doors-provider-asterisk = Asterisk, centrala proprie
desk-doors-provider-twilio-voice = Twilio Voice
desk-doors-field-asterisk-host = Server
desk-doors-field-asterisk-port = Portul interfeței de administrare
desk-doors-field-asterisk-port-hint = Conexiunea nu este criptată: aceeași mașină, rețeaua proprie sau un tunel.
desk-doors-field-asterisk-username = Numele din manager.conf
desk-doors-field-asterisk-username-hint = Cu read = call,dialplan și write = originate. Planul de apelare rămâne cum este.
desk-doors-field-asterisk-password = Parola
desk-doors-field-asterisk-endpoint = Ce sună pentru un interior
desk-doors-field-asterisk-endpoint-hint = PJSIP/{"{"}extension{"}"}, SIP/{"{"}extension{"}"} sau Local/{"{"}extension{"}"}@from-internal
desk-doors-field-asterisk-context = Contextul în care formează telefoanele voastre
desk-doors-field-asterisk-prefix = Format înaintea unui număr din exterior
desk-doors-field-asterisk-recordings-url = Unde poate fi ascultat dosarul „monitor”
desk-doors-field-twilio-voice-account-sid = Account SID
desk-doors-field-twilio-voice-auth-token = Auth token
desk-doors-field-twilio-voice-number = Numărul vostru la Twilio
desk-doors-field-twilio-voice-dial = Ce sună când sună cineva
desk-doors-field-twilio-voice-dial-hint = Numere și adrese SIP, separate prin virgule. Gol: toate interioarele acestei uși.
desk-doors-field-twilio-voice-rings = Câte secunde
desk-doors-field-twilio-voice-voicemail = Când nu răspunde nimeni, înregistrează un mesaj
desk-doors-field-twilio-voice-greeting = Ce se spune înaintea semnalului
desk-doors-field-twilio-voice-record = Înregistrează convorbirile
desk-doors-field-twilio-voice-public-url = Adresa publică a acestui server
desk-doors-field-twilio-voice-public-url-hint = În consola Twilio, webhook-ul numărului pentru apeluri este această adresă și /hooks/{"{"}id-ul acestei uși{"}"}/voice; pentru schimbări de stare, cu /status la sfârșit.

simulate-phone = Un telefon
simulate-phone-lead = Sună magazinul: cine este conectat la panou vede cine sună.
simulate-phone-number = Numărul tău
simulate-phone-name = Numele pe care îl arată rețeaua
simulate-phone-extension = Interiorul care sună (gol: nimeni anume)
simulate-phone-idle = Nu suni
simulate-phone-ringing = Sună la magazin
simulate-phone-talking = Ești în convorbire
simulate-phone-recording = Te înregistrează un robot
simulate-phone-do-ring = Sună
simulate-phone-do-answer = Magazinul răspunde
simulate-phone-do-machine = Răspunde un robot
simulate-phone-do-hang-up = Închide
simulate-phone-told = Ce i s-a spus serverului

## În magazin

desk-nav-store = Magazin
desk-store-none = Încă nu există niciun magazin
desk-store-none-text = Creați o ușă de tipul „magazin”. Atunci cine stă la tejghea este găsit aici după card, număr sau cod.
desk-store-which = În ce magazin sunteți?
desk-store-other = Alt magazin
desk-store-scan = Card, număr, nume sau cod
desk-store-scan-hint = Scanați sau tastați…
desk-store-camera = Scanează cu camera
desk-store-camera-hint = Țineți codul în fața camerei.
desk-store-find = Caută
desk-store-hint = Un card sau un cod se scanează direct în câmp. Se poate tasta un număr de telefon, o adresă de e-mail sau un nume.
desk-store-some = Cine dintre aceștia este?
desk-store-found-now = Între timp persoana este cunoscută. Apăsați încă o dată „Caută”.
desk-store-nobody = Nimeni nu are „{ $text }”
desk-store-nobody-text = Căutați după altceva sau înregistrați pe cineva nou.
desk-store-card-hint = Cardul este al cuiva cunoscut? Găsiți mai întâi persoana după număr sau nume, apoi adăugați cardul pe pagina ei.
desk-store-meet = Cineva nou
desk-store-meet-name = Nume
desk-store-meet-do = Mai departe
desk-store-meet-hint = Un card aflat în fața dvs. este dovedit. Un număr sau o adresă rămâne doar spusă de client până când se trimite acolo un cod.
desk-store-nothing-said = Nu este nimic deschis.
desk-store-asked = { $door }, { $ago }: „{ $text }”
desk-store-waits = Așteaptă un răspuns de
desk-store-talk = Conversația
desk-store-who-spoke = Cine a spus
desk-store-customer-spoke = Clientul a spus
desk-store-we-spoke = Eu am răspuns
desk-store-said = Ce s-a spus?
desk-store-keep = Notează
desk-store-to-inbox = În inbox
desk-store-noted-by = notat de { $name }
desk-store-known-by = Cunoscut după
desk-store-send-code = Dovedește cu un cod
desk-store-add = Adaugă un card, un număr sau o adresă
desk-store-add-do = Adaugă
desk-store-add-hint = Cardul este dovedit, fiindcă l-ați văzut. Un număr sau o adresă, abia după ce s-a trimis acolo un cod.
desk-store-code = Un cod este pe drum
desk-store-code-text = L-am trimis la { $value }. Este valabil 10 minute. Rugați clientul să vi-l citească.
desk-store-code-label = Șase cifre
desk-store-code-do = Verifică
desk-flash-store-noted = Notat.
desk-flash-store-met = Client nou înregistrat.
desk-flash-store-added = Adăugat.
desk-flash-store-code-sent = Codul este pe drum.
desk-flash-store-proven = Dovedit: îi aparține.
desk-error-wrong-proof = Nu este acest cod. Verificați și tastați-l din nou.
desk-error-proof-spent = Prea multe coduri greșite. Cereți trimiterea unuia nou.
desk-error-proof-expired = Codul este prea vechi. Cereți trimiterea unuia nou.
desk-error-no-such-door = Nicio ușă conectată a magazinului nu ajunge la această adresă.
desk-error-held-by-another = Cardul este al altui client. Nu s-a unit nimic; un agent îi poate privi pe amândoi.
desk-error-bad-identity = Ceva nu este în regulă. Verificați încă o dată.
desk-error-too-many-codes = { $seconds ->
    [one] Prea multe coduri. Încercați din nou peste o secundă.
    [few] Prea multe coduri. Încercați din nou peste { $seconds } secunde.
   *[other] Prea multe coduri. Încercați din nou peste { $seconds } de secunde.
}
desk-doors-provider-own = Serverul propriu
desk-doors-field-own-url = Adresa apelată cu ce trebuie trimis
desk-doors-field-own-secret = Secretul cu care se semnează apelurile
desk-doors-field-own-secret-hint = „whsec_” și 24 până la 64 de octeți în base64, conform Standard Webhooks.

## Conversația continuă în altă parte

desk-go-on = Continuă în altă parte
desk-go-on-how = Cum
desk-go-on-show = Arată un cod și un cod QR
desk-go-on-send = Trimite un link la { $to }
desk-go-on-do = Continuă
desk-go-on-back = Înapoi la conversație
desk-go-on-say = Cod de spus la casă sau la telefon:
desk-go-on-scan = Sau de scanat:
desk-go-on-doors = Pe unde se poate continua
desk-go-on-until = Valabil până la { $moment }, pentru o singură persoană. Cine vine cu el ia parte la această conversație; nu vede nimic din ce s-a spus înainte.
desk-flash-handed-over = Linkul este pe drum.
go-title = Continuați conversația
go-chat = În chat
go-by-email = Prin e-mail
go-by-sms = Prin SMS
go-by-phone = La telefon
go-by-whatsapp = Pe WhatsApp
go-by-telegram = Pe Telegram
go-by-messenger = Pe Messenger
go-by-instagram = Pe Instagram
go-say = Sau spuneți acest cod, în magazin ori la telefon:
go-hint = Linkul funcționează o singură dată, timp de 24 de ore. Nu îl dați mai departe.
go-over = Acest link nu mai este valabil
go-over-text = A fost deja folosit sau este mai vechi de 24 de ore. Cereți altul magazinului sau scrieți din nou: vom găsi conversația.

## Webhookuri

desk-webhooks = Webhookuri
desk-webhooks-lead = Servere ale dvs. care află ce se întâmplă aici, prin apeluri semnate.
desk-webhooks-none = Încă nu ascultă nimeni
desk-webhooks-none-text = Adăugați adresa unui server. El află ce s-a spus, de către cine și prin ce ușă.
desk-webhooks-new = Adăugați o adresă
desk-webhooks-url = Adresă
desk-webhooks-url-hint = Începe cu https:// și este accesibilă din internet.
desk-webhooks-events = Ce află
desk-webhooks-events-hint = Dacă nu alegeți nimic, află totul.
desk-webhooks-all = Totul
desk-webhooks-add = Adaugă
desk-webhooks-event-message-created = S-a spus ceva
desk-webhooks-event-message-delivery = Cât de departe a ajuns un mesaj
desk-webhooks-event-conversation-created = A început o conversație
desk-webhooks-event-conversation-updated = O conversație s-a schimbat
desk-webhooks-event-conversation-closed = O conversație a fost închisă
desk-webhooks-event-customer-merged = Doi clienți sunt unul
desk-webhooks-event-customer-split = Un client este mai mulți
desk-webhooks-event-webhook-test = Un test
desk-webhooks-listening = Ascultă
desk-webhooks-failing = Nu ajunge nimic, din: { $ago }
desk-webhooks-disabled-staff = Oprit
desk-webhooks-disabled-gone = Oprit: a răspuns că nu mai există
desk-webhooks-disabled-failing = Oprit: timp de trei zile nu a ajuns nimic
desk-webhooks-secret-once = Secretul cu care se semnează apelurile. Este arătat o singură dată:
desk-webhooks-test = Trimite un test
desk-webhooks-turn-on = Pornește
desk-webhooks-turn-off = Oprește
desk-webhooks-rotate = Secret nou
desk-webhooks-rotate-ask = Creați un secret nou? Cel vechi mai semnează alături 24 de ore.
desk-webhooks-remove = Elimină
desk-webhooks-remove-ask = Eliminați această adresă și ce s-a trimis acolo?
desk-webhooks-nothing = Încă nu s-a trimis nimic aici.
desk-webhooks-log = Ultimele apeluri
desk-webhooks-when = Când
desk-webhooks-event = Eveniment
desk-webhooks-tries = Încercări
desk-webhooks-state-waiting = Pe drum
desk-webhooks-state-delivered = A ajuns
desk-webhooks-state-failed = Abandonat
desk-webhooks-again = Trimite din nou
desk-flash-webhook-tested = Testul este pe drum.
desk-flash-webhook-changed = Schimbat.
desk-flash-webhook-removed = Eliminat.
desk-flash-webhook-again = Trimis din nou.
desk-error-bad-url = Adresa nu poate fi apelată: trebuie să înceapă cu https:// și să ducă în internet.
desk-error-too-many-endpoints = Există deja 20 de adrese. Eliminați mai întâi una.
desk-did-webhook-created = A adăugat un webhook
desk-did-webhook-deleted = A eliminat un webhook
desk-did-webhook-enabled = A pornit un webhook
desk-did-webhook-disabled = A oprit un webhook
desk-did-webhook-secret-rotated = A creat un secret nou de webhook
desk-did-identity-added = A adăugat o identitate în magazin
desk-did-customer-created = A înregistrat un client nou în magazin

## The cart beside a customer

desk-cart = Coș
desk-cart-empty = Coșul este gol.
desk-cart-saved = Salvate pentru mai târziu
desk-cart-not-sold = nu se mai vinde
desk-cart-quantity = Câte bucăți
desk-cart-set = Modifică
desk-cart-remove = Scoate din coș
desk-cart-sku = Codul produsului (SKU)
desk-cart-add = Adaugă
desk-cart-coupon = Codul cuponului
desk-cart-coupon-add = Folosește cuponul
desk-cart-undo = Anulează ultima modificare
desk-cart-by-customer = client
desk-cart-by-clerk = magazin
desk-cart-by-agent = serviciul clienți
desk-cart-by-assistant = asistent
desk-cart-by-shop = comandă
desk-flash-cart-changed = Coșul a fost modificat.
desk-flash-cart-undone = Ultima modificare a fost anulată.
## Products

desk-nav-products = Produse
desk-products-lead = Ce vinde magazinul, același lucru la fiecare ușă.
desk-products-all = Toate
desk-products-active = La vânzare
desk-products-draft = Ciornă
desk-products-archived = Arhivat
desk-products-status = Stare
desk-products-count =
    { $count ->
        [one] { $count } produs
        [few] { $count } produse
       *[other] { $count } de produse
    }
desk-products-hits =
    { $count ->
        [one] { $count } produs se potrivește
        [few] { $count } produse se potrivesc
       *[other] { $count } de produse se potrivesc
    }
desk-products-new = Produs nou
desk-products-search = Caută produse
desk-products-search-hint = Nume, marcă, SKU, cod de bare…
desk-products-no-hit = Niciun produs nu se potrivește cu „{ $query }”
desk-products-no-hit-text = Greșelile de tastare nu contează. Încearcă mai puține cuvinte sau o parte din nume.
desk-products-none = Încă nu e nimic de vândut
desk-products-none-text = Adaugă aici primul produs sau adu-le pe toate deodată: onedoor products import.
desk-products-none-here = Nimic în această stare
desk-products-none-here-text = Restul se află în celelalte file.
desk-products-product = Produs
desk-products-sku = SKU
desk-products-gtin = Cod de bare (GTIN)
desk-products-brand = Marcă
desk-products-category = Categorie
desk-products-category-hint = De sus în jos, cu > între ele: Bucătărie > Căni. Ce lipsește se creează.
desk-products-title = Denumire
desk-products-description = Descriere
desk-products-tax = Clasa de TVA
desk-products-tax-standard = Cota standard
desk-products-tax-reduced = Cota redusă
desk-products-tax-super-reduced = Cota redusă inferioară
desk-products-tax-zero = Cota zero
desk-products-handle = Adresă
desk-products-handle-hint = Sfârșitul adresei produsului. Lăsat gol, se face din denumire.
desk-products-images = Imagini
desk-products-images-hint = Adrese, câte una pe rând; prima apare în liste.
desk-products-texts = În alte limbi
desk-products-texts-hint = Ce e gol apare ca mai sus.
desk-products-variants = Variante
desk-products-variant-new = Încă o variantă
desk-products-variant-state = Stare
desk-products-options = Opțiuni
desk-products-options-hint = Opțiunile se scriu așa: Culoare: albastru; Mărime: M. Un produs fără mărimi sau culori are o singură variantă, fără opțiuni.
desk-products-weight = Greutate în grame
desk-products-doors = Uși
desk-products-doors-hint = Se vinde doar unde e bifat; la fiecare ușă, dacă nu e bifat nimic.
desk-products-archive = Scoate din magazin
desk-products-archive-ask = Scoți acest produs din magazin? Poate reveni; comenzile și retururile îl păstrează.
desk-flash-product-saved = Produsul a fost păstrat.
desk-flash-product-archived = Produsul a fost scos din magazin.
desk-did-product-created = A creat un produs
desk-did-product-changed = A schimbat un produs
desk-did-product-archived = A scos un produs din magazin
desk-did-products-imported = A adus produse dintr-un tabel
desk-did-category-saved = A schimbat o categorie
desk-error-no-title = Un produs are nevoie de o denumire.
desk-error-bad-title = Denumirea are cel mult 200 de caractere.
desk-error-bad-brand = Marca are cel mult 100 de caractere.
desk-error-bad-handle = O adresă are între 1 și 80 de caractere: litere mici de la a la z, cifre și cratime.
desk-error-handle-taken = Alt produs are deja această adresă.
desk-error-bad-category = Denumirile categoriilor au între 1 și 100 de caractere fiecare.
desk-error-category-too-deep = Categoriile au cel mult 6 niveluri.
desk-error-bad-sku = Fiecare variantă are nevoie de un SKU, între 1 și 64 de caractere.
desk-error-sku-taken = Alt produs are deja unul dintre aceste SKU.
desk-error-sku-repeats = Două variante au același SKU.
desk-error-bad-gtin = Un cod de bare este greșit: are 8, 12, 13 sau 14 cifre, iar ultima este de control. Compară-l cu ambalajul.
desk-error-gtin-taken = Altă variantă are deja unul dintre aceste coduri de bare.
desk-error-no-variants = Un produs are nevoie de o variantă cu SKU, chiar dacă nu are mărimi sau culori.
desk-error-bad-options = Opțiunile se scriu așa: Culoare: albastru; Mărime: M
desk-error-options-differ = Toate variantele au nevoie de aceleași opțiuni, în aceeași ordine.
desk-error-options-repeat = Două variante au aceleași opțiuni.
desk-error-bad-weight = Greutatea este un număr întreg de grame.
desk-error-bad-media-url = Adresa unei imagini începe cu https:// sau cu /.

## Căile produselor din coș

desk-cart-ways = Livrare
