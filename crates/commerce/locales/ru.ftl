### What the shop says to people about goods, carts and orders.

## What a basket costs
quote-items-base-amount = Товары
quote-items-discount = Скидка на товары
quote-subtotal = Промежуточный итог
quote-discount = Скидка
quote-fulfillment = Доставка
quote-tax = в том числе НДС
quote-total = Итого

## Why a promotion was applied or not
promotion-applied = Скидка { $amount }.
promotion-applied-shipping = Скидка { $amount } на доставку.
promotion-gives-nothing = Вычитать скидку не из чего.
promotion-inactive = Акция отключена.
promotion-not-yet = Начнётся { $at }.
promotion-over = Закончилась { $at }.
promotion-other-currency = Действует только в валюте { $currency }.
promotion-coupon-needed = Нужен промокод.
promotion-other-group = Для другой группы покупателей.
promotion-other-segment = Покупатель не входит в нужный сегмент.
promotion-other-tier = Для другого уровня программы лояльности.
promotion-not-first-order = Только для первого заказа.
promotion-no-goods = В корзине нет товаров этой акции.
promotion-quantity-too-low = { $missing ->
    [one] Не хватает { $missing } штуки.
    [few] Не хватает { $missing } штук.
    [many] Не хватает { $missing } штук.
   *[other] Не хватает { $missing } штуки.
}
promotion-amount-too-low = Не хватает { $missing }.
promotion-better-in-group = Акция «{ $by }» из той же группы выгоднее.
promotion-better-alone = Акция «{ $by }» выгоднее и не сочетается с другими.
promotion-better-together = Не сочетается с другими, а вместе они дают { $amount }.

## Why this price
price-no-other = Единственная действующая цена.
price-priority = Прайс-лист с наивысшим приоритетом.
price-own-group = Цена для группы этого покупателя.
price-lower-price = Самая низкая из нескольких цен.
price-older-list = Более ранний из двух равных прайс-листов.
## A person's file

export-cart-changes = Что положили в корзину и что убрали
export-cart-pieces = Штуки
export-cart-item = В корзине
export-cart-saved = Отложено на потом
export-cart-coupon = Купон
export-cart-note = Заметка
export-orders = Ваши заказы
export-order-number = Номер
export-order-total = Итого

## Returns
export-returns = Ваши возвраты
export-return-number = Возврат
export-return-refund = Возвращённая сумма
export-return-withdrawal = Отказ от договора
export-return-return = Возврат
export-return-complaint = Претензия
export-return-exchange = Обмен
export-withdrawals = Ваши отказы от договора
export-withdrawal-name = Имя
export-withdrawal-email = Эл. почта

## Points
export-points = Ваши баллы
export-points-count = Баллы
export-points-earned = Начислены
export-points-taken-back = Сняты
export-points-spent = Потрачены
## Promotions with a budget, or for some doors alone
promotion-other-door = Она объявлена только для других дверей.
promotion-budget-spent = От её бюджета осталось меньше, чем она бы дала.
## Документы заказа
paper-confirmation = Подтверждение заказа
paper-pick-list = Лист подбора
paper-packing-slip = Упаковочный лист
paper-return-slip = Бланк возврата
paper-order = Заказ
paper-to = Кому
paper-page = Страница { $page } из { $pages }
paper-collect = Самовывоз:
paper-taken = Выдан на месте:
paper-goods = Товар
paper-pieces = Штук
paper-unit = Цена
paper-discount = Скидка
paper-vat = НДС
paper-sum = Сумма
paper-net = Без НДС
paper-tax = НДС
paper-gross = С НДС
paper-awaited = ещё не оплачен
paper-paid = оплачен
paper-refunded = деньги возвращены
paper-means-on-delivery = Оплата при получении
paper-means-in-store = Оплата в магазине
paper-means-transfer = Банковский перевод
paper-means-provider = Онлайн-оплата
paper-nothing-to-pick = В этом заказе нечего подбирать.
paper-ordered = Заказано
paper-sent = Отправлено
paper-to-come = Осталось
paper-thanks = Спасибо за покупку. Если что-то не подошло, это можно вернуть в любом нашем магазине или отправить обратно с бланком возврата.
paper-back = Возврат
paper-reason = Причина (необязательно)
paper-return-how = Укажите, сколько штук возвращается, и вложите бланк в посылку. В магазине достаточно показать штрихкод.
paper-account = Счёт для возврата денег, если вы платили не онлайн
paper-signature = Дата и подпись

## Оплачено подарочными картами и баллами

quote-gift-card = Подарочные карты
quote-points = Баллы
quote-to-pay = Осталось оплатить
export-points-given-back = Возвращены
export-points-corrected = Исправлены
paper-means-tenders = Подарочная карта или баллы
export-wishes = Чего вы ждёте
export-wish-email = Эл. почта
export-wish-back = Пока не появится
export-wish-low = Пока не останется мало
export-wish-cheaper = Пока не станет дешевле
