# How long ago something happened. Older things show their date.
ago-now = только что
ago-minutes = { $count } мин назад
ago-hours = { $count } ч назад
ago-yesterday = вчера
ago-days =
    { $count ->
        [one] { $count } день назад
        [few] { $count } дня назад
       *[many] { $count } дней назад
    }
