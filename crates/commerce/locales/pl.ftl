### What the shop says to people about goods, carts and orders.

## What a basket costs
quote-items-base-amount = Towary
quote-items-discount = Rabat na towary
quote-subtotal = Suma częściowa
quote-discount = Rabat
quote-fulfillment = Dostawa
quote-tax = w tym VAT
quote-total = Razem

## Why a promotion was applied or not
promotion-applied = Obniża cenę o { $amount }.
promotion-applied-shipping = Obniża koszt dostawy o { $amount }.
promotion-gives-nothing = Nie ma od czego jej odjąć.
promotion-inactive = Jest wyłączona.
promotion-not-yet = Zaczyna się { $at }.
promotion-over = Skończyła się { $at }.
promotion-other-currency = Obowiązuje tylko w walucie { $currency }.
promotion-coupon-needed = Wymaga kodu.
promotion-other-group = Jest dla innej grupy klientów.
promotion-other-segment = Klient nie należy do jej segmentu.
promotion-other-tier = Jest dla innego poziomu programu lojalnościowego.
promotion-not-first-order = Dotyczy pierwszego zamówienia.
promotion-no-goods = W koszyku nie ma objętych nią towarów.
promotion-quantity-too-low = { $missing ->
    [one] Brakuje jednej sztuki.
    [few] Brakuje { $missing } sztuk.
    [many] Brakuje { $missing } sztuk.
   *[other] Brakuje { $missing } sztuki.
}
promotion-amount-too-low = Brakuje { $missing }.
promotion-better-in-group = Promocja „{ $by }” z tej samej grupy daje więcej.
promotion-better-alone = Promocja „{ $by }” daje więcej i nie łączy się z innymi.
promotion-better-together = Nie łączy się z innymi, a pozostałe razem dają { $amount }.

## Why this price
price-no-other = Jedyna obowiązująca cena.
price-priority = Cennik o najwyższym priorytecie.
price-own-group = Cena dla grupy, do której należy klient.
price-lower-price = Najniższa z kilku cen.
price-older-list = Starszy z dwóch równorzędnych cenników.
## A person's file

export-cart-changes = Co włożono do koszyka i z niego wyjęto
export-cart-pieces = Sztuki
export-cart-item = W koszyku
export-cart-saved = Zapisane na później
export-cart-coupon = Kupon
export-cart-note = Notatka
export-orders = Twoje zamówienia
export-order-number = Numer
export-order-total = Razem

## Returns
export-returns = Twoje zwroty
export-return-number = Zwrot
export-return-refund = Zwrócona kwota
export-return-withdrawal = Odstąpienie od umowy
export-return-return = Zwrot
export-return-complaint = Reklamacja
export-return-exchange = Wymiana
export-withdrawals = Twoje oświadczenia o odstąpieniu od umowy
export-withdrawal-name = Imię i nazwisko
export-withdrawal-email = E-mail

## Points
export-points = Twoje punkty
export-points-count = Punkty
export-points-earned = Naliczone
export-points-taken-back = Cofnięte
export-points-spent = Wykorzystane
## Promotions with a budget, or for some doors alone
promotion-other-door = Obowiązuje tylko przy innych drzwiach.
promotion-budget-spent = Z jej budżetu zostało mniej, niż by obniżyła.
## Dokumenty zamówienia
paper-confirmation = Potwierdzenie zamówienia
paper-pick-list = Lista kompletacyjna
paper-packing-slip = Specyfikacja przesyłki
paper-return-slip = Formularz zwrotu
paper-order = Zamówienie
paper-to = Dla
paper-page = Strona { $page } z { $pages }
paper-collect = Odbiór osobisty:
paper-taken = Wydano na miejscu:
paper-goods = Towar
paper-pieces = Sztuki
paper-unit = Cena
paper-discount = Rabat
paper-vat = VAT
paper-sum = Wartość
paper-net = Netto
paper-tax = VAT
paper-gross = Brutto
paper-awaited = jeszcze nieopłacone
paper-paid = opłacone
paper-refunded = pieniądze zwrócono
paper-means-on-delivery = Płatność przy odbiorze
paper-means-in-store = Płatność w sklepie
paper-means-transfer = Przelew
paper-means-provider = Płatność online
paper-nothing-to-pick = W tym zamówieniu nie ma nic do skompletowania.
paper-ordered = Zamówiono
paper-sent = Wysłano
paper-to-come = Pozostało
paper-thanks = Dziękujemy. Jeśli coś się nie spodoba, można to oddać w każdym naszym sklepie albo odesłać z formularzem zwrotu.
paper-back = Zwrot
paper-reason = Powód (nieobowiązkowo)
paper-return-how = Proszę wpisać, ile sztuk wraca, i włożyć formularz do paczki. W sklepie wystarczy pokazać kod kreskowy.
paper-account = Numer konta do zwrotu, jeśli nie płacono online
paper-signature = Data i podpis

## Zapłacone kartami podarunkowymi i punktami

quote-gift-card = Karty podarunkowe
quote-points = Punkty
quote-to-pay = Pozostało do zapłaty
export-points-given-back = Oddane
export-points-corrected = Skorygowane
paper-means-tenders = Karta podarunkowa lub punkty
export-wishes = Na co czekasz
export-wish-email = E-mail
export-wish-back = Aż znów będzie
export-wish-low = Aż zostanie niewiele
export-wish-cheaper = Aż będzie taniej
