desk-nav-returns = Zwroty
desk-returns = Zwroty
desk-returns-lead = Co do nas wraca, niezależnie od tego, gdzie zostało kupione.
desk-returns-find = Numer zwrotu lub zamówienia
desk-returns-not-found = Nie ma zwrotu ani zamówienia o tym numerze. Sprawdź znaki jeszcze raz: ostatni z nich służy do kontroli.
desk-returns-states = Według stanu
desk-returns-all = Wszystkie
desk-returns-state-asked = Zgłoszony
desk-returns-state-received = Przyjęty
desk-returns-state-refunded = Pieniądze zwrócone
desk-returns-state-exchanged = Wymieniony
desk-returns-state-refused = Odrzucony
desk-returns-kind = Rodzaj
desk-returns-kind-withdrawal = Odstąpienie od umowy
desk-returns-kind-return = Zwrot na zasadach sklepu
desk-returns-kind-complaint = Reklamacja
desk-returns-kind-exchange = Wymiana
desk-returns-none = Nic tu nie ma
desk-returns-none-text = Zwrot zaczyna się od numeru zamówienia: wpisz go powyżej. Klienci mogą też zgłosić zwrot w sklepie.
desk-returns-number = Zwrot
desk-returns-order = Zamówienie
desk-returns-goods = Towar
desk-returns-asked = Zgłoszono
desk-returns-state = Stan
desk-returns-waiting = Oświadczenia o odstąpieniu, które czekają
desk-returns-waiting-text = Przyszły przez stronę publiczną i nie udało się ich dopasować automatycznie. Znajdź zamówienie, odpowiedz klientowi, rozpocznij zwrot i zaznacz tutaj, że sprawa jest załatwiona.
desk-returns-waiting-known = Adres zgadza się z zamówieniem: trzeba ocenić towar lub termin.
desk-returns-waiting-unknown = Numer lub adres nie zgadza się z żadnym zamówieniem.
desk-returns-settle = Załatwione
desk-returns-settle-ask = Czy sprawa jest załatwiona? Oświadczenie zniknie z listy, ale zostanie w dokumentacji.
desk-returns-of-order = Co wraca z zamówienia { $order }
desk-returns-nothing = Klient nie ma nic z tego zamówienia
desk-returns-nothing-text = Nic jeszcze nie wysłano albo wszystko wróciło. To, czego nie wysłano, można anulować w zamówieniu.
desk-returns-until = Do kiedy
desk-returns-over = Minął
desk-returns-no-right = Kupione na miejscu: prawo tego nie przewiduje
desk-returns-what = Co wraca
desk-returns-with-customer = U klienta
desk-returns-pieces-back = Wraca
desk-returns-instead = W zamian (przy wymianie)
desk-returns-reason = Co mówi klient
desk-returns-reason-hint = Przy odstąpieniu od umowy nie trzeba podawać przyczyny.
desk-returns-goodwill = Dlaczego przyjmujesz mimo zasad (opcjonalnie)
desk-returns-goodwill-hint = Puste pole: obowiązują terminy i wyjątki.
desk-returns-begin = Rozpocznij zwrot
desk-returns-one = Zwrot { $number }
desk-returns-customer = Klient
desk-returns-customer-page = Do strony klienta
desk-returns-refund = Zwrot pieniędzy
desk-returns-delivery = W tym za dostawę
desk-returns-kept-money = Zatrzymano
desk-returns-came = Co przyszło
desk-returns-announced = Zapowiedziano
desk-returns-restocked = Na półkę
desk-returns-written-off = Spisane
desk-returns-kept = Zostaje u klienta
desk-returns-share = Zapłacono za to
desk-returns-happened = Co się działo
desk-returns-receiving = Przyjęcie
desk-returns-receiving-text = Wpisz, co przyszło: co można znów sprzedać, a co jest uszkodzone.
desk-returns-where = Gdzie teraz leży
desk-returns-no-place = Nie ma jeszcze miejsca, w którym leży towar.
desk-returns-receive = Przyjmij
desk-returns-due = Zapłacono za to: { $amount }.
desk-returns-due-delivery = W tym { $amount } za dostawę: wraca całe zamówienie.
desk-returns-paid-by = Jak zwrócono pieniądze (opcjonalnie)
desk-returns-paid-by-hint = Tym samym sposobem, którym zapłacono: numer u operatora, „gotówka”, „przelew”.
desk-returns-deduction = Zatrzymaj kwotę (opcjonalnie)
desk-returns-deduction-hint = Tylko za utratę wartości przez używanie wykraczające poza wypróbowanie: 12,50
desk-returns-why-kept = Dlaczego zatrzymano
desk-returns-pay-back = Pieniądze zwrócone
desk-returns-exchange = Wymień
desk-returns-exchange-text = Inne sztuki wychodzą stąd, jedna za jedną, w zapłaconej cenie. Jeśli ich nie ma, zwróć pieniądze poniżej.
desk-returns-from = Skąd
desk-returns-refuse = Odrzuć zwrot
desk-returns-why-refused = Dlaczego
desk-returns-why-refused-hint = Klient może to przeczytać. To, co leżało na półce, wraca do niego.
desk-returns-policy = Zasady zwrotów
desk-returns-policy-lead = Jedne zasady dla wszystkich kanałów, według kraju dostawy. Tego, co daje prawo, nie można odebrać.
desk-returns-country = Kraj
desk-returns-country-hint = Znaczek oznacza kraje, dla których masz własne zasady.
desk-returns-country-show = Pokaż
desk-returns-promise = Co obiecujesz: { $country }
desk-returns-law = Ustawowo: { $n }
desk-returns-withdrawal-days = Dni na odstąpienie od umowy
desk-returns-return-days = Dni, w których przyjmujesz zwroty z własnej woli
desk-returns-complaint-months = Miesiące na reklamację
desk-returns-answer-days = Dni na odpowiedź na reklamację
desk-returns-refund-days = Dni na zwrot pieniędzy
desk-returns-transit-days = Ile dni najwyżej idzie paczka
desk-returns-way-back = Kto płaci za odesłanie
desk-returns-payer-customer = Klient
desk-returns-payer-shop = Sklep
desk-returns-exclusions = Co nie podlega zwrotowi
desk-returns-exclusions-hint = Chyba że jest wadliwe: reklamacja jest zawsze możliwa.
desk-returns-no-exclusions = Wszystko można zwrócić.
desk-returns-exclude-category = Kategoria ze wszystkim poniżej
desk-returns-exclude-sku = Albo jeden produkt: SKU lub kod kreskowy
desk-returns-exclude-why = Dlaczego nie podlega zwrotowi
desk-returns-exclude = Dodaj wyjątek
desk-returns-include = Usuń
desk-returns-include-ask = Czy znów ma podlegać zwrotowi jak reszta?
desk-returns-why-made-to-order = Wykonane na zamówienie
desk-returns-why-perishable = Szybko się psuje
desk-returns-why-hygiene = Zapieczętowane ze względów higienicznych i otwarte
desk-returns-why-unsealed = Nagrania lub programy w zapieczętowanym opakowaniu, otwarte
desk-returns-why-press = Gazety i czasopisma
desk-flash-return-begun = Zwrot został rozpoczęty.
desk-flash-return-received = Przyjęto.
desk-flash-return-refunded = Zapisano zwrot pieniędzy.
desk-flash-return-exchanged = Wymiana zrobiona.
desk-flash-return-refused = Zwrot odrzucony.
desk-flash-return-policy-saved = Zasady obowiązują od teraz.
desk-flash-withdrawal-settled = Oświadczenie załatwione.
desk-error-too-late = Termin minął. Wybierz inny rodzaj albo napisz, dlaczego mimo to przyjmujesz.
desk-error-does-not-come-back = Ten towar nie podlega zwrotowi bez wady. Wybierz reklamację albo napisz, dlaczego mimo to przyjmujesz.
desk-error-bought-at-counter = Kupiono na miejscu: wybierz zwrot na zasadach sklepu.
desk-error-not-so-many-to-return = Klient nie ma tylu sztuk.
desk-error-nothing-to-return = Klient nie ma nic z tego zamówienia.
desk-error-no-pieces-chosen = Wpisz, ile sztuk wraca.
desk-error-line-repeats = Jedna pozycja naraz: osobno zgłoś to, co wymieniono, i resztę.
desk-error-nothing-wanted = Wybierz, co wychodzi w zamian.
desk-error-other-product = Wymiana dotyczy innego rozmiaru lub koloru tego samego produktu.
desk-error-more-than-asked = Przyszło więcej, niż zapowiedziano. Sprawdź liczbę sztuk.
desk-error-nothing-came = Nic nie przyszło: odrzuć zwrot.
desk-error-not-kept = Tylko przy reklamacji klient może zatrzymać towar.
desk-error-not-received = Najpierw zapisz, co wróciło.
desk-error-order-not-paid = To zamówienie nie jest opłacone: nie ma czego zwrócić. Najpierw zapisz płatność.
desk-error-bad-deduction = Nie można zatrzymać więcej, niż zapłacono.
desk-error-no-reason-given = Napisz dlaczego: klient może zapytać.
desk-error-return-changed = Ktoś zmienił ten zwrot w międzyczasie. Spójrz jeszcze raz.
desk-error-return-is-over = Ten zwrot jest już zakończony.
desk-error-less-than-the-law = Prawo daje więcej: najmniejsza wartość stoi przy każdym polu.
desk-error-bad-policy = Dni to liczby całkowite do 3650, miesiące do 360.
desk-error-unknown-goods = Wybierz kategorię albo wpisz znany SKU.
desk-did-return-policy-set = Zmieniono zasady zwrotów
desk-did-return-excluded = Dodano wyjątek od zwrotów
desk-did-return-included = Usunięto wyjątek od zwrotów
desk-did-withdrawal-settled = Załatwiono oświadczenie o odstąpieniu
desk-error-nothing-to-exchange = W tym miejscu nie ma ich na wymianę. Wybierz inne miejsce albo zwróć pieniądze.

## The page on which customers withdraw from a contract
withdraw-title = Odstąp od umowy tutaj
withdraw-lead = Nie potrzebujesz konta ani powodu. Na następnej stronie potwierdzisz oświadczenie, a my wyślemy Ci potwierdzenie e-mailem.
withdraw-name = Imię i nazwisko
withdraw-order = Numer zamówienia
withdraw-order-hint = Znajdziesz go w potwierdzeniu zamówienia: 7KX4-M2QD
withdraw-email = Adres e-mail
withdraw-email-hint = Ten, którego użyto przy zamówieniu. Tam wyślemy potwierdzenie.
withdraw-goods = Tylko część towarów? Napisz które (opcjonalnie)
withdraw-goods-hint = Puste pole oznacza odstąpienie od całej umowy.
withdraw-next = Dalej
withdraw-check = Czy to Twoje oświadczenie?
withdraw-statement = Odstępuję od umowy dotyczącej zamówienia { $order }.
withdraw-of = Towary
withdraw-all = Cała umowa
withdraw-confirm = Potwierdź odstąpienie
withdraw-change = Zmień coś
withdraw-done = Otrzymaliśmy Twoje oświadczenie o odstąpieniu
withdraw-received = Otrzymano { $at } ({ $zone }).
withdraw-sent = Potwierdzenie tej treści zostało wysłane na adres { $email }.
withdraw-keep = Zachowaj tę stronę: wydrukuj ją lub zapisz. To Twoje potwierdzenie.
withdraw-next-steps = Jeśli masz towar, odeślij go w ciągu 14 dni. Jeśli numer i adres zgadzają się z zamówieniem, zwrócimy pieniądze tym samym sposobem, którym zapłacono; w przeciwnym razie napiszemy do Ciebie.
withdraw-letter-subject = Potwierdzenie odstąpienia od umowy: zamówienie { $order }
withdraw-error-bad-name = Wpisz imię i nazwisko.
withdraw-error-bad-order-number = Wpisz numer zamówienia.
withdraw-error-bad-email = Wpisz adres e-mail: anna@example.com
withdraw-error-other = W formularzu czegoś zabrakło. Zacznij jeszcze raz.
withdraw-error-too-many-withdrawals = Wysłano stąd zbyt wiele oświadczeń. Poczekaj chwilę i wyślij ponownie: nic na tej stronie nie zginie.

## Points
desk-points = Punkty
desk-points-count = { $n ->
    [one] { $n } punkt
    [few] { $n } punkty
    [many] { $n } punktów
   *[other] { $n } punktu
}
desk-points-expiring = { $n ->
    [one] { $n } punkt przepada { $at }.
    [few] { $n } punkty przepadają { $at }.
    [many] { $n } punktów przepada { $at }.
   *[other] { $n } punktu przepada { $at }.
}
desk-points-next = { $n ->
    [one] Jeszcze { $n } punkt w roku do poziomu { $tier }.
    [few] Jeszcze { $n } punkty w roku do poziomu { $tier }.
    [many] Jeszcze { $n } punktów w roku do poziomu { $tier }.
   *[other] Jeszcze { $n } punktu w roku do poziomu { $tier }.
}
desk-points-earned = Naliczono
desk-points-taken-back = Cofnięto
desk-points-spent = Wykorzystano
desk-points-card = Karta jako kod kreskowy
desk-did-loyalty-program-set = Zmieniono zasady naliczania punktów
