### What customers read by themselves.

away-text = Dziękujemy za wiadomość. Nikogo teraz nie ma; odpowiemy, gdy tylko wrócimy.
away-until = Wracamy { $moment }.
auto-close-text = Od dłuższego czasu nie mamy od Państwa wiadomości, dlatego zamykamy tę rozmowę. W razie pytań wystarczy napisać do nas ponownie.
survey-subject = Jak oceniają Państwo naszą pomoc?
survey-text = Jak oceniają Państwo naszą pomoc? Wystarczy jedno kliknięcie: { $url }
survey-chat = Jak oceniają Państwo naszą pomoc?
survey-title = Jak oceniają Państwo naszą pomoc?
survey-score = Ocena
survey-score-1 = Bardzo źle
survey-score-2 = Źle
survey-score-3 = Tak sobie
survey-score-4 = Dobrze
survey-score-5 = Bardzo dobrze
survey-comment = Co możemy robić lepiej? (nieobowiązkowo)
survey-send = Wyślij
survey-thanks = Dziękujemy!
survey-thanks-text = Ocena do nas dotarła. Można ją tutaj zmienić.

unsubscribe-title = Nie wysyłać więcej takich e-maili?
unsubscribe-text = Nie będziemy już wysyłać takich wiadomości na adres { $address }. Odpowiedzi na pytania nadal będą przychodzić.
unsubscribe-do = Wypisz mnie
unsubscribe-done = Wypisano
unsubscribe-done-text = Nie będziemy już wysyłać takich wiadomości na adres { $address }.
unsubscribe-line = Nie chcą Państwo takich e-maili? Wypisz: { $url }
link-gone = Ten link już nie działa
link-gone-text = Tego, do czego prowadził, już nie ma.

choices-by-number = Wystarczy odpisać numerem.
choices-open = Wybierz
