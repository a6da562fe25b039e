### What the automatic assistant says to customers.

bot-intro = Я автоматический помощник магазина.
bot-order-placed = Заказ { $number } принят { $date }, мы его готовим. Он ещё не отправлен.
bot-order-shipped = Заказ { $number } отправлен { $date }.
bot-order-tracking = Номер посылки: { $tracking }.
bot-order-return-started = По заказу { $number } { $date } оформлен возврат. Деньги ещё не перечислены.
bot-order-refunded = Деньги за заказ { $number } возвращены { $date }.
bot-order-cancelled = Заказ { $number } отменён { $date }.
bot-ask-what = Я могу сказать, что с вашим заказом, когда мы открыты и как вернуть товар. О чём речь? Если хотите поговорить с человеком, напишите «оператор».
bot-ask-which-order = У вас несколько заказов. О каком речь? Напишите, пожалуйста, его номер.
bot-unsure = Я не уверен, что правильно понял.
bot-unproven = Чтобы никто другой не узнал о вашем заказе, нужно сначала убедиться, что это вы. Если вы войдёте в магазин или напишете с номера или адреса, который нам известен, я отвечу сразу.
bot-unknown-order = Такого вашего заказа я не нахожу.
bot-not-known = Этого я не знаю.
bot-hand-over = Передаю вас коллеге: он видит всё, что вы написали. Повторять ничего не нужно.
bot-welcome = Пожалуйста!

# To be pressed: 20 characters at most, and understood by the assistant itself.
bot-choice-status = Где мой заказ?
bot-choice-hours = Часы работы
bot-choice-returns = Возврат
bot-choice-human = Позвать оператора
