## Program lojalnościowy

desk-loyalty = Lojalność
desk-loyalty-lead = Punkty za zakupy i to, ile są warte: tak samo przy wszystkich drzwiach.
desk-loyalty-people = Klienci
desk-loyalty-none = Nie ma jeszcze punktów
desk-loyalty-none-text = Poniżej określ, ile punktów przynosi zakup i ile są warte. Zamówienia opłacone od tej chwili przyniosą punkty same.
desk-loyalty-now = Jak jest teraz
desk-loyalty-program = Program
desk-loyalty-earned-for = { $n ->
    [one] Zakupy za { $amount } przynoszą { $n } punkt.
    [few] Zakupy za { $amount } przynoszą { $n } punkty.
    [many] Zakupy za { $amount } przynoszą { $n } punktów.
   *[other] Zakupy za { $amount } przynoszą { $n } punktu.
}
desk-loyalty-points-pay = { $n ->
    [one] { $n } punkt opłaca { $amount } zamówienia.
    [few] { $n } punkty opłacają { $amount } zamówienia.
    [many] { $n } punktów opłaca { $amount } zamówienia.
   *[other] { $n } punktu opłaca { $amount } zamówienia.
}
desk-loyalty-lost-after = { $n ->
    [one] Punkty przepadają dzień po naliczeniu.
    [few] Punkty przepadają { $n } dni po naliczeniu.
    [many] Punkty przepadają { $n } dni po naliczeniu.
   *[other] Punkty przepadają { $n } dnia po naliczeniu.
}
desk-loyalty-never-lost = Punkty nie przepadają.
desk-loyalty-tier-said = { $n ->
    [one] { $tier }: od { $n } punktu w ciągu roku, { $percent } % zwykłych punktów.
    [few] { $tier }: od { $n } punktów w ciągu roku, { $percent } % zwykłych punktów.
    [many] { $tier }: od { $n } punktów w ciągu roku, { $percent } % zwykłych punktów.
   *[other] { $tier }: od { $n } punktu w ciągu roku, { $percent } % zwykłych punktów.
}
desk-loyalty-earning = Naliczanie
desk-loyalty-earn-points = Punkty
desk-loyalty-earn-per = za każde pełne ({ $currency })
desk-loyalty-earning-hint = Za to, co opłacono i zatrzymano, pieniędzmi lub kartą podarunkową. Zostaw oba pola puste, a nic nie będzie naliczane.
desk-loyalty-paying = Płacenie punktami
desk-loyalty-pay-points = Tyle punktów
desk-loyalty-pay-per = opłaca ({ $currency })
desk-loyalty-paying-hint = Zostaw oba pola puste, a punktami nie będzie można płacić. Za część opłaconą punktami nie ma nowych punktów.
desk-loyalty-losing = Utrata
desk-loyalty-expire-days = Przepadają po dniach
desk-loyalty-expire-days-hint = Puste: nigdy.
desk-loyalty-tiers = Poziomy
desk-loyalty-tiers-hint = Kto w ciągu roku uzbiera tyle punktów, odtąd zbiera szybciej, a promocje mogą być tylko dla niego. Poziom bez nazwy zostanie usunięty.
desk-loyalty-tier = Poziom { $n }
desk-loyalty-tier-name = Nazwa
desk-loyalty-tier-from = Od punktów w roku
desk-loyalty-tier-percent = Procent zwykłych punktów
desk-flash-loyalty-set = Program obowiązuje od teraz.
desk-error-bad-program = Stawki są większe od zera, dni od 1 do 36 500; poziom ma nazwę i od 100 do 1000 procent; poziomów jest najwyżej dziesięć.

## Punkty jednego klienta

desk-loyalty-of = Punkty: { $name }
desk-loyalty-customer = Klient
desk-loyalty-ledger = Cała historia punktów
desk-loyalty-postings = Historia punktów
desk-loyalty-no-postings = Nic jeszcze nie naliczono
desk-loyalty-no-postings-text = Punkty przyjdą z następnym opłaconym zamówieniem albo z korektą.
desk-loyalty-when = Kiedy
desk-loyalty-what = Co
desk-loyalty-points = Punkty
desk-loyalty-for = Za co
desk-loyalty-expires = Przepadają
desk-loyalty-by = Kto i gdzie
desk-loyalty-correct = Korekta ręczna
desk-loyalty-correct-points = Punkty
desk-loyalty-correct-points-hint = Liczba poniżej zera, na przykład -50, odejmuje.
desk-loyalty-correct-reason = Dlaczego
desk-loyalty-correct-reason-hint = Klient widzi to przy swoich punktach.
desk-loyalty-correct-do = Skoryguj
desk-flash-points-corrected = Punkty skorygowano.
desk-points-given-back = Oddano
desk-points-corrected = Skorygowano ręcznie
desk-did-points-corrected = Skorygowano punkty ręcznie
desk-error-bad-points = Wpisz liczbę punktów, na przykład 50 albo -50.
desk-error-too-few-points = Nie ma tylu punktów.

## Karty podarunkowe i punkty w zamówieniach i zwrotach

desk-orders-means-tenders = Karta podarunkowa lub punkty
desk-tenders = Karty podarunkowe i punkty
desk-tenders-gift-card = Karta podarunkowa …{ $ending }
desk-tenders-back = z tego wróciło { $amount }
desk-tenders-left = Pozostało do zapłaty pieniędzmi: { $amount }.
desk-tenders-went-back = wraca ({ $what }): { $amount }
desk-tenders-refund = Pieniędzmi: { $amount }. Reszta wraca sama:
desk-tenders-refund-none = Nic pieniędzmi. Wraca samo:
desk-error-gift-card-over = Ta karta podarunkowa nie jest już ważna.
desk-error-gift-card-empty = Na tej karcie podarunkowej nic już nie ma.
desk-error-gift-card-too-low = Na tej karcie podarunkowej nie ma tyle.
desk-error-other-currency = Ta karta podarunkowa jest w innej walucie.
desk-error-points-pay-nothing = Punktami nie można jeszcze płacić: program nie mówi, ile są warte.
desk-error-points-need-account = Punktami płaci tylko wybrany klient.
desk-error-to-pay-changed = Kwota do zapłaty się zmieniła. Sprawdź jeszcze raz.
desk-error-tenders-need-line = Kartą podarunkową i punktami można płacić tylko z siecią.
desk-error-too-many-gift-cards = Jedno zamówienie można opłacić najwyżej dziesięcioma kartami.
