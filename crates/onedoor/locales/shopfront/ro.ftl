## În jurul fiecărei pagini

shop-skip = Sari la conținut
shop-search = Ce căutați?
shop-search-do = Caută
shop-own = Ale dumneavoastră
shop-account = Cont
shop-cart = Coș
shop-pieces =
    { $count ->
        [one] o bucată
        [few] { $count } bucăți
       *[other] { $count } de bucăți
    }
shop-shelves = Rafturi
shop-to-cart = La coș
shop-help = Ajutor
shop-questions = Întrebări și răspunsuri
shop-own-orders = Comenzile dumneavoastră
shop-withdraw = Retragere din contract
shop-language = Limba
shop-prices-hint = Toate prețurile includ TVA. Sunt aceleași aici, în magazine și la telefon.
shop-to-front = La prima pagină

## Ce nu a mers

shop-error-not-found = Aici nu este nimic
shop-error-not-found-do = Poate s-a vândut și a fost retras, sau adresa are o greșeală. Începeți de la prima pagină și căutați de acolo.
shop-error-internal = A fost greșeala noastră
shop-error-internal-do = Nu s-a pierdut nimic. Încercați din nou peste o clipă.
shop-error-too-many = Puțin mai încet, vă rugăm
shop-error-too-many-do = Au venit prea multe cereri de aici. Așteptați un minut și încercați din nou.
shop-error-refused = Nu a reușit
shop-error-refused-do = Mergeți înapoi, verificați dacă totul este completat și încercați din nou. Dacă nu merge, scrieți-ne în chat.
shop-refused-not-sold = Unul dintre produse nu se mai vinde. Scoateți-l din coș ca să continuați.
shop-refused-out-of-stock = Cineva a fost mai rapid: nu mai sunt atâtea acolo. Schimbați cantitatea sau alegeți altă livrare.
shop-refused-empty-cart = Coșul este gol.
shop-refused-total-changed = Totalul s-a schimbat între timp, așa că nu s-a comandat nimic. Mai uitați-vă o dată.
shop-refused-too-many-pieces = Atâtea nu încap într-un coș. Pentru cantități mai mari, scrieți-ne.
shop-refused-cart-full = Coșul este plin. Scoateți ceva sau comandați mai întâi ce este în el.
shop-refused-bad-quantity = Cantitatea este un număr întreg de la 0 la 9.999.
shop-refused-no-price = Unul dintre produse nu are preț acum, deci coșul nu poate fi comandat. Scoateți-l sau întrebați-ne în chat.
shop-refused-foreign-form = Formularul nu a venit de pe pagina noastră, așa că nu s-a făcut nimic. Deschideți magazinul și încercați din nou.
shop-refused-bad-email = Aceasta nu este o adresă de e-mail. Arată ca ana@example.com.
shop-refused-unknown-code = Codul nu deschide nimic. Este valabil 15 minute și pe un singur dispozitiv: faceți unul nou acolo unde este coșul.
shop-refused-coupon-unknown = Nu există un asemenea cod. Verificați dacă este scris corect.
shop-refused-coupon-over = Codul a expirat.
shop-refused-coupon-disabled = Codul nu mai este valabil.
shop-refused-coupon-used-up = Codul a fost folosit de câte ori se putea.
shop-refused-coupon-used-by-you = Ați folosit deja acest cod.
shop-refused-coupon-gives-nothing = Codul este bun, dar nu reduce nimic din acest coș.
shop-refused-too-many-coupons = În coș sunt deja câte coduri încap.
shop-refused-no-such-door = Momentan nu putem trimite un cod la această adresă. Scrieți-ne în chat.
shop-refused-wrong-proof = Nu acesta este codul. Verificați și scrieți-l din nou.
shop-refused-proof-spent = Prea multe coduri greșite. Cereți unul nou.
shop-refused-proof-expired = Codul este prea vechi. Cereți unul nou.
shop-refused-too-many-codes = S-au trimis prea multe coduri. Așteptați o oră sau folosiți-l pe ultimul.

## Ce s-a făcut

shop-did-added = Este în coș.
shop-did-removed = A fost scos din coș.
shop-did-saved = Păstrat pentru mai târziu.
shop-did-wished-back = Vă anunțăm când revine.
shop-did-wished-low = Vă anunțăm când mai rămân doar câteva bucăți.
shop-did-wished-cheaper = Vă anunțăm când costă mai puțin.
shop-did-claimed = Coșul este acum aici.
shop-did-ordered = Vă mulțumim. Am primit comanda.
shop-did-entered = Bine ați revenit.
shop-did-left = V-ați deconectat. Nimic al dumneavoastră nu rămâne în acest browser.

## Produse

shop-from = de la { $price }
shop-lowest = Cel mai mic preț din ultimele 30 de zile: { $price }
shop-stock-in-stock = În stoc
shop-stock-few = Ultimele bucăți
shop-stock-none = Epuizat
shop-add = Adaugă în coș
shop-look = Vezi
shop-choose = Alege
shop-hero = Cafea pentru vatră
shop-hero-text = Prăjită la Cracovia și Cluj, trimisă în aceeași zi sau pregătită pentru dumneavoastră într-unul din magazine.
shop-all-goods = Toate produsele
shop-reduced = Acum mai ieftin
shop-new = Pe rafturi
shop-nothing-yet = Rafturile sunt încă goale. Reveniți curând.
shop-front = Magazin
shop-found-for = Rezultate pentru „{ $text }”
shop-found =
    { $count ->
        [one] un produs
        [few] { $count } produse
       *[other] { $count } de produse
    }
shop-found-nothing = Nu se potrivește nimic. Încercați mai puține cuvinte sau renunțați la o opțiune.
shop-meant = Nimic nu se numește „{ $typed }”; iată ce există pentru: { $words }.
shop-ignored = Lăsat deoparte, fiindcă nu apare nicăieri: { $words }.
shop-sort = Sortează
shop-sort-best = Cele mai potrivite
shop-sort-price-up = Preț crescător
shop-sort-price-down = Preț descrescător
shop-sort-name = Nume
shop-narrow = Restrânge
shop-narrow-do = Arată
shop-facet-category = Raft
shop-facet-brand = Marcă
shop-pages = Pagini
shop-page-before = Înapoi
shop-page-of = Pagina { $page } din { $count }
shop-page-next = Înainte
shop-way = Unde vă aflați
shop-no-price = Momentan nu are preț. Întrebați-ne în chat.
shop-number = Cod
shop-quantity = Cantitate
shop-why = De ce acest preț
shop-why-list = { $price } după „{ $list }”.
shop-why-not = Nefolosit: { $price } după „{ $list }”.
shop-why-exception = Pentru acest canal a fost declarat alt preț.
shop-why-tax = Din care { $tax } TVA ({ $rate }).
shop-why-everywhere = Este același în magazine, la telefon și în chat.
shop-places = În magazinele noastre
shop-wish-back = Anunțați-mă când revine
shop-wish-back-text = Un singur mesaj, când este din nou în stoc, și nimic altceva.
shop-wish-low = Anunțați-mă înainte să se termine
shop-wish-low-text = Un singur mesaj, când mai rămân doar câteva bucăți, și nimic altceva.
shop-wish-cheaper = Anunțați-mă când costă mai puțin
shop-wish-cheaper-text = Un singur mesaj, când costă mai puțin decât acum, și nimic altceva.
shop-wish-choose = Anunțați-mă mai târziu
shop-wish-choose-text = Un singur mesaj și nimic altceva.
shop-wish-when-cheaper = Când costă mai puțin
shop-wish-when-low = Când mai rămân doar câteva bucăți
shop-email = Adresă de e-mail
shop-wish-do = Anunțați-mă

## Coș

shop-free = gratuit
shop-tax = din care TVA { $rate }
shop-cart-empty = Coșul este gol. Ce puneți aici se află în el și în magazine, și pe telefon.
shop-saved = Păstrate pentru mai târziu
shop-undo = Anulează
shop-not-sold = Nu se mai vinde.
shop-only-left =
    { $count ->
        [0] S-a epuizat.
        [one] A mai rămas doar una.
        [few] Au mai rămas doar { $count }.
       *[other] Au mai rămas doar { $count }.
    }
shop-quantity-of = Cantitate: { $what }
shop-quantity-set = Schimbă
shop-save = Păstrează pentru mai târziu
shop-remove = Scoate
shop-take-back = Înapoi în coș
shop-sums = Cât costă
shop-checkout = Finalizează comanda
shop-code = Arată la casă
shop-code-text = Arătați acest cod la casa unuia din magazine sau scanați-l cu alt dispozitiv: coșul se deschide acolo.
shop-code-qr = Cod QR care deschide coșul
shop-code-until = Valabil până la { $at }.
shop-coupon = Cod de reducere
shop-coupon-do = Folosește
shop-claim = Preia un coș din altă parte
shop-claim-text = Pe celălalt dispozitiv sau în magazin, afișați codul coșului și scrieți-l aici.
shop-claim-code = Codul coșului
shop-claim-do = Preia

## Cumpărare

shop-look-again = Unele câmpuri trebuie verificate.
shop-who = Dumneavoastră
shop-where = Livrare
shop-means = Plată
shop-reach-hint = Ajunge o adresă de e-mail sau un număr de telefon.
shop-delivery-address = La o adresă
shop-delivery-address-hint = 1–2 zile lucrătoare.
shop-delivery-collect = Ridicare din magazin
shop-delivery-collect-hint = Vă scriem când este gata.
shop-go-on = Continuă
shop-change-cart = Modifică coșul
shop-field-name = Nume și prenume
shop-field-email = Adresă de e-mail
shop-field-phone = Telefon
shop-field-street = Strada și numărul
shop-field-postcode = Cod poștal
shop-field-city = Localitate
shop-field-country = Țară
shop-fault-missing = Acest câmp este necesar.
shop-fault-long = Este prea lung.
shop-fault-wrong = Nu pare corect. Poate o greșeală de scriere?
shop-fault-reach = Dați o adresă de e-mail sau un număr de telefon, ca să vă putem contacta.
shop-fault-unknown = Alegeți una dintre acestea.
shop-place-has-all = totul este acolo
shop-place-lacks = momentan nu este tot acolo
shop-means-transfer = Transfer bancar
shop-means-transfer-hint = Trimitem marfa când sosesc banii.
shop-means-on-delivery = Ramburs
shop-means-on-delivery-hint = La curier, numerar sau card. Pentru colete.
shop-means-in-store = În magazin
shop-means-in-store-hint = La casă, când ridicați comanda.
shop-means-provider = Plată online
shop-last-look = O ultimă privire
shop-buy = Comandă cu obligație de plată
shop-edit = Schimbă ceva
shop-buy-hint = Vă puteți retrage din contract în 14 zile de la primirea mărfii, fără a da un motiv.
shop-country-pl = Polonia
shop-country-ro = România

## Comenzi

shop-order = Comanda { $number }
shop-state-placed = Primită
shop-state-partly-fulfilled = Parțial pe drum
shop-state-fulfilled = Trimisă
shop-state-cancelled = Anulată
shop-payment-awaited = neplătită încă
shop-payment-paid = plătită
shop-payment-refunded = bani returnați
shop-pay-transfer = Vă rugăm să transferați { $total } cu mențiunea { $number }. Vă scriem numărul contului.
shop-pay-on-delivery = Pregătiți { $total } pentru curier.
shop-pay-in-store = Plătiți { $total } la casă când ridicați comanda și spuneți numărul { $number }.
shop-pay-provider = Plata online de { $total } este în curs.
shop-line-cancelled =
    { $count ->
        [one] una anulată
        [few] { $count } anulate
       *[other] { $count } anulate
    }
shop-line-handed-over =
    { $count ->
        [one] una ridicată
        [few] { $count } ridicate
       *[other] { $count } ridicate
    }
shop-line-returned =
    { $count ->
        [one] una returnată
        [few] { $count } returnate
       *[other] { $count } returnate
    }
shop-line-sent =
    { $count ->
        [one] una trimisă
        [few] { $count } trimise
       *[other] { $count } trimise
    }
shop-steps = Ce s-a întâmplat
shop-step-placed = Comandat
shop-step-paid = Plătit
shop-step-shipped = Trimis
shop-step-handed_over = Predat
shop-step-cancelled = Anulat
shop-step-edited = Modificat
shop-step-refunded = Bani restituiți

## Cont

shop-known = Sunteți conectat(ă).
shop-leave = Deconectare
shop-enter-text = Fără parolă: vă trimitem un cod, iar comenzile și coșul apar aici.
shop-enter-do = Trimite codul
shop-code-sent = Dacă adresa este corectă, codul este pe drum. Este valabil zece minute.
shop-code-field = Codul din mesaj
shop-code-do = Conectare
shop-other-address = Altă adresă
shop-no-orders = Încă nu există comenzi.
shop-no-orders-here = Din acest browser încă nu există comenzi. Conectați-vă ca să le vedeți pe celelalte.

## Carduri cadou și puncte

shop-tenders = Card cadou și puncte
shop-gift-card = Codul unui card cadou
shop-gift-card-hint = Plătește cât este pe el. Mai multe coduri se despart prin virgulă.
shop-gift-card-ending = Card cadou …{ $ending }
shop-gift-card-left = rămân pe el { $left }
shop-points-use = { $n ->
    [one] Plătesc cu { $n } punct al meu
    [few] Plătesc cu cele { $n } puncte ale mele
   *[other] Plătesc cu cele { $n } de puncte ale mele
}
shop-points-worth = Valorează { $amount }. Se folosesc doar câte sunt necesare.
shop-points-count = { $n ->
    [one] { $n } punct
    [few] { $n } puncte
   *[other] { $n } de puncte
}
shop-means-tenders = Card cadou sau puncte
shop-fault-gift-card-unknown = Nu există un card cadou cu acest cod. Verificați dacă este scris corect.
shop-fault-gift-card-over = Acest card cadou nu mai este valabil.
shop-fault-gift-card-empty = Pe acest card cadou nu a mai rămas nimic.
shop-fault-gift-card-currency = Acest card cadou este în altă monedă.
shop-fault-gift-card-many = O comandă se plătește cu cel mult zece carduri cadou.
shop-fault-points = Cu aceste puncte nu se mai poate plăti. Vedeți în cont câte aveți.
shop-refused-to-pay-changed = Suma de plată s-a schimbat între timp, așa că nu s-a comandat nimic. Mai uitați-vă o dată.
shop-refused-gift-card-empty = Pe cardul cadou nu a mai rămas nimic. Folosiți altul sau lăsați câmpul gol.
shop-refused-gift-card-over = Cardul cadou nu mai este valabil. Folosiți altul sau lăsați câmpul gol.
shop-refused-gift-card-unknown = Nu există un card cadou cu acest cod. Verificați dacă este scris corect.
shop-refused-gift-card-too-low = Pe cardul cadou nu mai este atât. Mai uitați-vă o dată.
shop-refused-too-few-points = Nu mai aveți atâtea puncte. Mai uitați-vă o dată.
shop-points-have = { $n ->
    [one] Aveți { $n } punct. Plătește { $amount } dintr-o comandă.
    [few] Aveți { $n } puncte. Plătesc { $amount } dintr-o comandă.
   *[other] Aveți { $n } de puncte. Plătesc { $amount } dintr-o comandă.
}

## Livrarea și costul ei

shop-ways = Cum se trimite
shop-ways-renew = Arată cât costă livrarea acolo
shop-way-free-from = gratuit de la { $amount }
shop-delivery-from = de la { $amount }
shop-refused-shipping-not-possible = Aceste produse nu mai pot fi trimise așa. Alegeți alt mod de livrare.
shop-refused-not-sent-there = Nu avem cum să trimitem aceste produse în această țară. Alegeți altă țară sau ridicați-le dintr-un magazin.
