## Письма о заказах

letter-placed-subject = Заказ { $number }, { $shop }
letter-placed = Спасибо. Мы получили ваш заказ { $number }.
letter-edited-subject = Заказ { $number } изменён, { $shop }
letter-edited = Ваш заказ { $number } изменён. Теперь он такой:
letter-to = Куда:
letter-paid = Он оплачен.
letter-look = Что с ним сейчас:
letter-withdraw = Отказаться от договора можно в течение { $days ->
    [one] { $days } дня
    [few] { $days } дней
    [many] { $days } дней
   *[other] { $days } дня
} после получения товара, без объяснения причин.
letter-shipped-subject = Заказ { $number } в пути, { $shop }
letter-shipped = Из вашего заказа { $number } уже в пути:
letter-parcel = Посылка: { $parcel }
letter-rest = { $count ->
    [one] Ещё { $count } штука придёт позже.
    [few] Ещё { $count } штуки придут позже.
    [many] Ещё { $count } штук придут позже.
   *[other] Ещё { $count } штуки придут позже.
}
letter-cancelled-subject = Заказ { $number } отменён, { $shop }
letter-cancelled = Ваш заказ { $number } отменён. Из него ничего не придёт.
letter-less-subject = Заказ { $number }: придёт не всё, { $shop }
letter-less = Из вашего заказа { $number } не придёт:
letter-pays-back = Мы вернём то, что вы за это заплатили.
letter-card-back = { $amount } снова на подарочной карте (…{ $ending }).
letter-points-back = { $points ->
    [one] Вернулся { $points } балл.
    [few] Вернулись { $points } балла.
    [many] Вернулось { $points } баллов.
   *[other] Вернулось { $points } балла.
}
letter-refunded-subject = Возврат денег за заказ { $number }, { $shop }
letter-refunded = За заказ { $number } мы возвращаем { $amount } тем же способом, каким вы платили.
letter-kept = Из этой суммы мы удержали { $amount }: { $why }

## Письма тем, кто чего-то ждал

letter-back-subject = { $name } снова в продаже, { $shop }
letter-back = Вы просили сообщить: { $name } – снова в наличии.
letter-low-subject = Осталось мало: { $name }, { $shop }
letter-low = Вы просили сообщить: { $name } – осталось всего несколько штук.
letter-cheaper-subject = Теперь дешевле: { $name }, { $shop }
letter-cheaper = Вы просили сообщить: { $name } – цена ниже, чем тогда, теперь { $price }.
letter-only-one = Это единственное письмо, о котором вы просили. Больше об этом мы не напишем.
