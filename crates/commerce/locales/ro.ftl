### What the shop says to people about goods, carts and orders.

## What a basket costs
quote-items-base-amount = Produse
quote-items-discount = Reducere la produse
quote-subtotal = Subtotal
quote-discount = Reducere
quote-fulfillment = Livrare
quote-tax = din care TVA
quote-total = Total

## Why a promotion was applied or not
promotion-applied = Scade { $amount }.
promotion-applied-shipping = Scade { $amount } din costul livrării.
promotion-gives-nothing = Nu mai este din ce să se scadă.
promotion-inactive = Este oprită.
promotion-not-yet = Începe la { $at }.
promotion-over = S-a încheiat la { $at }.
promotion-other-currency = Este valabilă doar în { $currency }.
promotion-coupon-needed = Este nevoie de un cod.
promotion-other-group = Este pentru un alt grup de clienți.
promotion-other-segment = Clientul nu face parte din segmentul ei.
promotion-other-tier = Este pentru un alt nivel de fidelitate.
promotion-not-first-order = Este pentru prima comandă.
promotion-no-goods = În coș nu se află niciunul dintre produsele ei.
promotion-quantity-too-low = { $missing ->
    [one] Mai trebuie un produs.
    [few] Mai trebuie { $missing } produse.
   *[other] Mai trebuie { $missing } de produse.
}
promotion-amount-too-low = Mai trebuie { $missing }.
promotion-better-in-group = „{ $by }”, din același grup, scade mai mult.
promotion-better-alone = „{ $by }” scade mai mult și nu se cumulează cu altele.
promotion-better-together = Nu se cumulează cu altele, iar celelalte scad împreună { $amount }.

## Why this price
price-no-other = Singurul preț valabil.
price-priority = Lista de prețuri cu prioritatea cea mai mare.
price-own-group = Prețul grupului din care face parte clientul.
price-lower-price = Cel mai mic dintre mai multe prețuri.
price-older-list = Cea mai veche dintre două liste de prețuri egale.
## A person's file

export-cart-changes = Ce s-a pus în coș și ce s-a scos
export-cart-pieces = Bucăți
export-cart-item = În coș
export-cart-saved = Salvat pentru mai târziu
export-cart-coupon = Cupon
export-cart-note = Notă
export-orders = Comenzile tale
export-order-number = Număr
export-order-total = Total

## Returns
export-returns = Returnările dumneavoastră
export-return-number = Returnare
export-return-refund = Sumă rambursată
export-return-withdrawal = Retragere din contract
export-return-return = Returnare
export-return-complaint = Reclamație
export-return-exchange = Schimb
export-withdrawals = Declarațiile dumneavoastră de retragere din contract
export-withdrawal-name = Nume
export-withdrawal-email = E-mail

## Points
export-points = Punctele dumneavoastră
export-points-count = Puncte
export-points-earned = Câștigate
export-points-taken-back = Retrase
export-points-spent = Folosite
## Promotions with a budget, or for some doors alone
promotion-other-door = Este valabilă doar la alte uși.
promotion-budget-spent = Din bugetul ei a rămas mai puțin decât ar scădea.
## Documentele unei comenzi
paper-confirmation = Confirmarea comenzii
paper-pick-list = Listă de pregătire
paper-packing-slip = Borderou de colet
paper-return-slip = Formular de retur
paper-order = Comanda
paper-to = Pentru
paper-page = Pagina { $page } din { $pages }
paper-collect = Se ridică din
paper-taken = Luată pe loc din
paper-goods = Produs
paper-pieces = Bucăți
paper-unit = Preț
paper-discount = Reducere
paper-vat = TVA
paper-sum = Sumă
paper-net = Net
paper-tax = TVA
paper-gross = Brut
paper-awaited = încă neplătită
paper-paid = plătită
paper-refunded = rambursată
paper-means-on-delivery = Plata la livrare
paper-means-in-store = Plata în magazin
paper-means-transfer = Transfer bancar
paper-means-provider = Plată online
paper-nothing-to-pick = Din această comandă nu mai este nimic de pregătit.
paper-ordered = Comandate
paper-sent = Trimise
paper-to-come = De trimis
paper-thanks = Vă mulțumim. Ce nu vă place poate fi adus în oricare dintre magazinele noastre sau trimis înapoi cu formularul de retur.
paper-back = Retur
paper-reason = Motivul (nu este obligatoriu)
paper-return-how = Scrieți câte bucăți se întorc și puneți formularul în colet. În magazin este de ajuns să arătați codul de bare.
paper-account = Contul pentru rambursare, dacă nu ați plătit online
paper-signature = Data și semnătura

## Plătit cu carduri cadou și puncte

quote-gift-card = Carduri cadou
quote-points = Puncte
quote-to-pay = Rămâne de plată
export-points-given-back = Înapoiate
export-points-corrected = Corectate
paper-means-tenders = Card cadou sau puncte
export-wishes = Ce așteptați
export-wish-email = E-mail
export-wish-back = Până revine în stoc
export-wish-low = Până rămân puține
export-wish-cheaper = Până costă mai puțin
