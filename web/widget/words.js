// @ts-check
/** What the widget says, in four languages. */

const en = {
  title: 'Chat with us',
  open: 'Open the chat',
  close: 'Close the chat',
  unread: { one: '{n} new message', other: '{n} new messages' },
  transcript: 'Messages',
  greeting: 'Hello! How can we help?',
  away: 'Nobody is here right now. Leave your message and your e-mail address, and we will answer.',
  email: 'Your e-mail address',
  badEmail: 'Please enter a whole e-mail address.',
  write: 'Write a message',
  send: 'Send',
  attach: 'Attach a file',
  remove: 'Remove {name}',
  you: 'You',
  shop: 'Shop',
  typing: 'Somebody is typing…',
  sending: 'Sending…',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Not sent.',
  rate: 'How was our help?',
  thanks: 'Thank you!',
  scores: ['Very bad', 'Bad', 'So-so', 'Good', 'Very good'],
  again: 'Try again',
  offline: 'You are offline. Your messages will be sent when the connection is back.',
  tooLong: 'A message has at most {n} characters.',
  tooLarge: 'Files may have {n} MB together, and there may be {files} of them.',
  badFile: 'Only pictures, PDF and plain text can be sent.',
  elsewhere: 'Continue on another device',
  linkReady: 'Open this link on your other device within 15 minutes:',
  copy: 'Copy',
  copied: 'Copied',
  linkFailed: 'Write a first message, then the conversation can move to another device.',
  linkOld: 'This link is no longer good. Make a new one in the chat on the first device.',
  by: {
    email: 'by e-mail', sms: 'by SMS', phone: 'on the phone', store: 'in the store',
    form: 'by the contact form', other: 'elsewhere',
  },
};

/** @type {typeof en & {unread: Record<string, string>}} */
const pl = {
  title: 'Napisz do nas',
  open: 'Otwórz czat',
  close: 'Zamknij czat',
  unread: { one: '{n} nowa wiadomość', few: '{n} nowe wiadomości', other: '{n} nowych wiadomości' },
  transcript: 'Wiadomości',
  greeting: 'Dzień dobry! W czym możemy pomóc?',
  away: 'Teraz nikogo tu nie ma. Zostaw wiadomość i adres e-mail, a odpowiemy.',
  email: 'Twój adres e-mail',
  badEmail: 'Podaj pełny adres e-mail.',
  write: 'Napisz wiadomość',
  send: 'Wyślij',
  attach: 'Dołącz plik',
  remove: 'Usuń {name}',
  you: 'Ty',
  shop: 'Sklep',
  typing: 'Ktoś pisze…',
  sending: 'Wysyłanie…',
  sent: 'Wysłano',
  delivered: 'Dostarczono',
  read: 'Przeczytano',
  failed: 'Nie wysłano.',
  rate: 'Jak oceniają Państwo naszą pomoc?',
  thanks: 'Dziękujemy!',
  scores: ['Bardzo źle', 'Źle', 'Tak sobie', 'Dobrze', 'Bardzo dobrze'],
  again: 'Spróbuj ponownie',
  offline: 'Brak połączenia. Wiadomości zostaną wysłane, gdy wróci.',
  tooLong: 'Wiadomość może mieć najwyżej {n} znaków.',
  tooLarge: 'Pliki mogą mieć razem {n} MB, a ich liczba nie może przekraczać {files}.',
  badFile: 'Można wysłać tylko zdjęcia, PDF i zwykły tekst.',
  elsewhere: 'Kontynuuj na innym urządzeniu',
  linkReady: 'Otwórz ten link na drugim urządzeniu w ciągu 15 minut:',
  copy: 'Kopiuj',
  copied: 'Skopiowano',
  linkFailed: 'Napisz pierwszą wiadomość, a potem przeniesiesz rozmowę na inne urządzenie.',
  linkOld: 'Ten link już nie działa. Utwórz nowy w czacie na pierwszym urządzeniu.',
  by: {
    email: 'e-mailem', sms: 'SMS-em', phone: 'przez telefon', store: 'w sklepie stacjonarnym',
    form: 'przez formularz', other: 'inną drogą',
  },
};

/** @type {typeof en & {unread: Record<string, string>}} */
const ro = {
  title: 'Scrieți-ne',
  open: 'Deschide chatul',
  close: 'Închide chatul',
  unread: { one: '{n} mesaj nou', few: '{n} mesaje noi', other: '{n} de mesaje noi' },
  transcript: 'Mesaje',
  greeting: 'Bună ziua! Cu ce vă putem ajuta?',
  away: 'Acum nu e nimeni aici. Lăsați mesajul și adresa de e-mail și vă vom răspunde.',
  email: 'Adresa dvs. de e-mail',
  badEmail: 'Introduceți o adresă de e-mail completă.',
  write: 'Scrieți un mesaj',
  send: 'Trimite',
  attach: 'Atașează un fișier',
  remove: 'Elimină {name}',
  you: 'Dvs.',
  shop: 'Magazin',
  typing: 'Cineva scrie…',
  sending: 'Se trimite…',
  sent: 'Trimis',
  delivered: 'Livrat',
  read: 'Citit',
  failed: 'Netrimis.',
  rate: 'Cum a fost ajutorul nostru?',
  thanks: 'Vă mulțumim!',
  scores: ['Foarte slab', 'Slab', 'Așa și așa', 'Bun', 'Foarte bun'],
  again: 'Încearcă din nou',
  offline: 'Nu sunteți conectat. Mesajele vor fi trimise când revine conexiunea.',
  tooLong: 'Un mesaj poate avea cel mult {n} de caractere.',
  tooLarge: 'Fișierele pot avea împreună {n} MB și pot fi cel mult {files}.',
  badFile: 'Se pot trimite doar imagini, PDF și text simplu.',
  elsewhere: 'Continuă pe alt dispozitiv',
  linkReady: 'Deschideți acest link pe celălalt dispozitiv în 15 minute:',
  copy: 'Copiază',
  copied: 'Copiat',
  linkFailed: 'Scrieți un prim mesaj, apoi conversația se poate muta pe alt dispozitiv.',
  linkOld: 'Acest link nu mai este valabil. Creați altul în chatul de pe primul dispozitiv.',
  by: {
    email: 'prin e-mail', sms: 'prin SMS', phone: 'la telefon', store: 'în magazin',
    form: 'prin formular', other: 'pe altă cale',
  },
};

/** @type {typeof en & {unread: Record<string, string>}} */
const ru = {
  title: 'Напишите нам',
  open: 'Открыть чат',
  close: 'Закрыть чат',
  unread: {
    one: '{n} новое сообщение', few: '{n} новых сообщения', many: '{n} новых сообщений',
    other: '{n} нового сообщения',
  },
  transcript: 'Сообщения',
  greeting: 'Здравствуйте! Чем можем помочь?',
  away: 'Сейчас никого нет. Оставьте сообщение и адрес электронной почты, и мы ответим.',
  email: 'Ваш адрес электронной почты',
  badEmail: 'Введите адрес электронной почты полностью.',
  write: 'Напишите сообщение',
  send: 'Отправить',
  attach: 'Прикрепить файл',
  remove: 'Убрать {name}',
  you: 'Вы',
  shop: 'Магазин',
  typing: 'Вам пишут…',
  sending: 'Отправляется…',
  sent: 'Отправлено',
  delivered: 'Доставлено',
  read: 'Прочитано',
  failed: 'Не отправлено.',
  rate: 'Как вам наша помощь?',
  thanks: 'Спасибо!',
  scores: ['Очень плохо', 'Плохо', 'Так себе', 'Хорошо', 'Очень хорошо'],
  again: 'Повторить',
  offline: 'Нет соединения. Сообщения будут отправлены, когда оно восстановится.',
  tooLong: 'Длина сообщения — не больше {n} знаков.',
  tooLarge: 'Общий размер файлов — до {n} МБ, количество — до {files}.',
  badFile: 'Можно отправить только изображения, PDF и обычный текст.',
  elsewhere: 'Продолжить на другом устройстве',
  linkReady: 'Откройте эту ссылку на другом устройстве в течение 15 минут:',
  copy: 'Скопировать',
  copied: 'Скопировано',
  linkFailed: 'Напишите первое сообщение, и разговор можно будет перенести на другое устройство.',
  linkOld: 'Ссылка больше не действует. Создайте новую в чате на первом устройстве.',
  by: {
    email: 'по почте', sms: 'по SMS', phone: 'по телефону', store: 'в магазине',
    form: 'через форму', other: 'другим способом',
  },
};

/** @typedef {typeof en} Words */
/** @typedef {'en' | 'pl' | 'ro' | 'ru'} Language */

const ALL = { en, pl, ro, ru };

/** As the shop says, else as the page is written. @param {string} [wanted] @returns {Language} */
export function languageOf(wanted) {
  const code = (wanted || document.documentElement.lang || navigator.language).slice(0, 2).toLowerCase();
  return code in ALL ? /** @type {Language} */ (code) : 'en';
}

/** @param {Language} language @returns {Words} */
export function wordsOf(language) {
  return ALL[language];
}

/** @param {string} text @param {Record<string, string | number>} values */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** @param {Record<string, string>} forms @param {number} n @param {Language} language */
export function plural(forms, n, language) {
  const form = forms[new Intl.PluralRules(language).select(n)] ?? forms.other ?? '';
  return fill(form, { n });
}
