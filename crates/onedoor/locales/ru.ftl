### The desk: what the merchant’s staff read.

## Around every page

desk-skip = Перейти к содержанию
desk-nav = Главная навигация
desk-nav-inbox = Диалоги
desk-nav-customers = Клиенты
desk-nav-doors = Двери
desk-nav-audit = Журнал
desk-nav-settings = Настройки
desk-nav-sell = Продажи
desk-nav-goods = Товар
desk-nav-set-up = Настройка
desk-nav-more = Ещё
desk-search = Поиск клиентов
desk-search-hint = Имя, почта, телефон, карта…
desk-language = Язык
desk-theme-dark = Тёмное оформление
desk-theme-light = Светлое оформление
desk-save = Сохранить
desk-show = Показать
desk-close = Закрыть
desk-cancel = Отмена
desk-continue = Продолжить
desk-change = Изменить
desk-copy = Скопировать
desk-copied = Скопировано
desk-home = К рабочему столу
desk-pages = Страницы
desk-newest = Самые новые
desk-older = Более ранние
desk-never = никогда
desk-porch = В какую бы дверь они ни вошли, это один и тот же клиент.

## Keys

desk-keys = Клавиатура
desk-keys-search = Поиск
desk-keys-move = Вниз и вверх по списку
desk-keys-open = Открыть
desk-keys-doors = Ответ через первую, вторую… дверь
desk-keys-views = В диалогах: первый, второй… вид
desk-keys-help = Эта подсказка

## First set-up

desk-set-up = Добро пожаловать
desk-set-up-lead = Создайте учётную запись владельца. Остальных вы пригласите потом.
desk-set-up-do = Открыть рабочий стол
desk-your-name = Ваше имя
desk-name = Имя
desk-email = Электронная почта
desk-password = Пароль
desk-password-hint = Не менее 10 символов. Три-четыре слова легко запомнить и трудно угадать.

## Sign-in

desk-sign-in = Вход
desk-sign-out = Выйти
desk-forgot = Забыли пароль? Владелец или администратор может дать вам новую ссылку.
desk-code = Код
desk-code-lead = Пароль верный. Ещё один шаг.
desk-code-hint = Шесть цифр из приложения-аутентификатора или резервный код.
desk-set-password = Задать пароль
desk-new-password = Новый пароль
desk-old-password = Текущий пароль
desk-change-password = Сменить пароль
desk-link-lead = Здравствуйте, { $name }. Выберите пароль, с которым вы будете входить как { $email }.

## One’s own account

desk-my-account = Моя учётная запись
desk-demo-note = Это рабочий стол демонстрации. Он открыт только для этого компьютера, поэтому здесь нет ни учётной записи, ни пароля.
desk-sessions = Где выполнен вход
desk-this-browser = Этот браузер
desk-seen = последний раз
desk-end-session-ask = Выйти в этом браузере?
desk-end-others-ask = Выйти везде, кроме этого браузера?
desk-end-others =
    { $count ->
        [one] Выйти ещё в { $count } браузере
        [few] Выйти ещё в { $count } браузерах
        [many] Выйти ещё в { $count } браузерах
       *[other] Выйти ещё в { $count } браузера
    }

## Second factor

desk-second-factor = Двухэтапный вход
desk-second-factor-short = два этапа
desk-second-factor-why = Тогда одного украденного пароля мало: нужен ещё и код с телефона.
desk-second-factor-on = Включить
desk-second-factor-off = Отключить
desk-second-factor-since = Включён с { $day }
desk-second-factor-step-app = Установите на телефон приложение-аутентификатор, если его ещё нет.
desk-second-factor-step-scan = Отсканируйте им эту картинку.
desk-second-factor-step-code = Введите код, который оно покажет.
desk-second-factor-by-hand = Не могу отсканировать
desk-code-confirm-hint = Шесть цифр. Они меняются каждые полминуты.
desk-qr = QR-код для приложения-аутентификатора
desk-recovery-codes = Резервные коды
desk-recovery-codes-lead = Распечатайте их или запишите. Каждый один раз откроет рабочий стол, если вы потеряете телефон. Больше мы их не покажем.
desk-codes-left =
    { $count ->
        [0] Резервных кодов не осталось: создайте новые.
        [one] Остался { $count } резервный код.
        [few] Осталось { $count } резервных кода.
        [many] Осталось { $count } резервных кодов.
       *[other] Осталось { $count } резервного кода.
    }
desk-new-codes = Новые резервные коды
desk-codes-kept = Коды сохранены

## Team

desk-team = Команда
desk-team-lead = Кто здесь работает и что кому можно.
desk-role = Роль
desk-role-of = Роль: { $name }
desk-role-owner = Владелец
desk-role-admin = Администратор
desk-role-agent = Консультант
desk-role-clerk = Продавец
desk-role-marketer = Маркетолог
desk-role-analyst = Аналитик
desk-state = Состояние
desk-state-active = активна
desk-state-invited = приглашена
desk-state-disabled = отключена
desk-seen-last = Последний вход
desk-actions = Действия
desk-invite = Пригласить сотрудника
desk-invite-do = Создать приглашение
desk-link-for = Ссылка для: { $name }
desk-link-once = Передайте её сами. Она действует один раз в течение трёх дней и больше не будет показана.
desk-reset = Новая ссылка
desk-reset-ask = Создать ссылку, по которой { $name } задаст новый пароль? При её использовании двухэтапный вход отключится.
desk-disable = Отключить
desk-disable-ask = Отключить учётную запись: { $name }? Вход сразу завершится везде.
desk-enable = Включить
desk-enable-ask = Снова разрешить вход: { $name }?

## Customers: the list

desk-customers-count =
    { $count ->
        [one] { $count } клиент, недавние — первыми
        [few] { $count } клиента, недавние — первыми
       *[many] { $count } клиентов, недавние — первыми
    }
desk-customers-more-than = Больше { $count } клиентов, недавние — первыми
desk-customers-show = Кого показать
desk-customers-all = Все
desk-customers-known = Известные
desk-customers-visitors = Посетители
desk-customers-customer = Клиент
desk-customers-known-by = По чему узнаём
desk-customers-last-seen = Последний визит
desk-customers-orders = Заказы
desk-customers-last-order = последний: { $ago }
desk-customers-spent = Потрачено
desk-customers-nobody = Клиентов пока нет
desk-customers-nobody-text = Каждый, кто войдёт в одну из ваших дверей, сразу появится здесь. Подключите первую дверь: хватит нескольких строк кода, а то и вовсе без них.
desk-customers-to-doors = Подключить дверь
desk-customers-none-here = Здесь никого нет
desk-customers-none-here-text = Среди недавних клиентов таких нет.
desk-customers-hits =
    { $count ->
        [0] Никого не найдено
        [one] Найден { $count } клиент
        [few] Найдено { $count } клиента
       *[many] Найдено { $count } клиентов
    }
desk-customers-first-hits =
    { $count ->
        [one] Первый { $count } результат. Введите больше, чтобы сузить поиск.
        [few] Первые { $count } результата. Введите больше, чтобы сузить поиск.
       *[many] Первые { $count } результатов. Введите больше, чтобы сузить поиск.
    }
desk-customers-no-hit = По запросу «{ $query }» никого нет
desk-customers-no-hit-text = Искать можно по началу имени, фамилии, адреса почты, номера телефона (с кодом страны или без него), карты лояльности или учётной записи. Регистр и диакритика не важны.
desk-customers-visitor = Посетитель
desk-customers-visitor-on = Посетитель · { $door }
desk-customers-a-door = Дверь

## Customers: who it is

desk-customers-about = Об этом клиенте
desk-customers-parts = Части страницы
desk-customers-back = Назад
desk-customers-known-one = Известный клиент
desk-customers-known-why = Есть учётная запись или адрес, за который поручился ваш сервер.
desk-customers-visitor-why = Был замечен, но пока не известен: нет учётной записи и ничего не подтверждено.
desk-customers-restricted = Ограничение
desk-customers-restricted-why = С { $day } данные можно хранить, но нельзя использовать (GDPR, статья 18).
desk-customers-objected = Без прямого маркетинга
desk-customers-objected-why = Возражение против прямого маркетинга от { $day } (GDPR, статья 21).
desk-customers-copy-id = Скопировать идентификатор
desk-customers-merge-with = Объединить с…
desk-customers-since = Клиент с
desk-customers-first-seen = Первый визит
desk-customers-open = Незавершённые дела
desk-customers-open-cart = Неоплаченная корзина
desk-customers-open-return = Начат возврат
desk-customers-kind-user-id = Учётная запись
desk-customers-kind-device = Устройство
desk-customers-kind-email = Эл. почта
desk-customers-kind-phone = Телефон
desk-customers-kind-loyalty-card = Карта лояльности
desk-customers-kind-whatsapp-id = WhatsApp
desk-customers-kind-messenger-id = Messenger
desk-customers-kind-instagram-id = Instagram
desk-customers-kind-telegram-id = Telegram
desk-bounced-undeliverable = Письма возвращаются
desk-bounced-undeliverable-why = Письмо на адрес { $address } вернулось { $day }. Ответ сервера: { $reason }
desk-bounced-delayed = Письма задерживаются
desk-bounced-delayed-why =
    { $count ->
        [one] { $count } письмо на адрес { $address } не дошло
        [few] { $count } письма подряд на адрес { $address } не дошли
        [many] { $count } писем подряд на адрес { $address } не дошли
       *[other] { $count } письма на адрес { $address } не дошло
    }, последнее – { $day }. Ответ сервера: { $reason }
desk-customers-identities = По чему узнаём
desk-customers-no-identities = Пока ничего.
desk-customers-more = Ещё { $count }
desk-customers-verified = Подтверждено
desk-customers-verified-why = За это { $day } поручился ваш сервер, у которого есть секретный ключ. Может объединять истории.
desk-customers-unproven = Указано, не подтверждено
desk-customers-unproven-why = Введено { $day }. Больше ни у кого этого нет, но никто этого и не подтвердил: ничего не объединяет и ничего не открывает.
desk-customers-shared = Общее
desk-customers-shared-why = Им пользуются несколько человек, это видно с { $day }: киоск, семейный планшет. Больше никого не объединяет.
desk-customers-also-said = Это же указывает
desk-customers-claims = Указывает как своё
desk-customers-claims-why = Кто-то это ввёл. Это не подтверждено: на этом основании ничего не сообщайте и не отправляйте.
desk-customers-not-proven = не подтверждено
desk-customers-belongs-to = Принадлежит клиенту
desk-customers-maybe = Возможно, это один человек
desk-customers-maybe-why = Что-то замечено у обоих. Ни одно правило их не объединит; вы можете.
desk-customers-refused-two-accounts = У каждого своя учётная запись.
desk-customers-refused-both-known = Оба известны, и ничто не доказывает, что это один человек.
desk-customers-refused-too-many = Вместе у них было бы этого больше, чем бывает у одного человека.
desk-customers-refused-seen-with-both = Замечено у обоих и теперь считается общим.
desk-customers-compare = Сравнить
desk-customers-are-two = Это двое
desk-customers-traits = Сведения
desk-customers-no-traits = Ни одна дверь пока ничего не сообщила.
desk-customers-trait-first-name = Имя
desk-customers-trait-last-name = Фамилия
desk-customers-trait-name = Имя и фамилия
desk-customers-trait-email = Эл. почта
desk-customers-trait-phone = Телефон
desk-customers-trait-card = Карта лояльности
desk-customers-trait-birthday = День рождения
desk-customers-trait-gender = Пол
desk-customers-trait-language = Язык
desk-customers-trait-address = Адрес
desk-customers-trait-city = Город
desk-customers-trait-country = Страна
desk-customers-trait-company = Компания
desk-customers-trait-username = Имя пользователя
desk-customers-trait-created = Учётная запись с
desk-customers-trait-tier = Уровень лояльности
desk-customers-trait-verified = За это поручился ваш сервер.
desk-customers-yes = да
desk-customers-no = нет
desk-customers-doors-used = Через какие двери приходит
desk-customers-events =
    { $count ->
        [one] { $count } событие
        [few] { $count } события
       *[many] { $count } событий
    }
desk-customers-households = Семьи и группы
desk-customers-alone = Больше в ней никого нет.

## Customers: what they allow

desk-customers-consent = Согласия
desk-customers-no-consent = Ещё не спрашивали, поэтому ничего из того, что требует согласия, не разрешено.
desk-customers-purpose = Цель
desk-customers-purpose-marketing = Маркетинг
desk-customers-purpose-profiling = Профилирование
desk-customers-purpose-analytics = Аналитика
desk-customers-purpose-service = Обслуживание
desk-customers-purpose-ads = Реклама
desk-customers-way-email = Эл. почта
desk-customers-way-sms = SMS
desk-customers-way-whatsapp = WhatsApp
desk-customers-way-push = Сообщения в приложении
desk-customers-way-phone = Телефон
desk-customers-way-post = Почта
desk-customers-way-web = Сайт
desk-customers-way-app = Приложение
desk-customers-way-messenger = Messenger
desk-customers-not-asked = Не спрашивали
desk-customers-state-granted = Да
desk-customers-state-pending = Ожидает
desk-customers-state-denied = Нет
desk-customers-state-withdrawn = Отозвано
desk-customers-state-since = С { $day }
desk-customers-proof = Подтверждения
desk-customers-wording = текст { $wording }
desk-customers-by-customer = самим клиентом
desk-customers-by-server = записано сервером
desk-customers-basis-consent = согласие
desk-customers-basis-soft-opt-in = действующий клиент
desk-customers-basis-contract = договор
desk-customers-basis-legitimate-interest = законный интерес

## Customers: the timeline

desk-customers-timeline = История
desk-customers-live = Обновляется
desk-customers-today = Сегодня
desk-customers-yesterday = Вчера
desk-customers-door = Дверь
desk-customers-every-door = Все двери
desk-customers-sort = Что произошло
desk-customers-every-sort = Всё
desk-customers-sort-shopping = Покупки
desk-customers-sort-looking = Просмотры
desk-customers-sort-talking = Общение
desk-customers-sort-person = О человеке
desk-customers-sort-other = Прочее
desk-customers-days = Когда
desk-customers-any-time = За всё время
desk-customers-days-1 = Сегодня
desk-customers-days-7 = Последние 7 дней
desk-customers-days-30 = Последние 30 дней
desk-customers-days-365 = Последние 12 месяцев
desk-customers-dates = Даты
desk-customers-from = С
desk-customers-to = По
desk-customers-show-all = Показать всё
desk-customers-no-events = Пока ничего не произошло
desk-customers-no-events-text = Что бы клиент ни сделал у любой двери, это появится здесь в ту же секунду.
desk-customers-no-such-events = Ничего такого нет
desk-customers-no-such-events-text = Уберите фильтр, чтобы увидеть больше.
desk-customers-details = Как пришло
desk-customers-raw-call = Вызов
desk-customers-raw-door = Дверь
desk-customers-raw-occurred = Произошло
desk-customers-raw-received = Получено
desk-customers-raw-id = Событие
desk-customers-raw-leaf = Относится к
desk-customers-raw-device = Устройство
desk-customers-raw-context = Контекст

## Customers: why one, and making one of two

desk-customers-merges = Почему это один клиент
desk-customers-never-merged = Ничего не объединяли: с самого начала это одна история.
desk-customers-undo = Отменить…
desk-customers-rule-login = Вход на устройстве { $value }
desk-customers-rule-login-plain = Вход
desk-customers-rule-same = Одно и то же, подтверждено ({ $kind }): { $value }
desk-customers-rule-alias = Ваш сервер сообщает, что это одно и то же: { $value }
desk-customers-rule-staff = Объединено вручную: «{ $reason }»
desk-customers-by-rule = автоматически
desk-customers-undone = Отменённые: { $count }
desk-customers-undone-shared = Оказалось, что устройство общее
desk-customers-other-side = Другая сторона
desk-customers-merge-again = Объединить снова
desk-customers-just-undone = Отменено. Каждая сторона получила своё обратно. Ни одно правило их больше не объединит.
desk-customers-merge-title = Кто ещё — это { $name }?
desk-customers-merge-lead = Найдите второго клиента. Вы увидите, что станет одним, прежде чем что-либо произойдёт.
desk-customers-merge-find = Поиск второго клиента
desk-customers-merge-preview = Это один человек?
desk-customers-merge-preview-lead = Пока ничего не произошло. При объединении ничего не теряется, и его можно отменить.
desk-customers-merge-outcome = Вместе: { $name }
desk-customers-identities-count =
    { $count ->
        [one] { $count } идентификатор
        [few] { $count } идентификатора
       *[many] { $count } идентификаторов
    }
desk-customers-orders-count =
    { $count ->
        [one] { $count } заказ
        [few] { $count } заказа
       *[many] { $count } заказов
    }
desk-customers-conflict-accounts = У каждого своя учётная запись. Две записи — это чаще всего два человека, например в семье. Убедитесь.
desk-customers-conflict-limit = Вместе у них было бы больше одного рода ({ $kind }), чем бывает у одного человека.
desk-customers-stricter = Для обоих действует более строгое слово:
desk-customers-flags-spread = Ограничение или возражение одной стороны действует для обеих.
desk-customers-merge-undoable = Каждая запись истории остаётся у той стороны, которая её принесла, поэтому отмена вернёт обеим сторонам ровно то, что было их.
desk-customers-reason = Причина
desk-customers-merge-reason-hint = Откуда это известно? Следующий коллега это прочтёт.
desk-customers-merge-do = Объединить
desk-customers-split-preview = Кому что достанется
desk-customers-split-lead = Пока ничего не произошло. Так будет, если отменить объединение.
desk-customers-split-why = События, заказы, согласия и идентификаторы вернутся к той стороне, которая их принесла. Ни одно правило их больше не объединит; вы можете.
desk-customers-split-reason-hint = Почему это два человека? Следующий коллега это прочтёт.
desk-customers-split-do = Отменить объединение

## Customers: what they may ask of the shop

desk-customers-privacy = Личные данные
desk-customers-export-html = Всё о клиенте, для чтения
desk-customers-export-json = Всё о клиенте, файлом JSON
desk-customers-objection-set = Без рекламы
desk-customers-objection-set-ask = Отметить, что человек возражает против прямого маркетинга? С этой минуты ничего такого ему отправлять нельзя.
desk-customers-objection-lift = Снова разрешить рекламу
desk-customers-objection-lift-ask = Снять возражение против прямого маркетинга? Только если человек сам об этом попросил.
desk-customers-restriction-set = Ограничить
desk-customers-restriction-set-ask = Ограничить использование данных этого человека? Они сохранятся, но до снятия ограничения ни для чего не будут использоваться.
desk-customers-restriction-lift = Снять ограничение
desk-customers-restriction-lift-ask = Снять ограничение? Данные снова можно будет использовать.
desk-customers-erase = Удалить данные…
desk-customers-erase-title = Удалить все данные: { $name }?
desk-customers-erase-text = Всё, что известно об этом человеке, исчезнет сразу и навсегда: события, заказы, идентификаторы, согласия. То, что велит хранить закон, останется без имени, а в подтверждении будет сказано, что и почему. Вернуть ничего нельзя.
desk-customers-erase-type = Для надёжности введите: { $name }
desk-customers-erase-do = Удалить навсегда
desk-customers-receipt = Подтверждение удаления
desk-customers-went = Что удалено
desk-customers-went-events = События
desk-customers-went-traits = Сведения по дверям
desk-customers-went-search-terms = Слова для поиска
desk-customers-went-memberships = Участие в семьях и группах
desk-customers-went-consents = Согласия, которые не нужно доказывать
desk-customers-went-identities = Идентификаторы
desk-customers-went-claims = Неподтверждённые заявления
desk-customers-went-edges = Объединения
desk-customers-went-proposals = Вопросы, один ли это человек
desk-customers-went-dealings = Заказы, корзины и возвраты
desk-customers-went-bounces = Вернувшиеся письма
desk-customers-went-rejections = Отклонённые вызовы, где о нём говорилось
desk-customers-kept = Что сохранено и почему
desk-customers-kept-customers = Пустые строки: эти идентификаторы больше никому не достанутся.
desk-customers-kept-tombstones = Солёные хеши идентификаторов, чтобы импорт не вернул этого человека.
desk-customers-kept-consents = Что было разрешено и что нет, без адреса: доказательство, что сообщения были законны (GDPR, статьи 7 (1) и 17 (3) (e)).
desk-customers-kept-audit-log = Что этот идентификатор удалён, когда и кем: доказательство, что просьба выполнена (GDPR, статья 5 (2)).

## Doors

desk-doors-lead = Все места, через которые приходят клиенты. Каждое подключается отдельно, и все ведут к одному и тому же клиенту.
desk-doors-add = Добавить дверь
desk-doors-door = Дверь
desk-doors-last-day = За 24 часа
desk-doors-in-hour = { $count } за последний час
desk-doors-last-event = Последнее событие
desk-doors-waiting = ждёт первого события
desk-doors-open = открыта
desk-doors-shut = закрыта
desk-doors-nothing-passes = ничего
desk-doors-first = Сначала одна дверь
desk-doors-first-text = Начните там, откуда приходит больше всего клиентов. Вы получите два ключа и несколько строк для вставки; это пять минут, и первое событие вы увидите сразу.
desk-can = Что проходит через эту дверь
desk-can-lead = Насколько известно. Под каждым фактом указано, откуда он и на какую дату: поставщики меняют правила.
desk-can-general = общеизвестно
desk-can-ours = этот сервер
desk-can-yes = Да
desk-can-no = Нет
desk-can-text = Текст
desk-can-text-none = Через эту дверь не проходит ничего из сказанного.
desk-can-text-max = Символов не больше: { $count }
desk-can-text-sms = SMS в одном сообщении не больше: { $sms }. Места в единственном: { $single } символов, в каждом из нескольких: { $part }; с буквами, которых нет в простом алфавите: { $dear } и { $dearpart }.
desk-can-subject = Тема
desk-can-files = Файлы
desk-can-files-link = Отправляются ссылкой.
desk-can-files-max = До { $count } МБ
desk-can-buttons = Кнопки
desk-can-buttons-max = Не больше { $count }
desk-can-markup = Оформление
desk-can-markup-html = Заголовки, списки, ссылки, полужирный
desk-can-markup-signs = Полужирный и курсив
desk-can-window = Когда магазин может писать
desk-can-window-none = Всегда
desk-can-window-open = В течение { $hours } ч после последнего слова клиента
desk-can-window-person = Человек, а не машина: в течение { $hours } ч
desk-can-window-templates = Потом только шаблоны, одобренные поставщиком
desk-can-window-shut = Потом только через другую дверь
desk-can-receipts = О чём она сообщает
desk-can-receipts-failures = Только о том, что не удалось доставить
desk-can-receipts-delivered = Что сообщение доставлено
desk-can-receipts-read = Что сообщение доставлено и прочитано
desk-can-opt-out = Как люди говорят, что хватит
desk-can-opt-out-none = Они уходят или говорят об этом человеку.
desk-can-opt-out-words = Словом, которое стоит отдельно
desk-can-opt-out-link = Ссылкой в сообщении
desk-can-opt-out-signal = Дверь сама сообщает нам об этом.
desk-can-stops = Слова, которые это прекращают
desk-can-starts = Слова, которые это отменяют
desk-doors-all-kinds = Все виды дверей
desk-doors-ask-admin = Попросите владельца или администратора открыть первую дверь.

## Doors: a new one

desk-doors-new = Новая дверь
desk-doors-new-lead = Что это? От вида зависят значок и то, что проходит через неё сначала; остальное можно изменить потом.
desk-doors-group-sell = Где вы продаёте
desk-doors-group-talk = Где вы общаетесь
desk-doors-group-found = Как вас находят
desk-doors-group-machines = Машины
desk-doors-name = Название двери
desk-doors-name-hint = Как её называет ваша команда: «Магазин Краков», «Интернет-магазин PL».
desk-doors-make = Создать дверь
desk-doors-other-kind = Другой вид
desk-doors-passes = Что проходит
desk-doors-passes-title = Что проходит через эту дверь
desk-doors-track = События
desk-doors-track-hint = Действия клиентов здесь записываются. Выключено: вызовы отклоняются.
desk-doors-talk = Общение
desk-doors-talk-hint = Здесь клиенты и ваша команда переписываются или разговаривают.
desk-doors-sell = Продажи
desk-doors-sell-hint = Здесь клиенты покупают.

## Doors: kinds

desk-doors-kind-web = Интернет-магазин
desk-doors-about-web = Страницы вашего магазина в любом браузере.
desk-doors-kind-app = Мобильное приложение
desk-doors-about-app = Ваше приложение на телефонах и планшетах.
desk-doors-kind-store = Магазин
desk-doors-about-store = Кассы, чеки и карты постоянного клиента у прилавка.
desk-doors-kind-marketplace = Маркетплейс
desk-doors-about-marketplace = Заказы с площадки, на которой вы продаёте.
desk-doors-kind-phone = Телефон
desk-doors-about-phone = Звонки на ваши линии и в колл-центр.
desk-doors-kind-event = Ярмарка или мероприятие
desk-doors-about-event = Стенд, дегустация, мастер-класс: кто пришёл и записался.
desk-doors-kind-email = Электронная почта
desk-doors-about-email = Рассылки и письма: отправленные, открытые, с ответом.
desk-doors-kind-sms = SMS
desk-doors-about-sms = Текстовые сообщения и ссылки в них.
desk-doors-kind-whatsapp = WhatsApp
desk-doors-kind-messenger = Messenger
desk-doors-kind-instagram = Instagram
desk-doors-kind-telegram = Telegram
desk-doors-kind-viber = Viber
desk-doors-about-talk = Переписка через { $name }.
desk-doors-kind-chat = Чат на сайте
desk-doors-about-chat = Окно чата на ваших страницах.
desk-doors-kind-form = Форма обратной связи
desk-doors-about-form = Вопросы, которые пишут на ваших страницах.
desk-doors-kind-push = Уведомления
desk-doors-about-push = Уведомления приложения: показанные и открытые.
desk-doors-kind-ads = Реклама
desk-doors-about-ads = Клики и заявки с платной рекламы.
desk-doors-kind-print = Печать и QR
desk-doors-about-print = Каталоги, плакаты и посылки с кодом для сканирования.
desk-doors-kind-partner = Партнёрская программа
desk-doors-about-partner = Клиенты от партнёров и блогеров.
desk-doors-kind-assistant = ИИ-ассистент
desk-doors-about-assistant = Ассистент, который спрашивает или покупает за клиента.
desk-doors-kind-api = Другая система
desk-doors-about-api = Любая ваша система, которая умеет отправлять запросы.
desk-doors-kind-import = История
desk-doors-about-import = Прошлые события из файлов и старых систем.

## Doors: what comes in

desk-doors-waiting-title = Ждём первого события
desk-doors-waiting-text = Вставьте строки ниже и отправьте одно событие. Страница сама его заметит.
desk-doors-first-event = Первое событие
desk-doors-works = Дверь работает
desk-doors-is-shut = Эта дверь закрыта с { $day }. Её ключи не действуют; история сохраняется.
desk-doors-no-track = События через эту дверь не проходят: её вызовы отклоняются.
desk-doors-figure-hour = за час
desk-doors-figure-day = за 24 часа
desk-doors-figure-all = всего
desk-doors-latest = Новейшие события
desk-doors-visitor = посетитель
desk-doors-refused = Отклонённые вызовы
desk-doors-refused-text = Они пришли сюда и не были записаны. Отправитель получил ту же причину.
desk-doors-refused-call = Показать вызов
desk-doors-refused-no-identity = Не указано, кто это. Отправьте userId или anonymousId.
desk-doors-refused-bad-json = Его нельзя прочитать: JSON повреждён или имеет другую форму.
desk-doors-refused-no-type = Нет типа. Отправьте track, identify, page, screen, group или alias.
desk-doors-refused-no-event = Вызову track нужно название события.
desk-doors-refused-call-too-large = Он больше 32 КБ.

## Doors: how to connect

desk-doors-keys = Ключи
desk-doors-write-key = Ключ записи
desk-doors-write-hint = Открытый: его можно ставить на страницы и в приложения. Он записывает, но ничего не читает.
desk-doors-secret-key = Секретный ключ
desk-doors-secret-hint = Только для ваших серверов и касс. Он читает данные клиентов, и ему верят, когда он называет личность подтверждённой. Мы храним только его хеш.
desk-doors-secret-once = Скопируйте его сейчас: он показывается один раз.
desk-doors-replace = Создать новый секретный ключ
desk-doors-replace-ask = Создать новый секретный ключ для «{ $name }»? Старый сразу перестанет действовать: серверам и кассам понадобится новый.
desk-doors-connect = Подключение
desk-doors-connect-text = Выберите, с чем вы работаете. Адрес и ключ записи уже подставлены.
desk-doors-sdk-browser = Браузер
desk-doors-sdk-node = Node.js
desk-doors-sdk-python = Python
desk-doors-sdk-rudder = RudderStack
desk-doors-sdk-curl = curl
desk-doors-sdk-till = Касса
desk-doors-step-install = Установите
desk-doors-step-send = Отправьте событие
desk-doors-step-sign-in = Когда кто-то входит
desk-doors-step-secret = Поместите секретный ключ в окружение (вставьте и нажмите Enter)
desk-doors-step-scan = Отсканирована карта клиента
desk-doors-step-ask = Спросите, кто это

## Doors: what can be changed

desk-doors-connection = Подключение
desk-doors-connection-none = Ещё не подключено: то, что пишут сюда, до вас не доходит, и ответить нельзя.
desk-doors-connected-since = Подключено, как указано ниже, с
desk-doors-connection-test = Проверить подключение
desk-doors-connection-said = { $error } Ответ сервера: «{ $said }»
desk-doors-guide = Как подключить, шаг за шагом
desk-doors-hook = Callback URL: куда приходят сообщения
desk-doors-verify-token = Verify token
desk-doors-guide-whatsapp-1 = В приложении Meta (developers.facebook.com) добавьте продукт WhatsApp. В разделе «API setup» указаны идентификатор номера телефона и идентификатор аккаунта WhatsApp Business: скопируйте оба в поля ниже.
desk-doors-guide-whatsapp-2 = В настройках компании создайте системного пользователя, дайте ему приложение и аккаунт WhatsApp и выпустите токен с правами whatsapp_business_messaging и whatsapp_business_management. (Токен из «API setup» действует один день.)
desk-doors-guide-whatsapp-3 = Скопируйте секрет приложения из «App settings → Basic» и сохраните форму.
desk-doors-guide-whatsapp-4 = В разделе «WhatsApp → Configuration» вставьте эти два значения и подпишитесь на поля messages и user_preferences.
desk-doors-guide-whatsapp-5 = Напишите на этот номер со своего телефона. Страница сама это заметит.
desk-doors-guide-messenger-1 = В приложении Meta (developers.facebook.com) добавьте продукт Messenger и подключите свою страницу. Скопируйте идентификатор страницы в поле ниже.
desk-doors-guide-messenger-2 = Выпустите для страницы токен доступа с правами pages_messaging и pages_manage_metadata.
desk-doors-guide-messenger-3 = Скопируйте секрет приложения из «App settings → Basic» и сохраните форму.
desk-doors-guide-messenger-4 = В настройках Messenger вставьте эти два значения как webhook и подпишите страницу на messages, messaging_postbacks, message_deliveries, message_reads, message_echoes, message_edits и messaging_referrals.
desk-doors-guide-messenger-5 = Напишите странице со своего аккаунта. Страница панели сама это заметит.
desk-doors-guide-instagram-1 = Аккаунт Instagram должен быть профессиональным, а в настройках сообщений подключённым инструментам нужно разрешить их читать.
desk-doors-guide-instagram-2 = В приложении Meta (developers.facebook.com) добавьте продукт Instagram. В разделе «API setup with Instagram login» добавьте аккаунт и выпустите токен; скопируйте его и идентификатор аккаунта в поля ниже. Токен продлевается сам.
desk-doors-guide-instagram-3 = Скопируйте секрет приложения Instagram с той же страницы и сохраните форму.
desk-doors-guide-instagram-4 = Ниже вставьте эти два значения как webhook и подпишитесь на messages, messaging_postbacks, messaging_seen и messaging_referral.
desk-doors-guide-instagram-5 = Напишите аккаунту с другого аккаунта. Страница сама это заметит.
desk-doors-guide-telegram-1 = В Telegram напишите /newbot боту @BotFather и выберите имя для бота магазина.
desk-doors-guide-telegram-2 = Скопируйте токен из его ответа в поле ниже.
desk-doors-guide-telegram-3 = Если этот сервер доступен снаружи по https, выберите webhook; если нет, пусть Telegram опрашиваем мы. Сохраните: в Telegram ничего вставлять не нужно.
desk-doors-guide-telegram-4 = Откройте бота в своём Telegram и нажмите «Старт». Страница сама это заметит.
desk-doors-guide-twilio-1 = В консоли Twilio скопируйте Account SID и Auth token в поля ниже.
desk-doors-guide-twilio-2 = Укажите свой номер в Twilio (или messaging service) и сохраните форму.
desk-doors-guide-twilio-3 = На странице номера, в разделе «A message comes in», выберите Webhook и HTTP POST и вставьте этот адрес.
desk-doors-guide-twilio-4 = Отправьте SMS на этот номер со своего телефона. Страница сама это заметит.
desk-doors-guide-twilio-voice-1 = В консоли Twilio скопируйте Account SID и Auth token в поля ниже.
desk-doors-guide-twilio-voice-2 = Укажите свой номер в Twilio и то, что должно звонить, и сохраните форму.
desk-doors-guide-twilio-voice-3 = На странице номера, в разделе «A call comes in», выберите Webhook и HTTP POST и вставьте этот адрес; в разделе «Call status changes» — его же с /status на конце.
desk-doors-guide-twilio-voice-4 = Позвоните на этот номер со своего телефона. Страница сама это заметит.
desk-doors-guide-email-1 = Возьмите ящик, куда приходит только почта магазина. Если почтовая служба требует второй фактор, создайте для этого сервера пароль приложения.
desk-doors-guide-email-2 = Впишите серверы и пароли так, как их указывает почтовая служба, сохраните форму и проверьте подключение.
desk-doors-guide-email-3 = Напишите на этот адрес из своего ящика. Страница сама это заметит.
desk-doors-guide-smpp-1 = Попросите у оператора учётную запись SMPP на отправку и приём (transceiver) и сообщите ему адрес этого сервера.
desk-doors-guide-smpp-2 = Впишите полученные данные, сохраните форму и проверьте подключение.
desk-doors-guide-smpp-3 = Отправьте SMS на свой номер со своего телефона. Страница сама это заметит.
desk-doors-guide-kannel-1 = В kannel.conf создайте sendsms-user для этого сервера; скопируйте его имя и пароль в поля ниже.
desk-doors-guide-kannel-2 = Придумайте длинный секрет для адресов, которые вызывает Kannel, и сохраните форму.
desk-doors-guide-kannel-3 = В kannel.conf, в группе sms-service, задайте get-url: адрес этого сервера, затем /hooks/, id этой двери, /kannel/, ваш секрет и ?from=%p&to=%P&id=%I&text=%a. Потом отправьте SMS со своего телефона.
desk-doors-guide-asterisk-1 = В manager.conf создайте пользователя с read = call,dialplan и write = originate, доступного с адреса этого сервера.
desk-doors-guide-asterisk-2 = Впишите его имя и пароль, сохраните форму и проверьте подключение.
desk-doors-guide-asterisk-3 = Позвоните в магазин со своего телефона. Страница сама это заметит.
desk-doors-guide-own-1 = Ваш сервер приносит сообщения с секретным ключом этой двери на /v1/messages, а по адресу ниже узнаёт, что отправить. API описан в /openapi.json.
desk-doors-guide-own-2 = Сохраните форму и принесите первое сообщение. Страница сама это заметит.
desk-doors-waiting-message-title = Ждём первого сообщения
desk-doors-waiting-message-text = Подключите дверь ниже, потом напишите в неё сами. Страница сама это заметит.
desk-doors-reach = Здесь вас находят клиенты
desk-doors-reach-text = Эта ссылка открывает дверь в программе, которой пользуются клиенты. Разместите её на своих страницах или напечатайте код.
desk-doors-reach-qr = Та же ссылка в виде QR-кода
desk-doors-trial = Отправить пробное сообщение
desk-doors-trial-do = Отправить в ответ пробное сообщение
desk-doors-trial-back = Его получит { $name }: этот человек только что сюда написал.
desk-doors-trial-nobody = Сначала напишите в эту дверь со своего телефона. Тогда в ответ можно будет отправить пробное сообщение.
desk-doors-trial-to-email = Отправить пробное сообщение на этот адрес
desk-doors-trial-to-sms = Отправить пробное сообщение на этот номер
desk-doors-trial-text = Это проверка двери «{ $name }». Кто это читает, знает, что она работает.
desk-doors-token-new = Сколько действует токен доступа, станет известно после его продления, не позже чем через день.
desk-doors-token-until = Токен доступа действует до { $day } и продлевается сам заранее.
desk-doors-token-refused = Продлить токен доступа не удалось. Выпустите новый в Meta и сохраните его ниже. Ответ Meta: «{ $said }»
desk-doors-token-refused-until = Токен доступа действует до { $day }, и продлить его не удалось. Выпустите новый в Meta и сохраните его ниже. Ответ Meta: «{ $said }»
desk-doors-token-over = Срок токена доступа истёк { $day }: сюда ничего не приходит и отсюда не уходит. Выпустите новый в Meta и сохраните его ниже.
desk-doors-token-mark = нужен новый токен
desk-doors-field-whatsapp-signals = Клиенты видят, что сообщение прочитано и что им пишут
desk-doors-field-messenger-signals = Клиенты видят, что сообщение прочитано и что им пишут
desk-doors-field-instagram-signals = Клиенты видят, что сообщение прочитано и что им пишут
desk-doors-field-telegram-signals = Клиенты видят, что им пишут
desk-doors-field-instagram-login = Как выпущен токен
desk-doors-choice-instagram = через вход в Instagram
desk-doors-choice-facebook = через Facebook, для страницы, к которой привязан аккаунт
desk-flash-door-tried = Пробное сообщение отправлено. Посмотрите, дошло ли оно.
desk-error-meta-token = Токен доступа недействителен или его срок истёк. Выпустите новый в приложении Meta и сохраните его ниже.
desk-error-meta-permission = У токена доступа нет нужных прав. Дайте ему права из инструкции и выпустите новый.
desk-error-meta-object = Meta не знает этого идентификатора или не с этим токеном. Сверьте идентификаторы с теми, что в приложении Meta.
desk-error-meta-busy = Meta получила слишком много запросов сразу. Попробуйте через несколько минут.
desk-error-trial-not-sent = Пробное сообщение не ушло.
desk-error-nobody-wrote = За последний час сюда никто не писал. Сначала напишите, потом попробуйте ещё раз.
desk-error-bad-trial-address = Это не полный адрес и не номер.
desk-doors-provider-email = Почтовый ящик и сервер отправки
desk-doors-field-optional = { $label } (необязательно)
desk-doors-field-kept = Сохранено и больше не показывается. Оставьте пустым, чтобы не менять.
desk-doors-choice-tls = с шифрованием (TLS)
desk-doors-choice-starttls = с шифрованием после приветствия (STARTTLS)
desk-doors-choice-none = без шифрования
desk-doors-choice-yes = да
desk-doors-choice-no = нет
desk-doors-field-email-address = Адрес электронной почты магазина
desk-doors-field-email-name = Имя рядом с адресом
desk-doors-field-email-imap-host = Ящик: сервер (IMAP)
desk-doors-field-email-imap-port = Ящик: порт
desk-doors-field-email-imap-port-hint = Обычно 993, а со STARTTLS — 143.
desk-doors-field-email-imap-tls = Ящик: шифрование
desk-doors-field-email-imap-user = Ящик: имя пользователя
desk-doors-field-email-imap-password = Ящик: пароль
desk-doors-field-email-smtp-host = Отправка: сервер (SMTP)
desk-doors-field-email-smtp-port = Отправка: порт
desk-doors-field-email-smtp-port-hint = Обычно 465, а со STARTTLS — 587.
desk-doors-field-email-smtp-tls = Отправка: шифрование
desk-doors-field-email-smtp-user = Отправка: имя пользователя
desk-doors-field-email-smtp-user-hint = Оставьте пустым, если сервер принимает письма без входа.
desk-doors-field-email-smtp-password = Отправка: пароль
desk-doors-field-email-authority = Сертификат собственного удостоверяющего центра
desk-doors-field-email-authority-hint = Только если сертификаты ваших почтовых серверов выдал собственный центр: вставьте его сертификат в формате PEM (-----BEGIN CERTIFICATE-----).
desk-doors-field-email-plus = Сервер доставляет письма для имя+что-угодно@ на имя@
desk-doors-field-email-authserv-id = Имя в Authentication-Results
desk-doors-field-email-authserv-id-hint = Имя, которым ваш принимающий сервер подписывает проверки отправителей. Без него ни один адрес отправителя не считается подтверждённым.
desk-doors-provider-smpp = Сеанс с центром сообщений оператора (SMPP)
desk-doors-provider-twilio = Twilio
desk-doors-provider-kannel = Kannel, собственный шлюз
desk-doors-choice-latin = писать ą как a, ș как s…
desk-doors-choice-cyrillic = и кириллицу латинскими буквами
desk-doors-choice-gsm7 = GSM, 7 бит
desk-doors-choice-latin1 = Latin-1
desk-doors-choice-same = одинаково в обоих местах
desk-doors-choice-hex_then_decimal = шестнадцатеричный, затем десятичный
desk-doors-choice-decimal_then_hex = десятичный, затем шестнадцатеричный
desk-doors-field-smpp-host = Центр сообщений: сервер
desk-doors-field-smpp-port = Центр сообщений: порт
desk-doors-field-smpp-system-id = Имя системы (system id)
desk-doors-field-smpp-password = Пароль
desk-doors-field-smpp-system-type = Тип системы (system type)
desk-doors-field-smpp-from = Отправитель: номер, короткий номер или имя
desk-doors-field-smpp-plain = Менять буквы, чтобы уходило меньше SMS
desk-doors-field-smpp-default-alphabet = Алфавит центра по умолчанию
desk-doors-field-smpp-ids = Как центр пишет номера сообщений в ответах и отчётах
desk-doors-field-smpp-window = Сколько сообщений могут ждать ответа
desk-doors-field-smpp-per-second = Не больше сообщений в секунду
desk-doors-field-smpp-region = Страна номеров без международного кода
desk-doors-field-kannel-url = Адрес Kannel
desk-doors-field-kannel-username = Имя пользователя
desk-doors-field-kannel-password = Пароль
desk-doors-field-kannel-from = Отправитель: номер, короткий номер или имя
desk-doors-field-kannel-public-url = Публичный адрес этого сервера
desk-doors-field-kannel-hook-secret = Секрет в адресах, к которым обращается Kannel
desk-doors-field-kannel-plain = Менять буквы, чтобы уходило меньше SMS
desk-doors-field-kannel-region = Страна номеров без международного кода
desk-doors-field-twilio-account-sid = Account SID
desk-doors-field-twilio-auth-token = Токен (auth token)
desk-doors-field-twilio-from = Отправитель: номер, короткий номер или имя
desk-doors-field-twilio-messaging-service-sid = SID сервиса сообщений (messaging service)
desk-doors-field-twilio-public-url = Публичный адрес этого сервера
desk-doors-field-twilio-plain = Менять буквы, чтобы уходило меньше SMS
desk-doors-field-twilio-region = Страна номеров без международного кода
desk-doors-provider-whatsapp = WhatsApp через Cloud API компании Meta
desk-doors-provider-messenger = Messenger страницы в Facebook
desk-doors-provider-instagram = Личные сообщения в Instagram
desk-doors-provider-telegram = Бот в Telegram
desk-doors-choice-polling = мы спрашиваем Telegram (публичный адрес не нужен)
desk-doors-choice-webhook = их приносит Telegram (вебхук)
desk-doors-field-whatsapp-phone-number-id = Идентификатор номера телефона
desk-doors-field-whatsapp-business-account-id = Идентификатор аккаунта WhatsApp Business
desk-doors-field-whatsapp-access-token = Токен доступа
desk-doors-field-whatsapp-access-token-hint = Системного пользователя, с правами whatsapp_business_messaging и whatsapp_business_management.
desk-doors-field-whatsapp-app-secret = Секрет приложения
desk-doors-field-whatsapp-app-secret-hint = Им Meta подписывает то, что приносит.
desk-doors-field-whatsapp-api-url = Адрес API, если не у Meta
desk-doors-field-messenger-account-id = Идентификатор страницы
desk-doors-field-messenger-access-token = Токен доступа страницы
desk-doors-field-messenger-app-secret = Секрет приложения
desk-doors-field-messenger-app-secret-hint = Им Meta подписывает то, что приносит.
desk-doors-field-messenger-human-agent = Meta разрешает людям отвечать семь дней (human agent)
desk-doors-field-messenger-api-url = Адрес API, если не у Meta
desk-doors-field-instagram-account-id = Идентификатор аккаунта Instagram
desk-doors-field-instagram-access-token = Токен доступа
desk-doors-field-instagram-app-secret = Секрет приложения
desk-doors-field-instagram-app-secret-hint = Им Meta подписывает то, что приносит.
desk-doors-field-instagram-human-agent = Meta разрешает людям отвечать семь дней (human agent)
desk-doors-field-instagram-api-url = Адрес API, если не у Meta
desk-doors-field-telegram-token = Токен бота
desk-doors-field-telegram-token-hint = Тот, что дал @BotFather.
desk-doors-field-telegram-mode = Как приходят сообщения
desk-doors-field-telegram-public-url = Публичный адрес этого сервера
desk-doors-field-telegram-public-url-hint = Для вебхука: https, порт 443, 80, 88 или 8443. Telegram узнает о нём при сохранении.
desk-doors-field-telegram-api-url = Адрес API, если не у Telegram
desk-doors-rename = Переименовать
desk-doors-shut-title = Закрыть дверь
desk-doors-shut-text = Её ключи сразу перестанут действовать. История останется, и дверь можно открыть снова.
desk-doors-shut-ask = Закрыть «{ $name }»? Всё, что будет отправлено с её ключами, отклоняется.
desk-doors-shut-do = Закрыть дверь
desk-doors-open-title = Открыть дверь снова
desk-doors-open-text = Её ключи снова начнут действовать, те же самые.
desk-doors-open-ask = Открыть «{ $name }» снова?
desk-doors-open-do = Открыть дверь

## Audit log

desk-audit-lead = Кто, что и когда сделал. Изменить здесь ничего нельзя.
desk-audit-all = Все действия
desk-audit-action = Действие
desk-audit-when = Когда
desk-audit-who = Кто
desk-audit-what = Что
desk-audit-subject = Объект
desk-audit-empty = Здесь пока ничего нет
desk-audit-empty-text = Здесь записывается каждое изменение, сделанное на рабочем столе.
desk-did-desk-set-up = Первая настройка рабочего стола
desk-did-account-signed-in = Вход
desk-did-account-signed-out = Выход
desk-did-account-invited = Приглашение в команду
desk-did-account-disabled = Отключение учётной записи
desk-did-account-enabled = Включение учётной записи
desk-did-account-reset = Новая ссылка для пароля
desk-did-role-changed = Смена роли
desk-did-password-set = Установка пароля
desk-did-password-changed = Смена пароля
desk-did-second-factor-on = Включение двухэтапного входа
desk-did-second-factor-off = Отключение двухэтапного входа
desk-did-recovery-codes-renewed = Новые резервные коды
desk-did-session-ended = Выход в одном из браузеров
desk-did-sessions-ended = Выход в остальных браузерах
desk-did-customers-merged = Объединение двух клиентов
desk-did-customers-split = Отмена объединения
desk-did-proposal-dismissed = Признано, что это два человека
desk-did-customer-exported = Выдача всех данных клиента
desk-did-customer-erased = Удаление данных клиента
desk-did-customer-restricted = Ограничение данных клиента
desk-did-customer-restriction-lifted = Снятие ограничения
desk-did-customer-objected = Отметка о возражении
desk-did-customer-objection-withdrawn = Снятие возражения
desk-did-channel-created = Создание двери через API
desk-did-door-made = Создание двери
desk-did-door-renamed = Переименование двери
desk-did-door-passes-changed = Изменение того, что проходит через дверь
desk-did-door-secret-replaced = Новый секретный ключ
desk-did-door-shut = Закрытие двери
desk-did-door-opened = Повторное открытие двери
desk-did-door-connected = Подключение двери

## Said once, after an action

desk-flash-set-up = Рабочий стол готов.
desk-flash-welcome = Добро пожаловать. Пароль задан.
desk-flash-signed-out = Вы вышли.
desk-flash-too-late = Прошло слишком много времени. Войдите снова.
desk-flash-password-changed = Пароль изменён. В остальных браузерах выполнен выход.
desk-flash-session-ended = Выход выполнен.
desk-flash-second-factor-off = Двухэтапный вход отключён.
desk-flash-role-changed = Роль изменена.
desk-flash-account-disabled = Учётная запись отключена.
desk-flash-account-enabled = Учётная запись включена.
desk-flash-customers-merged = Теперь это один клиент.
desk-flash-proposal-dismissed = Записано: это двое.
desk-flash-customer-flagged = Записано.
desk-flash-customer-erased = Удалено. Вот подтверждение.
desk-flash-door-made = Дверь создана. Скопируйте секретный ключ сейчас.
desk-flash-door-secret = Новый секретный ключ действует. Старый больше не действует.
desk-flash-door-renamed = Дверь переименована.
desk-flash-door-changed = Сохранено.
desk-flash-door-shut = Дверь закрыта.
desk-flash-door-opened = Дверь снова открыта.
desk-flash-door-connected = Подключение сохранено.
desk-flash-door-answers = Подключение работает.
desk-flash-inbox-closed = Закрыт. Если клиент напишет, диалог откроется сам.
desk-flash-inbox-reopened = Снова открыт.
desk-flash-inbox-rests = Вернётся сам.
desk-flash-inbox-assigned = Записано.
desk-flash-inbox-prioritised = Записано.
desk-flash-inbox-joined = Теперь это один диалог.
desk-flash-inbox-taken-out = Теперь это отдельный диалог.

## What was wrong

desk-error-too-many =
    Слишком много попыток. Попробуйте снова через { $seconds ->
        [one] { $seconds } секунду.
        [few] { $seconds } секунды.
        [many] { $seconds } секунд.
       *[other] { $seconds } секунды.
    }
desk-error-busy =
    Сейчас входит очень много людей. Попробуйте снова через { $seconds ->
        [one] { $seconds } секунду.
        [few] { $seconds } секунды.
        [many] { $seconds } секунд.
       *[other] { $seconds } секунды.
    }
desk-error-wrong-credentials = Неверный адрес электронной почты или пароль.
desk-error-wrong-password = Это не ваш текущий пароль.
desk-error-wrong-code = Код неверный или уже использован. Дождитесь следующего.
desk-error-sign-in-again = Сначала войдите.
desk-error-password-short = В пароле должно быть не менее 10 символов.
desk-error-password-long = Этот пароль слишком длинный.
desk-error-password-guessable = Такой пароль угадают одним из первых. Выберите другой.
desk-error-bad-email = Это не адрес электронной почты.
desk-error-bad-name = Имя должно содержать от 1 до 100 символов.
desk-error-bad-channel-name = Двери нужно название от 1 до 80 символов.
desk-error-bad-channel-kind = Такого вида дверей нет.
desk-error-missing-field = Это поле нужно заполнить.
desk-error-bad-field = Такого значения быть не может.
desk-error-bad-settings = Настройки не подходят друг к другу. Проверьте каждое поле.
desk-error-bad-address = Это не адрес электронной почты.
desk-error-no-secret = Не хватает пароля.
desk-error-no-server-key = У сервера нет ключа для хранения паролей. Попросите того, кто им управляет, задать ONEDOOR_KEY.
desk-error-door-not-connected = Эта дверь ещё не подключена.
desk-error-smtp-unreachable = Сервер отправки недоступен. Проверьте адрес, порт и шифрование.
desk-error-bad-authority = Это не сертификат в формате PEM. Вставьте его целиком, от -----BEGIN CERTIFICATE----- до -----END CERTIFICATE-----.
desk-error-smtp-certificate = Сервер отправки не может доказать, кто он: его сертификат не подходит к этому адресу или выдан неизвестным центром. Ничего не отправлено.
desk-error-smtp-refused = Сервер отправки нас не впускает. Проверьте имя пользователя и пароль.
desk-error-imap-unreachable = Сервер почтового ящика недоступен. Проверьте адрес, порт и шифрование.
desk-error-imap-certificate = Сервер почтового ящика не может доказать, кто он: его сертификат не подходит к этому адресу или выдан неизвестным центром. Пароль ему не передан.
desk-error-imap-refused = Почтовый ящик нас не впускает. Проверьте имя пользователя и пароль.
desk-error-imap-failed = Ящик нас впустил, но входящие открыть не удаётся.
desk-error-window-closed = Последнее сообщение клиента здесь слишком старое, чтобы отвечать свободно. Отправьте одобренный шаблон или выберите другую дверь.
desk-error-too-long-here = Этот текст слишком длинный для этой двери. Сократите его или выберите другую.
desk-error-template-gap = Заполните каждый пропуск шаблона, в одну строку.
desk-error-meta-refused = Meta нас не пускает. Проверьте идентификаторы и токен доступа.
desk-error-meta-unreachable = Сейчас нет связи с Meta.
desk-error-meta-unclear = Ответ Meta непонятен.
desk-error-telegram-token = Telegram не знает этого бота. Проверьте токен.
desk-error-telegram-refused = Telegram отказал.
desk-error-telegram-unreachable = Сейчас нет связи с Telegram.
desk-error-telegram-webhook = Telegram знает бота, но не смог принести нам последнее сообщение.
desk-error-bad-role = Такой роли нет.
desk-error-email-taken = Сотрудник с таким адресом уже есть в команде.
desk-error-owners-only = Только владелец может менять и назначать владельцев.
desk-error-last-owner = Это последний владелец. Сначала назначьте другого.
desk-error-account-disabled = Эта учётная запись отключена. Сначала включите её.
desk-error-not-disabled = Эта учётная запись не отключена.
desk-error-already-set-up = Первый владелец уже есть. Войдите или попросите у него приглашение.
desk-error-link-gone = Эта ссылка уже использована или устарела. Попросите новую.
desk-error-second-factor-on = Двухэтапный вход уже включён.
desk-error-second-factor-off = Двухэтапный вход отключён.
desk-error-not-allowed = Ваша роль этого не позволяет.
desk-error-no-account = У демонстрационного стола нет учётной записи.
desk-error-stale-form = Эта форма осталась от прежнего сеанса. Вернитесь, обновите страницу и отправьте её снова.
desk-error-foreign-form = Эта форма отправлена не со страницы этого рабочего стола.
desk-error-form-too-large = Эта форма слишком велика.
desk-error-bad-id = Этот адрес никуда не ведёт.
desk-error-bad-cursor = Такого места в списке нет.
desk-error-bad-reason = Укажите причину: от 1 до 300 знаков.
desk-error-bad-confirmation = Введите имя так, как оно показано.
desk-error-already-merged = Это уже один клиент.
desk-error-bad-family = Таких событий не бывает.
desk-error-bad-date = Это не дата.
desk-error-empty-message = Напишите что-нибудь.
desk-error-message-too-long = Это слишком длинно для одного сообщения.
desk-error-door-does-not-talk = Через эту дверь сейчас ничего не сказать. Выберите другую.
desk-error-not-their-address = Неизвестно, чтобы этот адрес принадлежал клиенту.
desk-error-one-already = Это уже один диалог.
desk-error-two-customers = Это диалоги с двумя клиентами. Сначала объедините клиентов.
desk-error-snooze-in-the-past = Выберите момент, который ещё не наступил.
desk-error-not-a-part = Это целый диалог: отделять нечего.
desk-error-not-a-talker = Этот сотрудник не отвечает клиентам.

## Pages of errors: what happened, and what to do

desk-page-not-found = За этой дверью ничего нет
desk-page-not-found-do = Возможно, в адресе ошибка или того, что здесь было, больше нет. Воспользуйтесь поиском или начните с рабочего стола.
desk-page-forbidden = Эта дверь для вас закрыта
desk-page-forbidden-do = Если это нужно вам для работы, попросите владельца или администратора изменить вашу роль.
desk-page-unauthorized = Сначала войдите
desk-page-unauthorized-do = Возможно, ваш сеанс закончился. Войдите и отправьте форму снова.
desk-page-too-many = Чуть помедленнее
desk-page-too-many-do = Подождите указанное время и попробуйте снова. Ничего не потеряно.
desk-page-internal = Что-то сломалось с нашей стороны
desk-page-internal-do = Попробуйте снова через минуту. Если не поможет, сообщите код ниже тому, кто обслуживает этот сервер.
desk-page-refused = Не получилось
desk-page-refused-do = Вернитесь, исправьте и попробуйте снова.

## The inbox

desk-inbox-lead = Что говорят клиенты, через какую бы дверь они ни вошли.
desk-inbox-views = Виды
desk-inbox-view-open = Открытые
desk-inbox-view-mine = Мои
desk-inbox-view-unassigned = Ничьи
desk-inbox-view-pending = Ждут клиента
desk-inbox-view-snoozed = Отложенные
desk-inbox-view-closed = Закрытые
desk-inbox-view-all = Все
desk-inbox-door = Дверь
desk-inbox-all-doors = Все двери
desk-inbox-order = Порядок
desk-inbox-order-newest = Сначала новые
desk-inbox-order-waiting = Сначала те, кто ждёт дольше
desk-inbox-done = Никто не ждёт
desk-inbox-done-text = На каждый вопрос есть ответ. Новые появятся здесь сами.
desk-inbox-no-door = Ни через одну дверь ещё не говорят
desk-inbox-no-door-text = Откройте дверь, через которую клиенты могут писать: чат, почту, SMS. Всё, что они скажут, придёт сюда.
desk-inbox-none-here = Здесь пусто
desk-inbox-none-here-text = Сейчас ни один диалог не подходит под этот вид.
desk-inbox-erased = Удалённый клиент
desk-inbox-we = Вы:
desk-inbox-of = Ведёт { $name }
desk-inbox-waits = Вопрос { $ago }
desk-inbox-rests = Отложен до { $moment }
desk-inbox-status-pending = Ждёт клиента
desk-inbox-status-closed = Закрыт
desk-inbox-priority = Важность
desk-inbox-priority-low = Низкая
desk-inbox-priority-normal = Обычная
desk-inbox-priority-high = Высокая
desk-inbox-priority-urgent = Срочно
desk-inbox-assignee = Кто ведёт
desk-inbox-nobody = Никто
desk-inbox-take = Беру себе
desk-inbox-close = Закрыть
desk-inbox-reopen = Открыть снова
desk-inbox-rest = Позже
desk-inbox-rest-evening = Сегодня вечером
desk-inbox-rest-tomorrow = Завтра утром
desk-inbox-rest-monday = В понедельник утром
desk-inbox-transcript = Что было сказано
desk-inbox-earlier = Показать раньше
desk-inbox-answer = Ответ
desk-inbox-note = Заметка
desk-inbox-note-do = Сохранить заметку
desk-inbox-send = Отправить
desk-inbox-kind = Ответ или заметка
desk-inbox-by-door = Через какую дверь
desk-inbox-subject = Тема
desk-inbox-text = Текст
desk-inbox-hint = Пишите здесь…
desk-inbox-no-way = Нет двери, через которую можно ответить. Оставьте заметку или позвоните.
desk-inbox-not-proven-why = Это пишет кто-то, кто, вероятно, и есть клиент, но ничто этого не доказывает: не говорите того, что может знать только клиент.
desk-inbox-bot = Помощник
desk-inbox-system = Onedoor
desk-inbox-agent = Магазин
desk-inbox-somebody = Кто-то
desk-inbox-kb = { $count } КБ
desk-inbox-mb = { $count } МБ
desk-inbox-state-received = Получено
desk-inbox-state-queued = В пути
desk-inbox-state-sent = Отправлено
desk-inbox-state-delivered = Доставлено
desk-inbox-state-read = Прочитано
desk-inbox-state-failed = Не доставлено
desk-inbox-refused-131047 = Последнее сообщение клиента было слишком давно для свободного ответа
desk-inbox-refused-131026 = Этот номер не может его получить: возможно, на нём нет WhatsApp или он устарел
desk-inbox-refused-131049 = Meta придержала его, чтобы клиент не получал слишком много
desk-inbox-refused-131050 = Клиент не хочет рекламных сообщений
desk-inbox-refused-551 = С этим клиентом сейчас нельзя связаться
desk-inbox-refused-190 = Токен доступа больше не действует
desk-inbox-refused-131042 = Есть проблема с оплатой аккаунта
desk-inbox-on-a-map = Показать на карте
desk-inbox-edited = Клиент позже это изменил
desk-inbox-window-until = до { $at }
desk-inbox-window-person = только человек, до { $at }
desk-inbox-window-shut = сейчас закрыто
desk-inbox-shut-since = Клиент писал сюда в последний раз { $at }: слишком давно для свободного ответа.
desk-inbox-shut-never = Клиент сюда ещё не писал, поэтому свободно написать нельзя.
desk-inbox-shut-template = Отправьте один из одобренных шаблонов ниже или выберите другую дверь.
desk-inbox-shut-door = Выберите другую дверь.
desk-inbox-now-writes = Теперь клиент пишет через «{ $door }».
desk-inbox-best-door = Сейчас лучше ответить через «{ $door }».
desk-inbox-chosen-shut = Через выбранную дверь больше нельзя писать свободно.
desk-inbox-switch = Переключить
desk-inbox-switch-door = Перейти к двери, через которую клиент пишет сейчас
desk-inbox-stopped = не хочет сообщений
desk-inbox-stopped-since = { $at } клиент написал, что не хочет здесь сообщений. Ответить можно только на то, о чём он спросит с этого момента.
desk-inbox-taken-back = Клиент отозвал это сообщение.
desk-inbox-sms-count = SMS: #, осталось знаков: ##
desk-inbox-templates = Одобренные шаблоны
desk-inbox-templates-title = Одобренные шаблоны: { $door }, { $to }
desk-inbox-templates-none = Для этого номера пока нет одобренных шаблонов. Их создают в WhatsApp Manager компании Meta; здесь они появятся в течение часа.
desk-inbox-template-gap = Вместо { $gap }
desk-inbox-template-send = Отправить шаблон
desk-inbox-who = Кто это
desk-inbox-to-customer = Всё о клиенте
desk-inbox-last-seen = Последние события
desk-inbox-parts = Части
desk-inbox-parts-why = К нему относится и сказанное под другими именами.
desk-inbox-take-out = Отделить
desk-inbox-take-out-ask = Сделать эту часть отдельным диалогом? Никакое правило её не вернёт.
desk-inbox-others = Другие диалоги клиента
desk-inbox-join = Объединить

## What the customer told already, and had to tell again

desk-told = Уже известно
desk-told-order = Заказ
desk-told-tracking = Посылка
desk-told-email = Эл. почта
desk-told-phone = Телефон
desk-told-address = Адрес
desk-told-product = Товар
desk-told-problem = Что не так
desk-told-before = { $what } – уже сообщали: { $door }, { $time }
desk-repeats = Пришлось повторять
desk-repeats-lead = Что клиенты уже сказали и были вынуждены повторить, потому что сменилась дверь или сотрудник. За последние 30 дней.
desk-repeats-none = Никому не пришлось повторять
desk-repeats-none-text = Если после смены двери или сотрудника клиент снова называет номер заказа, адрес или проблему, это считается здесь.
desk-repeats-share = В { $repeated } из { $all } разговоров ({ $percent } %) клиенту пришлось что-то повторить.
desk-repeats-what = Что
desk-repeats-from = Сказано впервые
desk-repeats-to = Сказано снова
desk-repeats-why = Что изменилось
desk-repeats-times = Раз
desk-repeats-because-door = Дверь
desk-repeats-because-agent = Кто отвечает

## Search over messages

desk-find = Поиск по сообщениям
desk-find-lead = Всё, что было сказано у любой двери. «Кавычки» держат слова вместе.
desk-find-hint = Введите одно-два слова. Новые сообщения стоят первыми.
desk-find-none = Такого никто не говорил
desk-find-none-text = Попробуйте меньше слов или только их начало.
desk-find-anybody = Сказал кто угодно
desk-find-any-status = Любое состояние
desk-find-any-time = Любое время
desk-find-age-1 = За сутки
desk-find-age-7 = За 7 дней
desk-find-age-30 = За 30 дней
desk-find-age-365 = За год
desk-find-do = Найти

## Ready answers, drafts and files

desk-ready = Готовые ответы
desk-ready-lead = То, что говорится снова и снова, написано один раз для всех. В поле ответа введите / и короткое слово.
desk-ready-new = Новый готовый ответ
desk-ready-change = Изменить готовый ответ
desk-ready-none = Готовых ответов пока нет
desk-ready-none-text = Напишите первый выше: короткое слово, текст – и он под рукой в любом разговоре.
desk-ready-shortcut = Короткое слово
desk-ready-shortcut-hint = Буквы, цифры и дефисы: возврат, часы-краков. Одно слово может быть в каждом языке.
desk-ready-title = Название (не обязательно)
desk-ready-body = Текст
desk-ready-body-hint = Заполняются сами; после | стоит то, что появится, если ничего не известно, например {"{"}customer.first_name|покупатель{"}"}.
desk-ready-delete = Удалить
desk-ready-delete-ask = Удалить этот готовый ответ для всех?
desk-ready-missing = Неизвестно, впишите сами: { $names }
desk-flash-ready-saved = Готовый ответ сохранён.
desk-flash-ready-deleted = Готовый ответ удалён.
desk-error-bad-shortcut = Короткое слово – от 1 до 32 букв, цифр и дефисов.
desk-error-shortcut-taken = Это слово уже стоит за другим ответом на этом языке.
desk-error-bad-ready-body = Напишите текст, не больше 10 000 знаков.
desk-error-unknown-variable = В нём есть переменная, которой никто не знает. Используйте названные ниже.
desk-error-too-many-ready = Готовых ответов слишком много. Удалите ненужные или напишите статью.
desk-error-variable-left = Осталась переменная в фигурных скобках. Впишите что-нибудь вместо неё.
desk-error-note-with-files = У заметки нет файлов. Отправьте их с ответом или уберите.
desk-error-door-without-files = Эта дверь не передаёт такие файлы.
desk-error-files-too-large = Эти файлы слишком велики для одного сообщения.
desk-choices = Варианты ответа
desk-choices-hint = По одному в строке, не больше 10. Клиент нажимает один из них; где кнопок нет, придёт нумерованный список, и можно ответить номером.
desk-choices-offered = На выбор
desk-choices-pressed = Нажата кнопка
desk-choices-typed = Ответ: «{ $typed }»
desk-ready-choices = Варианты ответа (необязательно)
desk-error-bad-choices = Каждый вариант — одна строка до 60 знаков, без повторов; всего не больше 10.
desk-error-choices-without-text = Варианты стоят под вашим текстом. Напишите, о чём вы спрашиваете.
desk-attach = Файлы
desk-attach-remove = Убрать
desk-attach-up-to = Файлы до { $count } МБ
desk-attach-as-link = Файлы уйдут ссылкой

## The knowledge base

desk-articles = Статьи
desk-articles-lead = То, что магазин объясняет один раз: на открытой странице помощи, в поле ответа и для помощника.
desk-articles-public = Страница помощи
desk-articles-new = Новая статья
desk-articles-change = Изменить статью
desk-articles-none = Статей пока нет
desk-articles-none-text = Начните с того, о чём спрашивают чаще всего: как вернуть товар, сколько идёт посылка.
desk-articles-changed = Изменена
desk-articles-votes = помогла { $helped } из { $all } читателей
desk-articles-draft = Черновик
desk-articles-published = Опубликована
desk-articles-title = Название
desk-articles-category = Раздел (не обязательно)
desk-articles-slug = Адрес (не обязательно)
desk-articles-slug-hint = Конец адреса статьи, например /help/vozvrat. Если пусто, возьмётся из названия.
desk-articles-body = Текст
desk-articles-body-hint = Markdown: # заголовок, **жирный**, - список, [слова](https://…).
desk-articles-state = Состояние
desk-articles-preview = Предпросмотр
desk-articles-delete = Удалить этот текст
desk-articles-delete-ask = Удалить статью на этом языке? Её адрес больше никуда не приведёт.
desk-flash-article-saved = Статья сохранена.
desk-flash-article-deleted = Текст удалён.
desk-error-bad-article-title = Дайте название, не больше 150 знаков.
desk-error-bad-article-body = Напишите текст, не больше 50 000 знаков.
desk-error-bad-slug = Адрес состоит из латинских букв, цифр и дефисов.
desk-error-slug-taken = Этот адрес ведёт к другой статье.

## What the shop says of itself, and the assistant

desk-shop = Магазин и помощник
desk-shop-lead = Что все говорят одними словами и у каких дверей отвечает автоматический помощник.
desk-shop-hours = Часы работы
desk-shop-hours-hint = Так, как их назовёт помощник, на каждом нужном языке. Где ничего нет, он передаст разговор людям.
desk-shop-returns = Возврат
desk-shop-returns-hint = Сколько времени есть на возврат, как его сделать и когда придут деньги.
desk-shop-order-patterns = Как выглядят номера заказов
desk-shop-order-patterns-hint = По одному в строке; # – цифра, @ – буква: W-#####. Так мы находим их в словах клиентов. Номера из истории известны и без этого.
desk-flash-shop-saved = Сохранено.
desk-error-text-too-long = Этот текст слишком длинный.
desk-bot = Автоматический помощник
desk-bot-lead = Отвечает, где заказ, когда вы открыты и как вернуть товар. Говорит, что он автомат, о заказах сообщает только подтверждённым клиентам, а если не уверен – передаёт разговор людям. Где есть кто-то из вас, он молчит.
desk-bot-no-door = Нет открытой двери, через которую он мог бы отвечать.
desk-bot-hint = Отвечает у этой двери

## The public help page

help-title = Помощь
help-search = Поиск по страницам помощи
help-search-do = Найти
help-found = { $count ->
    [0] Ничего не найдено
    [one] { $count } статья
    [few] { $count } статьи
    [many] { $count } статей
   *[other] { $count } статьи
}
help-all = Все статьи
help-empty = Здесь пока ничего нет.
help-nothing = Такой статьи нет
help-nothing-text = Возможно, её переименовали. Поищите её или посмотрите все статьи.
help-way = Где вы
help-vote = Это помогло?
help-vote-yes = Да
help-vote-no = Нет
help-thanks = Спасибо за ответ.
help-language = Язык
help-skip = К тексту

## What is done with them, in the audit log

desk-did-shop-text-changed = Изменение слов магазина о себе
desk-did-article-changed = Написание статьи
desk-did-article-deleted = Удаление статьи
desk-did-assistant-on = Включение помощника
desk-did-assistant-off = Выключение помощника

## Teams

desk-teams = Команды
desk-teams-lead = Кто отвечает вместе, когда они на месте и что обещают.
desk-teams-none = Команд пока нет
desk-teams-none-text = Одному человеку они не нужны. Несколько могут делить работу: у каждой команды свои двери, часы и обещания.
desk-teams-new = Новая команда
desk-teams-name = Название
desk-teams-make = Создать команду
desk-teams-rename = Название
desk-teams-members = Участники
desk-teams-members-count = { $count ->
    [0] Пока никого
    [one] { $count } участник
    [few] { $count } участника
   *[many] { $count } участников
}
desk-teams-doors = Двери, которые ведут сюда
desk-teams-doors-why = То, что начинается у этих дверей, сразу принадлежит этой команде. Дверь ведёт к одной команде.
desk-teams-agents = Кто что умеет
desk-teams-agents-why = Правила могут отдавать разговоры тому, кто что-то умеет или говорит на языке клиента.
desk-teams-skills-of = Навыки: { $name }
desk-teams-skills-hint = Навыки: возвраты, кофемашины
desk-teams-langs-of = Языки: { $name }
desk-agent-away = Нет на месте
desk-agent-on = На месте
desk-agent-go = Ухожу
desk-agent-come = Я снова на месте
desk-teams-hours = Часы работы
desk-teams-has-hours = У этой команды есть часы работы
desk-teams-has-hours-hint = Иначе считается, что она всегда на месте.
desk-teams-zone = Часовой пояс
desk-teams-day-off = закрыто
desk-teams-week-hint = Например, 9-17 или 9-12, 13-17:30. Пусто — закрыто.
desk-teams-holidays = Государственные праздники
desk-teams-holidays-none = Без страны
desk-teams-closed = Другие выходные дни
desk-teams-closed-hint = Даты вида 2026-12-24, через пробел.
desk-weekday-mon = Понедельник
desk-weekday-tue = Вторник
desk-weekday-wed = Среда
desk-weekday-thu = Четверг
desk-weekday-fri = Пятница
desk-weekday-sat = Суббота
desk-weekday-sun = Воскресенье
desk-country-cz = Чехия
desk-country-de = Германия
desk-country-md = Молдова
desk-country-pl = Польша
desk-country-ro = Румыния
desk-country-sk = Словакия
desk-teams-targets = Что обещано
desk-teams-targets-why = В минутах рабочего времени команды. Пусто — ничего не обещано. Обещанное раньше остаётся прежним.
desk-teams-target-first = Первый ответ
desk-teams-target-next = Каждый следующий ответ
desk-teams-target-resolution = До закрытия
desk-teams-stands-pending = Время до закрытия стоит, пока очередь за клиентом
desk-teams-stands-snoozed = Всё стоит, пока разговор отложен
desk-teams-away = Когда никого нет
desk-teams-away-on = Сразу отвечать, что никого нет
desk-teams-away-why = Один раз за каждый нерабочий период, на языке клиента, через ту дверь, куда он написал.
desk-teams-survey = Вопрос в конце
desk-teams-survey-on = Спрашивать, как всё прошло, когда разговор закрыт
desk-teams-survey-why = Один раз за разговор, через ту дверь, где он закончился.
desk-teams-quiet-days = Дней до следующего вопроса тому же человеку
desk-teams-remove = Удалить команду
desk-teams-remove-why = Её открытые разговоры не будут принадлежать никакой команде. Завершённые сохранят её название.
desk-teams-remove-ask = Удалить команду { $name }?
desk-teams-remove-do = Удалить
desk-flash-team-made = Команда создана.
desk-flash-team-changed = Сохранено.
desk-flash-team-removed = Удалена.
desk-flash-agent-changed = Сохранено.
desk-flash-agent-on = Вы на месте: правила могут отдавать вам разговоры.
desk-flash-agent-away = Вас нет на месте: правила ничего вам не отдают.
desk-error-bad-team-name = В названии команды от 1 до 60 символов.
desk-error-team-name-taken = Команда с таким названием уже есть.
desk-error-too-many-teams = Команд слишком много.
desk-error-bad-zone = Это не часовой пояс. Пишите, например, Europe/Warsaw.
desk-error-bad-hours = Это не часы работы. Пишите, например, 9-12, 13-17:30.
desk-error-bad-closed-day = Это не дата. Пишите, например, 2026-12-24.
desk-error-bad-target = Срок — от одной минуты до года.
desk-error-bad-number = Это не целое число.
desk-error-bad-quiet-days = От 0 до 3650 дней.
desk-error-away-text-too-long = Не больше 1000 символов.
desk-did-team-created = Создание команды
desk-did-team-renamed = Переименование команды
desk-did-team-removed = Удаление команды
desk-did-team-members-set = Выбор участников команды
desk-did-team-doors-set = Выбор дверей команды
desk-did-team-settings-changed = Изменение настроек команды
desk-did-agent-changed = Изменение навыков сотрудника
desk-inbox-team = Команда
desk-inbox-all-teams = Все команды
desk-inbox-no-team = Без команды
desk-inbox-order-due = Сначала самые срочные
desk-inbox-due = осталось { $time }
desk-inbox-overdue = просрочено на { $time }
desk-inbox-min = { $count } мин
desk-inbox-hours = { $count } ч
desk-inbox-days = { $count } д
desk-inbox-due-first = Первый ответ
desk-inbox-due-next = Следующий ответ
desk-inbox-due-resolution = Закрытие

## Rules

desk-rules = Правила
desk-rules-lead = Что происходит с разговорами само, в этом порядке. Действует первое правило, которое что-то решает.
desk-rules-none = Правил пока нет
desk-rules-none-text = Пока их нет, каждый берёт то, что видит.
desk-rules-new = Новое правило
desk-rules-make = Создать правило
desk-rules-name = Название
desk-rules-when = Когда
desk-rules-when-begins = Разговор начинается или открывается снова
desk-rules-when-silent = Несколько дней никто ничего не говорил
desk-rules-days = Дней тишины
desk-rules-if = Если
desk-rules-then = То
desk-rules-language = Язык клиента
desk-rules-any = Любой
desk-rules-words = Прозвучало одно из этих слов (через запятую)
desk-rules-their-turn = Очередь за клиентом
desk-rules-nothing = Оставить как есть
desk-rules-to-team = Передать команде
desk-rules-give = Назначить
desk-rules-give-turns = Участникам команды по очереди
desk-rules-give-load = Тому из команды, у кого меньше всего
desk-rules-skill = Только у кого есть этот навык
desk-rules-same-language = Только кто говорит на языке клиента
desk-rules-close = Закрыть
desk-rules-close-quietly = Без слов
desk-rules-close-saying = И сообщить клиенту
desk-rules-on = Правило включено
desk-rules-off = Выключено
desk-rules-up = Раньше
desk-rules-remove = Удалить правило
desk-rules-remove-ask = Удалить правило { $name }?
desk-flash-rule-changed = Сохранено.
desk-flash-rule-removed = Удалено.
desk-error-bad-rule-name = В названии правила от 1 до 80 символов.
desk-error-rule-does-nothing = Выберите, что делает правило.
desk-error-bad-silent-days = От 1 до 3650 дней.
desk-error-too-many-rules = Правил слишком много.
desk-error-too-many-words = Слишком много слов.
desk-did-rule-created = Создание правила
desk-did-rule-changed = Изменение правила
desk-did-rule-removed = Удаление правила
desk-did-rule-moved = Перемещение правила
desk-trace-given = Назначено: { $name }, правило «{ $rule }»
desk-trace-team = Передано команде { $name }, правило «{ $rule }»
desk-trace-priority = Приоритет { $priority }, правило «{ $rule }»
desk-trace-closed = { $days ->
    [one] Закрыто после { $days } дня тишины, правило «{ $rule }»
    [few] Закрыто после { $days } дней тишины, правило «{ $rule }»
   *[many] Закрыто после { $days } дней тишины, правило «{ $rule }»
}
desk-trace-rated = Оценка клиента: { $score } из 5
desk-trace-rated-why = Оценка клиента: { $score } из 5. «{ $comment }»
desk-trace-not-sent-feedback = Не спросили, как всё прошло: клиент не хочет таких сообщений
desk-trace-not-sent-service = Не сообщили о закрытии: клиент не хочет таких сообщений

## Together

desk-inbox-view-mentions = Упоминания
desk-inbox-called = Вас позвали
desk-notices = Уведомления
desk-notices-show = Показывать уведомление о новых сообщениях, когда это окно скрыто
desk-notices-sound = И воспроизводить звук
desk-notices-nobodys = Также о разговорах, которые пока ничьи
desk-notices-denied = Этот браузер не разрешает уведомления для этой страницы. Разрешите их в его настройках.
desk-notices-insecure = Браузеры показывают уведомления только на страницах по https.
desk-notices-away = Пока вас нет на месте, уведомления не приходят.
desk-notices-somebody = Посетитель
desk-inbox-looks = { $name } тоже здесь
desk-inbox-writes = { $name } пишет
desk-error-answered-meanwhile = Тем временем коллега уже ответил. Прочитайте выше и отправьте ещё раз, если ваш ответ всё ещё нужен.
desk-inbox-view-keep = Сохранить этот вид
desk-inbox-view-name = Название
desk-inbox-view-for = Для
desk-inbox-view-for-me = Только для меня
desk-inbox-view-of-team = Вид команды
desk-inbox-view-remove = Удалить этот вид
desk-flash-view-saved = Сохранено.
desk-flash-view-removed = Удалено.
desk-csat = Удовлетворённость
desk-csat-lead = Что клиенты сказали в конце, по дверям, за последние 90 дней.
desk-csat-none = Пока никого не спрашивали
desk-csat-none-text = Каждая команда сама решает, спрашивать ли, как всё прошло.
desk-csat-asked = Спрошено
desk-csat-answered = Ответов
desk-csat-average = Среднее
desk-csat-scores = Оценки
desk-csat-number = { $whole },{ $rest }
desk-csat-score = { $count ->
    [one] Оценка { $score }: { $count } ответ
    [few] Оценка { $score }: { $count } ответа
   *[many] Оценка { $score }: { $count } ответов
}

## Телефон

desk-calls = Звонки
desk-calls-a-call = Телефонный звонок
desk-calls-unanswered = Звонок от клиента, пока без ответа
desk-calls-call = Позвонить
desk-calls-telephone = Телефон
desk-calls-incoming = Входящий звонок
desk-calls-calling = Вы звоните
desk-calls-talking = Вы разговариваете
desk-calls-unknown = Неизвестный номер
desk-calls-withheld = Номер скрыт
desk-calls-not-proven-why = На это указывает номер, а номер можно подделать. Пока не проверите звонящего, не говорите ничего, что может знать только клиент.
desk-calls-open-customer = Открыть клиента
desk-calls-open-conversation = Открыть диалог
desk-calls-last-order = Последняя покупка
desk-calls-conversation = Диалог
desk-calls-quoted = «{ $text }»
desk-calls-rings-inbound = Входящий звонок, идёт вызов
desk-calls-rings-outbound = Звоним клиенту
desk-calls-talks-inbound = Входящий звонок, идёт разговор
desk-calls-talks-outbound = Наш звонок, идёт разговор
desk-calls-ended-inbound = Входящий звонок
desk-calls-ended-outbound = Наш звонок
desk-calls-missed-inbound = Пропущенный звонок
desk-calls-missed-outbound = Звонили, никто не ответил
desk-calls-busy = Звонили, номер был занят
desk-calls-failed = Звонили, не удалось дозвониться
desk-calls-voicemail = Голосовое сообщение
desk-calls-length = { $minutes ->
    [0] { $seconds } с
    [one] { $minutes } мин { $seconds } с
    [few] { $minutes } мин { $seconds } с
   *[many] { $minutes } мин { $seconds } с
}
desk-calls-by = ответил(а) { $name }
desk-calls-at = ответили по номеру { $name }
desk-calls-by-hand = записано вручную
desk-calls-recording = Прослушать запись
desk-calls-write = Записать, о чём говорили
desk-calls-rewrite = Изменить запись разговора
desk-calls-words = О чём говорили
desk-calls-lead = Разговоры с этим клиентом.
desk-calls-to-conversation = Назад к диалогу
desk-calls-no-door = Телефонной двери ещё нет. Создайте её на странице «Двери»; чтобы записывать разговоры, АТС не нужна.
desk-calls-log = Записать звонок
desk-calls-log-door = Телефон
desk-calls-log-direction = Кто звонил
desk-calls-log-inbound = Клиент звонил нам
desk-calls-log-outbound = Мы звонили клиенту
desk-calls-log-began = Когда начался
desk-calls-log-outcome = Чем закончился
desk-calls-log-talked = Поговорили
desk-calls-log-nobody = Никто не ответил
desk-calls-log-minutes = Сколько минут
desk-calls-log-do = Записать
desk-calls-extensions-lead = Когда звонит телефон, его владелец видит на экране, кто звонит. У кого нет своего внутреннего номера, тот видит звонки, которые не звонят ни у кого конкретно.
desk-calls-extension-of = Внутренний номер: { $name }
desk-flash-call-logged = Звонок записан.
desk-flash-call-words = Разговор записан.
desk-flash-extension = Внутренний номер сохранён.
desk-error-bad-call-time = Укажите, когда начался звонок: в течение последнего года и не в будущем.
desk-error-bad-call-length = Звонок длится от 0 до 1440 минут.
desk-error-no-phone-door = Нет открытой телефонной двери. Создайте её на странице «Двери».
desk-error-bad-extension = Внутренний номер — это номер или имя: буквы, цифры и знаки + - _ . @ : / * #.
desk-error-extension-taken = Этот внутренний номер уже у кого-то из коллег.
desk-calls-numbers = Номера клиента
desk-calls-no-number = Номер телефона этого клиента неизвестен.
desk-calls-call-by = Позвонить ({ $name })
desk-calls-no-dialling = Чтобы звонить отсюда, подключите телефонную дверь к Asterisk или Twilio Voice.
desk-calls-say-extension = Укажите свой внутренний номер, и вы сможете звонить отсюда
desk-flash-calling = Ваш телефон звонит. Снимите трубку, и мы соединим с клиентом.
desk-error-no-extension = Какой телефон ваш? Укажите внутренний номер в настройках, на вкладке «Телефон».
desk-error-door-does-not-dial = Эта дверь сама не звонит. Наберите номер на телефоне.
desk-error-not-their-number = Неизвестно, принадлежит ли этот номер этому клиенту.
desk-error-asterisk-not-reached = Интерфейс управления Asterisk не отвечает. Проверьте, есть ли в manager.conf «enabled = yes» и может ли этот сервер туда подключаться.
desk-error-asterisk-refused = Asterisk нас не впускает. Сравните имя и пароль с manager.conf, а «permit» с адресом этого сервера.
desk-error-asterisk-would-not-call = Asterisk не позвонил на ваш телефон. Проверьте внутренний номер в настройках, на вкладке «Телефон».
desk-error-twilio-would-not-call = Twilio не позвонил. Проверьте внутренний номер в настройках, на вкладке «Телефон»: номер (+7…), sip:… или client:…
desk-error-twilio-not-reached = Twilio не отвечает. Попробуйте ещё раз или наберите номер на телефоне.

desk-doors-provider-asterisk = Asterisk, собственная АТС
desk-doors-provider-twilio-voice = Twilio Voice
desk-doors-field-asterisk-host = Сервер
desk-doors-field-asterisk-port = Порт интерфейса управления
desk-doors-field-asterisk-port-hint = Соединение не шифруется: та же машина, собственная сеть или туннель.
desk-doors-field-asterisk-username = Имя в manager.conf
desk-doors-field-asterisk-username-hint = С read = call,dialplan и write = originate. План набора остаётся прежним.
desk-doors-field-asterisk-password = Пароль
desk-doors-field-asterisk-endpoint = Что звонит для внутреннего номера
desk-doors-field-asterisk-endpoint-hint = PJSIP/{"{"}extension{"}"}, SIP/{"{"}extension{"}"} или Local/{"{"}extension{"}"}@from-internal
desk-doors-field-asterisk-context = Контекст, в котором набирают ваши телефоны
desk-doors-field-asterisk-prefix = Набирается перед внешним номером
desk-doors-field-asterisk-recordings-url = Где можно прослушать папку «monitor»
desk-doors-field-twilio-voice-account-sid = Account SID
desk-doors-field-twilio-voice-auth-token = Auth token
desk-doors-field-twilio-voice-number = Ваш номер в Twilio
desk-doors-field-twilio-voice-dial = Что звонит, когда вам звонят
desk-doors-field-twilio-voice-dial-hint = Номера и адреса SIP через запятую. Пусто: все внутренние номера этой двери.
desk-doors-field-twilio-voice-rings = Сколько секунд
desk-doors-field-twilio-voice-voicemail = Если никто не отвечает, записать сообщение
desk-doors-field-twilio-voice-greeting = Что сказать перед сигналом
desk-doors-field-twilio-voice-record = Записывать разговоры
desk-doors-field-twilio-voice-public-url = Публичный адрес этого сервера
desk-doors-field-twilio-voice-public-url-hint = В консоли Twilio вебхук номера для звонков — этот адрес и /hooks/{"{"}id этой двери{"}"}/voice; для смены состояния — с /status в конце.

simulate-phone = Телефон
simulate-phone-lead = Позвоните в магазин: кто вошёл в панель, увидит, кто звонит.
simulate-phone-number = Ваш номер
simulate-phone-name = Имя, которое показывает сеть
simulate-phone-extension = Внутренний номер, который звонит (пусто: никто конкретно)
simulate-phone-idle = Звонка нет
simulate-phone-ringing = В магазине звонит телефон
simulate-phone-talking = Идёт разговор
simulate-phone-recording = Вас записывает автоответчик
simulate-phone-do-ring = Позвонить
simulate-phone-do-answer = Магазин отвечает
simulate-phone-do-machine = Отвечает автоответчик
simulate-phone-do-hang-up = Положить трубку
simulate-phone-told = Что услышал сервер

## В магазине

desk-nav-store = Магазин
desk-store-none = Магазина пока нет
desk-store-none-text = Создайте дверь вида «магазин». Тогда того, кто стоит у прилавка, здесь находят по карте, номеру или коду.
desk-store-which = В каком вы магазине?
desk-store-other = Другой магазин
desk-store-scan = Карта, номер, имя или код
desk-store-scan-hint = Отсканируйте или введите…
desk-store-camera = Сканировать камерой
desk-store-camera-hint = Держите код перед камерой.
desk-store-find = Найти
desk-store-hint = Карта или код сканируется прямо в поле. Номер телефона, адрес почты или имя можно ввести.
desk-store-some = Кто это из них?
desk-store-found-now = Этот человек уже известен. Нажмите «Найти» ещё раз.
desk-store-nobody = «{ $text }» ни у кого нет
desk-store-nobody-text = Поищите по-другому или запишите нового покупателя.
desk-store-card-hint = Карта принадлежит тому, кого вы знаете? Сначала найдите его по номеру или имени, затем добавьте карту на его странице.
desk-store-meet = Новый покупатель
desk-store-meet-name = Имя
desk-store-meet-do = Продолжить
desk-store-meet-hint = Карта, которая лежит перед вами, считается подтверждённой. Номер или адрес — только со слов, пока туда не отправлен код.
desk-store-nothing-said = Открытых вопросов нет.
desk-store-asked = { $door }, { $ago }: «{ $text }»
desk-store-waits = Ждёт ответа с
desk-store-talk = Разговор
desk-store-who-spoke = Кто это сказал
desk-store-customer-spoke = Сказал покупатель
desk-store-we-spoke = Мой ответ
desk-store-said = Что было сказано?
desk-store-keep = Записать
desk-store-to-inbox = Во входящих
desk-store-noted-by = записал(а) { $name }
desk-store-known-by = Известен по
desk-store-send-code = Подтвердить кодом
desk-store-add = Добавить карту, номер или адрес
desk-store-add-do = Добавить
desk-store-add-hint = Карта считается подтверждённой: вы её видели. Номер или адрес — только после отправки туда кода.
desk-store-code = Код отправлен
desk-store-code-text = Мы отправили его на { $value }. Он действует 10 минут. Попросите покупателя прочитать его.
desk-store-code-label = Шесть цифр
desk-store-code-do = Проверить
desk-flash-store-noted = Записано.
desk-flash-store-met = Новый покупатель записан.
desk-flash-store-added = Добавлено.
desk-flash-store-code-sent = Код отправлен.
desk-flash-store-proven = Подтверждено.
desk-error-wrong-proof = Это не тот код. Проверьте и введите ещё раз.
desk-error-proof-spent = Слишком много неверных кодов. Отправьте новый.
desk-error-proof-expired = Этот код устарел. Отправьте новый.
desk-error-no-such-door = Ни одна подключённая дверь магазина не достигает этого адреса.
desk-error-held-by-another = Эта карта принадлежит другому покупателю. Ничего не объединено; оператор может посмотреть обоих.
desk-error-bad-identity = Здесь что-то не так. Проверьте ещё раз.
desk-error-too-many-codes = { $seconds ->
    [one] Слишком много кодов. Повторите через { $seconds } секунду.
    [few] Слишком много кодов. Повторите через { $seconds } секунды.
    [many] Слишком много кодов. Повторите через { $seconds } секунд.
   *[other] Слишком много кодов. Повторите через { $seconds } секунды.
}
desk-doors-provider-own = Собственный сервер
desk-doors-field-own-url = Адрес, на который приходит то, что нужно отправить
desk-doors-field-own-secret = Секрет, которым подписаны вызовы
desk-doors-field-own-secret-hint = «whsec_» и от 24 до 64 байт в base64, как в Standard Webhooks.

## Разговор продолжается в другом месте

desk-go-on = Продолжить в другом месте
desk-go-on-how = Как
desk-go-on-show = Показать код и QR-код
desk-go-on-send = Отправить ссылку на { $to }
desk-go-on-do = Продолжить
desk-go-on-back = Назад к разговору
desk-go-on-say = Код, который можно назвать в магазине или по телефону:
desk-go-on-scan = Или отсканировать:
desk-go-on-doors = Где можно продолжить
desk-go-on-until = Действует до { $moment }, для одного человека. Кто с ним придёт, участвует в этом разговоре; сказанного раньше он не увидит.
desk-flash-handed-over = Ссылка отправлена.
go-title = Продолжите разговор
go-chat = В чате
go-by-email = По почте
go-by-sms = По SMS
go-by-phone = По телефону
go-by-whatsapp = В WhatsApp
go-by-telegram = В Telegram
go-by-messenger = В Messenger
go-by-instagram = В Instagram
go-say = Или назовите этот код в магазине или по телефону:
go-hint = Ссылка работает один раз и 24 часа. Никому её не передавайте.
go-over = Ссылка больше не действует
go-over-text = Она уже использована или ей больше 24 часов. Попросите у магазина новую или просто напишите ещё раз: мы найдём разговор.

## Вебхуки

desk-webhooks = Вебхуки
desk-webhooks-lead = Ваши серверы, которые узнают о происходящем здесь по подписанным вызовам.
desk-webhooks-none = Пока никто не слушает
desk-webhooks-none-text = Добавьте адрес сервера. Ему сообщается, что сказано, кем и через какую дверь.
desk-webhooks-new = Добавить адрес
desk-webhooks-url = Адрес
desk-webhooks-url-hint = Начинается с https:// и доступен из интернета.
desk-webhooks-events = О чём он узнаёт
desk-webhooks-events-hint = Если ничего не выбрать, он узнаёт обо всём.
desk-webhooks-all = Обо всём
desk-webhooks-add = Добавить
desk-webhooks-event-message-created = Что-то сказано
desk-webhooks-event-message-delivery = Как далеко дошло сообщение
desk-webhooks-event-conversation-created = Начался разговор
desk-webhooks-event-conversation-updated = Разговор изменился
desk-webhooks-event-conversation-closed = Разговор закрыт
desk-webhooks-event-customer-merged = Два покупателя — один человек
desk-webhooks-event-customer-split = Один покупатель — несколько людей
desk-webhooks-event-webhook-test = Проверка
desk-webhooks-listening = Слушает
desk-webhooks-failing = Ничего не доходит, с: { $ago }
desk-webhooks-disabled-staff = Выключен
desk-webhooks-disabled-gone = Выключен: сервер ответил, что адреса больше нет
desk-webhooks-disabled-failing = Выключен: три дня ничего не доходило
desk-webhooks-secret-once = Секрет, которым подписаны вызовы. Он показывается один раз:
desk-webhooks-test = Отправить проверку
desk-webhooks-turn-on = Включить
desk-webhooks-turn-off = Выключить
desk-webhooks-rotate = Новый секрет
desk-webhooks-rotate-ask = Создать новый секрет? Старый ещё 24 часа подписывает вместе с ним.
desk-webhooks-remove = Удалить
desk-webhooks-remove-ask = Удалить этот адрес и всё, что туда отправлено?
desk-webhooks-nothing = Сюда пока ничего не отправлено.
desk-webhooks-log = Последние вызовы
desk-webhooks-when = Когда
desk-webhooks-event = Событие
desk-webhooks-tries = Попытки
desk-webhooks-state-waiting = В пути
desk-webhooks-state-delivered = Дошло
desk-webhooks-state-failed = Прекращено
desk-webhooks-again = Отправить снова
desk-flash-webhook-tested = Проверка отправлена.
desk-flash-webhook-changed = Изменено.
desk-flash-webhook-removed = Удалено.
desk-flash-webhook-again = Отправлено снова.
desk-error-bad-url = Этот адрес нельзя вызвать: он должен начинаться с https:// и вести в интернет.
desk-error-too-many-endpoints = Адресов уже 20. Сначала удалите один.
desk-did-webhook-created = Добавил(а) вебхук
desk-did-webhook-deleted = Удалил(а) вебхук
desk-did-webhook-enabled = Включил(а) вебхук
desk-did-webhook-disabled = Выключил(а) вебхук
desk-did-webhook-secret-rotated = Создал(а) новый секрет вебхука
desk-did-identity-added = Добавил(а) идентификатор в магазине
desk-did-customer-created = Записал(а) нового покупателя в магазине

## The cart beside a customer

desk-cart = Корзина
desk-cart-empty = Корзина пуста.
desk-cart-saved = Отложено на потом
desk-cart-not-sold = больше не продаётся
desk-cart-quantity = Сколько штук
desk-cart-set = Изменить
desk-cart-remove = Убрать
desk-cart-sku = Артикул (SKU)
desk-cart-add = Добавить
desk-cart-coupon = Код купона
desk-cart-coupon-add = Применить купон
desk-cart-undo = Отменить последнее изменение
desk-cart-by-customer = клиент
desk-cart-by-clerk = магазин
desk-cart-by-agent = служба поддержки
desk-cart-by-assistant = ассистент
desk-cart-by-shop = заказ
desk-flash-cart-changed = Корзина изменена.
desk-flash-cart-undone = Последнее изменение отменено.
## Products

desk-nav-products = Товары
desk-products-lead = Что продаёт магазин, одинаково у каждой двери.
desk-products-all = Все
desk-products-active = В продаже
desk-products-draft = Черновик
desk-products-archived = В архиве
desk-products-status = Состояние
desk-products-count =
    { $count ->
        [one] { $count } товар
        [few] { $count } товара
       *[many] { $count } товаров
    }
desk-products-hits =
    { $count ->
        [one] Подходит { $count } товар
        [few] Подходят { $count } товара
       *[many] Подходит { $count } товаров
    }
desk-products-new = Новый товар
desk-products-search = Поиск товаров
desk-products-search-hint = Название, марка, артикул, штрихкод…
desk-products-no-hit = Ничего не подходит к «{ $query }»
desk-products-no-hit-text = Опечатки не мешают. Попробуйте меньше слов или часть названия.
desk-products-none = Пока нечего продавать
desk-products-none-text = Добавьте здесь первый товар или загрузите сразу все: onedoor products import.
desk-products-none-here = В этом состоянии ничего нет
desk-products-none-here-text = Остальное — на других вкладках.
desk-products-product = Товар
desk-products-sku = Артикул (SKU)
desk-products-gtin = Штрихкод (GTIN)
desk-products-brand = Марка
desk-products-category = Категория
desk-products-category-hint = Сверху вниз, через >: Кухня > Кружки. Чего нет, то появится.
desk-products-title = Название
desk-products-description = Описание
desk-products-tax = Класс НДС
desk-products-tax-standard = Основная ставка
desk-products-tax-reduced = Пониженная ставка
desk-products-tax-super-reduced = Самая низкая ставка
desk-products-tax-zero = Нулевая ставка
desk-products-handle = Адрес
desk-products-handle-hint = Конец адреса товара. Если пусто, возьмётся из названия.
desk-products-images = Фотографии
desk-products-images-hint = Адреса, по одному в строке; первая фотография видна в списках.
desk-products-texts = На других языках
desk-products-texts-hint = Что не заполнено, показывается как выше.
desk-products-variants = Варианты
desk-products-variant-new = Ещё вариант
desk-products-variant-state = Состояние
desk-products-options = Свойства
desk-products-options-hint = Свойства пишутся так: Цвет: синий; Размер: M. У товара без размеров и цветов один вариант, без свойств.
desk-products-weight = Вес в граммах
desk-products-doors = Двери
desk-products-doors-hint = Продаётся только там, где отмечено; у каждой двери, если не отмечено ничего.
desk-products-archive = Убрать из магазина
desk-products-archive-ask = Убрать этот товар из магазина? Его можно вернуть; в заказах и возвратах он останется.
desk-flash-product-saved = Товар сохранён.
desk-flash-product-archived = Товар убран из магазина.
desk-did-product-created = Добавил(а) товар
desk-did-product-changed = Изменил(а) товар
desk-did-product-archived = Убрал(а) товар из магазина
desk-did-products-imported = Загрузил(а) товары из таблицы
desk-did-category-saved = Изменил(а) категорию
desk-error-no-title = Товару нужно название.
desk-error-bad-title = Название — не длиннее 200 знаков.
desk-error-bad-brand = Марка — не длиннее 100 знаков.
desk-error-bad-handle = В адресе от 1 до 80 знаков: строчные латинские буквы, цифры и дефисы.
desk-error-handle-taken = Этот адрес уже у другого товара.
desk-error-bad-category = В названии каждой категории от 1 до 100 знаков.
desk-error-category-too-deep = Категории — не глубже 6 уровней.
desk-error-bad-sku = Каждому варианту нужен артикул (SKU), от 1 до 64 знаков.
desk-error-sku-taken = Один из этих артикулов уже у другого товара.
desk-error-sku-repeats = У двух вариантов одинаковый артикул.
desk-error-bad-gtin = Штрихкод неверен: в нём 8, 12, 13 или 14 цифр, последняя — контрольная. Сверьте его с упаковкой.
desk-error-gtin-taken = Один из этих штрихкодов уже у другого варианта.
desk-error-no-variants = Товару нужен вариант с артикулом, даже если нет размеров и цветов.
desk-error-bad-options = Свойства пишутся так: Цвет: синий; Размер: M
desk-error-options-differ = У всех вариантов должны быть одинаковые свойства в одном порядке.
desk-error-options-repeat = У двух вариантов одинаковые свойства.
desk-error-bad-weight = Вес — целое число граммов.
desk-error-bad-media-url = Адрес фотографии начинается с https:// или с /.

## Как доставить товары из корзины

desk-cart-ways = Доставка
