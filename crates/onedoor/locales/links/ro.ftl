desk-links = Legături cu alte magazine
desk-links-lead = Alt sistem de magazin în spatele unei uși a ta: produsele, clienții și comenzile lui vin aici, iar el află câte bucăți sunt și cât costă.
desk-links-none = Niciun magazin nu este legat încă
desk-links-none-text = Leagă sistemul de magazin pe care îl ai: comenzile lui iau bucățile de pe același raft ca și celelalte uși, așa că nimic nu se vinde de două ori.
desk-links-new = Leagă un magazin
desk-links-which = Ce sistem este?
desk-links-choose = Alege
desk-links-about-vendure = Prin Admin API, versiunea 3. Este citit în fiecare minut.
desk-links-about-shopify = Printr-o aplicație proprie în magazinul tău: webhookuri și API-ul lui în fiecare minut.
desk-links-about-woocommerce = Prin webhookuri și API-ul lui REST în fiecare minut.
desk-links-name = Nume
desk-links-system = Sistem
desk-links-read-last = Ultima citire
desk-links-url = Adresă
desk-links-url-vendure = Unde răspunde serverul lui, fără /admin-api: https://magazin.example
desk-links-url-shopify = https://magazinul-tau.myshopify.com
desk-links-url-woocommerce = Unde răspunde WordPress, fără /wp-json: https://magazin.example
desk-links-secret-username = Numele de utilizator al unui administrator
desk-links-secret-password = Parola administratorului
desk-links-secret-access-token = Tokenul de acces pentru Admin API
desk-links-secret-consumer-key = Cheia de consumator (consumer key)
desk-links-secret-consumer-secret = Secretul de consumator (consumer secret)
desk-links-secret-webhook-secret = Secretul cu care sunt semnate webhookurile
desk-links-secret-stays = Lasă gol ca să rămână cel de acum.
desk-links-goods = Al cui cuvânt despre produse și prețuri contează
desk-links-goods-theirs = Al lor: ce schimbă ei se schimbă aici
desk-links-goods-ours = Al nostru: produsele lor se găsesc după SKU și primesc prețurile noastre
desk-links-place = Unde se află bucățile lor
desk-links-no-place = Nu număra bucățile lor
desk-links-place-hint = Stocul lor este numărat aici o singură dată. De atunci contează registrele tale.
desk-links-tells = Spune-le câte bucăți sunt
desk-links-tells-hint = Ce se vinde la orice ușă dispare și acolo. Numerele schimbate acolo de mână sunt corectate.
desk-links-aside = Păstrează pentru ei, din fiecare
desk-links-aside-hint = Atâtea bucăți (cel mult jumătate din cele existente) sunt doar ale lor, ca nimic să nu se vândă aici și acolo în același minut. Gol: li se spune tot ce există.
desk-links-their-place = Locația lor
desk-links-their-place-hint = Identificatorul locației lor de stoc; gol: prima.
desk-links-currency = Moneda prețurilor lor
desk-links-running = Funcționează
desk-links-importing = Prima citire
desk-links-paused = În pauză
desk-links-failing = Nu funcționează acum
desk-links-refused = Ne refuză
desk-links-refused-text = Nu ne lasă să intrăm, așa că legătura este în pauză. Verifică adresa și cheile de mai jos și salvează-le: se încearcă imediat.
desk-links-failing-text = Ceva nu a mers. Se încearcă din nou de la sine și se continuă de unde a rămas.
desk-links-standing = Cum stă
desk-links-not-yet = încă incomplet
desk-links-complete = complet
desk-links-taken =
    { $count ->
        [one] { $count } preluat
        [few] { $count } preluate
       *[other] { $count } de preluate
    }
desk-links-feed-products = Produse
desk-links-feed-variants = Variante
desk-links-feed-customers = Clienți
desk-links-feed-orders = Comenzi
desk-links-feed-levels = Stoc
desk-links-deeds = Ce poți face
desk-links-read-now = Citește acum
desk-links-read-all = Citește totul din nou
desk-links-read-all-sure = Totul se citește încă o dată. Ce este deja corect rămâne la fel.
desk-links-test = Încearcă legătura
desk-links-pause = Pune în pauză
desk-links-resume = Continuă
desk-links-problems = De verificat
desk-links-problem-refused = Produsul nu a fost preluat: { $why }
desk-links-problem-short = S-a vândut acolo mai mult decât era: { $skus }. Adu mai multe sau anunță clientul.
desk-links-problem-edited = Comanda a fost schimbată acolo după plasare: s-au adăugat sau s-au mărit rânduri. Compar-o.
desk-links-problems-seen = Le-am verificat
desk-links-webhooks = Webhookuri
desk-links-webhooks-shopify = În Shopify, la Setări › Notificări › Webhookuri, adaugă comenzi, produse și clienți cu adresa acestui server urmată de calea de mai jos.
desk-links-webhooks-woocommerce = În WooCommerce, la Setări › Avansat › Webhookuri, adaugă comenzi, produse și clienți cu adresa acestui server urmată de calea de mai jos și cu același secret.
desk-links-connection = Cum este legat
desk-flash-links-made = Magazinul este legat. Prima citire a început.
desk-flash-links-saved = Salvat. Funcționează.
desk-flash-links-works = Ne lasă să intrăm.
desk-flash-links-reading = Se citește.
desk-flash-links-paused = Legătura este în pauză.
desk-flash-links-resumed = Legătura continuă.
desk-flash-links-seen = Notat.
desk-did-link-made = A legat un magazin
desk-did-link-changed = A schimbat legătura cu un magazin
desk-did-link-read-again = A cerut recitirea unui magazin legat
desk-did-link-paused = A pus o legătură în pauză
desk-did-link-resumed = A repornit o legătură
desk-did-link-problems-seen = A verificat comenzile unui magazin legat
desk-error-no-such-location = Niciun loc deschis nu are acest cod. Uită-te la locurile din Stoc.
desk-error-bad-shop-url = Scrie adresa serverului magazinului, de exemplu https://magazin.example.
desk-error-bad-aside = Scrie câte bucăți se păstrează, ca număr întreg, sau nimic.

## Parcels

desk-links-tells-parcels = Spune-le ce s-a expediat
desk-links-tells-parcels-hint = Coletul unei comenzi de-ale lor, pregătit aici, apare și acolo, cu numărul de urmărire.

## Apps of Shopify

desk-links-secret-client-id = ID-ul clientului (Client ID)
desk-links-secret-client-secret = Secretul clientului (Client secret)
desk-links-secret-access-token-hint = Doar pentru o aplicație creată în panoul magazinului înainte de 2026.
desk-links-secret-client-id-hint = Al unei aplicații proprii din Dev Dashboard-ul Shopify, instalată în magazin.
desk-links-secret-client-secret-hint = Se află lângă ID-ul clientului.

## Medusa

desk-links-about-medusa = Prin Admin API, versiunea 2. Este citit în fiecare minut.
desk-links-url-medusa = Unde răspunde serverul lui, fără /admin: https://magazin.example
desk-links-secret-api-key = Cheie API secretă (în Medusa: Settings › Secret API Keys)
