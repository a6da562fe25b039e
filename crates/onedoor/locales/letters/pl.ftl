## Listy o zamówieniach

letter-placed-subject = Zamówienie { $number }, { $shop }
letter-placed = Dziękujemy. Mamy Twoje zamówienie { $number }.
letter-edited-subject = Zmiana zamówienia { $number }, { $shop }
letter-edited = Twoje zamówienie { $number } zostało zmienione. Teraz wygląda tak:
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
letter-cancelled-subject = Zamówienie { $number } jest anulowane, { $shop }
letter-cancelled = Twoje zamówienie { $number } zostało anulowane. Nic z niego nie wyślemy.
letter-less-subject = Zamówienie { $number }: nie wszystko dotrze, { $shop }
letter-less = Z Twojego zamówienia { $number } nie dotrze:
letter-pays-back = Zwracamy to, co za to zapłacono.
letter-card-back = { $amount } wróciło na kartę podarunkową (…{ $ending }).
letter-points-back = { $points ->
    [one] Wrócił { $points } punkt.
    [few] Wróciły { $points } punkty.
    [many] Wróciło { $points } punktów.
   *[other] Wróciło { $points } punktu.
}
letter-refunded-subject = Zwrot pieniędzy za zamówienie { $number }, { $shop }
letter-refunded = Za zamówienie { $number } zwracamy { $amount }, tą samą drogą, którą zapłacono.
letter-kept = Zatrzymaliśmy z tego { $amount }: { $why }

## Listy do tych, którzy na coś czekali

letter-back-subject = { $name } znów jest, { $shop }
letter-back = Zgodnie z prośbą dajemy znać: { $name } – znów jest dostępne.
letter-low-subject = Zostało niewiele: { $name }, { $shop }
letter-low = Zgodnie z prośbą dajemy znać: { $name } – zostało tylko kilka sztuk.
letter-cheaper-subject = Teraz taniej: { $name }, { $shop }
letter-cheaper = Zgodnie z prośbą dajemy znać: { $name } – cena jest niższa niż wtedy, teraz { $price }.
letter-only-one = To jedyna wiadomość, o którą proszono. Więcej o tym nie napiszemy.
