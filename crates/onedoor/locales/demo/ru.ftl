### Демо: страницы, на которых новичок играет покупателя.

demo-skip = К содержанию
demo-nav = Места покупателя
demo-nav-start = Начало
demo-nav-shop = Магазин
demo-nav-mail = Почта
demo-nav-phone = Телефон
demo-new =
    { $count ->
        [one] { $count } новое
        [few] { $count } новых
        [many] { $count } новых
       *[other] { $count } нового
    }
demo-languages = Язык
demo-refused = Не получилось
demo-back = Назад

## С чего начать

demo-title = Сыграйте за обе стороны
demo-lead = Вы – покупатель этого магазина ({ $name }), и вы же – магазин. Поставьте два окна рядом, пройдите от двери к двери и посмотрите, как вместе с вами идёт один и тот же разговор.
demo-you-customer = Покупатель
demo-you-customer-text = { $name }: телефон, почтовый ящик, личный кабинет и карта постоянного покупателя. Всё, что вы отсюда отправите, доходит до магазина как на самом деле: по SMTP и IMAP, через SMS-шлюз и телефонную станцию.
demo-you-shop = Магазин
demo-you-shop-text = Рабочее место, за которым сотрудники отвечают. Вы сидите на месте Марты, и телефон на столе – ваш.
demo-place-inbox = Входящие
demo-place-store = Торговый зал
demo-place-customers = Покупатели
demo-walk = Три минуты, шесть шагов
demo-walk-text = Шаг отмечается сам, как только сервер его увидел.
demo-walk-done =
    { $count ->
        [one] Вот и весь путь: { $count } сообщение, один разговор.
        [few] Вот и весь путь: { $count } сообщения, пять дверей и один разговор. Ни о чём не спросили дважды.
        [many] Вот и весь путь: { $count } сообщений, пять дверей и один разговор. Ни о чём не спросили дважды.
       *[other] Вот и весь путь: { $count } сообщения, пять дверей и один разговор. Ни о чём не спросили дважды.
    }
demo-step-gone = сделано
demo-as-customer = За покупателя
demo-as-shop = За магазин

demo-step-chat = Спросите в чате
demo-step-chat-do = В магазине откройте чат в углу страницы и спросите о чём-нибудь, например, поместится ли ручная кофемолка в рюкзак.
demo-step-chat-look = Посмотрите на входящие: вопрос там сразу, от кого-то, о ком магазин знает только браузер. На что может, отвечает помощник, остальное оставляет вам.
demo-step-sign-in = Назовитесь
demo-step-sign-in-do = В магазине нажмите «Войти». Если после этого вы ещё ничего не писали, напишите в чат ещё строку.
demo-step-sign-in-look = Посмотрите на разговор: теперь у него есть имя, заказы, адреса и всё сказанное раньше.
demo-step-mail = Продолжите письмом
demo-step-mail-do = За магазин выберите под разговором дверь «e-mail» и ответьте. За покупателя ({ $name }) прочтите письмо и ответьте на него.
demo-step-mail-look = Ответ приходит в тот же разговор, без процитированного текста.
demo-step-sms = Продолжите по SMS
demo-step-sms-do = За магазин выберите SMS и напишите строку. На телефоне ответьте.
demo-step-sms-look = «Отправлено» сменится на «доставлено», когда сообщение придёт на телефон. Поле ответа считает, сколько это SMS.
demo-step-call = Позвоните в магазин
demo-step-call-do = С телефона позвоните в магазин. Ответьте за магазин (здесь или на странице телефона), потом положите трубку. И наоборот: «Позвонить» в разговоре – и зазвонит этот телефон.
demo-step-call-look = Пока звонит, на рабочем месте видна карточка: кто это и что открыто. Потом звонок остаётся в разговоре.
demo-step-store = Приходите в магазин
demo-step-store-do = Отсканируйте карту { $card } (в ссылке она уже набрана) и запишите, о чём говорили.
demo-step-store-look = Продавец видит всё, что было сказано раньше; то, что вы запишете, – часть того же разговора.

## Телефон на столе

demo-desk-rings = На столе звонит телефон.
demo-desk-talks = Вы говорите с покупателем.
demo-desk-lift = Ответить за магазин
demo-desk-hang-up = Положить трубку

## Почтовая программа

demo-mail = Почта
demo-mail-new = Написать
demo-mail-folders = Папки
demo-mail-inbox = Входящие
demo-mail-sent = Отправленные
demo-mail-empty = Писем пока нет. Что магазин напишет на этот адрес, появится здесь само.
demo-mail-none-sent = Пока ничего не отправлено.
demo-mail-unread = Не прочитано:
demo-mail-no-subject = (без темы)
demo-mail-from-to = { $from } для { $to }
demo-mail-list = Этого письма никто прямо не просил.
demo-mail-unsubscribe = Отписаться
demo-mail-unsubscribed = Вы отписались: таких писем больше не будет.
demo-mail-files = Вложения
demo-mail-answer = Ответить
demo-mail-wrote = { $at }, { $name }:
demo-mail-to = Кому
demo-mail-subject = Тема
demo-mail-text = Текст
demo-mail-file = Приложить файлы
demo-mail-send = Отправить
demo-mail-cancel = Отмена

## Телефон

demo-phone = Телефон
demo-phone-apps = На телефоне
demo-phone-sms = SMS
demo-phone-whatsapp = WhatsApp
demo-phone-calls = Звонки
demo-phone-card = Карта
demo-phone-text = Сообщение магазину
demo-phone-send = Отправить
demo-phone-nothing = Пока ничего. Напишите магазину, или пусть магазин напишет вам.
demo-phone-they = Магазин:
demo-phone-you = Вы:
demo-phone-ring = Позвонить в магазин
demo-phone-ring-hint = Кто сидит за рабочим местом, видит, кто звонит, ещё до того, как ответили.
demo-phone-card-hint = Покажите её в магазине или назовите номер.
demo-call-rings-there = Звонит в { $shop }
demo-call-rings-here = Вам звонит { $shop }
demo-call-talks = Вы говорите с { $shop }
demo-call-answer = Ответить
demo-call-hang-up = Положить трубку
demo-call-there = Кроме вас, никто не ответит: магазин – это тоже вы.

## Страница магазина

demo-shop-invented = Магазин выдуман: купить здесь ничего нельзя.
demo-shop-sign-in = Войти: { $name }
demo-shop-sign-out = Выйти
