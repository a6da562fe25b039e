desk-nav-promotions = Promocje
desk-promo-lead = Co obniża cenę którego koszyka. Tak samo przy każdych drzwiach.
desk-promo-current = Teraz i wkrótce
desk-promo-new = Nowa promocja
desk-promo-choose = Wybierz, co daje. Potem dla kogo i kiedy.
desk-promo-try = Wypróbuj koszyk
desk-promo-none = Nie ma jeszcze promocji
desk-promo-none-text = Promocja coś obniża: dziesięć procent, trzecia sztuka gratis, dostawa. Utwórz ją, wypróbuj na koszyku, potem puść w ruch.
desk-promo-none-over = Żadna się nie skończyła
desk-promo-none-over-text = Tu zostają zakończone promocje razem z tym, co dały.
desk-promo-promotion = Promocja
desk-promo-state = Stan
desk-promo-when = Kiedy
desk-promo-used = Wykorzystano
desk-promo-budget = Budżet
desk-promo-gives = Daje
desk-promo-with-code = z kodem
desk-promo-state-runs = Trwa
desk-promo-state-coming = Nadchodzi
desk-promo-state-paused = Wyłączona
desk-promo-state-over = Zakończona
desk-promo-state-spent = Budżet wyczerpany
desk-promo-always = zawsze
desk-promo-from = od { $start }
desk-promo-until = do { $end }
desk-promo-from-until = { $start } – { $end }
desk-promo-orders = { $count ->
    [0] żadnego zamówienia
    [one] { $count } zamówienie
    [few] { $count } zamówienia
    [many] { $count } zamówień
   *[other] { $count } zamówień
}
desk-promo-left-uses = zostało użyć: { $left } z { $of }
desk-promo-left-amount = zostało { $left } z { $of }
desk-promo-no-budget = bez limitu
desk-promo-copy-of = { $name } (kopia)

## Kinds
desk-promo-kind-percentage = Procent
desk-promo-kind-percentage-text = 10 % taniej na kubki albo na wszystko.
desk-promo-kind-amount = Kwota
desk-promo-kind-amount-text = 20,00 mniej za wszystkie produkty razem.
desk-promo-kind-threshold = Kup za tyle, zapłać mniej
desk-promo-kind-threshold-text = Od 200,00 o 30,00 taniej.
desk-promo-kind-amount-each = Kwota od sztuki
desk-promo-kind-amount-each-text = Każda świeca o 5,00 taniej.
desk-promo-kind-fixed-price = Stała cena
desk-promo-kind-fixed-price-text = Każda koszulka za 39,00.
desk-promo-kind-buy-get = Kup i weź
desk-promo-kind-buy-get-text = Trzy w cenie dwóch; druga sztuka za pół ceny.
desk-promo-kind-bundle = Zestaw
desk-promo-kind-bundle-text = Kubek i herbata razem za 49,00.
desk-promo-kind-free-shipping = Darmowa dostawa
desk-promo-kind-free-shipping-text = Dostawa za darmo albo o tyle tańsza.
desk-promo-short-percentage = { $percent } % taniej
desk-promo-short-amount = { $amount } taniej
desk-promo-short-threshold = { $amount } taniej od { $least }
desk-promo-short-amount-each = { $amount } mniej za sztukę
desk-promo-short-fixed-price = sztuka za { $amount }
desk-promo-short-buy-get = kup { $buy }, weź { $get } o { $percent } % taniej
desk-promo-short-bundle = zestaw za { $amount }
desk-promo-short-free-shipping = darmowa dostawa
desk-promo-short-free-shipping-up-to = dostawa tańsza do { $amount }

## The form
desk-promo-what = Co daje
desk-promo-name = Nazwa
desk-promo-name-hint = Klienci mogą ją zobaczyć w koszyku.
desk-promo-percent = O ile procent taniej
desk-promo-percent-cheaper = O ile procent tańsze (100: gratis)
desk-promo-amount-off = O ile taniej
desk-promo-amount-each = O ile taniej za sztukę
desk-promo-price-each = Cena sztuki
desk-promo-price-set = Cena zestawu
desk-promo-threshold-from = Od wartości koszyka
desk-promo-buy = Kup (sztuk)
desk-promo-get = Weź taniej (sztuk)
desk-promo-sets-max = Najwyżej tyle razy w koszyku
desk-promo-shipping-up-to = Najwyżej tyle (puste: cała dostawa)
desk-promo-currency = Waluta
desk-promo-goods = Na jakie produkty
desk-promo-goods-hint = Po jednym w wierszu: SKU, kategoria, na przykład Kuchnia > Kubki (ze wszystkim poniżej), albo adres produktu. Puste: wszystko.
desk-promo-except = Ale nie na
desk-promo-except-hint = SKU, po jednym w wierszu.
desk-promo-parts = Co należy do zestawu
desk-promo-parts-hint = W każdym rzędzie: co pasuje (SKU albo kategorie, po jednej w wierszu; * to cokolwiek) i ile sztuk.
desk-promo-part = Część
desk-promo-part-count = Sztuk
desk-promo-who = Kiedy i dla kogo
desk-promo-starts = Początek
desk-promo-starts-hint = Puste: od zaraz.
desk-promo-ends = Koniec
desk-promo-ends-hint = Puste: nigdy.
desk-promo-needs-code = Tylko z kodem
desk-promo-needs-code-hint = Kody utworzysz po zapisaniu: jeden dla wszystkich albo tysiące do druku.
desk-promo-first-order = Tylko przy pierwszym zamówieniu
desk-promo-first-order-hint = Ktoś, kto nigdy jeszcze nie zamawiał, żadnymi drzwiami.
desk-promo-more-conditions = Więcej warunków
desk-promo-amount-min = Produkty kosztują co najmniej
desk-promo-amount-min-hint = Zanim cokolwiek się obniży.
desk-promo-quantity-min = Sztuk co najmniej
desk-promo-quantity-min-hint = Tych produktów razem.
desk-promo-groups = Grupy klientów
desk-promo-groups-hint = Nazwy po przecinku, jak w cennikach. Puste: wszyscy.
desk-promo-segments = Segmenty
desk-promo-tiers = Poziomy programu lojalnościowego
desk-promo-words-hint = Nazwy po przecinku. Puste: wszyscy.
desk-promo-budget-hint = Gdy się wyczerpie, promocja sama się zatrzyma, także gdy wielu kupuje naraz.
desk-promo-uses-max = Najwyżej tyle zamówień
desk-promo-amount-max = Najwyżej tyle łącznie
desk-promo-together = Razem z innymi
desk-promo-beside = Działa
desk-promo-beside-others = razem z innymi promocjami
desk-promo-beside-best-of = zamiast innych ze swojej grupy: obowiązuje najlepsza
desk-promo-beside-none = sama, gdy daje więcej niż pozostałe razem
desk-promo-group = Grupa
desk-promo-group-hint = To samo słowo w każdej promocji tej grupy.
desk-promo-priority = Priorytet
desk-promo-priority-hint = Wyższa liczba obniża pierwsza.
desk-promo-doors = Drzwi
desk-promo-doors-hint = Obowiązuje przy każdych drzwiach. Gdzie nie może, tam jest wyjątek i symulator tak go pokazuje.
desk-promo-doors-some = Tylko przy niektórych drzwiach
desk-promo-doors-reason = Powód
desk-promo-doors-reason-hint = Konieczny przy wybranych drzwiach, tak samo jak koniec.
desk-promo-copy = Zrób kopię
desk-promo-pause = Wyłącz
desk-promo-resume = Włącz
desk-promo-end = Zakończ
desk-promo-end-ask = Zakończyć tę promocję teraz? Zostanie na liście razem z tym, co dała; kopia może ruszyć znowu.
desk-flash-promotion-saved = Promocja zapisana.
desk-flash-promotion-paused = Wyłączona: nikt jej nie dostanie.
desk-flash-promotion-resumed = Włączona.
desk-flash-promotion-ended = Zakończona.
desk-did-promotion-saved = Zapisano promocję
desk-did-coupons-made = Utworzono kody
desk-did-coupon-disabled = Zatrzymano kod
desk-did-gift-card-issued = Wydano kartę podarunkową
desk-did-gift-card-put-back = Zwrócono pieniądze na kartę podarunkową
desk-did-gift-card-blocked = Zablokowano kartę podarunkową
desk-did-prices-set = Ustalono ceny
desk-did-price-exception-declared = Zgłoszono wyjątek dla drzwi
desk-did-price-exception-ended = Zakończono wyjątek dla drzwi

## Codes
desk-coupons = Kody
desk-coupons-of = Kody: { $name }
desk-coupons-lead = Kto ma kod, ma promocję, przy każdych drzwiach.
desk-coupons-make = Utwórz kody
desk-coupons-batches = Utworzone razem
desk-coupons-codes = Wszystkie kody
desk-coupons-search = Szukaj kodu
desk-coupons-none = Nie ma jeszcze kodów. Utwórz jeden dla wszystkich albo tysiące do druku.
desk-coupons-no-hit = Ta promocja nie ma takiego kodu.
desk-coupons-uses = Ostatnio użyte
desk-coupons-customer = Klient
desk-coupons-not-needed = Ta promocja działa bez kodu. Najpierw zaznacz „Tylko z kodem”.
desk-coupons-sort = Jakie
desk-coupons-sort-own = jedno własne słowo
desk-coupons-sort-letters = wiele, których nikt nie zgadnie
desk-coupons-sort-ean13 = wiele jako kody kreskowe (EAN-13)
desk-promo-code-own = Twoje słowo
desk-coupons-own-hint = Od 3 do 40 liter i cyfr: LATO2026
desk-promo-code-count = Ile
desk-coupons-count-hint = Naraz najwyżej { $max }.
desk-promo-code-uses-max = Ile razy każdy kod
desk-coupons-uses-max-hint = Puste: bez ograniczeń. Dla kodów po jednym na osobę: 1.
desk-promo-code-uses-each = Ile razy jeden klient
desk-coupons-count = { $count ->
    [one] { $count } kod
    [few] { $count } kody
    [many] { $count } kodów
   *[other] { $count } kodów
}
desk-coupons-used-times = { $count ->
    [0] jeszcze nieużyte
    [one] użyto raz
    [few] użyto { $count } razy
    [many] użyto { $count } razy
   *[other] użyto { $count } razy
}
desk-coupons-print = Drukuj
desk-coupons-code = Kod
desk-coupons-state = Stan
desk-coupons-used = Użyto
desk-coupons-until = Ważny do
desk-coupons-stop = Zatrzymaj
desk-coupons-stop-ask = Zatrzymać ten kod? Co użyto, zostaje; nikt więcej go nie użyje.
desk-coupons-is-valid = Ważny
desk-coupons-is-stopped = Zatrzymany
desk-coupons-is-over = Po terminie
desk-coupons-is-used-up = Wykorzystany
desk-coupons-sheet = Arkusz do druku
desk-coupons-sheet-lead = Wydrukuj tę stronę na A4 i potnij wzdłuż linii. Kod QR zawiera kod.
desk-flash-coupons-made = Kody utworzone.
desk-flash-coupon-stopped = Kod zatrzymany.
desk-error-bad-code = Kod ma od 3 do 40 liter i cyfr.
desk-error-code-exists = Taki kod już istnieje. Wybierz inny.
desk-error-bad-count = Naraz tworzy się od 1 do 10 000 kodów.
desk-error-bad-limit = Kod można użyć co najmniej raz.
desk-error-coupon-unknown = Nie ma takiego kodu. Sprawdź, czy jest dobrze wpisany.
desk-error-coupon-disabled = Ten kod zatrzymano.
desk-error-coupon-over = Ten kod stracił ważność.
desk-error-coupon-used-up = Ten kod wykorzystano już tyle razy, ile wolno.
desk-error-coupon-used-by-you = Ten klient użył kodu tyle razy, ile wolno.

## Gift cards
desk-gift-card = Karta podarunkowa
desk-gift-cards = Karty podarunkowe
desk-gift-cards-lead = Pieniądze, które ktoś ma jako kod. Wydaje je po trochu, przy każdych drzwiach.
desk-gift-cards-none = Nie ma jeszcze kart podarunkowych
desk-gift-cards-none-text = Wydaj kartę: jej kod pokaże się raz, do wydruku albo wysłania.
desk-gift-cards-issue = Wydaj kartę
desk-gift-cards-issued = Karta wydana
desk-gift-cards-once = Oto jej kod. Zapisz go albo wydrukuj teraz: tu zostają tylko ostatnie litery.
desk-gift-cards-find = Znajdź po kodzie
desk-gift-cards-code = Kod
desk-promo-card-amount = Kwota
desk-gift-cards-ending = Kończy się na
desk-gift-cards-balance = Na karcie
desk-gift-cards-state = Stan
desk-gift-cards-issued-at = Wydana
desk-gift-cards-is-valid = Ważna
desk-gift-cards-is-empty = Pusta
desk-gift-cards-is-over = Po terminie
desk-gift-cards-is-blocked = Zablokowana
desk-gift-cards-ledger = Historia karty
desk-gift-cards-when = Kiedy
desk-gift-cards-amount = Kwota
desk-gift-cards-reference = Za co
desk-gift-cards-put-back = Zwróć pieniądze
desk-gift-cards-put-back-hint = Gdy zwracasz coś, za co zapłacono tą kartą.
desk-gift-cards-block = Zablokuj kartę
desk-gift-cards-block-ask = Zablokować tę kartę? Nikt nią więcej nie zapłaci. Saldo pozostanie zapisane.
desk-flash-gift-card-put-back = Pieniądze są na karcie.
desk-flash-gift-card-blocked = Karta zablokowana.
desk-error-gift-card-unknown = Nie ma karty podarunkowej o tym kodzie.
desk-error-gift-card-issued-already = Tę kartę już wydano: jest na liście.

## Try a basket
desk-promo-try-lead = Ile kosztuje koszyk przy każdych drzwiach i dlaczego każda promocja działa albo nie. Nic się nie kupuje.
desk-trial-basket = Koszyk
desk-trial-empty = Nic w nim jeszcze nie ma: poszukaj produktów niżej.
desk-trial-quantity = Sztuk
desk-trial-zero = 0 usuwa z koszyka
desk-trial-find = Dodaj produkty
desk-trial-find-hint = Nazwa albo SKU
desk-trial-search = Szukaj
desk-trial-no-hit = Nic ze sprzedawanych produktów nie pasuje.
desk-trial-add = Dodaj
desk-promo-codes = Kody
desk-trial-codes-hint = Po przecinku.
desk-promo-shipping = Koszt dostawy
desk-trial-who = Kto, kiedy i dokąd
desk-promo-at = Kiedy
desk-trial-at-hint = Puste: teraz. Wypróbuj wyprzedaż, zanim się zacznie.
desk-promo-customer = Klient
desk-trial-customer-hint = E-mail albo identyfikator. Wtedy liczą się jego pierwsze zamówienie i kody.
desk-promo-customer-group = Grupa klientów
desk-promo-tier = Poziom lojalnościowy
desk-promo-country = Kraj (PL, RO …)
desk-trial-as-if-on = Jakby wszystkie były włączone
desk-trial-as-if-on-hint = Żeby wypróbować promocję przed włączeniem.
desk-trial-do = Ile to kosztuje?
desk-trial-nothing = Ile by to kosztowało?
desk-trial-nothing-text = Włóż coś do koszyka. Tu zobaczysz wszystkie drzwi obok siebie i dowiesz się, dlaczego każda promocja działa albo nie.
desk-trial-same = { $count ->
    [0] { $total }. Żadne drzwi jeszcze nie sprzedają.
    [one] Tak samo przy jedynych drzwiach: { $total }
    [few] Tak samo przy wszystkich drzwiach ({ $count }): { $total }
    [many] Tak samo przy wszystkich drzwiach ({ $count }): { $total }
   *[other] Tak samo przy wszystkich drzwiach ({ $count }): { $total }
}
desk-trial-differs = { $count ->
    [one] { $total }; przy jednych drzwiach inaczej:
    [few] { $total }; inaczej przy niektórych drzwiach ({ $count }):
    [many] { $total }; inaczej przy niektórych drzwiach ({ $count }):
   *[other] { $total }; inaczej przy niektórych drzwiach ({ $count }):
}
desk-trial-differs-badge = inaczej
desk-trial-unexplained = nie wyjaśnia tego żaden zgłoszony wyjątek
desk-trial-exception = Zgłoszony wyjątek: { $reason } Do { $end }, zgłasza { $by }.
desk-trial-only-here = „{ $name }” obowiązuje przy tych drzwiach: { $reason } Do { $end }.
desk-trial-doors = Wszystkie drzwi
desk-trial-everywhere = Dowolne drzwi
desk-trial-what = Co
desk-trial-each = { $amount } za sztukę
desk-trial-why = Dlaczego
desk-trial-no-promotions = Żadna promocja nie trwa ani nie jest planowana.
desk-trial-applied = Działa
desk-trial-not-applied = Nie działa

## What was typed wrongly
desk-error-no-promotion-name = Nadaj jej nazwę.
desk-error-no-promotion-group = Podaj grupę.
desk-error-number-missing = Wpisz liczbę większą od zera.
desk-error-bad-whole-number = Wpisz liczbę całkowitą.
desk-error-bad-price = Wpisz kwotę, na przykład 12,50.
desk-error-bad-percent = Wpisz procent, na przykład 12,5.
desk-error-too-many-percent = Najwyżej 100 procent.
desk-error-bad-moment = Wpisz dzień i godzinę.
desk-error-ends-before = Koniec musi być po początku.
desk-error-doors-need-end = Co obowiązuje tylko przy niektórych drzwiach, musi mieć koniec.
desk-error-doors-need-reason = Napisz, dlaczego tylko przy tych drzwiach.
desk-error-no-bundle-parts = Napisz, co należy do zestawu.
desk-error-sku-unknown = Nie ma wariantu o tym SKU.
desk-error-customer-unknown = Nikt nie ma tego adresu ani identyfikatora.
desk-error-goods-unknown = W sklepie nie ma takiego SKU, kategorii ani produktu.
desk-trial-at = Stan na { $at }

## Prices
desk-nav-prices = Ceny
desk-prices-lead = Ile co kosztuje, dla kogo i jak długo. Tak samo przy każdych drzwiach, poza zgłoszonymi wyjątkami.
desk-prices-none = Nie ma jeszcze cennika
desk-prices-none-text = Cennik mówi, ile co kosztuje w jednej walucie. Zacznij od cennika dla wszystkich.
desk-prices-new = Nowy cennik
desk-prices-which-wins = Z kilku obowiązujących cen wygrywa jedna: z cennika o wyższym priorytecie; potem z cennika dla grupy klienta; potem niższa; potem ze starszego cennika.
desk-prices-list = Cennik
desk-prices-for-whom = Dla kogo
desk-prices-state = Stan
desk-prices-when = Kiedy
desk-prices-variants = Warianty
desk-prices-everybody = Wszyscy
desk-prices-sale = Wyprzedaż
desk-prices-holds = Obowiązuje
desk-prices-name = Nazwa
desk-prices-code = Kod
desk-prices-code-hint = Jak nazywają go Twoje inne systemy: detal, hurt-2026. Nie zmienia się.
desk-prices-currency = Waluta
desk-prices-group = Grupa klientów
desk-prices-group-hint = Puste: dla wszystkich.
desk-customers-group = Ceny
desk-customers-group-hint = Te ceny obowiązują przy każdych drzwiach: na półce, w koszyku, przy kasie.
desk-customers-group-do = Zapisz
desk-flash-group-set = Grupę klientów zapisano.
desk-did-group-set = Ustawiono grupę klientów
desk-prices-priority = Priorytet
desk-prices-priority-hint = Wygrywa wyższa liczba. Wyprzedaż ma wyższą niż cennik, który obniża.
desk-prices-starts-at = Początek
desk-prices-ends-at = Koniec
desk-prices-is-sale = Jego ceny ogłasza się jako obniżki
desk-prices-is-sale-hint = Obok takiej ceny stoi najniższa z 30 dni przed obniżką, jak każe prawo.
desk-prices-why = Dlaczego
desk-prices-why-hint = Zostaje w historii każdej ceny: „Nowy sezon”.
desk-prices-settings = Ustawienia
desk-prices-no-hit = Nic nie pasuje
desk-prices-no-hit-text = Nie ma wariantu z takimi literami w SKU ani w nazwie.
desk-prices-variant = Wariant
desk-prices-price = Cena z podatkiem
desk-prices-breaks = Za większą ilość
desk-prices-break-new = Inna ilość
desk-prices-from = Od ilu sztuk
desk-flash-prices-saved = Ceny zapisane.
desk-error-list-code-taken = Inny cennik ma ten kod.
desk-error-bad-list-code = Kod ma od 1 do 60 małych liter a–z, cyfr, łączników i podkreśleń.
desk-error-no-list-name = Nadaj cennikowi nazwę.
desk-error-price-given-twice = Podano dwie ceny za tę samą ilość.

## Why this price
desk-why = Ile kosztuje i dlaczego
desk-why-ask = Dla kogo i kiedy
desk-why-do = Pokaż
desk-why-no-price = Dla tego klienta i w tym czasie nie ma ceny w walucie { $currency }.
desk-why-list = Z cennika „{ $list }”.
desk-why-low = Najniższa cena z 30 dni wcześniej: { $amount }
desk-why-announced = Można ogłosić −{ $percent } %: najniższa cena z 30 dni przed obniżką wynosiła { $prior }.
desk-why-others = Ceny pominięte
desk-why-not = Dlaczego nie
desk-why-lost-lower-priority = niższy priorytet
desk-why-lost-for-everybody = dla wszystkich, nie dla grupy klienta
desk-why-lost-higher-price = wyższa cena
desk-why-lost-newer-list = nowszy z dwóch równych cenników
desk-why-lost-other-quantity = za inną ilość
desk-why-lost-quantity-too-low = dopiero od tej ilości
desk-why-lost-other-group = dla innej grupy
desk-why-lost-not-yet = jeszcze się nie zaczęła
desk-why-lost-over = już się skończyła
desk-why-doors = Przy drzwiach
desk-why-same = Tak samo przy każdych drzwiach: nie zgłoszono wyjątku.
desk-why-history = Ile kosztował i będzie kosztować
desk-why-no-history = Nie ma jeszcze ceny.
desk-why-history-from = Od
desk-why-history-until = Do
desk-why-history-price = Cena
desk-why-history-list = Cennik
desk-why-history-why = Dlaczego

## Exceptions of doors
desk-exceptions = Wyjątki
desk-exceptions-lead = Drzwi, przy których coś kosztuje inaczej niż gdzie indziej. Każdy wyjątek ma powód i koniec, a kto porównuje drzwi, ten go widzi.
desk-exceptions-none = Przy każdych drzwiach cena jest taka sama
desk-exceptions-none-text = Gdy któreś muszą się różnić, bo na przykład platforma bierze swój udział, zgłoś to tutaj.
desk-exceptions-declare = Zgłoś wyjątek
desk-exceptions-door = Drzwi
desk-exceptions-what = Co
desk-exceptions-everything = Wszystko
desk-exceptions-change = Różnica
desk-exceptions-reason = Powód
desk-exceptions-reason-hint = Współpracownicy czytają go tam, gdzie porównują ceny.
desk-exceptions-when = Kiedy
desk-exceptions-sku = SKU
desk-exceptions-sku-hint = Puste: wszystko przy tych drzwiach.
desk-exceptions-sort = Jak
desk-exceptions-sort-percent = o procent
desk-exceptions-sort-amount = własna cena
desk-exceptions-value = O ile
desk-exceptions-value-hint = 10 to dziesięć procent drożej, -10 dziesięć procent taniej; przy własnej cenie: cena.
desk-exceptions-starts = Początek
desk-exceptions-ends = Koniec
desk-exceptions-ends-hint = W ciągu roku: kto potrzebuje dłużej, poda powód jeszcze raz.
desk-exceptions-end-ask = Zakończyć ten wyjątek teraz? Odtąd drzwi mają tę samą cenę co wszystkie.
desk-flash-exception-declared = Wyjątek zgłoszony.
desk-flash-exception-ended = Wyjątek zakończony.
desk-error-no-door-chosen = Wybierz drzwi.
desk-error-no-change = Napisz, o ile się różni.
desk-error-difference-without-reason = Napisz, dlaczego te drzwi się różnią.
desk-error-no-end = Napisz, do kiedy, w ciągu roku.
desk-error-bad-price-exception = Wyjątek zmienia cenę od −90 % do +100 %, a cena nie jest mniejsza od zera.

## Sposoby dostawy

desk-shipping = Sposoby dostawy
desk-shipping-lead = Jak towary trafiają do klientów i ile to kosztuje: tak samo przy każdych drzwiach.
desk-shipping-new = Nowy sposób dostawy
desk-shipping-none = Nie ma jeszcze sposobów dostawy
desk-shipping-none-text = Dopóki nie ma żadnego, dostawa i odbiór nic nie kosztują.
desk-shipping-which = Kto niczego nie wybierze, dostaje najtańszy możliwy sposób. Wyłączony sposób zostaje w zamówieniach, które go mają.
desk-shipping-method = Sposób
desk-shipping-kind = Jak
desk-shipping-kind-address = Wysyłka pod adres
desk-shipping-kind-collect = Odbiór w sklepie
desk-shipping-countries = Kraje
desk-shipping-countries-hint = Po dwie litery, z przecinkami: PL, RO. Puste: wszędzie.
desk-shipping-everywhere = wszędzie
desk-shipping-costs = Ile kosztuje
desk-shipping-costs-hint = Liczy się wiersz z największą osiągniętą kwotą; spośród takich ten z najmniejszą wagą, która wystarcza.
desk-shipping-place-from = towary od
desk-shipping-place-weight = do kg
desk-shipping-place-cost = kosztuje
desk-shipping-row-from = Wiersz { $row }: od jakiej kwoty towarów
desk-shipping-row-weight = Wiersz { $row }: do ilu kilogramów
desk-shipping-row-cost = Wiersz { $row }: ile kosztuje
desk-shipping-free = bezpłatnie
desk-shipping-from = towary od { $amount }
desk-shipping-up-to = do { $kilos } kg
desk-shipping-free-from = bezpłatnie od { $amount }
desk-shipping-free-from-field = Bezpłatnie od
desk-shipping-free-from-hint = Towary za tyle, przed rabatami, jadą bezpłatnie. Puste: nigdy.
desk-shipping-tax-class = VAT
desk-shipping-titles = Nazwa w innych językach
desk-shipping-title = Nazwa
desk-shipping-title-hint = Tak, jak czytają ją klienci: Kurier, Paczkomat.
desk-shipping-code = Kod
desk-shipping-code-hint = Tak nazywają go zamówienia i Twoje serwery: courier. Zostaje na zawsze.
desk-shipping-currency = Waluta
desk-shipping-position = Miejsce na liście
desk-shipping-position-hint = Niższe stoi wcześniej.
desk-shipping-is-active = W ofercie
desk-shipping-is-active-hint = Klienci mogą go wybrać.
desk-shipping-state = Stan
desk-shipping-offered = w ofercie
desk-shipping-off = wyłączony
desk-flash-shipping-saved = Sposób dostawy zapisany.
desk-error-no-method-name = Nadaj sposobowi nazwę.
desk-error-no-method-kind = Powiedz, jak towary tam trafiają.
desk-error-no-method-cost = Podaj, ile kosztuje; 0 to bezpłatnie.
desk-error-method-code-taken = Inny sposób ma ten kod.
desk-error-bad-kilos = Podaj wagę w kilogramach, na przykład 2,5.
desk-error-bad-shipping-method = Sposób ma nazwę, kod z małych liter, cyfr i myślników oraz kraje po dwie litery: PL, RO.
desk-error-bad-shipping-tiers = Dla jednej kwoty i wagi jest jeden koszt, a żadna kwota nie jest ujemna.
desk-error-too-many-methods = Sklep ma już tyle sposobów dostawy, ile może mieć.
desk-error-shipping-not-possible = Te towary nie mogą tak pojechać. Wybierz inny sposób.
desk-error-not-sent-there = Nie ma jak wysłać tam tych towarów. Wybierz inny adres albo dodaj sposób dostawy.
