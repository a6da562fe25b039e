### Ce s-a întâmplat, pe un rând al cronologiei. Numele clientului stă deasupra, așa că propoziția nu îl repetă.
### O variabilă necunoscută are valoarea „none”.

## Părți de propoziții

event-a-product = un produs
event-part-price = { $amount ->
    [none] {""}
   *[other] {" "}· { $amount }
}
event-part-for = { $amount ->
    [none] {""}
   *[other] {" "}în valoare de { $amount }
}
event-part-discount = { $amount ->
    [none] {""}
   *[other] {" "}· −{ $amount }
}
event-part-items = { $count ->
    [0] {""}
    [one] : { $count } produs
    [few] : { $count } produse
   *[other] : { $count } de produse
}
event-part-talked = { $minutes ->
    [0] { $seconds } s
    [one] { $minutes } min { $seconds } s
    [few] { $minutes } min { $seconds } s
   *[other] { $minutes } min { $seconds } s
}
event-part-answered = { $agent ->
    [none] {""}
   *[other] {" "}· a răspuns { $agent }
}
event-part-agent = { $agent ->
    [none] {""}
   *[other] {" "}· { $agent }
}
event-part-rang = { $rang ->
    [0] {""}
    [one] {" "}· a sunat { $rang } secundă
    [few] {" "}· a sunat { $rang } secunde
   *[other] {" "}· a sunat { $rang } de secunde
}
event-part-order = { $order ->
    [none] {""}
   *[other] {" "}(comanda { $order })
}
event-part-store = { $store ->
    [none] {""}
   *[other] {" "}· { $store }
}
event-part-method = { $method ->
    [none] {""}
    [card] {" "}· card
    [blik] {" "}· BLIK
    [bank_transfer] {" "}· transfer bancar
    [cash] {" "}· numerar
    [cash_on_delivery] {" "}· ramburs
    [parcel_locker] {" "}· automat de colete
    [courier] {" "}· curier
    [pickup] {" "}· ridicare din magazin
   *[other] {" "}· { $method }
}
event-part-via = { $via ->
    [none] {""}
    [email] {" "}· e-mail
    [sms] {" "}· SMS
    [push] {" "}· notificări în aplicație
    [phone] {" "}· telefon
    [post] {" "}· poștă
   *[other] {" "}· { $via }
}
event-part-purpose = { $purpose ->
    [none] {""}
    [marketing] : marketing
    [profiling] : profilare
    [analytics] : analiză
    [service] : mesaje despre comenzi
   *[other] : { $purpose }
}
event-part-reason = { $reason ->
    [none] {""}
   *[other] {" "}· { $reason }
}
event-part-told = { $first }{ $second ->
    [none] {""}
   *[other] , { $second }
}{ $third ->
    [none] {""}
   *[other] , { $third }
}

## Prin magazin

event-page = { $page ->
    [none] A vizitat o pagină
   *[other] A vizitat pagina „{ $page }”
}
event-page-home = A vizitat pagina principală
event-screen = { $screen ->
    [none] A deschis aplicația
   *[other] A deschis în aplicație „{ $screen }”
}
event-app-opened = A deschis aplicația
event-products-searched = { $query ->
    [none] A căutat în magazin
   *[other] A căutat „{ $query }”
}
event-list-viewed = { $list ->
    [none] A răsfoit produsele
   *[other] A răsfoit „{ $list }”
}
event-list-filtered = { $list ->
    [none] A filtrat produsele
   *[other] A filtrat „{ $list }”
}{ $filters ->
    [none] {""}
   *[other] : { $filters }
}
event-promotion-viewed = { $promotion ->
    [none] A văzut o promoție
   *[other] A văzut promoția „{ $promotion }”
}
event-promotion-clicked = { $promotion ->
    [none] A dat clic pe o promoție
   *[other] A dat clic pe promoția „{ $promotion }”
}
event-product-clicked = A dat clic pe { $pieces }{ $product }
event-product-viewed = S-a uitat la { $pieces }{ $product }{ event-part-price }

## Coș și lista de dorințe

event-product-added = A pus în coș { $pieces }{ $product }{ event-part-price }
event-product-removed = A scos din coș { $pieces }{ $product }
event-cart-viewed = S-a uitat în coș{ event-part-items }{ event-part-price }
event-cart-shared = A distribuit coșul{ event-part-via }
event-wishlist-added = { $wishlist ->
    [none] A pus pe lista de dorințe { $pieces }{ $product }
   *[other] A pus pe lista de dorințe „{ $wishlist }” { $pieces }{ $product }
}
event-wishlist-removed = { $wishlist ->
    [none] A scos de pe lista de dorințe { $pieces }{ $product }
   *[other] A scos de pe lista de dorințe „{ $wishlist }” { $pieces }{ $product }
}
event-wishlist-to-cart = A mutat din lista de dorințe în coș { $pieces }{ $product }
event-product-shared = A distribuit { $product }{ event-part-via }
event-product-reviewed = A scris o recenzie: { $product }{ $rating ->
    [none] {""}
   *[other] {" "}· ★ { $rating }
}{ $review ->
    [none] {""}
   *[other] {" "}· „{ $review }”
}

## Finalizarea comenzii și comenzi

event-checkout-started = A început finalizarea comenzii{ event-part-items }{ event-part-price }{ event-part-order }
event-checkout-step-viewed = { $step ->
    [none] A continuat finalizarea comenzii
   *[other] A ajuns la pasul { $step } al comenzii
}{ event-part-method }
event-checkout-step-completed = { $step ->
    [none] A încheiat un pas al comenzii
   *[other] A încheiat pasul { $step } al comenzii
}{ event-part-method }
event-payment-entered = A introdus datele de plată{ event-part-method }
event-order-completed = { $count ->
    [0] A plasat o comandă
    [one] A comandat { $count } produs
    [few] A comandat { $count } produse
   *[other] A comandat { $count } de produse
}{ event-part-for }{ event-part-order }
event-order-updated = A modificat comanda{ event-part-items }{ event-part-price }{ event-part-order }
event-order-cancelled = A anulat comanda{ event-part-items }{ event-part-price }{ event-part-order }
event-order-refunded = { $amount ->
    [none] A primit banii înapoi
   *[other] A primit înapoi { $amount }
}{ event-part-order }
event-order-shipped = Coletul a fost expediat{ event-part-order }{ event-part-method }
event-coupon-entered = { $coupon ->
    [none] A introdus un cupon
   *[other] A introdus cuponul „{ $coupon }”
}
event-coupon-applied = { $coupon ->
    [none] A folosit un cupon
   *[other] A folosit cuponul „{ $coupon }”
}{ event-part-discount }
event-coupon-denied = { $coupon ->
    [none] Un cupon nu a fost acceptat
   *[other] Cuponul „{ $coupon }” nu a fost acceptat
}{ event-part-reason }
event-coupon-removed = { $coupon ->
    [none] A renunțat la un cupon
   *[other] A renunțat la cuponul „{ $coupon }”
}

## În magazin

event-store-visited = A vizitat magazinul{ event-part-store }
event-order-bought = { $count ->
    [0] A făcut cumpărături în magazin
    [one] A cumpărat din magazin { $count } produs
    [few] A cumpărat din magazin { $count } produse
   *[other] A cumpărat din magazin { $count } de produse
}{ event-part-for }{ event-part-order }
event-receipt-issued = { $receipt ->
    [none] A primit un bon
   *[other] A primit bonul { $receipt }
}{ event-part-items }{ event-part-price }{ event-part-store }
event-return-started = A inițiat un retur{ event-part-order }{ event-part-store }
event-return-of-product = A inițiat un retur: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-asked = A cerut un retur: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-received = Retur primit: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-exchanged = Schimbat: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-refused = Retur refuzat: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-card-scanned = A prezentat cardul de fidelitate{ event-part-store }
event-card-issued = A primit un card de fidelitate{ event-part-store }
event-qr-scanned = A scanat un cod QR{ $place ->
    [none] {""}
   *[other] {" "}· { $place }
}

## E-mail, mesaje, telefon

event-email-delivered = { $subject ->
    [none] A primit un e-mail
   *[other] A primit e-mailul „{ $subject }”
}
event-email-opened = { $subject ->
    [none] A deschis un e-mail
   *[other] A deschis e-mailul „{ $subject }”
}
event-email-clicked = { $subject ->
    [none] A accesat un link dintr-un e-mail
   *[other] A accesat un link din e-mailul „{ $subject }”
}
event-sms-delivered = { $subject ->
    [none] A primit un SMS
   *[other] A primit SMS-ul „{ $subject }”
}
event-sms-clicked = { $subject ->
    [none] A accesat un link dintr-un SMS
   *[other] A accesat un link din SMS-ul „{ $subject }”
}
event-message-received = { $message ->
    [none] Ne-a scris
   *[other] Ne-a scris: „{ $message }”
}
event-message-sent = { $message ->
    [none] I-am scris
   *[other] I-am scris: „{ $message }”
}
event-form-submitted = { $message ->
    [none] A completat formularul de contact
   *[other] Ne-a scris prin formular: „{ $message }”
}
event-push-tapped = { $message ->
    [none] A deschis o notificare
   *[other] A deschis notificarea „{ $message }”
}
event-call-started = { $direction ->
    [outbound] Am sunat clientul
   *[inbound] Ne-a sunat
}
event-call-ended = Apelul s-a încheiat
event-call-lasted = { $direction ->
    [outbound] Am sunat clientul · { event-part-talked }{ event-part-agent }
    [inbound] Ne-a sunat · { event-part-talked }{ event-part-answered }
   *[none] Convorbire telefonică · { event-part-talked }{ event-part-agent }
}
event-call-missed = { $direction ->
    [outbound] Am sunat clientul, fără răspuns
   *[inbound] Ne-a sunat, apel pierdut
}{ event-part-rang }
event-call-voicemail = Ne-a sunat și a lăsat un mesaj vocal
event-newsletter = { $newsletter ->
    [none] S-a abonat la newsletter
   *[other] S-a abonat la newsletterul „{ $newsletter }”
}
event-unsubscribed = S-a dezabonat de la newsletter

## Cine este

event-identify = Client recunoscut
event-identify-told = Ne-a spus: { event-part-told }
event-identify-signed-in = S-a autentificat
event-identify-signed-in-and-told = S-a autentificat și ne-a spus: { event-part-told }
event-signed-up = Și-a creat un cont
event-signed-in = S-a autentificat
event-signed-out = S-a deconectat
event-identity-added = S-a adăugat un card sau o adresă
event-identity-proven = Și-a dovedit adresa cu un cod
event-customer-met = Prima întâlnire în magazin
event-survey-answered = A evaluat ajutorul nostru{ $score ->
    [none] {""}
   *[other] {": "}{ $score } din 5
}{ $comment ->
    [none] {""}
   *[other] {" "}· „{ $comment }”
}
event-consent-given = Și-a dat acordul{ event-part-purpose }{ event-part-via }
event-consent-withdrawn = Și-a retras acordul{ event-part-purpose }{ event-part-via }
event-group = { $group ->
    [none] S-a alăturat unui grup
   *[other] S-a alăturat grupului „{ $group }”
}
event-alias = Client recunoscut de la o vizită anterioară
event-trait-name = numele
event-trait-email = e-mailul
event-trait-phone = telefonul
event-trait-address = adresa
event-trait-birthday = data nașterii
event-trait-card = cardul de fidelitate
event-trait-company = firma
event-trait-language = limba
event-trait-gender = sexul

## Orice altceva, sub numele dat de comerciant

event-other = { $name ->
    [none] S-a întâmplat ceva
   *[other] { $name }
}{ $details ->
    [none] {""}
   *[other] {" "}({ $details })
}

### A person's own file: everything that the shop has recorded of them.

export-title = Datele tale
export-intro = Tot ce a înregistrat magazinul despre tine, la data de { $at }.
export-nothing = Nimic.
export-record = Fișă
export-first-seen = Primul contact
export-last-seen = Ultimul contact
export-restricted = Prelucrare restricționată din
export-objected = Fără publicitate din
export-identities = După ce te recunoaște magazinul
export-claims = Indicate ca fiind ale tale, neconfirmate
export-bounces = Adrese la care mesajele noastre nu ajung
export-traits = Ce se știe despre tine
export-consents = Ce ai permis și ce ai refuzat
export-groups = Grupuri și gospodării
export-dealings = Comenzi, retururi și coșuri
export-edges = De ce au fost unite fișele
export-timeline = Ce s-a întâmplat
export-when = Când
export-where = Unde
export-what = Ce
export-why = De ce
export-value = Valoare
export-kind = Tip
export-sure = Certitudine
export-verified = confirmat
export-stated = declarat, neconfirmat
export-shared = folosit de mai multe persoane
export-purpose = Scop
export-channel = Canal
export-state = Răspuns
export-wording = Textul afișat
export-number = Număr
export-amount = Sumă
export-undone = Separate din nou
export-as-recorded = Așa cum a fost înregistrat
export-kind-user-id = Cont
export-kind-device = Dispozitiv
export-kind-email = E-mail
export-kind-phone = Telefon
export-kind-loyalty-card = Card de fidelitate
export-state-granted = permis
export-state-pending = cerut, încă neconfirmat
export-state-denied = refuzat
export-state-withdrawn = retras
export-dealing-order = Comandă
export-dealing-cancel = Comandă anulată
export-dealing-refund = Rambursare
export-dealing-cart = Coș
export-dealing-return = Retur
export-rule-login = Contul a fost folosit pe dispozitiv
export-rule-same-identity = Aceeași adresă, același număr sau același card, confirmat
export-rule-alias = Indicat de sistemul magazinului
export-rule-staff = Decizia unui angajat
