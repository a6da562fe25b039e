desk-nav-returns = Возвраты
desk-returns = Возвраты
desk-returns-lead = Что возвращают покупатели, где бы это ни было куплено.
desk-returns-find = Номер возврата или заказа
desk-returns-not-found = Нет ни возврата, ни заказа с таким номером. Проверьте знаки ещё раз: последний из них — контрольный.
desk-returns-states = По состоянию
desk-returns-all = Все
desk-returns-state-asked = Заявлен
desk-returns-state-received = Принят
desk-returns-state-refunded = Деньги возвращены
desk-returns-state-exchanged = Обменян
desk-returns-state-refused = Отклонён
desk-returns-kind = Вид
desk-returns-kind-withdrawal = Отказ от договора
desk-returns-kind-return = Возврат по правилам магазина
desk-returns-kind-complaint = Претензия
desk-returns-kind-exchange = Обмен
desk-returns-none = Здесь пусто
desk-returns-none-text = Возврат начинается с номера заказа: введите его выше. Покупатели могут заявить возврат и в самом магазине.
desk-returns-number = Возврат
desk-returns-order = Заказ
desk-returns-goods = Товары
desk-returns-asked = Заявлен
desk-returns-state = Состояние
desk-returns-waiting = Заявления об отказе, которые ждут решения
desk-returns-waiting-text = Они пришли через общую страницу и не подошли сами ни к одному заказу. Найдите заказ, ответьте покупателю, начните возврат и отметьте здесь, что дело решено.
desk-returns-waiting-known = Адрес совпадает с заказом: нужно посмотреть на товары или срок.
desk-returns-waiting-unknown = Номер или адрес не подходит ни к одному заказу.
desk-returns-settle = Решено
desk-returns-settle-ask = Заявление рассмотрено? Оно исчезнет из списка, но останется в записях.
desk-returns-of-order = Что возвращают из заказа { $order }
desk-returns-nothing = У покупателя ничего нет из этого заказа
desk-returns-nothing-text = Ещё ничего не отправлено или всё уже вернулось. Неотправленное можно отменить в заказе.
desk-returns-until = До какого срока
desk-returns-over = Истёк
desk-returns-no-right = Куплено у кассы: закон такого права не даёт
desk-returns-what = Что возвращают
desk-returns-with-customer = У покупателя
desk-returns-pieces-back = Возвращают
desk-returns-instead = Взамен (при обмене)
desk-returns-reason = Что говорит покупатель
desk-returns-reason-hint = При отказе от договора причину называть не нужно.
desk-returns-goodwill = Почему принимаете вопреки правилам (необязательно)
desk-returns-goodwill-hint = Если пусто, действуют сроки и исключения.
desk-returns-begin = Начать возврат
desk-returns-one = Возврат { $number }
desk-returns-customer = Покупатель
desk-returns-customer-page = К странице покупателя
desk-returns-refund = Возврат денег
desk-returns-delivery = Из них за доставку
desk-returns-kept-money = Удержано
desk-returns-came = Что пришло
desk-returns-announced = Заявлено
desk-returns-restocked = На полку
desk-returns-written-off = Списано
desk-returns-kept = Остаётся у покупателя
desk-returns-share = За это заплачено
desk-returns-happened = Что происходило
desk-returns-receiving = Приём
desk-returns-receiving-text = Укажите, что пришло: что можно снова продать, а что испорчено.
desk-returns-where = Где теперь лежит
desk-returns-no-place = Ещё нет места, где лежат товары.
desk-returns-receive = Принять
desk-returns-due = За это было заплачено: { $amount }.
desk-returns-due-delivery = Включая { $amount } за доставку: возвращается весь заказ.
desk-returns-paid-by = Как возвращены деньги (необязательно)
desk-returns-paid-by-hint = Тем же способом, каким платили: номер у провайдера, «наличные», «перевод».
desk-returns-deduction = Удержать сумму (необязательно)
desk-returns-deduction-hint = Только за потерю стоимости от использования сверх примерки: 12,50
desk-returns-why-kept = Почему удержано
desk-returns-pay-back = Деньги возвращены
desk-returns-exchange = Обменять
desk-returns-exchange-text = Другие штуки уходят отсюда, одна за одну, по уплаченной цене. Если их нет, верните деньги ниже.
desk-returns-from = Откуда
desk-returns-refuse = Отклонить возврат
desk-returns-why-refused = Почему
desk-returns-why-refused-hint = Покупатель может это прочесть. То, что лежало на полке, вернётся к нему.
desk-returns-policy = Правила возврата
desk-returns-policy-lead = Одни правила для всех каналов, по стране доставки. То, что даёт закон, отнять нельзя.
desk-returns-country = Страна
desk-returns-country-hint = Галочкой отмечены страны, для которых у вас свои правила.
desk-returns-country-show = Показать
desk-returns-promise = Что вы обещаете: { $country }
desk-returns-law = По закону: { $n }
desk-returns-withdrawal-days = Дней на отказ от договора
desk-returns-return-days = Дней, в которые вы сами принимаете возврат
desk-returns-complaint-months = Месяцев на претензии
desk-returns-answer-days = Дней на ответ на претензию
desk-returns-refund-days = Дней на возврат денег
desk-returns-transit-days = Сколько дней самое большее идёт посылка
desk-returns-way-back = Кто платит за обратную дорогу
desk-returns-payer-customer = Покупатель
desk-returns-payer-shop = Магазин
desk-returns-exclusions = Что не возвращают
desk-returns-exclusions-hint = Кроме случаев брака: претензия возможна всегда.
desk-returns-no-exclusions = Вернуть можно всё.
desk-returns-exclude-category = Категория со всем, что в ней
desk-returns-exclude-sku = Или один товар: артикул или штрихкод
desk-returns-exclude-why = Почему не возвращают
desk-returns-exclude = Добавить исключение
desk-returns-include = Убрать
desk-returns-include-ask = Пусть это снова можно будет вернуть, как всё остальное?
desk-returns-why-made-to-order = Сделано на заказ
desk-returns-why-perishable = Быстро портится
desk-returns-why-hygiene = Запечатано из гигиены и вскрыто
desk-returns-why-unsealed = Запечатанные записи или программы, вскрытые
desk-returns-why-press = Газеты и журналы
desk-flash-return-begun = Возврат начат.
desk-flash-return-received = Принято.
desk-flash-return-refunded = Возврат денег записан.
desk-flash-return-exchanged = Обмен сделан.
desk-flash-return-refused = Возврат отклонён.
desk-flash-return-policy-saved = Правила действуют с этого момента.
desk-flash-withdrawal-settled = Заявление рассмотрено.
desk-error-too-late = Срок истёк. Выберите другой вид или напишите, почему всё же принимаете.
desk-error-does-not-come-back = Эти товары без брака не возвращают. Выберите претензию или напишите, почему всё же принимаете.
desk-error-bought-at-counter = Куплено у кассы: выберите возврат по правилам магазина.
desk-error-not-so-many-to-return = У покупателя нет столько штук.
desk-error-nothing-to-return = У покупателя ничего нет из этого заказа.
desk-error-no-pieces-chosen = Укажите, сколько штук возвращают.
desk-error-line-repeats = По одной строке: начните два возврата — для обменянного и для остального.
desk-error-nothing-wanted = Выберите, что отдать взамен.
desk-error-other-product = Обмен — на другой размер или цвет того же товара.
desk-error-more-than-asked = Пришло больше, чем заявлено. Проверьте число штук.
desk-error-nothing-came = Ничего не пришло: отклоните возврат.
desk-error-not-kept = Оставить товар у покупателя можно только по претензии.
desk-error-not-received = Сначала запишите, что вернулось.
desk-error-order-not-paid = Заказ не оплачен: возвращать нечего. Сначала запишите оплату.
desk-error-bad-deduction = Нельзя удержать больше, чем заплачено.
desk-error-no-reason-given = Напишите почему: покупатель может спросить.
desk-error-return-changed = Кто-то уже изменил этот возврат. Посмотрите ещё раз.
desk-error-return-is-over = Этот возврат уже завершён.
desk-error-less-than-the-law = Закон даёт больше: наименьшее указано у каждого поля.
desk-error-bad-policy = Дни — целые числа до 3650, месяцы — до 360.
desk-error-unknown-goods = Выберите категорию или введите известный артикул.
desk-did-return-policy-set = Изменены правила возврата
desk-did-return-excluded = Добавлено исключение из возвратов
desk-did-return-included = Убрано исключение из возвратов
desk-did-withdrawal-settled = Рассмотрено заявление об отказе
desk-error-nothing-to-exchange = В этом месте их нет для обмена. Выберите другое место или верните деньги.

## The page on which customers withdraw from a contract
withdraw-title = Откажитесь от договора здесь
withdraw-lead = Ни учётная запись, ни причина не нужны. На следующей странице вы подтвердите отказ, а мы пришлём подтверждение по почте.
withdraw-name = Ваше имя
withdraw-order = Номер заказа
withdraw-order-hint = Он указан в подтверждении заказа: 7KX4-M2QD
withdraw-email = Адрес эл. почты
withdraw-email-hint = Тот, с которым вы заказывали. Туда придёт подтверждение.
withdraw-goods = Только часть товаров? Напишите какие (необязательно)
withdraw-goods-hint = Если пусто, вы отказываетесь от всего договора.
withdraw-next = Далее
withdraw-check = Это ваше заявление?
withdraw-statement = Я отказываюсь от договора по заказу { $order }.
withdraw-of = Товары
withdraw-all = Весь договор
withdraw-confirm = Подтвердить отказ
withdraw-change = Изменить
withdraw-done = Мы получили ваш отказ
withdraw-received = Получено { $at } ({ $zone }).
withdraw-sent = Подтверждение с этим текстом отправлено на { $email }.
withdraw-keep = Сохраните эту страницу: распечатайте или запишите. Это ваше подтверждение.
withdraw-next-steps = Если товары у вас, отправьте их обратно в течение 14 дней. Если номер и адрес подходят к заказу, деньги вернутся тем же способом, каким вы платили; иначе мы вам напишем.
withdraw-letter-subject = Подтверждение отказа от договора: заказ { $order }
withdraw-error-bad-name = Напишите имя.
withdraw-error-bad-order-number = Напишите номер заказа.
withdraw-error-bad-email = Напишите адрес почты: anna@example.com
withdraw-error-other = В форме чего-то не хватало. Начните, пожалуйста, ещё раз.
withdraw-error-too-many-withdrawals = Отсюда пришло слишком много заявлений. Подождите и отправьте снова: на этой странице ничего не пропадёт.

## Points
desk-points = Баллы
desk-points-count = { $n ->
    [one] { $n } балл
    [few] { $n } балла
    [many] { $n } баллов
   *[other] { $n } балла
}
desk-points-expiring = { $n ->
    [one] { $n } балл сгорит { $at }.
    [few] { $n } балла сгорят { $at }.
    [many] { $n } баллов сгорят { $at }.
   *[other] { $n } балла сгорят { $at }.
}
desk-points-next = { $n ->
    [one] Ещё { $n } балл за год до уровня { $tier }.
    [few] Ещё { $n } балла за год до уровня { $tier }.
    [many] Ещё { $n } баллов за год до уровня { $tier }.
   *[other] Ещё { $n } балла за год до уровня { $tier }.
}
desk-points-earned = Начислены
desk-points-taken-back = Сняты
desk-points-spent = Потрачены
desk-points-card = Карта штрихкодом
desk-did-loyalty-program-set = Изменены правила начисления баллов
