### The desk: what the merchant’s staff read.

## Around every page

desk-skip = Sari la conținut
desk-nav = Navigare principală
desk-nav-customers = Clienți
desk-nav-doors = Uși
desk-nav-audit = Jurnal
desk-nav-settings = Setări
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
