### Что произошло, одной строкой хронологии. Имя клиента стоит выше, поэтому предложения безличные.
### У переменной, которая неизвестна, значение «none».

## Части предложений

event-a-product = товар
event-part-price = { $amount ->
    [none] {""}
   *[other] {" "}· { $amount }
}
event-part-for = { $amount ->
    [none] {""}
   *[other] {" "}на сумму { $amount }
}
event-part-discount = { $amount ->
    [none] {""}
   *[other] {" "}· −{ $amount }
}
event-part-items = { $count ->
    [0] {""}
    [one] : { $count } товар
    [few] : { $count } товара
   *[many] : { $count } товаров
}
event-part-talked = { $minutes ->
    [0] { $seconds } с
    [one] { $minutes } мин { $seconds } с
    [few] { $minutes } мин { $seconds } с
   *[many] { $minutes } мин { $seconds } с
}
event-part-answered = { $agent ->
    [none] {""}
   *[other] {" "}· ответил(а) { $agent }
}
event-part-agent = { $agent ->
    [none] {""}
   *[other] {" "}· { $agent }
}
event-part-rang = { $rang ->
    [0] {""}
    [one] {" "}· гудки { $rang } секунду
    [few] {" "}· гудки { $rang } секунды
   *[many] {" "}· гудки { $rang } секунд
}
event-part-order = { $order ->
    [none] {""}
   *[other] {" "}(заказ { $order })
}
event-part-store = { $store ->
    [none] {""}
   *[other] {" "}· { $store }
}
event-part-method = { $method ->
    [none] {""}
    [card] {" "}· карта
    [blik] {" "}· BLIK
    [bank_transfer] {" "}· банковский перевод
    [cash] {" "}· наличные
    [cash_on_delivery] {" "}· наложенный платёж
    [parcel_locker] {" "}· постамат
    [courier] {" "}· курьер
    [pickup] {" "}· самовывоз
   *[other] {" "}· { $method }
}
event-part-via = { $via ->
    [none] {""}
    [email] {" "}· e-mail
    [sms] {" "}· SMS
    [push] {" "}· уведомления в приложении
    [phone] {" "}· телефон
    [post] {" "}· почта
   *[other] {" "}· { $via }
}
event-part-purpose = { $purpose ->
    [none] {""}
    [marketing] : реклама
    [profiling] : профилирование
    [analytics] : аналитика
    [service] : сообщения о заказах
   *[other] : { $purpose }
}
event-part-reason = { $reason ->
    [none] {""}
   *[other] {" "}· { $reason }
}
event-part-told = { $first }{ $second ->
    [none] {""}
   *[other] , { $second }
}{ $third ->
    [none] {""}
   *[other] , { $third }
}

## Просмотр

event-page = { $page ->
    [none] Открыта страница
   *[other] Открыта страница «{ $page }»
}
event-page-home = Открыта главная страница
event-screen = { $screen ->
    [none] Открыто приложение
   *[other] Открыто в приложении: «{ $screen }»
}
event-app-opened = Открыто приложение
event-products-searched = { $query ->
    [none] Поиск по магазину
   *[other] Поиск: «{ $query }»
}
event-list-viewed = { $list ->
    [none] Просмотр товаров
   *[other] Просмотр раздела «{ $list }»
}
event-list-filtered = { $list ->
    [none] Отбор товаров
   *[other] Отбор в разделе «{ $list }»
}{ $filters ->
    [none] {""}
   *[other] : { $filters }
}
event-promotion-viewed = { $promotion ->
    [none] Показана акция
   *[other] Показана акция «{ $promotion }»
}
event-promotion-clicked = { $promotion ->
    [none] Переход по акции
   *[other] Переход по акции «{ $promotion }»
}
event-product-clicked = Выбрано: { $pieces }{ $product }
event-product-viewed = Просмотрено: { $pieces }{ $product }{ event-part-price }

## Корзина и список желаний

event-product-added = Добавлено в корзину: { $pieces }{ $product }{ event-part-price }
event-product-removed = Убрано из корзины: { $pieces }{ $product }
event-cart-viewed = Просмотр корзины{ event-part-items }{ event-part-price }
event-cart-shared = Отправлена ссылка на корзину{ event-part-via }
event-wishlist-added = { $wishlist ->
    [none] Добавлено в список желаний: { $pieces }{ $product }
   *[other] Добавлено в список желаний «{ $wishlist }»: { $pieces }{ $product }
}
event-wishlist-removed = { $wishlist ->
    [none] Убрано из списка желаний: { $pieces }{ $product }
   *[other] Убрано из списка желаний «{ $wishlist }»: { $pieces }{ $product }
}
event-wishlist-to-cart = Перенесено из списка желаний в корзину: { $pieces }{ $product }
event-product-shared = Отправлена ссылка на товар: { $product }{ event-part-via }
event-product-reviewed = Оставлен отзыв: { $product }{ $rating ->
    [none] {""}
   *[other] {" "}· ★ { $rating }
}{ $review ->
    [none] {""}
   *[other] {" "}· «{ $review }»
}

## Оформление и заказы

event-checkout-started = Начато оформление заказа{ event-part-items }{ event-part-price }{ event-part-order }
event-checkout-step-viewed = { $step ->
    [none] Оформление заказа продолжено
   *[other] Оформление заказа: шаг { $step }
}{ event-part-method }
event-checkout-step-completed = { $step ->
    [none] Шаг оформления пройден
   *[other] Пройден шаг { $step } оформления
}{ event-part-method }
event-payment-entered = Указаны данные для оплаты{ event-part-method }
event-order-completed = { $count ->
    [0] Оформлен заказ
    [one] Заказан { $count } товар
    [few] Заказано { $count } товара
   *[many] Заказано { $count } товаров
}{ event-part-for }{ event-part-order }
event-order-updated = Заказ изменён{ event-part-items }{ event-part-price }{ event-part-order }
event-order-cancelled = Заказ отменён{ event-part-items }{ event-part-price }{ event-part-order }
event-order-refunded = { $amount ->
    [none] Возврат денег
   *[other] Возврат денег: { $amount }
}{ event-part-order }
event-order-shipped = Посылка отправлена{ event-part-order }{ event-part-method }
event-coupon-entered = { $coupon ->
    [none] Введён промокод
   *[other] Введён промокод «{ $coupon }»
}
event-coupon-applied = { $coupon ->
    [none] Применён промокод
   *[other] Применён промокод «{ $coupon }»
}{ event-part-discount }
event-coupon-denied = { $coupon ->
    [none] Промокод не принят
   *[other] Промокод «{ $coupon }» не принят
}{ event-part-reason }
event-coupon-removed = { $coupon ->
    [none] Промокод убран
   *[other] Промокод «{ $coupon }» убран
}

## В магазине

event-store-visited = Посещение магазина{ event-part-store }
event-order-bought = { $count ->
    [0] Покупка в магазине
    [one] Куплен в магазине { $count } товар
    [few] Куплено в магазине { $count } товара
   *[many] Куплено в магазине { $count } товаров
}{ event-part-for }{ event-part-order }
event-receipt-issued = { $receipt ->
    [none] Выдан чек
   *[other] Выдан чек { $receipt }
}{ event-part-items }{ event-part-price }{ event-part-store }
event-return-started = Оформляется возврат{ event-part-order }{ event-part-store }
event-return-of-product = Оформляется возврат: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-asked = Запрошен возврат: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-received = Возврат принят: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-exchanged = Обмен: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-return-refused = В возврате отказано: { $pieces }{ $product }{ event-part-order }{ event-part-store }
event-card-scanned = Предъявлена карта лояльности{ event-part-store }
event-card-issued = Выдана карта лояльности{ event-part-store }
event-qr-scanned = Отсканирован QR-код{ $place ->
    [none] {""}
   *[other] {" "}· { $place }
}

## Почта, сообщения, телефон

event-email-delivered = { $subject ->
    [none] Доставлено письмо
   *[other] Доставлено письмо «{ $subject }»
}
event-email-opened = { $subject ->
    [none] Открыто письмо
   *[other] Открыто письмо «{ $subject }»
}
event-email-clicked = { $subject ->
    [none] Переход по ссылке из письма
   *[other] Переход по ссылке из письма «{ $subject }»
}
event-sms-delivered = { $subject ->
    [none] Доставлено SMS
   *[other] Доставлено SMS «{ $subject }»
}
event-sms-clicked = { $subject ->
    [none] Переход по ссылке из SMS
   *[other] Переход по ссылке из SMS «{ $subject }»
}
event-message-received = { $message ->
    [none] Сообщение от клиента
   *[other] Сообщение от клиента: «{ $message }»
}
event-message-sent = { $message ->
    [none] Наше сообщение
   *[other] Наше сообщение: «{ $message }»
}
event-form-submitted = { $message ->
    [none] Отправлена форма обратной связи
   *[other] Сообщение через форму: «{ $message }»
}
event-push-tapped = { $message ->
    [none] Открыто уведомление
   *[other] Открыто уведомление «{ $message }»
}
event-call-started = { $direction ->
    [outbound] Звонок клиенту
   *[inbound] Звонок от клиента
}
event-call-ended = Разговор окончен
event-call-lasted = { $direction ->
    [outbound] Звонок клиенту · { event-part-talked }{ event-part-agent }
    [inbound] Звонок от клиента · { event-part-talked }{ event-part-answered }
   *[none] Телефонный разговор · { event-part-talked }{ event-part-agent }
}
event-call-missed = { $direction ->
    [outbound] Звонок клиенту, без ответа
   *[inbound] Пропущенный звонок от клиента
}{ event-part-rang }
event-call-voicemail = Клиент оставил голосовое сообщение
event-newsletter = { $newsletter ->
    [none] Подписка на рассылку
   *[other] Подписка на рассылку «{ $newsletter }»
}
event-unsubscribed = Отписка от рассылки

## Кто это

event-identify = Клиент распознан
event-identify-told = Указано: { event-part-told }
event-identify-signed-in = Вход в аккаунт
event-identify-signed-in-and-told = Вход в аккаунт; указано: { event-part-told }
event-signed-up = Создан аккаунт
event-signed-in = Вход в аккаунт
event-signed-out = Выход из аккаунта
event-identity-added = Добавлена карта или адрес
event-identity-proven = Адрес подтверждён кодом
event-customer-met = Первое знакомство в магазине
event-survey-answered = Оценка нашей помощи{ $score ->
    [none] {""}
   *[other] {": "}{ $score } из 5
}{ $comment ->
    [none] {""}
   *[other] {" "}· «{ $comment }»
}
event-consent-given = Дано согласие{ event-part-purpose }{ event-part-via }
event-consent-withdrawn = Отозвано согласие{ event-part-purpose }{ event-part-via }
event-group = { $group ->
    [none] Вступление в группу
   *[other] Вступление в группу «{ $group }»
}
event-alias = Клиент распознан по прошлому визиту
event-trait-name = имя
event-trait-email = e-mail
event-trait-phone = телефон
event-trait-address = адрес
event-trait-birthday = дата рождения
event-trait-card = карта лояльности
event-trait-company = компания
event-trait-language = язык
event-trait-gender = пол

## Всё остальное, под именем, которое дал продавец

event-other = { $name ->
    [none] Что-то произошло
   *[other] { $name }
}{ $details ->
    [none] {""}
   *[other] {" "}({ $details })
}

### A person's own file: everything that the shop has recorded of them.

export-title = Ваши данные
export-intro = Всё, что магазин записал о вас, по состоянию на { $at }.
export-nothing = Ничего.
export-record = Карточка
export-first-seen = Первое обращение
export-last-seen = Последнее обращение
export-restricted = Обработка ограничена с
export-objected = Без рекламы с
export-identities = По чему вас узнают
export-claims = Указано как ваше, не подтверждено
export-bounces = Адреса, на которые наши письма не доходят
export-traits = Что о вас известно
export-consents = Что вы разрешили и что запретили
export-groups = Группы и семьи
export-dealings = Заказы, возвраты и корзины
export-edges = Почему записи объединены
export-timeline = Что происходило
export-when = Когда
export-where = Где
export-what = Что
export-why = Почему
export-value = Значение
export-kind = Вид
export-sure = Достоверность
export-verified = подтверждено
export-stated = указано, не подтверждено
export-shared = используется несколькими людьми
export-purpose = Цель
export-channel = Канал
export-state = Ответ
export-wording = Показанный текст
export-number = Номер
export-amount = Сумма
export-undone = Разъединено
export-as-recorded = Полная запись
export-kind-user-id = Учётная запись
export-kind-device = Устройство
export-kind-email = Эл. почта
export-kind-phone = Телефон
export-kind-loyalty-card = Карта постоянного покупателя
export-state-granted = разрешено
export-state-pending = ожидает подтверждения
export-state-denied = отказано
export-state-withdrawn = отозвано
export-dealing-order = Заказ
export-dealing-cancel = Отменённый заказ
export-dealing-refund = Возврат денег
export-dealing-cart = Корзина
export-dealing-return = Возврат товара
export-rule-login = С устройства вошли в учётную запись
export-rule-same-identity = Один и тот же подтверждённый адрес, номер или карта
export-rule-alias = Указано системой магазина
export-rule-staff = Решение сотрудника
