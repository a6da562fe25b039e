## Programul de fidelitate

desk-loyalty = Fidelitate
desk-loyalty-lead = Punctele aduse de cumpărături și cât plătesc ele: la fel la fiecare ușă.
desk-loyalty-people = Clienți
desk-loyalty-none = Încă nu există puncte
desk-loyalty-none-text = Spuneți mai jos câte puncte aduce o cumpărătură și cât plătesc ele. Comenzile plătite de acum înainte aduc puncte de la sine.
desk-loyalty-now = Cum este acum
desk-loyalty-program = Programul
desk-loyalty-earned-for = { $n ->
    [one] Cumpărături de { $amount } aduc { $n } punct.
    [few] Cumpărături de { $amount } aduc { $n } puncte.
   *[other] Cumpărături de { $amount } aduc { $n } de puncte.
}
desk-loyalty-points-pay = { $n ->
    [one] { $n } punct plătește { $amount } dintr-o comandă.
    [few] { $n } puncte plătesc { $amount } dintr-o comandă.
   *[other] { $n } de puncte plătesc { $amount } dintr-o comandă.
}
desk-loyalty-lost-after = { $n ->
    [one] Punctele se pierd la o zi după ce au venit.
    [few] Punctele se pierd la { $n } zile după ce au venit.
   *[other] Punctele se pierd la { $n } de zile după ce au venit.
}
desk-loyalty-never-lost = Punctele nu se pierd niciodată.
desk-loyalty-tier-said = { $n ->
    [one] { $tier }: de la { $n } punct într-un an, { $percent } % din punctele obișnuite.
    [few] { $tier }: de la { $n } puncte într-un an, { $percent } % din punctele obișnuite.
   *[other] { $tier }: de la { $n } de puncte într-un an, { $percent } % din punctele obișnuite.
}
desk-loyalty-earning = Cum vin punctele
desk-loyalty-earn-points = Puncte
desk-loyalty-earn-per = pentru fiecare sumă întreagă de ({ $currency })
desk-loyalty-earning-hint = Pentru ce s-a plătit și s-a păstrat, în bani sau cu card cadou. Lăsați ambele goale și nu se câștigă nimic.
desk-loyalty-paying = Cât plătesc punctele
desk-loyalty-pay-points = Atâtea puncte
desk-loyalty-pay-per = plătesc ({ $currency })
desk-loyalty-paying-hint = Lăsați ambele goale și punctele nu plătesc nimic. Partea plătită cu puncte nu aduce altele.
desk-loyalty-losing = Cum se pierd punctele
desk-loyalty-expire-days = Se pierd după zile
desk-loyalty-expire-days-hint = Gol: niciodată.
desk-loyalty-tiers = Niveluri
desk-loyalty-tiers-hint = Cine a câștigat atâtea puncte într-un an câștigă mai mult de atunci încolo, iar promoțiile pot fi numai pentru acești clienți. Un nivel fără nume este eliminat.
desk-loyalty-tier = Nivelul { $n }
desk-loyalty-tier-name = Nume
desk-loyalty-tier-from = De la puncte pe an
desk-loyalty-tier-percent = Procent din punctele obișnuite
desk-flash-loyalty-set = Programul este valabil de acum înainte.
desk-error-bad-program = Ratele sunt peste zero, zilele între 1 și 36.500; un nivel are nume și 100 până la 1.000 de procente; sunt cel mult zece niveluri.

## Punctele unui client

desk-loyalty-of = Punctele: { $name }
desk-loyalty-customer = Clientul
desk-loyalty-ledger = Tot ce a venit și a plecat
desk-loyalty-postings = Ce a venit și a plecat
desk-loyalty-no-postings = Încă nu a venit și nu a plecat nimic
desk-loyalty-no-postings-text = Punctele vin cu următoarea comandă plătită sau printr-o corectură.
desk-loyalty-when = Când
desk-loyalty-what = Ce
desk-loyalty-points = Puncte
desk-loyalty-for = Pentru ce
desk-loyalty-expires = Se pierd la
desk-loyalty-by = Cine și unde
desk-loyalty-correct = Corectură manuală
desk-loyalty-correct-points = Puncte
desk-loyalty-correct-points-hint = Sub zero, de exemplu -50, scade puncte.
desk-loyalty-correct-reason = De ce
desk-loyalty-correct-reason-hint = Clientul vede motivul lângă punctele sale.
desk-loyalty-correct-do = Corectează
desk-flash-points-corrected = Punctele au fost corectate.
desk-points-given-back = Înapoiate
desk-points-corrected = Corectate manual
desk-did-points-corrected = A corectat puncte manual
desk-error-bad-points = Scrieți câte puncte, de exemplu 50 sau -50.
desk-error-too-few-points = Nu sunt atâtea puncte.

## Carduri cadou și puncte la comenzi și retururi

desk-orders-means-tenders = Card cadou sau puncte
desk-tenders = Carduri cadou și puncte
desk-tenders-gift-card = Card cadou …{ $ending }
desk-tenders-back = din care s-au întors { $amount }
desk-tenders-left = Rămâne de plătit în bani: { $amount }.
desk-tenders-went-back = înapoi pe { $what }: { $amount }
desk-tenders-refund = În bani: { $amount }. Restul se întoarce de la sine:
desk-tenders-refund-none = Nimic în bani. Se întoarce de la sine:
desk-error-gift-card-over = Acest card cadou nu mai este valabil.
desk-error-gift-card-empty = Pe acest card cadou nu a mai rămas nimic.
desk-error-gift-card-too-low = Pe acest card cadou nu este atât.
desk-error-other-currency = Acest card cadou este în altă monedă.
desk-error-points-pay-nothing = Punctele nu plătesc încă nimic: programul nu spune cât valorează.
desk-error-points-need-account = Punctele plătesc numai pentru un client ales.
desk-error-to-pay-changed = Suma de plată s-a schimbat. Mai uitați-vă o dată.
desk-error-tenders-need-line = Cu carduri cadou și puncte se plătește numai cu rețea.
desk-error-too-many-gift-cards = O comandă se plătește cu cel mult zece carduri cadou.
