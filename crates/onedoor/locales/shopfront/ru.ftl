## Вокруг каждой страницы

shop-skip = Перейти к содержанию
shop-search = Что вы ищете?
shop-search-do = Найти
shop-own = Ваше
shop-account = Кабинет
shop-cart = Корзина
shop-pieces =
    { $count ->
        [one] { $count } штука
        [few] { $count } штуки
        [many] { $count } штук
       *[other] { $count } штуки
    }
shop-shelves = Полки
shop-to-cart = В корзину
shop-help = Помощь
shop-questions = Вопросы и ответы
shop-own-orders = Ваши заказы
shop-withdraw = Отказаться от договора
shop-language = Язык
shop-prices-hint = Все цены включают НДС. Они одинаковы здесь, в магазинах и по телефону.
shop-to-front = На главную

## Что не получилось

shop-error-not-found = Здесь ничего нет
shop-error-not-found-do = Возможно, это распродано и убрано, или в адресе опечатка. Начните с главной страницы и поищите оттуда.
shop-error-internal = Это наша ошибка
shop-error-internal-do = Ничего не пропало. Попробуйте ещё раз через минуту.
shop-error-too-many = Чуть помедленнее
shop-error-too-many-do = Отсюда пришло слишком много запросов. Подождите минуту и повторите.
shop-error-refused = Не получилось
shop-error-refused-do = Вернитесь, проверьте, всё ли заполнено, и попробуйте ещё раз. Если не поможет, напишите нам в чат.
shop-refused-not-sold = Одна из этих вещей больше не продаётся. Уберите её из корзины, чтобы продолжить.
shop-refused-out-of-stock = Кто-то успел раньше: столько там уже нет. Измените количество или выберите другой способ доставки.
shop-refused-empty-cart = Корзина пуста.
shop-refused-total-changed = Сумма изменилась с прошлого раза, поэтому ничего не заказано. Посмотрите ещё раз.
shop-refused-too-many-pieces = Столько в одну корзину не помещается. О больших количествах напишите нам.
shop-refused-cart-full = Корзина полна. Уберите что-нибудь или сначала закажите то, что в ней.
shop-refused-bad-quantity = Количество – целое число от 0 до 9999.
shop-refused-no-price = У одной из этих вещей сейчас нет цены, поэтому заказать нельзя. Уберите её или спросите нас в чате.
shop-refused-foreign-form = Форма пришла не с нашей страницы, поэтому ничего не сделано. Откройте магазин и попробуйте снова.
shop-refused-bad-email = Это не адрес электронной почты. Он выглядит как anna@example.com.
shop-refused-unknown-code = Этот код ничего не открывает. Он действует 15 минут и для одного устройства: создайте новый там, где корзина.
shop-refused-coupon-unknown = Такого кода нет. Проверьте, верно ли он введён.
shop-refused-coupon-over = Срок действия кода истёк.
shop-refused-coupon-disabled = Этот код больше не действует.
shop-refused-coupon-used-up = Этот код уже использован столько раз, сколько можно.
shop-refused-coupon-used-by-you = Вы уже использовали этот код.
shop-refused-coupon-gives-nothing = Код действует, но для этой корзины ничего не даёт.
shop-refused-too-many-coupons = В корзине уже столько кодов, сколько помещается.
shop-refused-no-such-door = Сейчас мы не можем отправить код на этот адрес. Напишите нам в чат.
shop-refused-wrong-proof = Это не тот код. Проверьте и введите ещё раз.
shop-refused-proof-spent = Слишком много неверных кодов. Запросите новый.
shop-refused-proof-expired = Код устарел. Запросите новый.
shop-refused-too-many-codes = Отправлено слишком много кодов. Подождите час или используйте последний.

## Что сделано

shop-did-added = Добавлено в корзину.
shop-did-removed = Убрано из корзины.
shop-did-saved = Отложено на потом.
shop-did-wished-back = Мы сообщим, когда это снова появится.
shop-did-wished-low = Мы сообщим, когда останется всего несколько штук.
shop-did-wished-cheaper = Мы сообщим, когда цена снизится.
shop-did-claimed = Корзина теперь здесь.
shop-did-ordered = Спасибо. Заказ принят.
shop-did-entered = С возвращением.
shop-did-left = Вы вышли. Ничего вашего в этом браузере не осталось.

## Товары

shop-from = от { $price }
shop-lowest = Самая низкая цена за 30 дней до скидки: { $price }
shop-stock-in-stock = В наличии
shop-stock-few = Осталось мало
shop-stock-none = Распродано
shop-add = В корзину
shop-look = Посмотреть
shop-choose = Выбрать
shop-hero = Кофе для домашнего очага
shop-hero-text = Обжарен в Кракове и Клуже, отправляем в тот же день – или он ждёт вас в одном из наших магазинов.
shop-all-goods = Все товары
shop-reduced = Сейчас дешевле
shop-new = На полках
shop-nothing-yet = Полки пока пусты. Загляните позже.
shop-front = Магазин
shop-found-for = Найдено по запросу «{ $text }»
shop-found =
    { $count ->
        [one] { $count } товар
        [few] { $count } товара
        [many] { $count } товаров
       *[other] { $count } товара
    }
shop-found-nothing = Ничего не подходит. Попробуйте меньше слов или снимите один из фильтров.
shop-meant = Слова «{ $typed }» нет нигде; вот что нашлось по: { $words }.
shop-ignored = Не учтено, так как нигде не встречается: { $words }.
shop-sort = Сортировка
shop-sort-best = Лучшее совпадение
shop-sort-price-up = Сначала дешевле
shop-sort-price-down = Сначала дороже
shop-sort-name = По названию
shop-narrow = Уточнить
shop-narrow-do = Показать
shop-facet-category = Полка
shop-facet-brand = Марка
shop-pages = Страницы
shop-page-before = Назад
shop-page-of = Страница { $page } из { $count }
shop-page-next = Дальше
shop-way = Где вы
shop-no-price = Сейчас цены нет. Спросите нас в чате.
shop-number = Артикул
shop-quantity = Количество
shop-why = Почему такая цена
shop-why-list = { $price } по «{ $list }».
shop-why-not = Не применено: { $price } по «{ $list }».
shop-why-exception = Для этого канала объявлена другая цена.
shop-why-tax = Из неё { $tax } – НДС ({ $rate }).
shop-why-everywhere = Она такая же в магазинах, по телефону и в чате.
shop-places = В наших магазинах
shop-wish-back = Сообщите, когда появится
shop-wish-back-text = Одно письмо, когда товар снова будет, и больше ничего.
shop-wish-low = Сообщите, пока не закончилось
shop-wish-low-text = Одно письмо, когда останется всего несколько штук, и больше ничего.
shop-wish-cheaper = Сообщите, когда станет дешевле
shop-wish-cheaper-text = Одно письмо, когда цена будет ниже нынешней, и больше ничего.
shop-wish-choose = Напомнить об этом позже
shop-wish-choose-text = Одно письмо, и больше ничего.
shop-wish-when-cheaper = Когда станет дешевле
shop-wish-when-low = Когда останется всего несколько штук
shop-email = Электронная почта
shop-wish-do = Сообщить

## Корзина

shop-free = бесплатно
shop-tax = в том числе НДС { $rate }
shop-cart-empty = Корзина пуста. То, что вы положите сюда, будет в ней и в магазине, и в телефоне.
shop-saved = Отложено на потом
shop-undo = Вернуть
shop-not-sold = Больше не продаётся.
shop-only-left =
    { $count ->
        [0] Распродано.
        [one] Осталась только { $count } штука.
        [few] Осталось только { $count } штуки.
        [many] Осталось только { $count } штук.
       *[other] Осталось только { $count } штуки.
    }
shop-quantity-of = Количество: { $what }
shop-quantity-set = Изменить
shop-save = Отложить
shop-remove = Убрать
shop-take-back = Вернуть в корзину
shop-sums = Сколько это стоит
shop-checkout = Оформить заказ
shop-code = Показать на кассе
shop-code-text = Покажите это на кассе одного из наших магазинов или отсканируйте другим устройством: там откроется ваша корзина.
shop-code-qr = QR-код, открывающий корзину
shop-code-until = Действует до { $at }.
shop-coupon = Промокод
shop-coupon-do = Применить
shop-claim = Забрать корзину с другого устройства
shop-claim-text = На другом устройстве или в магазине получите код корзины и введите его здесь.
shop-claim-code = Код корзины
shop-claim-do = Забрать

## Покупка

shop-look-again = Некоторые поля нужно исправить.
shop-who = Вы
shop-where = Доставка
shop-means = Оплата
shop-reach-hint = Достаточно электронной почты или телефона.
shop-delivery-address = По адресу
shop-delivery-address-hint = 1–2 рабочих дня.
shop-delivery-collect = Забрать в магазине
shop-delivery-collect-hint = Мы напишем, когда всё будет готово.
shop-go-on = Дальше
shop-change-cart = Изменить корзину
shop-field-name = Имя и фамилия
shop-field-email = Электронная почта
shop-field-phone = Телефон
shop-field-street = Улица и дом
shop-field-postcode = Индекс
shop-field-city = Город
shop-field-country = Страна
shop-fault-missing = Это поле обязательно.
shop-fault-long = Слишком длинно.
shop-fault-wrong = Похоже на ошибку. Проверьте, нет ли опечатки.
shop-fault-reach = Укажите почту или телефон, чтобы мы могли с вами связаться.
shop-fault-unknown = Выберите из предложенного.
shop-place-has-all = всё есть на месте
shop-place-lacks = сейчас там есть не всё
shop-means-transfer = Банковский перевод
shop-means-transfer-hint = Отправим, когда поступят деньги.
shop-means-on-delivery = При получении
shop-means-on-delivery-hint = Курьеру, наличными или картой. Для посылок.
shop-means-in-store = В магазине
shop-means-in-store-hint = На кассе, когда заберёте.
shop-means-provider = Оплата онлайн
shop-last-look = Проверьте ещё раз
shop-buy = Заказать с обязательством оплаты
shop-edit = Изменить
shop-buy-hint = В течение 14 дней после получения товара можно отказаться от договора без объяснения причин.
shop-country-pl = Польша
shop-country-ro = Румыния

## Заказы

shop-order = Заказ { $number }
shop-state-placed = Принят
shop-state-partly-fulfilled = Частично в пути
shop-state-fulfilled = Отправлен
shop-state-cancelled = Отменён
shop-payment-awaited = ещё не оплачен
shop-payment-paid = оплачен
shop-payment-refunded = деньги возвращены
shop-pay-transfer = Переведите, пожалуйста, { $total } с назначением { $number }. Номер счёта мы пришлём.
shop-pay-on-delivery = Приготовьте { $total } для курьера.
shop-pay-in-store = Оплатите { $total } на кассе при получении и назовите номер { $number }.
shop-pay-provider = Идёт онлайн-оплата: { $total }.
shop-line-cancelled =
    { $count ->
        [one] отменена { $count } штука
        [few] отменено { $count } штуки
        [many] отменено { $count } штук
       *[other] отменено { $count } штуки
    }
shop-line-handed-over =
    { $count ->
        [one] забрана { $count } штука
        [few] забрано { $count } штуки
        [many] забрано { $count } штук
       *[other] забрано { $count } штуки
    }
shop-line-returned =
    { $count ->
        [one] возвращена { $count } штука
        [few] возвращено { $count } штуки
        [many] возвращено { $count } штук
       *[other] возвращено { $count } штуки
    }
shop-line-sent =
    { $count ->
        [one] отправлена { $count } штука
        [few] отправлено { $count } штуки
        [many] отправлено { $count } штук
       *[other] отправлено { $count } штуки
    }
shop-steps = Что произошло
shop-step-placed = Заказано
shop-step-paid = Оплачено
shop-step-shipped = Отправлено
shop-step-handed_over = Выдано
shop-step-cancelled = Отменено
shop-step-edited = Изменено
shop-step-refunded = Деньги возвращены

## Кабинет

shop-known = Вы вошли.
shop-leave = Выйти
shop-enter-text = Без пароля: мы пришлём код, и все ваши заказы и корзина будут здесь.
shop-enter-do = Прислать код
shop-code-sent = Если адрес верный, код уже в пути. Он действует десять минут.
shop-code-field = Код из письма
shop-code-do = Войти
shop-other-address = Другой адрес
shop-no-orders = Заказов пока нет.
shop-no-orders-here = Из этого браузера заказов пока нет. Войдите, чтобы увидеть остальные.

## Подарочные карты и баллы

shop-tenders = Подарочная карта и баллы
shop-gift-card = Код подарочной карты
shop-gift-card-hint = Карта оплатит столько, сколько на ней есть. Несколько кодов разделите запятыми.
shop-gift-card-ending = Подарочная карта …{ $ending }
shop-gift-card-left = на ней останется { $left }
shop-points-use = { $n ->
    [one] Оплатить моим { $n } баллом
    [few] Оплатить моими { $n } баллами
    [many] Оплатить моими { $n } баллами
   *[other] Оплатить моими { $n } баллами
}
shop-points-worth = Они стоят { $amount }. Спишем не больше, чем нужно.
shop-points-count = { $n ->
    [one] { $n } балл
    [few] { $n } балла
    [many] { $n } баллов
   *[other] { $n } балла
}
shop-means-tenders = Подарочная карта или баллы
shop-fault-gift-card-unknown = Подарочной карты с таким кодом нет. Проверьте, верно ли он введён.
shop-fault-gift-card-over = Эта подарочная карта больше не действует.
shop-fault-gift-card-empty = На этой подарочной карте ничего не осталось.
shop-fault-gift-card-currency = Эта подарочная карта в другой валюте.
shop-fault-gift-card-many = Один заказ оплачивают не более чем десятью картами.
shop-fault-points = Этими баллами уже нельзя оплатить. Посмотрите в личном кабинете, сколько их у вас.
shop-refused-to-pay-changed = Сумма к оплате изменилась с прошлого раза, поэтому ничего не заказано. Посмотрите ещё раз.
shop-refused-gift-card-empty = На подарочной карте ничего не осталось. Возьмите другую или оставьте поле пустым.
shop-refused-gift-card-over = Подарочная карта больше не действует. Возьмите другую или оставьте поле пустым.
shop-refused-gift-card-unknown = Подарочной карты с таким кодом нет. Проверьте, верно ли он введён.
shop-refused-gift-card-too-low = На подарочной карте столько уже нет. Посмотрите ещё раз.
shop-refused-too-few-points = У вас уже нет столько баллов. Посмотрите ещё раз.
shop-points-have = { $n ->
    [one] У вас { $n } балл. Им можно оплатить { $amount } заказа.
    [few] У вас { $n } балла. Ими можно оплатить { $amount } заказа.
    [many] У вас { $n } баллов. Ими можно оплатить { $amount } заказа.
   *[other] У вас { $n } балла. Ими можно оплатить { $amount } заказа.
}

## Доставка и её стоимость

shop-ways = Как отправить
shop-ways-renew = Показать, сколько стоит доставка туда
shop-way-free-from = бесплатно от { $amount }
shop-delivery-from = от { $amount }
shop-refused-shipping-not-possible = Эти товары больше нельзя отправить таким способом. Выберите другой способ доставки.
shop-refused-not-sent-there = Мы не можем отправить эти товары в эту страну. Выберите другую страну или заберите их в магазине.
