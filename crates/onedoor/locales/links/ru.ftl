desk-links = Связи с другими магазинами
desk-links-lead = Другая система магазина за вашей дверью: её товары, покупатели и заказы приходят сюда, а она узнаёт, сколько чего есть и сколько стоит.
desk-links-none = Пока не связан ни один магазин
desk-links-none-text = Свяжите ту систему магазина, что у вас есть: её заказы берут товар с той же полки, что и остальные двери, и ничто не продаётся дважды.
desk-links-new = Связать магазин
desk-links-which = Какая это система?
desk-links-choose = Выбрать
desk-links-about-vendure = Через Admin API, версия 3. Читается каждую минуту.
desk-links-about-shopify = Через собственное приложение в вашем магазине: вебхуки и его API каждую минуту.
desk-links-about-woocommerce = Через вебхуки и REST API каждую минуту.
desk-links-name = Название
desk-links-system = Система
desk-links-read-last = Последнее чтение
desk-links-url = Адрес
desk-links-url-vendure = Где отвечает её сервер, без /admin-api: https://shop.example
desk-links-url-shopify = https://vash-magazin.myshopify.com
desk-links-url-woocommerce = Где отвечает WordPress, без /wp-json: https://shop.example
desk-links-secret-username = Имя администратора
desk-links-secret-password = Пароль администратора
desk-links-secret-access-token = Токен доступа к Admin API
desk-links-secret-consumer-key = Ключ клиента (consumer key)
desk-links-secret-consumer-secret = Секрет клиента (consumer secret)
desk-links-secret-webhook-secret = Секрет, которым подписаны вебхуки
desk-links-secret-stays = Оставьте пустым, чтобы сохранить нынешний.
desk-links-goods = Чьё слово о товарах и ценах главное
desk-links-goods-theirs = Их: что меняют они, меняется здесь
desk-links-goods-ours = Наше: их товары находятся по артикулу и получают наши цены
desk-links-place = Где лежит их товар
desk-links-no-place = Не засчитывать их остатки
desk-links-place-hint = Их остатки засчитываются здесь один раз. Дальше главные — ваши книги.
desk-links-tells = Сообщать им остатки
desk-links-tells-hint = Что продано у любой двери, исчезает и там. Числа, изменённые там вручную, исправляются.
desk-links-aside = Откладывать для них каждого товара
desk-links-aside-hint = Столько штук (не больше половины того, что есть) только для них, чтобы ничего не продалось и здесь, и там в одну и ту же минуту. Пусто — они видят всё, что есть.
desk-links-their-place = Их склад
desk-links-their-place-hint = Идентификатор их склада; пусто — первый.
desk-links-currency = Валюта их цен
desk-links-running = Работает
desk-links-importing = Первое чтение
desk-links-paused = Приостановлена
desk-links-failing = Сейчас не работает
desk-links-refused = Не пускает нас
desk-links-refused-text = Нас не пускают, поэтому связь приостановлена. Проверьте адрес и ключи ниже и сохраните: попытка будет сразу.
desk-links-failing-text = Что-то пошло не так. Попытка повторится сама и продолжится с того же места.
desk-links-standing = Состояние
desk-links-not-yet = ещё не всё
desk-links-complete = полностью
desk-links-taken =
    { $count ->
        [one] принята { $count } запись
        [few] приняты { $count } записи
        [many] принято { $count } записей
       *[other] принято { $count } записи
    }
desk-links-feed-products = Товары
desk-links-feed-variants = Варианты
desk-links-feed-customers = Покупатели
desk-links-feed-orders = Заказы
desk-links-feed-levels = Остатки
desk-links-deeds = Что можно сделать
desk-links-read-now = Прочитать сейчас
desk-links-read-all = Прочитать всё заново
desk-links-read-all-sure = Всё будет прочитано ещё раз. Что уже верно, останется как есть.
desk-links-test = Проверить связь
desk-links-pause = Приостановить
desk-links-resume = Продолжить
desk-links-problems = На что нужно взглянуть
desk-links-problem-refused = Товар не принят: { $why }
desk-links-problem-short = Там продали больше, чем было: { $skus }. Пополните запас или предупредите покупателя.
desk-links-problem-edited = Заказ изменили там после оформления: добавили или увеличили позиции. Сравните его.
desk-links-problems-seen = Просмотрено
desk-links-webhooks = Вебхуки
desk-links-webhooks-shopify = В Shopify, в разделе «Настройки › Уведомления › Вебхуки», добавьте заказы, товары и покупателей с адресом этого сервера и путём ниже.
desk-links-webhooks-woocommerce = В WooCommerce, в разделе «Настройки › Дополнительно › Вебхуки», добавьте заказы, товары и покупателей с адресом этого сервера и путём ниже и с тем же секретом.
desk-links-connection = Как он связан
desk-flash-links-made = Магазин связан. Первое чтение началось.
desk-flash-links-saved = Сохранено. Работает.
desk-flash-links-works = Нас пускают.
desk-flash-links-reading = Идёт чтение.
desk-flash-links-paused = Связь приостановлена.
desk-flash-links-resumed = Связь продолжается.
desk-flash-links-seen = Отмечено.
desk-did-link-made = Связан магазин
desk-did-link-changed = Изменена связь с магазином
desk-did-link-read-again = Запрошено повторное чтение связанного магазина
desk-did-link-paused = Связь приостановлена
desk-did-link-resumed = Связь возобновлена
desk-did-link-problems-seen = Просмотрены заказы связанного магазина
desk-error-no-such-location = Нет открытого места с таким кодом. Загляните в места раздела «Склад».
desk-error-bad-shop-url = Укажите адрес сервера магазина, например https://shop.example.
desk-error-bad-aside = Напишите целым числом, сколько штук откладывать, или ничего.

## Parcels

desk-links-tells-parcels = Сообщать им об отправке
desk-links-tells-parcels-hint = О посылке по их заказу, собранной здесь, сообщается туда вместе с номером для отслеживания.

## Apps of Shopify

desk-links-secret-client-id = Идентификатор клиента (Client ID)
desk-links-secret-client-secret = Секрет клиента (Client secret)
desk-links-secret-access-token-hint = Только для приложения, созданного в панели магазина до 2026 года.
desk-links-secret-client-id-hint = Своего приложения в Dev Dashboard Shopify, установленного в магазине.
desk-links-secret-client-secret-hint = Показан рядом с идентификатором клиента.

## Medusa

desk-links-about-medusa = Через Admin API, версия 2. Читается каждую минуту.
desk-links-url-medusa = Где отвечает её сервер, без /admin: https://shop.example
desk-links-secret-api-key = Секретный ключ API (в Medusa: Settings › Secret API Keys)
