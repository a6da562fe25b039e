//! What the demo's shop has ready: articles on its help page, answers by a short word, and an assistant in the web chat.

use customers::accounts::{Permit, may};
use customers::channels::store as channels;
use engage::articles::{self, New as NewArticle, State};
use engage::bot;
use engage::ready::{self, New as NewReady};
use engage::shop::{self as said, Name};
use kit::Result;
use kit::i18n::Lang;

use super::shop;
use crate::app::App;

/// An article in one language: (language, address, category, title, text).
type Text = (Lang, &'static str, &'static str, &'static str, &'static str);

use Lang::{En, Pl, Ro, Ru};

const ARTICLES: [[Text; 4]; 3] = [
    [
        (
            En,
            "returns",
            "After the purchase",
            "Returns and refunds",
            "You may return anything within **30 days**, whichever door you bought it through: by post, or in our stores in Kraków and Cluj-Napoca.\n\n1. Write to us, or come by with the number of your order.\n2. Pack it well. Opened coffee we do not take back.\n3. The money is with you within 5 days after the parcel is with us.",
        ),
        (
            Pl,
            "zwroty",
            "Po zakupie",
            "Zwroty i pieniądze",
            "Wszystko można zwrócić w ciągu **30 dni**, niezależnie od tego, gdzie zostało kupione: pocztą albo w naszych sklepach w Krakowie i Klużu.\n\n1. Proszę napisać do nas albo przyjść z numerem zamówienia.\n2. Dobrze zapakować. Otwartej kawy nie przyjmujemy.\n3. Pieniądze przyjdą w ciągu 5 dni od dnia, w którym paczka do nas dotrze.",
        ),
        (
            Ro,
            "retururi",
            "După cumpărare",
            "Retururi și bani",
            "Orice se poate returna în **30 de zile**, indiferent unde a fost cumpărat: prin curier sau în magazinele noastre din Cracovia și Cluj-Napoca.\n\n1. Scrieți-ne sau veniți cu numărul comenzii.\n2. Împachetați bine. Cafeaua desfăcută nu o primim înapoi.\n3. Banii ajung în 5 zile după ce primim coletul.",
        ),
        (
            Ru,
            "vozvrat",
            "После покупки",
            "Возврат и деньги",
            "Вернуть можно всё в течение **30 дней**, где бы это ни было куплено: почтой или в наших магазинах в Кракове и Клуже.\n\n1. Напишите нам или приходите с номером заказа.\n2. Хорошо упакуйте. Открытый кофе мы не принимаем.\n3. Деньги придут в течение 5 дней после того, как посылка будет у нас.",
        ),
    ],
    [
        (
            En,
            "delivery",
            "After the purchase",
            "How long a parcel takes",
            "What is ordered before noon leaves the same day. In Poland and Romania a parcel takes **1 to 2 working days**. From 199 zł or 239 lei on, delivery is free.",
        ),
        (
            Pl,
            "dostawa",
            "Po zakupie",
            "Ile idzie paczka",
            "To, co zamówione do południa, wychodzi tego samego dnia. W Polsce i Rumunii paczka idzie **1–2 dni robocze**. Od 199 zł lub 239 lei dostawa jest bezpłatna.",
        ),
        (
            Ro,
            "livrare",
            "După cumpărare",
            "Cât durează livrarea",
            "Ce se comandă până la prânz pleacă în aceeași zi. În Polonia și România coletul face **1–2 zile lucrătoare**. De la 199 zł sau 239 lei livrarea este gratuită.",
        ),
        (
            Ru,
            "dostavka",
            "После покупки",
            "Сколько идёт посылка",
            "Заказанное до полудня уходит в тот же день. По Польше и Румынии посылка идёт **1–2 рабочих дня**. От 199 zł или 239 лей доставка бесплатна.",
        ),
    ],
    [
        (
            En,
            "grinding",
            "Coffee",
            "Which grind for which pot",
            "| Pot | Grind |\n| --- | --- |\n| Moka pot | fine, like table salt |\n| Filter | medium |\n| French press | coarse, like sea salt |\n\nWrite the grind into the order, and we grind it for you.",
        ),
        (
            Pl,
            "mielenie",
            "Kawa",
            "Jakie mielenie do czego",
            "| Naczynie | Mielenie |\n| --- | --- |\n| Kawiarka | drobne, jak sól kuchenna |\n| Filtr | średnie |\n| French press | grube, jak sól morska |\n\nWystarczy napisać w zamówieniu, a zmielimy.",
        ),
        (
            Ro,
            "macinare",
            "Cafea",
            "Ce măcinare pentru ce ibric",
            "| Vas | Măcinare |\n| --- | --- |\n| Moka | fină, ca sarea de masă |\n| Filtru | medie |\n| Presă franceză | mare, ca sarea de mare |\n\nScrieți în comandă și o măcinăm noi.",
        ),
        (
            Ru,
            "pomol",
            "Кофе",
            "Какой помол для чего",
            "| Посуда | Помол |\n| --- | --- |\n| Гейзерная кофеварка | мелкий, как столовая соль |\n| Фильтр | средний |\n| Френч-пресс | крупный, как морская соль |\n\nНапишите в заказе – мы смелем.",
        ),
    ],
];

/// (short word, language, title, text).
const READY: [(&str, Lang, &str, &str); 8] = [
    (
        "hello",
        En,
        "Greeting",
        "Dear {customer.first_name|customer},\n\nthank you for writing to us. ",
    ),
    ("hello", Pl, "Powitanie", "Dzień dobry {customer.first_name|},\n\ndziękujemy za wiadomość. "),
    ("hello", Ro, "Salut", "Bună ziua {customer.first_name|},\n\nvă mulțumim pentru mesaj. "),
    (
        "hello",
        Ru,
        "Приветствие",
        "Здравствуйте, {customer.first_name|уважаемый покупатель}!\n\nСпасибо за ваше сообщение. ",
    ),
    (
        "sent",
        En,
        "The parcel is on its way",
        "Your order {order.number} is on its way and should be with you within two working days.\n\n{agent.name}",
    ),
    (
        "sent",
        Pl,
        "Paczka w drodze",
        "Zamówienie {order.number} jest w drodze i powinno dotrzeć w ciągu dwóch dni roboczych.\n\n{agent.name}",
    ),
    (
        "sent",
        Ro,
        "Coletul e pe drum",
        "Comanda {order.number} e pe drum și ar trebui să ajungă în două zile lucrătoare.\n\n{agent.name}",
    ),
    (
        "sent",
        Ru,
        "Посылка в пути",
        "Заказ {order.number} в пути и должен прийти в течение двух рабочих дней.\n\n{agent.name}",
    ),
];

/// A question with its answers to choose from.
const ASKED: [(Lang, &str, &str, &str); 4] = [
    (
        En,
        "Where to pick it up",
        "Where would you like to pick it up?",
        "Kraków\nCluj-Napoca\nBy courier",
    ),
    (Pl, "Miejsce odbioru", "Gdzie odebrać zamówienie?", "Kraków\nKluż-Napoka\nKurierem"),
    (
        Ro,
        "Locul de ridicare",
        "De unde doriți să o ridicați?",
        "Cracovia\nCluj-Napoca\nPrin curier",
    ),
    (Ru, "Где забрать", "Где вам удобнее забрать заказ?", "Краков\nКлуж-Напока\nКурьером"),
];

const SAID: [(Name, Lang, &str); 8] = [
    (
        Name::Hours,
        En,
        "Our stores in Kraków and Cluj-Napoca are open Monday to Saturday, 9 to 19. Here somebody answers every day from 8 to 20.",
    ),
    (
        Name::Hours,
        Pl,
        "Sklepy w Krakowie i Klużu są czynne od poniedziałku do soboty w godzinach 9–19. Tutaj odpowiadamy codziennie od 8 do 20.",
    ),
    (
        Name::Hours,
        Ro,
        "Magazinele din Cracovia și Cluj-Napoca sunt deschise de luni până sâmbătă, între 9 și 19. Aici răspundem zilnic între 8 și 20.",
    ),
    (
        Name::Hours,
        Ru,
        "Магазины в Кракове и Клуже открыты с понедельника по субботу с 9 до 19. Здесь мы отвечаем каждый день с 8 до 20.",
    ),
    (
        Name::Returns,
        En,
        "You may return anything within 30 days, by post or in our stores; the number of the order is enough. The money is with you within 5 days.",
    ),
    (
        Name::Returns,
        Pl,
        "Na zwrot jest 30 dni, pocztą albo w naszych sklepach; wystarczy numer zamówienia. Pieniądze oddajemy w ciągu 5 dni.",
    ),
    (
        Name::Returns,
        Ro,
        "Orice se poate returna în 30 de zile, prin curier sau în magazinele noastre; ajunge numărul comenzii. Banii vin în 5 zile.",
    ),
    (
        Name::Returns,
        Ru,
        "Вернуть можно всё в течение 30 дней, почтой или в наших магазинах; достаточно номера заказа. Деньги придут за 5 дней.",
    ),
];

/// Puts all of it in; once, when the demo is new.
pub async fn furnish(app: &App) -> Result<()> {
    let ctx = &app.engage;
    let talk: Permit<may::Talk> = Permit::console();
    for texts in ARTICLES {
        let mut id = None;
        for (lang, slug, category, title, body) in texts {
            let new = NewArticle {
                lang,
                slug: slug.into(),
                title: title.into(),
                category: category.into(),
                body: body.into(),
                state: State::Published,
            };
            id = Some(articles::save(ctx, &talk, id, &new).await?);
        }
    }
    let asked = ASKED.map(|(lang, title, body, choices)| ("pickup", lang, title, body, choices));
    let ready = READY.map(|(shortcut, lang, title, body)| (shortcut, lang, title, body, ""));
    for (shortcut, lang, title, body, choices) in ready.into_iter().chain(asked) {
        let (title, body) = (title.to_string(), body.to_string());
        let new =
            NewReady { shortcut: shortcut.into(), lang, title, body, choices: choices.into() };
        ready::save(ctx, &talk, None, &new).await?;
    }
    let doors: Permit<may::ManageDoors> = Permit::console();
    for (name, lang, text) in SAID {
        said::set(ctx, &doors, name, Some(lang), text).await?;
    }
    said::set(ctx, &doors, Name::OrderPatterns, None, "W-######\nK-######\nC-######\nM-######")
        .await?;
    let web = shop::DOORS.iter().find(|door| door.slug == shop::WEB).map(|door| door.name);
    for door in app.ctx.db.read(channels::list).await? {
        if Some(door.name.as_str()) == web {
            bot::switch(ctx, &doors, &door, true).await?;
        }
    }
    Ok(())
}
