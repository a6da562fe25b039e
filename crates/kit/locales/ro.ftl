# How long ago something happened. Older things show their date.
ago-now = chiar acum
ago-minutes = acum { $count } min
ago-hours = acum { $count } h
ago-yesterday = ieri
ago-days =
    { $count ->
        [one] acum { $count } zi
        [few] acum { $count } zile
       *[other] acum { $count } de zile
    }
