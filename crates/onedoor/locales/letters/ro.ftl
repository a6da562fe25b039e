## Scrisori despre comenzi

letter-placed-subject = Comanda { $number }, { $shop }
letter-placed = Mulțumim. Am primit comanda dumneavoastră { $number }.
letter-edited-subject = Comanda { $number } a fost modificată, { $shop }
letter-edited = Comanda dumneavoastră { $number } a fost modificată. Acum arată așa:
letter-to = Ajunge la:
letter-paid = Este plătită.
letter-look = În ce stadiu este:
letter-withdraw = Vă puteți retrage din contract în { $days ->
    [one] o zi
    [few] { $days } zile
   *[other] { $days } de zile
} de la primirea produselor, fără a spune de ce.
letter-shipped-subject = Comanda { $number } este pe drum, { $shop }
letter-shipped = Din comanda dumneavoastră { $number } sunt pe drum:
letter-parcel = Colet: { $parcel }
letter-rest = { $count ->
    [one] Mai urmează o bucată.
    [few] Mai urmează { $count } bucăți.
   *[other] Mai urmează { $count } de bucăți.
}
letter-cancelled-subject = Comanda { $number } este anulată, { $shop }
letter-cancelled = Comanda dumneavoastră { $number } a fost anulată. Nu trimitem nimic din ea.
letter-less-subject = Comanda { $number }: nu ajunge totul, { $shop }
letter-less = Din comanda dumneavoastră { $number } nu mai ajung:
letter-pays-back = Vă înapoiem ceea ce ați plătit pentru aceasta.
letter-card-back = { $amount } sunt din nou pe cardul cadou (…{ $ending }).
letter-points-back = { $points ->
    [one] { $points } punct este din nou al dumneavoastră.
    [few] { $points } puncte sunt din nou ale dumneavoastră.
   *[other] { $points } de puncte sunt din nou ale dumneavoastră.
}
letter-refunded-subject = Banii înapoi pentru comanda { $number }, { $shop }
letter-refunded = Pentru comanda { $number } vă înapoiem { $amount }, pe calea pe care ați plătit.
letter-kept = Din această sumă am reținut { $amount }: { $why }

## Scrisori către cei care au așteptat ceva

letter-back-subject = { $name } este din nou în stoc, { $shop }
letter-back = Ne-ați rugat să vă anunțăm: { $name } este din nou în stoc.
letter-low-subject = Au rămas puține: { $name }, { $shop }
letter-low = Ne-ați rugat să vă anunțăm: din { $name } au mai rămas doar câteva bucăți.
letter-cheaper-subject = Acum mai ieftin: { $name }, { $shop }
letter-cheaper = Ne-ați rugat să vă anunțăm: { $name } costă mai puțin decât atunci, acum { $price }.
letter-only-one = Acesta este singurul mesaj pe care l-ați cerut. Nu vă mai scriem despre asta.
