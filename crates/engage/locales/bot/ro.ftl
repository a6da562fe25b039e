### What the automatic assistant says to customers.

bot-intro = Sunt asistentul automat al magazinului.
bot-order-placed = Comanda { $number } a fost primită pe { $date } și o pregătim. Încă nu a fost trimisă.
bot-order-shipped = Comanda { $number } a fost trimisă pe { $date }.
bot-order-tracking = Numărul coletului este { $tracking }.
bot-order-return-started = Pentru comanda { $number } s-a înregistrat un retur pe { $date }. Banii nu au fost încă returnați.
bot-order-refunded = Banii pentru comanda { $number } au fost returnați pe { $date }.
bot-order-cancelled = Comanda { $number } a fost anulată pe { $date }.
bot-ask-what = Vă pot spune cum stă comanda, când avem deschis și cum se returnează ceva. Despre ce este vorba? Dacă preferați să vorbiți cu un coleg, scrieți „operator”.
bot-ask-which-order = Aveți mai multe comenzi la noi. Despre care este vorba? Vă rog scrieți numărul ei.
bot-unsure = Nu sunt sigur la ce vă referiți.
bot-unproven = Ca nimeni altcineva să nu afle de comanda dumneavoastră, cineva trebuie întâi să se asigure că sunteți chiar dumneavoastră. Dacă vă autentificați în magazin sau scrieți de la numărul ori adresa pe care le cunoaștem, vă pot spune imediat.
bot-unknown-order = Nu găsesc o astfel de comandă a dumneavoastră.
bot-not-known = Nu știu asta.
bot-hand-over = Vă dau în grija unui coleg, care vede tot ce ați scris. Nu trebuie să repetați nimic.
bot-welcome = Cu multă plăcere!

# To be pressed: 20 characters at most, and understood by the assistant itself.
bot-choice-status = Unde e coletul meu?
bot-choice-hours = Orarul magazinului
bot-choice-returns = Retururi
bot-choice-human = Vreau un operator
