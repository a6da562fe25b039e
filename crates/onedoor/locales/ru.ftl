### The desk: what the merchant’s staff read.

## Around every page

desk-skip = Перейти к содержанию
desk-nav = Главная навигация
desk-nav-customers = Клиенты
desk-nav-doors = Двери
desk-nav-audit = Журнал
desk-nav-settings = Настройки
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
desk-did-door-made = Создание двери
desk-did-door-renamed = Переименование двери
desk-did-door-passes-changed = Изменение того, что проходит через дверь
desk-did-door-secret-replaced = Новый секретный ключ
desk-did-door-shut = Закрытие двери
desk-did-door-opened = Повторное открытие двери

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
desk-flash-door-made = Дверь создана. Скопируйте секретный ключ сейчас.
desk-flash-door-secret = Новый секретный ключ действует. Старый больше не действует.
desk-flash-door-renamed = Дверь переименована.
desk-flash-door-changed = Сохранено.
desk-flash-door-shut = Дверь закрыта.
desk-flash-door-opened = Дверь снова открыта.

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
