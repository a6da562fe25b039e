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
