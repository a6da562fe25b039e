## Программа лояльности

desk-loyalty = Лояльность
desk-loyalty-lead = Баллы за покупки и то, сколько ими можно оплатить: одинаково у каждой двери.
desk-loyalty-people = Клиенты
desk-loyalty-none = Баллов ещё нет
desk-loyalty-none-text = Укажите ниже, сколько баллов приносит покупка и сколько ими можно оплатить. Заказы, оплаченные с этого момента, принесут баллы сами.
desk-loyalty-now = Как сейчас
desk-loyalty-program = Программа
desk-loyalty-earned-for = { $n ->
    [one] Покупка на { $amount } приносит { $n } балл.
    [few] Покупка на { $amount } приносит { $n } балла.
    [many] Покупка на { $amount } приносит { $n } баллов.
   *[other] Покупка на { $amount } приносит { $n } балла.
}
desk-loyalty-points-pay = { $n ->
    [one] { $n } балл оплачивает { $amount } заказа.
    [few] { $n } балла оплачивают { $amount } заказа.
    [many] { $n } баллов оплачивают { $amount } заказа.
   *[other] { $n } балла оплачивают { $amount } заказа.
}
desk-loyalty-lost-after = { $n ->
    [one] Баллы сгорают через { $n } день после начисления.
    [few] Баллы сгорают через { $n } дня после начисления.
    [many] Баллы сгорают через { $n } дней после начисления.
   *[other] Баллы сгорают через { $n } дня после начисления.
}
desk-loyalty-never-lost = Баллы не сгорают.
desk-loyalty-tier-said = { $n ->
    [one] { $tier }: от { $n } балла за год, { $percent } % обычных баллов.
    [few] { $tier }: от { $n } баллов за год, { $percent } % обычных баллов.
    [many] { $tier }: от { $n } баллов за год, { $percent } % обычных баллов.
   *[other] { $tier }: от { $n } балла за год, { $percent } % обычных баллов.
}
desk-loyalty-earning = Начисление
desk-loyalty-earn-points = Баллы
desk-loyalty-earn-per = за каждые полные ({ $currency })
desk-loyalty-earning-hint = За то, что оплачено и не возвращено, деньгами или подарочной картой. Оставьте оба поля пустыми, и ничего не начислится.
desk-loyalty-paying = Оплата баллами
desk-loyalty-pay-points = Столько баллов
desk-loyalty-pay-per = оплачивают ({ $currency })
desk-loyalty-paying-hint = Оставьте оба поля пустыми, и баллами нельзя будет платить. За часть, оплаченную баллами, новые не начисляются.
desk-loyalty-losing = Сгорание
desk-loyalty-expire-days = Сгорают через дней
desk-loyalty-expire-days-hint = Пусто: никогда.
desk-loyalty-tiers = Уровни
desk-loyalty-tiers-hint = Кто набрал столько баллов за год, с тех пор получает больше, и акции могут быть только для этих клиентов. Уровень без названия будет убран.
desk-loyalty-tier = Уровень { $n }
desk-loyalty-tier-name = Название
desk-loyalty-tier-from = От баллов за год
desk-loyalty-tier-percent = Процент обычных баллов
desk-flash-loyalty-set = Программа действует с этого момента.
desk-error-bad-program = Ставки больше нуля, дней от 1 до 36 500; у уровня есть название и от 100 до 1000 процентов; уровней не больше десяти.

## Баллы одного клиента

desk-loyalty-of = Баллы: { $name }
desk-loyalty-customer = Клиент
desk-loyalty-ledger = Вся история баллов
desk-loyalty-postings = История баллов
desk-loyalty-no-postings = Ещё ничего не начислено
desk-loyalty-no-postings-text = Баллы придут со следующим оплаченным заказом или с исправлением.
desk-loyalty-when = Когда
desk-loyalty-what = Что
desk-loyalty-points = Баллы
desk-loyalty-for = За что
desk-loyalty-expires = Сгорят
desk-loyalty-by = Кто и где
desk-loyalty-correct = Исправить вручную
desk-loyalty-correct-points = Баллы
desk-loyalty-correct-points-hint = Число меньше нуля, например -50, списывает баллы.
desk-loyalty-correct-reason = Почему
desk-loyalty-correct-reason-hint = Клиент видит это рядом со своими баллами.
desk-loyalty-correct-do = Исправить
desk-flash-points-corrected = Баллы исправлены.
desk-points-given-back = Возвращены
desk-points-corrected = Исправлены вручную
desk-did-points-corrected = Баллы исправлены вручную
desk-error-bad-points = Напишите, сколько баллов, например 50 или -50.
desk-error-too-few-points = Столько баллов нет.

## Подарочные карты и баллы в заказах и возвратах

desk-orders-means-tenders = Подарочная карта или баллы
desk-tenders = Подарочные карты и баллы
desk-tenders-gift-card = Подарочная карта …{ $ending }
desk-tenders-back = из них вернулось { $amount }
desk-tenders-left = Осталось оплатить деньгами: { $amount }.
desk-tenders-went-back = возвращено ({ $what }): { $amount }
desk-tenders-refund = Деньгами: { $amount }. Остальное возвращается само:
desk-tenders-refund-none = Деньгами ничего. Само возвращается:
desk-error-gift-card-over = Эта подарочная карта больше не действует.
desk-error-gift-card-empty = На этой подарочной карте ничего не осталось.
desk-error-gift-card-too-low = На этой подарочной карте столько нет.
desk-error-other-currency = Эта подарочная карта в другой валюте.
desk-error-points-pay-nothing = Баллами ещё нельзя платить: в программе не указано, сколько они стоят.
desk-error-points-need-account = Баллами платит только выбранный клиент.
desk-error-to-pay-changed = Сумма к оплате изменилась. Посмотрите ещё раз.
desk-error-tenders-need-line = Подарочными картами и баллами можно платить только при наличии сети.
desk-error-too-many-gift-cards = Один заказ оплачивают не более чем десятью картами.
