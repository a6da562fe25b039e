## Письма о заказах

letter-placed-subject = Заказ { $number }, { $shop }
letter-placed = Спасибо. Мы получили ваш заказ { $number }.
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
letter-refunded-subject = Возврат денег за заказ { $number }, { $shop }
letter-refunded = За заказ { $number } мы возвращаем { $amount } тем же способом, каким вы платили.
letter-kept = Из этой суммы мы удержали { $amount }: { $why }
