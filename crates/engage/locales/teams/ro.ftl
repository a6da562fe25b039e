### What customers read by themselves.

away-text = Vă mulțumim pentru mesaj. Acum nu este nimeni aici; vă răspundem imediat ce revenim.
away-until = Revenim pe { $moment }.
auto-close-text = Nu am mai primit vești de la dumneavoastră de ceva vreme, așa că încheiem această conversație. Dacă mai aveți întrebări, scrieți-ne din nou.
survey-subject = Cum a fost ajutorul nostru?
survey-text = Cum a fost ajutorul nostru? Spuneți-ne printr-un singur clic: { $url }
survey-chat = Cum a fost ajutorul nostru?
survey-title = Cum a fost ajutorul nostru?
survey-score = Nota dumneavoastră
survey-score-1 = Foarte slab
survey-score-2 = Slab
survey-score-3 = Așa și așa
survey-score-4 = Bun
survey-score-5 = Foarte bun
survey-comment = Ce am putea face mai bine? (opțional)
survey-send = Trimite
survey-thanks = Vă mulțumim!
survey-thanks-text = Am primit nota dumneavoastră. O puteți schimba aici.

unsubscribe-title = Nu mai doriți astfel de e-mailuri?
unsubscribe-text = Nu vom mai trimite astfel de mesaje la { $address }. Răspunsurile la întrebările dumneavoastră vor ajunge în continuare.
unsubscribe-do = Dezabonare
unsubscribe-done = Dezabonat
unsubscribe-done-text = Nu vom mai trimite astfel de mesaje la { $address }.
unsubscribe-line = Nu mai doriți astfel de e-mailuri? Dezabonare: { $url }
link-gone = Acest link nu mai funcționează
link-gone-text = Ceea ce ținea de el nu mai există.

choices-by-number = Răspundeți cu numărul.
choices-open = Alegeți
