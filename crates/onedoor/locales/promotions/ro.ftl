desk-nav-promotions = Promoții
desk-promo-lead = Ce se scade din care coș. La fel la fiecare ușă.
desk-promo-current = Acum și în curând
desk-promo-new = Promoție nouă
desk-promo-choose = Alegeți ce oferă. Pentru cine și când urmează după aceea.
desk-promo-try = Încercați un coș
desk-promo-none = Încă nicio promoție
desk-promo-none-text = O promoție scade ceva: zece la sută, a treia bucată gratis, livrarea. Faceți una, încercați-o pe un coș, apoi lăsați-o să meargă.
desk-promo-none-over = Niciuna nu s-a încheiat
desk-promo-none-over-text = Aici rămân promoțiile încheiate, cu ce au oferit.
desk-promo-promotion = Promoție
desk-promo-state = Stare
desk-promo-when = Când
desk-promo-used = Folosită
desk-promo-budget = Buget
desk-promo-gives = Oferă
desk-promo-with-code = cu un cod
desk-promo-state-runs = În curs
desk-promo-state-coming = Urmează
desk-promo-state-paused = Oprită
desk-promo-state-over = Încheiată
desk-promo-state-spent = Buget epuizat
desk-promo-always = mereu
desk-promo-from = din { $start }
desk-promo-until = până la { $end }
desk-promo-from-until = { $start } – { $end }
desk-promo-orders = { $count ->
    [0] nicio comandă
    [one] { $count } comandă
    [few] { $count } comenzi
   *[other] { $count } de comenzi
}
desk-promo-left-uses = utilizări rămase: { $left } din { $of }
desk-promo-left-amount = au rămas { $left } din { $of }
desk-promo-no-budget = fără limită
desk-promo-copy-of = { $name } (copie)

## Kinds
desk-promo-kind-percentage = Procent
desk-promo-kind-percentage-text = 10 % reducere la căni sau la tot.
desk-promo-kind-amount = Sumă
desk-promo-kind-amount-text = 20,00 mai puțin pentru toate produsele la un loc.
desk-promo-kind-threshold = Cumpărați de atât, plătiți mai puțin
desk-promo-kind-threshold-text = De la 200,00 cu 30,00 mai ieftin.
desk-promo-kind-amount-each = Sumă la fiecare bucată
desk-promo-kind-amount-each-text = Fiecare lumânare cu 5,00 mai ieftină.
desk-promo-kind-fixed-price = Preț fix
desk-promo-kind-fixed-price-text = Fiecare tricou la 39,00.
desk-promo-kind-buy-get = Cumpărați și primiți
desk-promo-kind-buy-get-text = Trei la preț de două; a doua la jumătate de preț.
desk-promo-kind-bundle = Set
desk-promo-kind-bundle-text = O cană și un ceai împreună la 49,00.
desk-promo-kind-free-shipping = Livrare gratuită
desk-promo-kind-free-shipping-text = Livrarea gratis sau cu atât mai ieftină.
desk-promo-short-percentage = { $percent } % reducere
desk-promo-short-amount = { $amount } reducere
desk-promo-short-threshold = { $amount } reducere de la { $least }
desk-promo-short-amount-each = { $amount } mai puțin la bucată
desk-promo-short-fixed-price = bucata la { $amount }
desk-promo-short-buy-get = cumpărați { $buy }, primiți { $get } cu { $percent } % mai ieftin
desk-promo-short-bundle = set la { $amount }
desk-promo-short-free-shipping = livrare gratuită
desk-promo-short-free-shipping-up-to = livrare mai ieftină cu până la { $amount }

## The form
desk-promo-what = Ce oferă
desk-promo-name = Nume
desk-promo-name-hint = Clienții îl pot vedea în coș.
desk-promo-percent = Cu câte procente mai ieftin
desk-promo-percent-cheaper = Cu câte procente mai ieftine (100: gratis)
desk-promo-amount-off = Cu cât mai ieftin
desk-promo-amount-each = Cu cât mai ieftină bucata
desk-promo-price-each = Prețul unei bucăți
desk-promo-price-set = Prețul setului
desk-promo-threshold-from = De la un coș de
desk-promo-buy = Cumpărate (bucăți)
desk-promo-get = Primite mai ieftin (bucăți)
desk-promo-sets-max = De cel mult atâtea ori într-un coș
desk-promo-shipping-up-to = Cel mult atât (gol: toată livrarea)
desk-promo-currency = Monedă
desk-promo-goods = Pentru ce produse
desk-promo-goods-hint = Câte unul pe rând: un SKU, o categorie, de exemplu Bucătărie > Căni (cu tot ce e sub ea), sau adresa unui produs. Gol: totul.
desk-promo-except = Dar nu pentru
desk-promo-except-hint = SKU-uri, câte unul pe rând.
desk-promo-parts = Ce intră în set
desk-promo-parts-hint = În fiecare linie: ce se potrivește (SKU-uri sau categorii, câte una pe rând; * înseamnă orice) și câte bucăți.
desk-promo-part = Parte
desk-promo-part-count = Bucăți
desk-promo-who = Când și pentru cine
desk-promo-starts = Începe
desk-promo-starts-hint = Gol: acum.
desk-promo-ends = Se încheie
desk-promo-ends-hint = Gol: niciodată.
desk-promo-needs-code = Numai cu un cod
desk-promo-needs-code-hint = Codurile le faceți după salvare: unul pentru toți sau mii de tipărit.
desk-promo-first-order = Numai la prima comandă
desk-promo-first-order-hint = Cineva care nu a mai comandat niciodată, pe nicio ușă.
desk-promo-more-conditions = Mai multe condiții
desk-promo-amount-min = Produsele costă cel puțin
desk-promo-amount-min-hint = Înainte să se scadă ceva.
desk-promo-quantity-min = Bucăți, cel puțin
desk-promo-quantity-min-hint = Din aceste produse la un loc.
desk-promo-groups = Grupuri de clienți
desk-promo-groups-hint = Nume separate prin virgulă, ca în listele de prețuri. Gol: toți.
desk-promo-segments = Segmente
desk-promo-tiers = Niveluri de fidelitate
desk-promo-words-hint = Nume separate prin virgulă. Gol: toți.
desk-promo-budget-hint = Când se epuizează, promoția se oprește singură, chiar dacă mulți cumpără deodată.
desk-promo-uses-max = Cel mult atâtea comenzi
desk-promo-amount-max = Cel mult atât în total
desk-promo-together = Împreună cu altele
desk-promo-beside = Merge
desk-promo-beside-others = împreună cu alte promoții
desk-promo-beside-best-of = în locul altora din grupul ei: se dă cea mai bună
desk-promo-beside-none = singură, unde dă mai mult decât celelalte la un loc
desk-promo-group = Grup
desk-promo-group-hint = Același cuvânt în fiecare promoție a grupului.
desk-promo-priority = Prioritate
desk-promo-priority-hint = Numărul mai mare scade primul.
desk-promo-doors = Uși
desk-promo-doors-hint = E valabilă la fiecare ușă. Unde nu poate fi, e o excepție, iar simulatorul o arată ca atare.
desk-promo-doors-some = Numai la unele uși
desk-promo-doors-reason = Motiv
desk-promo-doors-reason-hint = Necesar pentru unele uși, la fel ca un sfârșit.
desk-promo-copy = Faceți o copie
desk-promo-pause = Opriți
desk-promo-resume = Porniți
desk-promo-end = Încheiați
desk-promo-end-ask = Încheiați acum această promoție? Rămâne în listă cu ce a oferit; o copie poate porni din nou.
desk-flash-promotion-saved = Promoția e salvată.
desk-flash-promotion-paused = E oprită: nu o primește nimeni.
desk-flash-promotion-resumed = E pornită.
desk-flash-promotion-ended = S-a încheiat.
desk-did-promotion-saved = A salvat o promoție
desk-did-coupons-made = A făcut coduri
desk-did-coupon-disabled = A oprit un cod
desk-did-gift-card-issued = A emis un card cadou
desk-did-gift-card-put-back = A pus bani înapoi pe un card cadou
desk-did-gift-card-blocked = A blocat un card cadou
desk-did-prices-set = A stabilit prețuri
desk-did-price-exception-declared = A declarat o excepție a unei uși
desk-did-price-exception-ended = A încheiat o excepție a unei uși

## Codes
desk-coupons = Coduri
desk-coupons-of = Coduri: { $name }
desk-coupons-lead = Cine are un cod primește promoția, la orice ușă.
desk-coupons-make = Faceți coduri
desk-coupons-batches = Făcute împreună
desk-coupons-codes = Toate codurile
desk-coupons-search = Căutați un cod
desk-coupons-none = Încă niciun cod. Faceți unul pentru toți sau mii de tipărit.
desk-coupons-no-hit = Promoția nu are un asemenea cod.
desk-coupons-uses = Folosite recent
desk-coupons-customer = Client
desk-coupons-not-needed = Promoția se dă fără cod. Bifați întâi „Numai cu un cod”.
desk-coupons-sort = Care
desk-coupons-sort-own = un cuvânt al dumneavoastră
desk-coupons-sort-letters = multe, pe care nu le ghicește nimeni
desk-coupons-sort-ean13 = multe, ca coduri de bare (EAN-13)
desk-promo-code-own = Cuvântul
desk-coupons-own-hint = De la 3 la 40 de litere și cifre: VARA2026
desk-promo-code-count = Câte
desk-coupons-count-hint = Cel mult { $max } odată.
desk-promo-code-uses-max = De câte ori fiecare cod
desk-coupons-uses-max-hint = Gol: oricât. Pentru coduri de câte o persoană: 1.
desk-promo-code-uses-each = De câte ori un client
desk-coupons-count = { $count ->
    [one] { $count } cod
    [few] { $count } coduri
   *[other] { $count } de coduri
}
desk-coupons-used-times = { $count ->
    [0] încă nefolosite
    [one] folosite o dată
    [few] folosite de { $count } ori
   *[other] folosite de { $count } de ori
}
desk-coupons-print = Tipăriți
desk-coupons-code = Cod
desk-coupons-state = Stare
desk-coupons-used = Folosit
desk-coupons-until = Valabil până la
desk-coupons-stop = Opriți
desk-coupons-stop-ask = Opriți acest cod? Ce s-a folosit rămâne; nimeni nu-l mai poate folosi.
desk-coupons-is-valid = Valabil
desk-coupons-is-stopped = Oprit
desk-coupons-is-over = Expirat
desk-coupons-is-used-up = Epuizat
desk-coupons-sheet = Coală de tipărit
desk-coupons-sheet-lead = Tipăriți pagina pe A4 și tăiați pe linii. Codul QR conține codul.
desk-flash-coupons-made = Codurile sunt făcute.
desk-flash-coupon-stopped = Codul e oprit.
desk-error-bad-code = Un cod are de la 3 la 40 de litere și cifre.
desk-error-code-exists = Un asemenea cod există deja. Alegeți altul.
desk-error-bad-count = Se fac odată de la 1 la 10.000 de coduri.
desk-error-bad-limit = Un cod se poate folosi cel puțin o dată.
desk-error-coupon-unknown = Nu există un asemenea cod. Verificați dacă e scris corect.
desk-error-coupon-disabled = Codul a fost oprit.
desk-error-coupon-over = Codul a expirat.
desk-error-coupon-used-up = Codul a fost folosit de câte ori se putea.
desk-error-coupon-used-by-you = Clientul a folosit codul de câte ori se poate.

## Gift cards
desk-gift-card = Card cadou
desk-gift-cards = Carduri cadou
desk-gift-cards-lead = Bani pe care cineva îi are sub formă de cod. Se cheltuiesc încetul cu încetul, la orice ușă.
desk-gift-cards-none = Încă niciun card cadou
desk-gift-cards-none-text = Emiteți unul: codul se arată o singură dată, ca să fie tipărit sau trimis.
desk-gift-cards-issue = Emiteți un card
desk-gift-cards-issued = Cardul e emis
desk-gift-cards-once = Acesta e codul lui. Notați-l sau tipăriți-l acum: aici rămân doar ultimele litere.
desk-gift-cards-find = Căutați după cod
desk-gift-cards-code = Cod
desk-promo-card-amount = Sumă
desk-gift-cards-ending = Se termină în
desk-gift-cards-balance = Pe card
desk-gift-cards-state = Stare
desk-gift-cards-issued-at = Emis
desk-gift-cards-is-valid = Valabil
desk-gift-cards-is-empty = Gol
desk-gift-cards-is-over = Expirat
desk-gift-cards-is-blocked = Blocat
desk-gift-cards-ledger = Mișcările cardului
desk-gift-cards-when = Când
desk-gift-cards-amount = Sumă
desk-gift-cards-reference = Pentru ce
desk-gift-cards-put-back = Puneți bani înapoi
desk-gift-cards-put-back-hint = Pentru o rambursare a ceva plătit cu acest card.
desk-gift-cards-block = Blocați cardul
desk-gift-cards-block-ask = Blocați acest card? Nimeni nu mai poate plăti cu el. Soldul rămâne notat.
desk-flash-gift-card-put-back = Banii sunt pe card.
desk-flash-gift-card-blocked = Cardul e blocat.
desk-error-gift-card-unknown = Nu există un card cadou cu acest cod.
desk-error-gift-card-issued-already = Acest card a fost deja emis: e în listă.

## Try a basket
desk-promo-try-lead = Cât costă un coș la fiecare ușă și de ce se dă sau nu fiecare promoție. Nu se cumpără nimic.
desk-trial-basket = Coș
desk-trial-empty = Încă nu e nimic în el: căutați produse mai jos.
desk-trial-quantity = Bucăți
desk-trial-zero = 0 îl scoate din coș
desk-trial-find = Adăugați produse
desk-trial-find-hint = Nume sau SKU
desk-trial-search = Căutați
desk-trial-no-hit = Nu se potrivește nimic din ce se vinde.
desk-trial-add = Adăugați
desk-promo-codes = Coduri
desk-trial-codes-hint = Separate prin virgulă.
desk-promo-shipping = Costul livrării
desk-trial-who = Cine, când și unde
desk-promo-at = Când
desk-trial-at-hint = Gol: acum. Încercați o reducere înainte să înceapă.
desk-promo-customer = Client
desk-trial-customer-hint = Adresă de e-mail sau identificator. Atunci contează prima comandă și codurile lui.
desk-promo-customer-group = Grup de clienți
desk-promo-tier = Nivel de fidelitate
desk-promo-country = Țară (PL, RO …)
desk-trial-as-if-on = Ca și cum toate ar fi pornite
desk-trial-as-if-on-hint = Ca să încercați o promoție înainte de a o porni.
desk-trial-do = Cât costă?
desk-trial-nothing = Cât ar costa?
desk-trial-nothing-text = Puneți produse în coș. Aici veți vedea toate ușile una lângă alta și de ce s-a dat sau nu fiecare promoție.
desk-trial-same = { $count ->
    [0] { $total }. Încă nicio ușă nu vinde.
    [one] La fel la singura ușă: { $total }
    [few] La fel la toate cele { $count } uși: { $total }
   *[other] La fel la toate cele { $count } de uși: { $total }
}
desk-trial-differs = { $count ->
    [one] { $total }; la o ușă diferă:
    [few] { $total }; la { $count } uși diferă:
   *[other] { $total }; la { $count } de uși diferă:
}
desk-trial-differs-badge = diferă
desk-trial-unexplained = nicio excepție declarată nu o explică
desk-trial-exception = Excepție declarată: { $reason } Până la { $end }, declarată de { $by }.
desk-trial-only-here = „{ $name }” e declarată pentru această ușă: { $reason } Până la { $end }.
desk-trial-doors = Fiecare ușă
desk-trial-everywhere = Orice ușă
desk-trial-what = Ce
desk-trial-each = { $amount } bucata
desk-trial-why = De ce
desk-trial-no-promotions = Nicio promoție nu e în curs sau plănuită.
desk-trial-applied = Se dă
desk-trial-not-applied = Nu se dă

## What was typed wrongly
desk-error-no-promotion-name = Dați-i un nume.
desk-error-no-promotion-group = Numiți grupul.
desk-error-number-missing = Scrieți un număr mai mare ca zero.
desk-error-bad-whole-number = Scrieți un număr întreg.
desk-error-bad-price = Scrieți o sumă, de exemplu 12,50.
desk-error-bad-percent = Scrieți un procent, de exemplu 12,5.
desk-error-too-many-percent = Cel mult 100 la sută.
desk-error-bad-moment = Scrieți o zi și o oră.
desk-error-ends-before = Trebuie să se încheie după ce începe.
desk-error-doors-need-end = Ce e valabil numai la unele uși are un sfârșit.
desk-error-doors-need-reason = Spuneți de ce numai la aceste uși.
desk-error-no-bundle-parts = Spuneți ce intră în set.
desk-error-sku-unknown = Nu există o variantă cu acest SKU.
desk-error-customer-unknown = Nimeni nu are această adresă sau acest identificator.
desk-error-goods-unknown = În magazin nu există un SKU, o categorie sau un produs cu acest nume.
desk-trial-at = La { $at }

## Prices
desk-nav-prices = Prețuri
desk-prices-lead = Cât costă fiecare lucru, pentru cine și cât timp. La fel la fiecare ușă, în afară de excepțiile declarate.
desk-prices-none = Încă nicio listă de prețuri
desk-prices-none-text = O listă de prețuri spune cât costă lucrurile într-o monedă. Începeți cu una pentru toți.
desk-prices-new = Listă nouă de prețuri
desk-prices-which-wins = Dintre mai multe prețuri valabile câștigă unul: din lista cu prioritate mai mare; apoi cel pentru grupul clientului; apoi cel mai mic; apoi cel din lista mai veche.
desk-prices-list = Listă
desk-prices-for-whom = Pentru cine
desk-prices-state = Stare
desk-prices-when = Când
desk-prices-variants = Variante
desk-prices-everybody = Toți
desk-prices-sale = Reducere
desk-prices-holds = E valabil
desk-prices-name = Nume
desk-prices-code = Cod
desk-prices-code-hint = Cum îi spun celelalte sisteme: retail, angro-2026. Nu se schimbă.
desk-prices-currency = Monedă
desk-prices-group = Grup de clienți
desk-prices-group-hint = Gol: pentru toți.
desk-prices-priority = Prioritate
desk-prices-priority-hint = Câștigă numărul mai mare. O reducere are unul mai mare decât lista pe care o scade.
desk-prices-starts-at = Începe
desk-prices-ends-at = Se încheie
desk-prices-is-sale = Prețurile ei se anunță ca reduceri
desk-prices-is-sale-hint = Lângă un asemenea preț stă cel mai mic din cele 30 de zile dinainte, cum cere legea.
desk-prices-why = De ce
desk-prices-why-hint = Rămâne în istoricul fiecărui preț: „Sezon nou”.
desk-prices-settings = Setări
desk-prices-no-hit = Nu se potrivește nimic
desk-prices-no-hit-text = Nu există o variantă cu aceste litere în SKU sau în nume.
desk-prices-variant = Variantă
desk-prices-price = Preț cu taxă
desk-prices-breaks = Pentru mai multe
desk-prices-break-new = Altă cantitate
desk-prices-from = De la câte bucăți
desk-flash-prices-saved = Prețurile sunt salvate.
desk-error-list-code-taken = Altă listă are acest cod.
desk-error-bad-list-code = Un cod are de la 1 la 60 de litere mici a–z, cifre, cratime și linii de subliniere.
desk-error-no-list-name = Dați listei un nume.
desk-error-price-given-twice = Sunt două prețuri pentru aceeași cantitate.

## Why this price
desk-why = Cât costă și de ce
desk-why-ask = Pentru cine și când
desk-why-do = Arătați
desk-why-no-price = Nu are preț în { $currency } pentru acest client la acest moment.
desk-why-list = Din lista „{ $list }”.
desk-why-low = Cel mai mic preț din cele 30 de zile dinainte: { $amount }
desk-why-announced = Se poate anunța −{ $percent } %: cel mai mic preț din cele 30 de zile dinaintea reducerii a fost { $prior }.
desk-why-others = Prețuri lăsate deoparte
desk-why-not = De ce nu
desk-why-lost-lower-priority = prioritate mai mică
desk-why-lost-for-everybody = pentru toți, nu pentru grupul clientului
desk-why-lost-higher-price = preț mai mare
desk-why-lost-newer-list = cea mai nouă din două liste egale
desk-why-lost-other-quantity = pentru altă cantitate
desk-why-lost-quantity-too-low = abia de la această cantitate
desk-why-lost-other-group = pentru alt grup
desk-why-lost-not-yet = încă nu a început
desk-why-lost-over = s-a încheiat
desk-why-doors = La uși
desk-why-same = La fel la fiecare ușă: nu e declarată nicio excepție.
desk-why-history = Cât a costat și cât va costa
desk-why-no-history = Încă niciun preț.
desk-why-history-from = Din
desk-why-history-until = Până la
desk-why-history-price = Preț
desk-why-history-list = Listă
desk-why-history-why = De ce

## Exceptions of doors
desk-exceptions = Excepții
desk-exceptions-lead = Uși la care ceva costă altfel decât în rest. Fiecare are un motiv și un sfârșit, iar cine compară ușile o vede.
desk-exceptions-none = Fiecare ușă cere același preț
desk-exceptions-none-text = Unde una trebuie să difere, de exemplu un marketplace care își ia partea, declarați aici.
desk-exceptions-declare = Declarați o excepție
desk-exceptions-door = Ușă
desk-exceptions-what = Ce
desk-exceptions-everything = Totul
desk-exceptions-change = Diferă
desk-exceptions-reason = Motiv
desk-exceptions-reason-hint = Colegii îl citesc acolo unde se compară prețurile.
desk-exceptions-when = Când
desk-exceptions-sku = SKU
desk-exceptions-sku-hint = Gol: totul la această ușă.
desk-exceptions-sort = Cum
desk-exceptions-sort-percent = cu un procent
desk-exceptions-sort-amount = un preț propriu
desk-exceptions-value = Cu cât
desk-exceptions-value-hint = 10 înseamnă cu zece la sută mai scump, -10 cu zece la sută mai ieftin; la un preț propriu, prețul.
desk-exceptions-starts = Începe
desk-exceptions-ends = Se încheie
desk-exceptions-ends-hint = În cel mult un an: cine are nevoie de mai mult spune din nou de ce.
desk-exceptions-end-ask = Încheiați acum excepția? De atunci ușa cere cât cer toate.
desk-flash-exception-declared = Excepția e declarată.
desk-flash-exception-ended = Excepția s-a încheiat.
desk-error-no-door-chosen = Alegeți o ușă.
desk-error-no-change = Spuneți cu cât diferă.
desk-error-difference-without-reason = Spuneți de ce diferă această ușă.
desk-error-no-end = Spuneți până când, în cel mult un an.
desk-error-bad-price-exception = O excepție schimbă un preț cu −90 % până la +100 %, iar un preț nu e sub zero.
