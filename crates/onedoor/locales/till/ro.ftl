## The till

till = Casă
till-ways = Mai departe
till-returns = Retururi
till-close = Închide casa
till-close-named = Închide casa { $name }
till-needs-script = Casa are nevoie de JavaScript ca să meargă și fără rețea. Activează-l pentru această pagină.
till-choose = Care casă este aceasta?
till-store = Magazin
till-place = Marfa se află în
till-label = Numele acestei case
till-label-first = Casa 1
till-open = Deschide casa
till-open-hint = Acest dispozitiv o ține minte. Câteva bucăți din marfa de aici i se pun deoparte, ca să poată vinde când cade rețeaua.
till-no-store = Niciun magazin nu este încă deschis pentru vânzări.
till-no-store-do = Creează o ușă pentru magazin
till-no-place = Pe lista locurilor cu marfă nu este niciun magazin.
till-no-place-do = Adaugă magazinul ca loc
till-others = Case deschise
till-others-hint = Închide aici casa al cărei dispozitiv s-a pierdut: ce i s-a pus deoparte poate fi vândut de alții.
till-basket = Coș
till-beside = Clientul sau o comandă
till-beside-hint = Scanează un card sau codul unui coș ori scrie un telefon, un e-mail sau un număr de comandă.
till-scan = Scanează sau scrie
till-scan-hint = Marfă, client, cod de coș sau comandă
till-camera = Scanează cu camera
till-camera-hint = Ține codul în fața camerei.
till-find = Caută
till-empty = Coșul este gol. Scanează primul produs.
till-coupon = Cupon
till-coupon-add = Adaugă
till-drop = Golește coșul
till-given = Numerar primit
till-reference = Numărul chitanței de la terminal
till-reference-hint = Ca plata să poată fi regăsită.
till-paid = Plătit
till-back = Înapoi
till-rest = Ce nu se ia acum
till-rest-send = Se trimite
till-rest-collect = Se ridică de aici
till-to-name = Nume
till-to-street = Stradă și număr
till-to-postcode = Cod poștal
till-to-city = Localitate
till-to-phone = Telefon
till-to-email = E-mail
till-cart = Coșul clientului
till-cart-empty = Coșul clientului este gol.
till-cart-take = Preia coșul
till-orders = Comenzi
till-viewed = Produse văzute
till-order-paid = Plătită
till-order-unpaid = De plătit
till-order-pay = Cum se plătește?
till-order-over = Din această comandă nu mai este nimic de predat.
till-order-elsewhere = Această comandă nu se ridică din acest magazin.
till-hand-over = Predă
till-receipt = Bon
till-bytes = Pentru imprimanta de bonuri
till-state-placed = Plasată
till-state-partly-fulfilled = Trimisă parțial
till-state-fulfilled = Încheiată
till-state-cancelled = Anulată
till-slip-clerk = V-a servit { $name }
till-slip-tax = TVA { $rate }
till-slip-discount = Reducere
till-slip-order = Comanda { $number }
till-slip-thanks = Vă mulțumim
till-slip-later = { $count ->
    [one] O bucată urmează
    [few] { $count } bucăți urmează
   *[other] { $count } de bucăți urmează
}

## What the script says. The sign # stands for a number or a name.

till-alone = Fără rețea: prețuri fără cupoane și fără oferte la mai multe bucăți.
till-asking = Încă niciun răspuns
till-asking-text = Nu preda nimic. Vânzarea poate fi deja înregistrată; casa întreabă mai departe.
till-card = Card
till-cash = Numerar
till-change = Rest
till-closing-ask = Închizi această casă? Ce i s-a pus deoparte poate fi vândut de alții.
till-closing-waits = Vânzări încă netrimise: #. Închide casa după ce sunt trimise.
till-coupon-bad = nu se aplică
till-customer-remove = Fără client
till-delivered = Comanda # a fost predată.
till-done = Vândut
till-done-offline = Vândut fără rețea
till-done-offline-text = Vânzarea este păstrată pe acest dispozitiv și se trimite singură.
till-elsewhere = de trimis: #
till-exact = Exact
till-fewer = Mai puține
till-found-nothing = Nimic și nimeni nu este cunoscut ca „#”.
till-found-nothing-offline = „#” nu este cunoscut aici, iar fără rețea nu se poate întreba.
till-held = fără rețea: #
till-here = aici: #
till-more = Mai multe
till-needs-line = Fără rețea se vinde numai ce s-a pus deoparte pentru această casă și totul trebuie luat pe loc.
till-needs-look = de verificat: #
till-next = Clientul următor
till-offline = Fără rețea
till-online = Conectat
till-order = Comanda
till-piece-remove = Scoate
till-pieces = Bucăți
till-print = Tipărește bonul
till-refused = Refuzat
till-refused-again = Încearcă din nou
till-repeated = Acest coș a fost deja vândut.
till-saved = Economisit
till-send = Se trimite
till-sending = Se trimite …
till-sign-in = Conectează-te
till-signed-out = Deconectat
till-taken-now = Se ia acum
till-too-little = Este mai puțin decât totalul.
till-total = Total
till-waiting = Vânzări încă netrimise: #

## Why not

desk-error-till-closed = Această casă a fost închisă. Închide-o și aici și deschide-o din nou.
desk-error-bad-till-place = Alege magazinul și locul în care se află marfa.
desk-error-bad-till-name = Numele unei case are între 1 și 40 de caractere.
desk-error-too-little-cash = Este mai puțin decât totalul.
desk-error-total-changed = Prețul s-a schimbat. Verifică noul total.
desk-error-collected-elsewhere = Această comandă nu se ridică din acest magazin.
desk-error-bad-payment = Spune dacă se plătește în numerar sau cu cardul.
desk-error-location-closed = Din acest loc nu se mai vinde nimic.
desk-did-till-opened = A deschis o casă
desk-did-till-closed = A închis o casă
desk-error-no-price = Acest produs nu are încă preț.
desk-error-not-sold = Acest produs nu se mai vinde.
desk-error-out-of-stock = Nu mai sunt atâtea bucăți.

## Carduri cadou și puncte la casă

till-gift-card = Card cadou
till-to-pay = De plată
till-gift-card-ending = Card cadou …#
till-points-count = Puncte: #
till-points-use = Plătește cu puncte: #
till-tenders-need-line = Cu carduri cadou și puncte se plătește numai cu rețea.
till-slip-gift-card = Card cadou …{ $ending }
till-slip-points = { $n ->
    [one] { $n } punct
    [few] { $n } puncte
   *[other] { $n } de puncte
}

## Cum pleacă restul

till-rest-way = Cum și cu cât
