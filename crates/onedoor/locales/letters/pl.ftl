## Listy o zamówieniach

letter-placed-subject = Zamówienie { $number }, { $shop }
letter-placed = Dziękujemy. Mamy Twoje zamówienie { $number }.
letter-to = Dokąd:
letter-paid = Jest opłacone.
letter-look = Co się z nim dzieje:
letter-withdraw = Od umowy można odstąpić w ciągu { $days ->
    [one] { $days } dnia
    [few] { $days } dni
    [many] { $days } dni
   *[other] { $days } dnia
} od otrzymania towaru, bez podawania przyczyny.
letter-shipped-subject = Zamówienie { $number } jest w drodze, { $shop }
letter-shipped = Z Twojego zamówienia { $number } jest już w drodze:
letter-parcel = Przesyłka: { $parcel }
letter-rest = { $count ->
    [one] Jeszcze jedna sztuka dotrze później.
    [few] Jeszcze { $count } sztuki dotrą później.
    [many] Jeszcze { $count } sztuk dotrze później.
   *[other] Jeszcze { $count } sztuki dotrą później.
}
letter-refunded-subject = Zwrot pieniędzy za zamówienie { $number }, { $shop }
letter-refunded = Za zamówienie { $number } zwracamy { $amount }, tą samą drogą, którą zapłacono.
letter-kept = Zatrzymaliśmy z tego { $amount }: { $why }
