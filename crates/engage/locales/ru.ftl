### Что говорит покупателям сам продукт.

## Разговор продолжается в другом месте

hand-over-goes-on = Продолжаем разговор { $from } ({ $ago }).
hand-over-goes-on-topic = Продолжаем разговор { $from } ({ $ago }). Вы писали там: «{ $topic }»
hand-over-from-chat = из чата на сайте
hand-over-from-email = из электронной почты
hand-over-from-sms = из SMS
hand-over-from-whatsapp = из WhatsApp
hand-over-from-messenger = из Messenger
hand-over-from-instagram = из Instagram
hand-over-from-telegram = из Telegram
hand-over-from-phone = по телефону
hand-over-from-store = из магазина
hand-over-from-form = из формы обратной связи
hand-over-from-elsewhere = из другого места
hand-over-letter-subject = Продолжим разговор
hand-over-letter = Здесь мы можем продолжить наш разговор.
hand-over-letter-asked = Кто-то попросил в нашем чате продолжить разговор здесь. Если это были не вы, просто не отвечайте на это сообщение.
hand-over-letter-link = { $url }

    Код: { $code }
    Действует 24 часа. Никому его не передавайте.
hand-over-letter-code = Чтобы продолжить, ответьте этим кодом: { $code }

    Действует 24 часа. Никому его не передавайте.

## Подтверждение адреса

proof-letter-subject = Ваш код: { $code }
proof-letter = { $code } — ваш код. Он действует 10 минут. Наши сотрудники спрашивают его только в магазине; по телефону его не нужно называть никому.

## Досье человека

export-conversations = Переписка
export-messages = Что было сказано
export-notes = Заметки наших сотрудников
export-files = Файлы
export-calls = Телефонные звонки
export-told = Что мы поняли из ваших сообщений
export-codes = Созданные для вас коды
export-answers = Ваша оценка обслуживания
export-stops = Номера, на которые мы больше не пишем
export-subject = Тема
export-status = Состояние
export-closed = Закрыто
export-who = Кто
export-who-customer = Вы
export-who-shop = Магазин
export-who-machine = Магазин, автоматически
export-file = Файл
export-size = Байты
export-sent-to = Отправлено на
export-used = Использован
export-score = От 1 до 5
export-status-open = открыта
export-status-pending = ждёт вашего ответа
export-status-snoozed = отложена
export-status-closed = закрыта
export-call-going-on = продолжается
export-call-missed = без ответа
export-call-ended = завершён
export-call-voicemail = голосовое сообщение
export-told-order = Заказ
export-told-tracking = Посылка
export-told-email = Электронная почта
export-told-phone = Телефон
export-told-address = Адрес
export-told-product = Товар
export-told-problem = Что не так
export-code-hand-over = Чтобы продолжить разговор в другом месте
export-code-proof = Чтобы подтвердить адрес
