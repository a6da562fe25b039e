## The till

till = Касса
till-ways = Другие страницы
till-returns = Возвраты
till-close = Закрыть кассу
till-close-named = Закрыть кассу { $name }
till-needs-script = Кассе нужен JavaScript, чтобы работать без сети. Включите его для этой страницы.
till-choose = Какая это касса?
till-store = Магазин
till-place = Товар лежит в
till-label = Название этой кассы
till-label-first = Касса 1
till-open = Открыть кассу
till-open-hint = Это устройство её запомнит. Часть лежащего здесь товара откладывается для неё, чтобы она могла продавать, когда пропадёт сеть.
till-no-store = Ни один магазин ещё не открыт для продаж.
till-no-store-do = Создать дверь для магазина
till-no-place = В списке мест хранения нет магазина.
till-no-place-do = Добавить магазин как место
till-others = Открытые кассы
till-others-hint = Закройте здесь кассу, если её устройство потеряно: отложенный для неё товар смогут продать другие.
till-basket = Корзина
till-beside = Покупатель или заказ
till-beside-hint = Отсканируйте карту или код корзины либо введите телефон, e-mail или номер заказа.
till-scan = Отсканируйте или введите
till-scan-hint = Товар, покупатель, код корзины или заказ
till-camera = Сканировать камерой
till-camera-hint = Поднесите код к камере.
till-find = Найти
till-empty = Корзина пуста. Отсканируйте первый товар.
till-coupon = Купон
till-coupon-add = Добавить
till-drop = Очистить корзину
till-given = Получено наличными
till-reference = Номер чека терминала
till-reference-hint = Чтобы платёж можно было найти.
till-paid = Оплачено
till-back = Назад
till-rest = То, что не забирают сразу
till-rest-send = Отправить
till-rest-collect = Заберут здесь
till-to-name = Имя
till-to-street = Улица и дом
till-to-postcode = Индекс
till-to-city = Город
till-to-phone = Телефон
till-to-email = E-mail
till-cart = Корзина покупателя
till-cart-empty = Корзина покупателя пуста.
till-cart-take = Взять корзину
till-orders = Заказы
till-viewed = Смотрели
till-order-paid = Оплачен
till-order-unpaid = К оплате
till-order-pay = Как оплачивают?
till-order-over = По этому заказу больше нечего выдавать.
till-order-elsewhere = Этот заказ забирают не в этом магазине.
till-hand-over = Выдать
till-receipt = Чек
till-bytes = Для чекового принтера
till-state-placed = Оформлен
till-state-partly-fulfilled = Отправлен частично
till-state-fulfilled = Выполнен
till-state-cancelled = Отменён
till-slip-clerk = Вас обслужили: { $name }
till-slip-tax = НДС { $rate }
till-slip-discount = Скидка
till-slip-order = Заказ { $number }
till-slip-thanks = Спасибо за покупку
till-slip-later = { $count ->
    [one] { $count } штука будет позже
    [few] { $count } штуки будут позже
    [many] { $count } штук будет позже
   *[other] { $count } штуки будут позже
}

## What the script says. The sign # stands for a number or a name.

till-alone = Нет сети: цены без купонов и без акций на несколько штук.
till-asking = Ответа ещё нет
till-asking-text = Ничего не выдавайте. Продажа могла уже записаться; касса продолжает спрашивать.
till-card = Карта
till-cash = Наличные
till-change = Сдача
till-closing-ask = Закрыть эту кассу? Отложенный для неё товар смогут продать другие.
till-closing-waits = Ещё не отправлено продаж: #. Закройте кассу, когда они будут отправлены.
till-coupon-bad = не действует
till-customer-remove = Без покупателя
till-delivered = Заказ # выдан.
till-done = Продано
till-done-offline = Продано без сети
till-done-offline-text = Продажа сохранена на этом устройстве и отправится сама.
till-elsewhere = для отправки: #
till-exact = Без сдачи
till-fewer = Меньше
till-found-nothing = По запросу «#» ничего и никого не найдено.
till-found-nothing-offline = «#» здесь неизвестно, а без сети спросить некого.
till-held = без сети: #
till-here = здесь: #
till-more = Больше
till-needs-line = Без сети можно продать только то, что отложено для этой кассы, и всё нужно забрать сразу.
till-needs-look = требуют внимания: #
till-next = Следующий покупатель
till-offline = Нет сети
till-online = На связи
till-order = Заказ
till-piece-remove = Убрать
till-pieces = Штук
till-print = Напечатать чек
till-refused = Отказано
till-refused-again = Попробовать ещё раз
till-repeated = Эта корзина уже продана.
till-saved = Экономия
till-send = Отправить
till-sending = Отправляется …
till-sign-in = Войти
till-signed-out = Вы вышли
till-taken-now = Сразу
till-too-little = Это меньше суммы.
till-total = Итого
till-waiting = Ещё не отправлено продаж: #

## Why not

desk-error-till-closed = Эта касса закрыта. Закройте её и здесь и откройте заново.
desk-error-bad-till-place = Выберите магазин и место, где лежит товар.
desk-error-bad-till-name = В названии кассы от 1 до 40 знаков.
desk-error-too-little-cash = Это меньше суммы.
desk-error-total-changed = Цена изменилась. Проверьте новую сумму.
desk-error-collected-elsewhere = Этот заказ забирают не в этом магазине.
desk-error-bad-payment = Укажите: наличные или карта.
desk-error-location-closed = Из этого места больше ничего не продают.
desk-did-till-opened = Открыта касса
desk-did-till-closed = Закрыта касса
desk-error-no-price = У этого товара ещё нет цены.
desk-error-not-sold = Этот товар больше не продаётся.
desk-error-out-of-stock = Столько штук уже не осталось.

## Подарочные карты и баллы на кассе

till-gift-card = Подарочная карта
till-to-pay = К оплате
till-gift-card-ending = Подарочная карта …#
till-points-count = Баллы: #
till-points-use = Оплатить баллами: #
till-tenders-need-line = Подарочными картами и баллами можно платить только при наличии сети.
till-slip-gift-card = Подарочная карта …{ $ending }
till-slip-points = { $n ->
    [one] { $n } балл
    [few] { $n } балла
    [many] { $n } баллов
   *[other] { $n } балла
}

## Как отправится остальное

till-rest-way = Как и за сколько
