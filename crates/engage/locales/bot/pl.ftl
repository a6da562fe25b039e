### What the automatic assistant says to customers.

bot-intro = Jestem automatycznym asystentem sklepu.
bot-order-placed = Zamówienie { $number } przyjęliśmy { $date } i je przygotowujemy. Nie zostało jeszcze wysłane.
bot-order-shipped = Zamówienie { $number } zostało wysłane { $date }.
bot-order-tracking = Numer przesyłki: { $tracking }.
bot-order-return-started = Do zamówienia { $number } zgłoszono zwrot { $date }. Pieniądze nie zostały jeszcze wypłacone.
bot-order-refunded = Pieniądze za zamówienie { $number } zwróciliśmy { $date }.
bot-order-cancelled = Zamówienie { $number } zostało anulowane { $date }.
bot-ask-what = Mogę powiedzieć, co się dzieje z zamówieniem, kiedy jesteśmy czynni i jak coś zwrócić. O co chodzi? Jeśli woli Pani lub Pan porozmawiać z człowiekiem, wystarczy napisać „konsultant”.
bot-ask-which-order = Mamy od Pani/Pana kilka zamówień. O które chodzi? Proszę podać jego numer.
bot-unsure = Nie jestem pewien, o co chodzi.
bot-unproven = Żeby nikt obcy nie dowiedział się o zamówieniu, ktoś musi najpierw upewnić się, że to Pani/Pan. Po zalogowaniu w sklepie albo z numeru lub adresu, który znamy, odpowiem od razu.
bot-unknown-order = Nie znajduję takiego zamówienia.
bot-not-known = Tego nie wiem.
bot-hand-over = Przekazuję rozmowę koleżance lub koledze, którzy widzą wszystko, co zostało napisane. Niczego nie trzeba powtarzać.
bot-welcome = Bardzo proszę!

# To be pressed: 20 characters at most, and understood by the assistant itself.
bot-choice-status = Gdzie moja paczka?
bot-choice-hours = Godziny otwarcia
bot-choice-returns = Zwroty
bot-choice-human = Do konsultanta
