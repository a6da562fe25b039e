desk-nav-promotions = Акции
desk-promo-lead = Что и с какой корзины скидывается. Одинаково у каждой двери.
desk-promo-current = Сейчас и скоро
desk-promo-new = Новая акция
desk-promo-choose = Выберите, что она даёт. Для кого и когда – следующим шагом.
desk-promo-try = Проверить корзину
desk-promo-none = Акций пока нет
desk-promo-none-text = Акция что-то снижает: десять процентов, третья штука даром, доставка. Создайте её, проверьте на корзине, потом запускайте.
desk-promo-none-over = Завершённых нет
desk-promo-none-over-text = Здесь остаются завершённые акции вместе с тем, что они дали.
desk-promo-promotion = Акция
desk-promo-state = Состояние
desk-promo-when = Когда
desk-promo-used = Использовано
desk-promo-budget = Бюджет
desk-promo-gives = Даёт
desk-promo-with-code = с кодом
desk-promo-state-runs = Идёт
desk-promo-state-coming = Скоро
desk-promo-state-paused = Выключена
desk-promo-state-over = Завершена
desk-promo-state-spent = Бюджет исчерпан
desk-promo-always = всегда
desk-promo-from = с { $start }
desk-promo-until = до { $end }
desk-promo-from-until = { $start } – { $end }
desk-promo-orders = { $count ->
    [0] ни одного заказа
    [one] { $count } заказ
    [few] { $count } заказа
    [many] { $count } заказов
   *[other] { $count } заказов
}
desk-promo-left-uses = осталось раз: { $left } из { $of }
desk-promo-left-amount = осталось { $left } из { $of }
desk-promo-no-budget = без ограничения
desk-promo-copy-of = { $name } (копия)

## Kinds
desk-promo-kind-percentage = Процент
desk-promo-kind-percentage-text = 10 % на кружки или на всё.
desk-promo-kind-amount = Сумма
desk-promo-kind-amount-text = На 20,00 меньше за все товары вместе.
desk-promo-kind-threshold = Купи на столько – заплати меньше
desk-promo-kind-threshold-text = От 200,00 – на 30,00 дешевле.
desk-promo-kind-amount-each = Сумма с каждой штуки
desk-promo-kind-amount-each-text = Каждая свеча на 5,00 дешевле.
desk-promo-kind-fixed-price = Твёрдая цена
desk-promo-kind-fixed-price-text = Каждая футболка за 39,00.
desk-promo-kind-buy-get = Купи и получи
desk-promo-kind-buy-get-text = Три по цене двух; вторая за полцены.
desk-promo-kind-bundle = Набор
desk-promo-kind-bundle-text = Кружка и чай вместе за 49,00.
desk-promo-kind-free-shipping = Бесплатная доставка
desk-promo-kind-free-shipping-text = Доставка даром или на столько дешевле.
desk-promo-short-percentage = скидка { $percent } %
desk-promo-short-amount = скидка { $amount }
desk-promo-short-threshold = скидка { $amount } от { $least }
desk-promo-short-amount-each = скидка { $amount } с каждой штуки
desk-promo-short-fixed-price = штука за { $amount }
desk-promo-short-buy-get = купи { $buy }, получи { $get } на { $percent } % дешевле
desk-promo-short-bundle = набор за { $amount }
desk-promo-short-free-shipping = бесплатная доставка
desk-promo-short-free-shipping-up-to = доставка дешевле, до { $amount }

## The form
desk-promo-what = Что она даёт
desk-promo-name = Название
desk-promo-name-hint = Покупатели могут увидеть его в корзине.
desk-promo-percent = На сколько процентов дешевле
desk-promo-percent-cheaper = На сколько процентов дешевле (100: даром)
desk-promo-amount-off = На сколько дешевле
desk-promo-amount-each = На сколько дешевле штука
desk-promo-price-each = Цена штуки
desk-promo-price-set = Цена набора
desk-promo-threshold-from = От корзины на
desk-promo-buy = Купить (штук)
desk-promo-get = Получить дешевле (штук)
desk-promo-sets-max = Не чаще стольких раз в одной корзине
desk-promo-shipping-up-to = Не больше (пусто: вся доставка)
desk-promo-currency = Валюта
desk-promo-goods = На какие товары
desk-promo-goods-hint = По одному в строке: SKU, категория, например Кухня > Кружки (со всем, что ниже), или адрес товара. Пусто: на всё.
desk-promo-except = Но не на
desk-promo-except-hint = SKU, по одному в строке.
desk-promo-parts = Что входит в набор
desk-promo-parts-hint = В каждом ряду: что подходит (SKU или категории, по одной в строке; * – что угодно) и сколько штук.
desk-promo-part = Часть
desk-promo-part-count = Штук
desk-promo-who = Когда и для кого
desk-promo-starts = Начало
desk-promo-starts-hint = Пусто: сразу.
desk-promo-ends = Конец
desk-promo-ends-hint = Пусто: никогда.
desk-promo-needs-code = Только с кодом
desk-promo-needs-code-hint = Коды создаются после сохранения: один для всех или тысячи для печати.
desk-promo-first-order = Только для первого заказа
desk-promo-first-order-hint = Кто ещё ничего не заказывал, ни через одну дверь.
desk-promo-more-conditions = Ещё условия
desk-promo-amount-min = Товары стоят не меньше
desk-promo-amount-min-hint = До всех скидок.
desk-promo-quantity-min = Штук не меньше
desk-promo-quantity-min-hint = Этих товаров вместе.
desk-promo-groups = Группы покупателей
desk-promo-groups-hint = Названия через запятую, как в прайс-листах. Пусто: все.
desk-promo-segments = Сегменты
desk-promo-tiers = Уровни лояльности
desk-promo-words-hint = Названия через запятую. Пусто: все.
desk-promo-budget-hint = Когда он исчерпан, акция остановится сама, даже если многие покупают сразу.
desk-promo-uses-max = Не больше стольких заказов
desk-promo-amount-max = Не больше этой суммы всего
desk-promo-together = Вместе с другими
desk-promo-beside = Действует
desk-promo-beside-others = вместе с другими акциями
desk-promo-beside-best-of = вместо других из своей группы: даётся лучшая
desk-promo-beside-none = одна, если даёт больше, чем остальные вместе
desk-promo-group = Группа
desk-promo-group-hint = Одно и то же слово в каждой акции группы.
desk-promo-priority = Приоритет
desk-promo-priority-hint = Большее число снижает первым.
desk-promo-doors = Двери
desk-promo-doors-hint = Действует у каждой двери. Где нельзя – это исключение, и проверка так его и покажет.
desk-promo-doors-some = Только у некоторых дверей
desk-promo-doors-reason = Причина
desk-promo-doors-reason-hint = Для некоторых дверей нужна, как и конец.
desk-promo-copy = Сделать копию
desk-promo-pause = Выключить
desk-promo-resume = Включить
desk-promo-end = Завершить
desk-promo-end-ask = Завершить эту акцию сейчас? Она останется в списке с тем, что дала; копию можно запустить снова.
desk-flash-promotion-saved = Акция сохранена.
desk-flash-promotion-paused = Выключена: никто её не получит.
desk-flash-promotion-resumed = Включена.
desk-flash-promotion-ended = Завершена.
desk-did-promotion-saved = Сохранена акция
desk-did-coupons-made = Созданы коды
desk-did-coupon-disabled = Остановлен код
desk-did-gift-card-issued = Выпущена подарочная карта
desk-did-gift-card-put-back = Возвращены деньги на подарочную карту
desk-did-gift-card-blocked = Заблокирована подарочная карта
desk-did-prices-set = Установлены цены
desk-did-price-exception-declared = Объявлено исключение для двери
desk-did-price-exception-ended = Завершено исключение для двери

## Codes
desk-coupons = Коды
desk-coupons-of = Коды: { $name }
desk-coupons-lead = У кого есть код, тот получает акцию у любой двери.
desk-coupons-make = Создать коды
desk-coupons-batches = Созданы вместе
desk-coupons-codes = Все коды
desk-coupons-search = Найти код
desk-coupons-none = Кодов пока нет. Создайте один для всех или тысячи для печати.
desk-coupons-no-hit = У этой акции нет такого кода.
desk-coupons-uses = Недавно использованы
desk-coupons-customer = Клиент
desk-coupons-not-needed = Эта акция даётся без кода. Сначала отметьте «Только с кодом».
desk-coupons-sort = Какие
desk-coupons-sort-own = одно своё слово
desk-coupons-sort-letters = много, которых никто не угадает
desk-coupons-sort-ean13 = много, как штрихкоды (EAN-13)
desk-promo-code-own = Ваше слово
desk-coupons-own-hint = От 3 до 40 букв и цифр: LETO2026
desk-promo-code-count = Сколько
desk-coupons-count-hint = За раз не больше { $max }.
desk-promo-code-uses-max = Сколько раз каждый код
desk-coupons-uses-max-hint = Пусто: сколько угодно. Для кодов по одному на человека: 1.
desk-promo-code-uses-each = Сколько раз один клиент
desk-coupons-count = { $count ->
    [one] { $count } код
    [few] { $count } кода
    [many] { $count } кодов
   *[other] { $count } кодов
}
desk-coupons-used-times = { $count ->
    [0] ещё не использованы
    [one] использованы { $count } раз
    [few] использованы { $count } раза
    [many] использованы { $count } раз
   *[other] использованы { $count } раз
}
desk-coupons-print = Печать
desk-coupons-code = Код
desk-coupons-state = Состояние
desk-coupons-used = Использован
desk-coupons-until = Действует до
desk-coupons-stop = Остановить
desk-coupons-stop-ask = Остановить этот код? Что использовано, остаётся; больше им никто не воспользуется.
desk-coupons-is-valid = Действует
desk-coupons-is-stopped = Остановлен
desk-coupons-is-over = Истёк
desk-coupons-is-used-up = Исчерпан
desk-coupons-sheet = Лист для печати
desk-coupons-sheet-lead = Распечатайте страницу на A4 и разрежьте по линиям. QR-код содержит код.
desk-flash-coupons-made = Коды созданы.
desk-flash-coupon-stopped = Код остановлен.
desk-error-bad-code = В коде от 3 до 40 букв и цифр.
desk-error-code-exists = Такой код уже есть. Выберите другой.
desk-error-bad-count = За раз создаётся от 1 до 10 000 кодов.
desk-error-bad-limit = Код можно использовать хотя бы раз.
desk-error-coupon-unknown = Такого кода нет. Проверьте, верно ли он набран.
desk-error-coupon-disabled = Этот код остановлен.
desk-error-coupon-over = Срок этого кода истёк.
desk-error-coupon-used-up = Этот код использован столько раз, сколько можно.
desk-error-coupon-used-by-you = Этот клиент использовал код столько раз, сколько можно.

## Gift cards
desk-gift-card = Подарочная карта
desk-gift-cards = Подарочные карты
desk-gift-cards-lead = Деньги, которые у кого-то есть в виде кода. Тратятся понемногу, у любой двери.
desk-gift-cards-none = Подарочных карт пока нет
desk-gift-cards-none-text = Выпустите карту: её код показывается один раз, чтобы его распечатать или отправить.
desk-gift-cards-issue = Выпустить карту
desk-gift-cards-issued = Карта выпущена
desk-gift-cards-once = Это её код. Запишите или распечатайте его сейчас: здесь остаются только последние буквы.
desk-gift-cards-find = Найти по коду
desk-gift-cards-code = Код
desk-promo-card-amount = Сумма
desk-gift-cards-ending = Заканчивается на
desk-gift-cards-balance = На карте
desk-gift-cards-state = Состояние
desk-gift-cards-issued-at = Выпущена
desk-gift-cards-is-valid = Действует
desk-gift-cards-is-empty = Пуста
desk-gift-cards-is-over = Истекла
desk-gift-cards-is-blocked = Заблокирована
desk-gift-cards-ledger = Движения по карте
desk-gift-cards-when = Когда
desk-gift-cards-amount = Сумма
desk-gift-cards-reference = За что
desk-gift-cards-put-back = Вернуть деньги
desk-gift-cards-put-back-hint = При возврате того, что оплачено этой картой.
desk-gift-cards-block = Заблокировать карту
desk-gift-cards-block-ask = Заблокировать эту карту? Ею больше никто не заплатит. Остаток останется записан.
desk-flash-gift-card-put-back = Деньги на карте.
desk-flash-gift-card-blocked = Карта заблокирована.
desk-error-gift-card-unknown = Нет подарочной карты с таким кодом.
desk-error-gift-card-issued-already = Эта карта уже выпущена: она в списке.

## Try a basket
desk-promo-try-lead = Сколько стоит корзина у каждой двери и почему каждая акция даётся или нет. Ничего не покупается.
desk-trial-basket = Корзина
desk-trial-empty = В ней пока ничего нет: найдите товары ниже.
desk-trial-quantity = Штук
desk-trial-zero = 0 убирает из корзины
desk-trial-find = Добавить товары
desk-trial-find-hint = Название или SKU
desk-trial-search = Найти
desk-trial-no-hit = Из того, что продаётся, ничего не подходит.
desk-trial-add = Добавить
desk-promo-codes = Коды
desk-trial-codes-hint = Через запятую.
desk-promo-shipping = Доставка стоит
desk-trial-who = Кто, когда и куда
desk-promo-at = Когда
desk-trial-at-hint = Пусто: сейчас. Проверьте распродажу до её начала.
desk-promo-customer = Клиент
desk-trial-customer-hint = E-mail или идентификатор. Тогда учитываются его первый заказ и его коды.
desk-promo-customer-group = Группа покупателей
desk-promo-tier = Уровень лояльности
desk-promo-country = Страна (PL, RO …)
desk-trial-as-if-on = Как если бы все были включены
desk-trial-as-if-on-hint = Чтобы проверить акцию до включения.
desk-trial-do = Сколько это стоит?
desk-trial-nothing = Сколько бы это стоило?
desk-trial-nothing-text = Положите товары в корзину. Здесь будут все двери рядом и причина, почему каждая акция дана или нет.
desk-trial-same = { $count ->
    [0] { $total }. Ни одна дверь ещё не продаёт.
    [one] Одинаково у { $count } двери: { $total }
    [few] Одинаково у всех { $count } дверей: { $total }
    [many] Одинаково у всех { $count } дверей: { $total }
   *[other] Одинаково у всех { $count } дверей: { $total }
}
desk-trial-differs = { $count ->
    [one] { $total }; у { $count } двери иначе:
    [few] { $total }; у { $count } дверей иначе:
    [many] { $total }; у { $count } дверей иначе:
   *[other] { $total }; у { $count } дверей иначе:
}
desk-trial-differs-badge = иначе
desk-trial-unexplained = ни одно объявленное исключение этого не объясняет
desk-trial-exception = Объявленное исключение: { $reason } До { $end }, объявил(а) { $by }.
desk-trial-only-here = «{ $name }» объявлена для этой двери: { $reason } До { $end }.
desk-trial-doors = Каждая дверь
desk-trial-everywhere = Любая дверь
desk-trial-what = Что
desk-trial-each = { $amount } за штуку
desk-trial-why = Почему
desk-trial-no-promotions = Ни одна акция не идёт и не запланирована.
desk-trial-applied = Даётся
desk-trial-not-applied = Не даётся

## What was typed wrongly
desk-error-no-promotion-name = Дайте ей название.
desk-error-no-promotion-group = Назовите группу.
desk-error-number-missing = Напишите число больше нуля.
desk-error-bad-whole-number = Напишите целое число.
desk-error-bad-price = Напишите сумму, например 12,50.
desk-error-bad-percent = Напишите процент, например 12,5.
desk-error-too-many-percent = Не больше 100 процентов.
desk-error-bad-moment = Напишите день и время.
desk-error-ends-before = Конец должен быть позже начала.
desk-error-doors-need-end = У того, что действует только у некоторых дверей, есть конец.
desk-error-doors-need-reason = Скажите, почему только у этих дверей.
desk-error-no-bundle-parts = Скажите, что входит в набор.
desk-error-sku-unknown = Нет варианта с таким SKU.
desk-error-customer-unknown = Ни у кого нет такого адреса или идентификатора.
desk-error-goods-unknown = В магазине нет такого SKU, категории или товара.
desk-trial-at = На { $at }

## Prices
desk-nav-prices = Цены
desk-prices-lead = Сколько что стоит, для кого и как долго. Одинаково у каждой двери, кроме объявленных исключений.
desk-prices-none = Прайс-листов пока нет
desk-prices-none-text = Прайс-лист говорит, сколько что стоит в одной валюте. Начните с листа для всех.
desk-prices-new = Новый прайс-лист
desk-prices-which-wins = Из нескольких действующих цен побеждает одна: из листа с более высоким приоритетом; затем для группы клиента; затем более низкая; затем из более старого листа.
desk-prices-list = Лист
desk-prices-for-whom = Для кого
desk-prices-state = Состояние
desk-prices-when = Когда
desk-prices-variants = Варианты
desk-prices-everybody = Все
desk-prices-sale = Распродажа
desk-prices-holds = Действует
desk-prices-name = Название
desk-prices-code = Код
desk-prices-code-hint = Как его называют другие ваши системы: retail, opt-2026. Не меняется.
desk-prices-currency = Валюта
desk-prices-group = Группа покупателей
desk-prices-group-hint = Пусто: для всех.
desk-customers-group = Цены
desk-customers-group-hint = Цены для них у каждой двери: на полке, в корзине, на кассе.
desk-customers-group-do = Сохранить
desk-flash-group-set = Группа покупателей сохранена.
desk-did-group-set = Назначена группа покупателей
desk-prices-priority = Приоритет
desk-prices-priority-hint = Побеждает большее число. У распродажи оно больше, чем у листа, который она снижает.
desk-prices-starts-at = Начало
desk-prices-ends-at = Конец
desk-prices-is-sale = Его цены объявляются как скидки
desk-prices-is-sale-hint = Рядом с такой ценой стоит самая низкая за 30 дней до неё, как требует закон.
desk-prices-why = Почему
desk-prices-why-hint = Остаётся в истории каждой цены: «Новый сезон».
desk-prices-settings = Настройки
desk-prices-no-hit = Ничего не подходит
desk-prices-no-hit-text = Нет варианта с такими буквами в SKU или названии.
desk-prices-variant = Вариант
desk-prices-price = Цена с налогом
desk-prices-breaks = За количество
desk-prices-break-new = Другое количество
desk-prices-from = От скольких штук
desk-flash-prices-saved = Цены сохранены.
desk-error-list-code-taken = У другого листа такой код.
desk-error-bad-list-code = В коде от 1 до 60 строчных букв a–z, цифр, дефисов и подчёркиваний.
desk-error-no-list-name = Дайте листу название.
desk-error-price-given-twice = Для одного количества указаны две цены.

## Why this price
desk-why = Сколько стоит и почему
desk-why-ask = Для кого и когда
desk-why-do = Показать
desk-why-no-price = Для этого клиента в это время нет цены в { $currency }.
desk-why-list = Из листа «{ $list }».
desk-why-low = Самая низкая цена за 30 дней до этого: { $amount }
desk-why-announced = Можно объявить −{ $percent } %: самая низкая цена за 30 дней до снижения была { $prior }.
desk-why-others = Цены, которые не взяты
desk-why-not = Почему нет
desk-why-lost-lower-priority = ниже приоритет
desk-why-lost-for-everybody = для всех, а не для группы клиента
desk-why-lost-higher-price = выше цена
desk-why-lost-newer-list = более новый из двух равных листов
desk-why-lost-other-quantity = за другое количество
desk-why-lost-quantity-too-low = только от этого количества
desk-why-lost-other-group = для другой группы
desk-why-lost-not-yet = ещё не началась
desk-why-lost-over = уже закончилась
desk-why-doors = У дверей
desk-why-same = Одинаково у каждой двери: исключений не объявлено.
desk-why-history = Сколько стоило и будет стоить
desk-why-no-history = Цены пока нет.
desk-why-history-from = С
desk-why-history-until = До
desk-why-history-price = Цена
desk-why-history-list = Лист
desk-why-history-why = Почему

## Exceptions of doors
desk-exceptions = Исключения
desk-exceptions-lead = Двери, у которых что-то стоит иначе, чем у других. У каждого исключения есть причина и конец, и кто сравнивает двери, видит его.
desk-exceptions-none = У каждой двери цена одна
desk-exceptions-none-text = Где дверь должна отличаться, например площадка берёт свою долю, объявите это здесь.
desk-exceptions-declare = Объявить исключение
desk-exceptions-door = Дверь
desk-exceptions-what = Что
desk-exceptions-everything = Всё
desk-exceptions-change = Отличие
desk-exceptions-reason = Причина
desk-exceptions-reason-hint = Коллеги читают её там, где сравнивают цены.
desk-exceptions-when = Когда
desk-exceptions-sku = SKU
desk-exceptions-sku-hint = Пусто: всё у этой двери.
desk-exceptions-sort = Как
desk-exceptions-sort-percent = на процент
desk-exceptions-sort-amount = своя цена
desk-exceptions-value = На сколько
desk-exceptions-value-hint = 10 – на десять процентов дороже, -10 – на десять процентов дешевле; для своей цены – сама цена.
desk-exceptions-starts = Начало
desk-exceptions-ends = Конец
desk-exceptions-ends-hint = Не позже чем через год: кому нужно дольше, скажет причину ещё раз.
desk-exceptions-end-ask = Завершить это исключение сейчас? Дальше дверь просит столько же, сколько все.
desk-flash-exception-declared = Исключение объявлено.
desk-flash-exception-ended = Исключение завершено.
desk-error-no-door-chosen = Выберите дверь.
desk-error-no-change = Скажите, на сколько она отличается.
desk-error-difference-without-reason = Скажите, почему эта дверь отличается.
desk-error-no-end = Скажите, до какого времени, в пределах года.
desk-error-bad-price-exception = Исключение меняет цену от −90 % до +100 %, и цена не ниже нуля.

## Способы доставки

desk-shipping = Способы доставки
desk-shipping-lead = Как товары попадают к покупателям и сколько это стоит: одинаково у каждой двери.
desk-shipping-new = Новый способ доставки
desk-shipping-none = Способов доставки пока нет
desk-shipping-none-text = Пока нет ни одного, доставка и самовывоз ничего не стоят.
desk-shipping-which = Кто ничего не выбрал, получает самый дешёвый возможный способ. Отключённый способ остаётся в заказах, где он указан.
desk-shipping-method = Способ
desk-shipping-kind = Как
desk-shipping-kind-address = Отправка по адресу
desk-shipping-kind-collect = Самовывоз из магазина
desk-shipping-countries = Страны
desk-shipping-countries-hint = По две буквы, через запятую: PL, RO. Пусто: везде.
desk-shipping-everywhere = везде
desk-shipping-costs = Сколько стоит
desk-shipping-costs-hint = Действует строка с наибольшей достигнутой суммой; из таких — с наименьшим весом, которого хватает.
desk-shipping-place-from = товары от
desk-shipping-place-weight = до кг
desk-shipping-place-cost = стоит
desk-shipping-row-from = Строка { $row }: от какой суммы товаров
desk-shipping-row-weight = Строка { $row }: до скольких килограммов
desk-shipping-row-cost = Строка { $row }: сколько стоит
desk-shipping-free = бесплатно
desk-shipping-from = товары от { $amount }
desk-shipping-up-to = до { $kilos } кг
desk-shipping-free-from = бесплатно от { $amount }
desk-shipping-free-from-field = Бесплатно от
desk-shipping-free-from-hint = Товары на эту сумму, до скидок, едут бесплатно. Пусто: никогда.
desk-shipping-tax-class = НДС
desk-shipping-titles = Название на других языках
desk-shipping-title = Название
desk-shipping-title-hint = Так, как его читают покупатели: Курьер, Постамат.
desk-shipping-code = Код
desk-shipping-code-hint = Так его называют заказы и ваши серверы: courier. Остаётся навсегда.
desk-shipping-currency = Валюта
desk-shipping-position = Место в списке
desk-shipping-position-hint = Меньшее стоит первым.
desk-shipping-is-active = Предлагается
desk-shipping-is-active-hint = Покупатели могут его выбрать.
desk-shipping-state = Состояние
desk-shipping-offered = предлагается
desk-shipping-off = отключён
desk-flash-shipping-saved = Способ доставки сохранён.
desk-error-no-method-name = Дайте способу название.
desk-error-no-method-kind = Укажите, как товары туда попадают.
desk-error-no-method-cost = Укажите, сколько это стоит; 0 — бесплатно.
desk-error-method-code-taken = У другого способа такой код.
desk-error-bad-kilos = Укажите вес в килограммах, например 2,5.
desk-error-bad-shipping-method = У способа есть название, код из строчных букв, цифр и дефисов и страны из двух букв: PL, RO.
desk-error-bad-shipping-tiers = Для одной суммы и веса есть одна цена, и ни одна сумма не ниже нуля.
desk-error-too-many-methods = Способов доставки уже столько, сколько может быть у магазина.
desk-error-shipping-not-possible = Эти товары так отправить нельзя. Выберите другой способ.
desk-error-not-sent-there = Отправить эти товары туда нельзя. Выберите другой адрес или добавьте способ доставки.
