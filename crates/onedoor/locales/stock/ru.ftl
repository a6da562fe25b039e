desk-nav-stock = Склад
desk-stock = Остатки
desk-stock-lead = Что где лежит и сколько из этого обещано.
desk-stock-search = SKU или название
desk-stock-find = Найти
desk-stock-none = Здесь пусто
desk-stock-none-text = Такого варианта нет. Товары добавляют на странице «Товары» или импортом.
desk-stock-variant = Вариант
desk-stock-left = Можно заказать
desk-stock-where = Где лежит
desk-stock-sold-out = Распродано
desk-stock-waiting = { $n ->
    [one] { $n } человек ждёт
    [few] { $n } человека ждут
    [many] { $n } человек ждут
   *[other] { $n } человека ждут
}
desk-stock-promised-of = { $n ->
    [0] ничего не обещано
    [one] обещана { $n }
    [few] обещаны { $n }
   *[many] обещано { $n }
}
desk-stock-levels = Что где лежит
desk-stock-nowhere = Пока нигде не лежит.
desk-stock-place = Место
desk-stock-lies = В наличии
desk-stock-promised = Обещано
desk-stock-safety = Запас для кассы
desk-stock-coming = В пути
desk-stock-expected = ожидается
desk-stock-way = { $n ->
    [one] { $n } штука → { $to }
    [few] { $n } штуки → { $to }
   *[many] { $n } штук → { $to }
}
desk-stock-way-between = { $n ->
    [one] { $n } штука: { $from } → { $to }
    [few] { $n } штуки: { $from } → { $to }
   *[many] { $n } штук: { $from } → { $to }
}
desk-stock-arrived = Прибыло
desk-stock-movements = Приход и расход
desk-stock-no-movements = Пока ничего.
desk-stock-when = Когда
desk-stock-what = Что произошло
desk-stock-quantity = Штук
desk-stock-reference = Основание
desk-stock-reference-hint = Накладная, заказ, причина.
desk-stock-who = Кто
desk-stock-move = Принять, посчитать, переместить
desk-stock-to = Куда (при перемещении)
desk-stock-do = Записать
desk-stock-act-receive = Пришёл товар
desk-stock-act-count = Посчитано: столько здесь лежит
desk-stock-act-send = Отправлено в другое место
desk-stock-act-write-off = Разбито, потеряно или украдено
desk-stock-act-keep-back = Столько оставить для кассы
desk-stock-kind-received = Поступило
desk-stock-kind-sold = Продано
desk-stock-kind-returned = Возвращено
desk-stock-kind-counted = Исправлено после подсчёта
desk-stock-kind-transferred-out = Отправлено в другое место
desk-stock-kind-transferred-in = Пришло из другого места
desk-stock-kind-written-off = Списано
desk-stock-kind-erp = Исправлено из ERP
desk-stock-places = Места
desk-stock-places-lead = Склады и магазины: откуда уходят посылки и где клиенты забирают заказы.
desk-stock-no-places = Мест пока нет
desk-stock-no-places-text = Опишите ниже первый склад или магазин.
desk-stock-place-new = Новое место
desk-stock-place-name = Название
desk-stock-place-code = Код
desk-stock-place-code-hint = Как его называют другие ваши системы: KRK1.
desk-stock-place-kind = Вид
desk-stock-kind-of-warehouse = Склад
desk-stock-kind-of-store = Магазин
desk-stock-place-country = Страна
desk-stock-place-country-hint = Две буквы: PL, RO.
desk-stock-place-city = Город (не обязательно)
desk-stock-place-street = Улица (не обязательно)
desk-stock-sells-online = Продаёт на расстоянии
desk-stock-sells-online-hint = То, что лежит здесь, доступно в интернет-магазине, по телефону и в чате.
desk-stock-ships = Отправляет посылки
desk-stock-ships-hint = Заказы могут уходить отсюда.
desk-stock-collects = Клиенты забирают здесь
desk-stock-collects-hint = Заказано в другом месте, получено здесь.
desk-stock-closed = Закрыто
desk-flash-stock-moved = Записано.
desk-flash-stock-place-made = Место открыто.
desk-error-not-that-many = Столько забрать нельзя: посмотрите остатки выше.
desk-error-same-location = Оно уже там: выберите другое место.
desk-error-bad-quantity = Введите целое число штук.
desk-error-bad-location = Выберите место.
desk-error-bad-location-code = Код – это от 1 до 32 букв, цифр и дефисов.
desk-error-bad-location-name = Название – от 1 до 80 знаков.
desk-error-bad-country = Страна – две буквы: PL.
desk-error-code-taken = У другого места уже такой код.
desk-did-location-opened = Открыто место
desk-did-location-changed = Изменено описание места
desk-did-location-closed = Закрыто место
desk-did-stock-received = Принят товар
desk-did-stock-written-off = Товар списан
desk-did-stock-counted = Товар посчитан
desk-did-stock-sent = Товар отправлен в другое место
desk-did-stock-kept-back = Изменён запас для кассы
desk-did-stock-arrived = Принято то, что прибыло
desk-did-stock-replaced = Заменены остатки места
desk-did-stock-imported = Загружен файл остатков
