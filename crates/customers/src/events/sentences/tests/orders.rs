use expect_test::expect;

use super::{ORDER, check};
use crate::events::EventType::*;

const BIG_ORDER: &str = r#"{"order_id": "1043", "total": 2580.5, "currency": "RON",
    "products": [{"name": "Filter papers", "quantity": 21}]}"#;

const IN_STORE: &str = r#"{"order_id": "K-77", "store_id": "krk", "total": 40,
    "products": [{"name": "Mug", "price": 20, "quantity": 2}]}"#;

#[test]
fn checkout_and_orders() {
    check(
        &[
            (Track, "Checkout Started", ORDER),
            (Track, "Checkout Step Viewed", r#"{"step": 2}"#),
            (Track, "Checkout Step Viewed", "{}"),
            (Track, "Checkout Step Completed", r#"{"step": "2", "shipping_method": "InPost"}"#),
            (Track, "Checkout Step Completed", "{}"),
            (Track, "Payment Info Entered", r#"{"payment_method": "cash_on_delivery"}"#),
            (Track, "Order Completed", ORDER),
            (Track, "Order Completed", BIG_ORDER),
            (Track, "Order Completed", r#"{"order_id": "5f3a9c0e-7d1b-4a55-9b57-3d1f0a2c4e6b"}"#),
            (Track, "Order Completed", r#"{"products": [{"name": "Mug", "price": 20}]}"#),
            (Track, "Order Completed", r#"{"products": [{"name": "Mug", "quantity": 5}]}"#),
            (Track, "Order Completed", IN_STORE),
            (Track, "Order Completed", r#"{"store_id": "krk"}"#),
            (Track, "Order Shipped", r#"{"order_id": "1042", "carrier": "parcel_locker"}"#),
            (Track, "Order Updated", ORDER),
            (Track, "Order Cancelled", ORDER),
            (Track, "Order Refunded", r#"{"order_id": "1042", "total": 70}"#),
            (Track, "Order Refunded", r#"{"order_id": "1042"}"#),
        ],
        expect![[r#"
            [bag] Started the checkout: 3 items · PLN 129.00 (order 1042)
                Rozpoczęto składanie zamówienia: 3 produkty · 129,00 zł (zamówienie 1042)
                A început finalizarea comenzii: 3 produse · 129,00 PLN (comanda 1042)
                Начато оформление заказа: 3 товара · 129,00 PLN (заказ 1042)
            [bag] Reached step 2 of the checkout
                Przejście do kroku 2 składania zamówienia
                A ajuns la pasul 2 al comenzii
                Оформление заказа: шаг 2
            [bag] Went on with the checkout
                Kolejny krok składania zamówienia
                A continuat finalizarea comenzii
                Оформление заказа продолжено
            [bag] Completed step 2 of the checkout · InPost
                Ukończono krok 2 składania zamówienia · InPost
                A încheiat pasul 2 al comenzii · InPost
                Пройден шаг 2 оформления · InPost
            [bag] Completed a step of the checkout
                Ukończono krok składania zamówienia
                A încheiat un pas al comenzii
                Шаг оформления пройден
            [bag] Entered the payment details · cash on delivery
                Podano dane do płatności · za pobraniem
                A introdus datele de plată · ramburs
                Указаны данные для оплаты · наложенный платёж
            [bag] Ordered 3 items for PLN 129.00 (order 1042)
                Zamówiono 3 produkty za 129,00 zł (zamówienie 1042)
                A comandat 3 produse în valoare de 129,00 PLN (comanda 1042)
                Заказано 3 товара на сумму 129,00 PLN (заказ 1042)
            [bag] Ordered 21 items for RON 2,580.50 (order 1043)
                Zamówiono 21 produktów za 2580,50 RON (zamówienie 1043)
                A comandat 21 de produse în valoare de 2.580,50 lei (comanda 1043)
                Заказан 21 товар на сумму 2 580,50 RON (заказ 1043)
            [bag] Placed an order
                Złożono zamówienie
                A plasat o comandă
                Оформлен заказ
            [bag] Ordered 1 item for PLN 20.00
                Zamówiono 1 produkt za 20,00 zł
                A comandat 1 produs în valoare de 20,00 PLN
                Заказан 1 товар на сумму 20,00 PLN
            [bag] Ordered 5 items
                Zamówiono 5 produktów
                A comandat 5 produse
                Заказано 5 товаров
            [bag] Bought 2 items in the store for PLN 40.00 (order K-77)
                Kupiono w sklepie 2 produkty za 40,00 zł (zamówienie K-77)
                A cumpărat din magazin 2 produse în valoare de 40,00 PLN (comanda K-77)
                Куплено в магазине 2 товара на сумму 40,00 PLN (заказ K-77)
            [bag] Made a purchase in the store
                Zakupy w sklepie
                A făcut cumpărături în magazin
                Покупка в магазине
            [bag] The parcel was sent (order 1042) · parcel locker
                Wysłano paczkę (zamówienie 1042) · automat paczkowy
                Coletul a fost expediat (comanda 1042) · automat de colete
                Посылка отправлена (заказ 1042) · постамат
            [bag] Changed the order: 3 items · PLN 129.00 (order 1042)
                Zmieniono zamówienie: 3 produkty · 129,00 zł (zamówienie 1042)
                A modificat comanda: 3 produse · 129,00 PLN (comanda 1042)
                Заказ изменён: 3 товара · 129,00 PLN (заказ 1042)
            [return] Cancelled the order: 3 items · PLN 129.00 (order 1042)
                Anulowano zamówienie: 3 produkty · 129,00 zł (zamówienie 1042)
                A anulat comanda: 3 produse · 129,00 PLN (comanda 1042)
                Заказ отменён: 3 товара · 129,00 PLN (заказ 1042)
            [return] Got PLN 70.00 back (order 1042)
                Zwrot pieniędzy: 70,00 zł (zamówienie 1042)
                A primit înapoi 70,00 PLN (comanda 1042)
                Возврат денег: 70,00 PLN (заказ 1042)
            [return] Got the money back (order 1042)
                Zwrot pieniędzy (zamówienie 1042)
                A primit banii înapoi (comanda 1042)
                Возврат денег (заказ 1042)
        "#]],
    );
}

#[test]
fn coupons() {
    check(
        &[
            (Track, "Coupon Entered", r#"{"coupon_id": "MAY20"}"#),
            (Track, "Coupon Entered", "{}"),
            (
                Track,
                "Coupon Applied",
                r#"{"coupon_name": "May days", "coupon_id": "MAY20", "discount": 10}"#,
            ),
            (Track, "Coupon Applied", "{}"),
            (Track, "Coupon Denied", r#"{"coupon": "MAY19", "reason": "expired"}"#),
            (Track, "Coupon Denied", "{}"),
            (Track, "Coupon Removed", r#"{"coupon_id": "MAY20"}"#),
            (Track, "Coupon Removed", "{}"),
        ],
        expect![[r#"
            [tag] Entered the coupon ‘MAY20’
                Wpisano kod rabatowy „MAY20”
                A introdus cuponul „MAY20”
                Введён промокод «MAY20»
            [tag] Entered a coupon
                Wpisano kod rabatowy
                A introdus un cupon
                Введён промокод
            [tag] Used the coupon ‘May days’ · −PLN 10.00
                Użyto kodu rabatowego „May days” · −10,00 zł
                A folosit cuponul „May days” · −10,00 PLN
                Применён промокод «May days» · −10,00 PLN
            [tag] Used a coupon
                Użyto kodu rabatowego
                A folosit un cupon
                Применён промокод
            [tag] The coupon ‘MAY19’ was not accepted · expired
                Odrzucono kod rabatowy „MAY19” · expired
                Cuponul „MAY19” nu a fost acceptat · expired
                Промокод «MAY19» не принят · expired
            [tag] A coupon was not accepted
                Odrzucono kod rabatowy
                Un cupon nu a fost acceptat
                Промокод не принят
            [tag] Removed the coupon ‘MAY20’
                Usunięto kod rabatowy „MAY20”
                A renunțat la cuponul „MAY20”
                Промокод «MAY20» убран
            [tag] Removed a coupon
                Usunięto kod rabatowy
                A renunțat la un cupon
                Промокод убран
        "#]],
    );
}

#[test]
fn in_the_store() {
    check(
        &[
            (Track, "Store Visited", r#"{"store": "Kraków, Rynek"}"#),
            (Track, "Store Visited", "{}"),
            (
                Track,
                "Receipt Issued",
                r#"{"receipt_number": "77/11", "store": "Iași, Palas", "total": 21.5, "currency": "RON",
                    "products": [{"name": "Tea"}, {"name": "Mug"}]}"#,
            ),
            (Track, "Receipt Issued", r#"{"total": 20}"#),
            (
                Track,
                "Return Started",
                r#"{"order_id": "1042", "store": "Kraków, Rynek", "products": [{"name": "Mug"}]}"#,
            ),
            (Track, "Return Started", r#"{"order_id": "1042"}"#),
            (
                Track,
                "Loyalty Card Scanned",
                r#"{"card": "290012345678", "store": "Kraków, Rynek"}"#,
            ),
            (Track, "Loyalty Card Issued", r#"{"store_name": "Iași, Palas"}"#),
            (Track, "QR Code Scanned", r#"{"catalogue": "Autumn 2026", "page": 12}"#),
            (Track, "QR Code Scanned", "{}"),
        ],
        expect![[r#"
            [store] Visited the store · Kraków, Rynek
                Wizyta w sklepie · Kraków, Rynek
                A vizitat magazinul · Kraków, Rynek
                Посещение магазина · Kraków, Rynek
            [store] Visited the store
                Wizyta w sklepie
                A vizitat magazinul
                Посещение магазина
            [store] Got receipt 77/11: 2 items · RON 21.50 · Iași, Palas
                Wystawiono paragon 77/11: 2 produkty · 21,50 RON · Iași, Palas
                A primit bonul 77/11: 2 produse · 21,50 lei · Iași, Palas
                Выдан чек 77/11: 2 товара · 21,50 RON · Iași, Palas
            [store] Got a receipt · PLN 20.00
                Wystawiono paragon · 20,00 zł
                A primit un bon · 20,00 PLN
                Выдан чек · 20,00 PLN
            [return] Started a return: Mug (order 1042) · Kraków, Rynek
                Zgłoszono zwrot: Mug (zamówienie 1042) · Kraków, Rynek
                A inițiat un retur: Mug (comanda 1042) · Kraków, Rynek
                Оформляется возврат: Mug (заказ 1042) · Kraków, Rynek
            [return] Started a return (order 1042)
                Zgłoszono zwrot (zamówienie 1042)
                A inițiat un retur (comanda 1042)
                Оформляется возврат (заказ 1042)
            [store] Showed the loyalty card · Kraków, Rynek
                Okazano kartę stałego klienta · Kraków, Rynek
                A prezentat cardul de fidelitate · Kraków, Rynek
                Предъявлена карта лояльности · Kraków, Rynek
            [store] Got a loyalty card · Iași, Palas
                Wydano kartę stałego klienta · Iași, Palas
                A primit un card de fidelitate · Iași, Palas
                Выдана карта лояльности · Iași, Palas
            [tag] Scanned a QR code · Autumn 2026
                Zeskanowano kod QR · Autumn 2026
                A scanat un cod QR · Autumn 2026
                Отсканирован QR-код · Autumn 2026
            [tag] Scanned a QR code
                Zeskanowano kod QR
                A scanat un cod QR
                Отсканирован QR-код
        "#]],
    );
}

#[test]
fn what_becomes_of_a_return() {
    let back = r#"{"order_id": "1042", "return_id": "R-1", "products": [{"name": "Mug", "quantity": 2}],
        "place": "Gdańsk"}"#;
    check(
        &[
            (
                Track,
                "Return Asked",
                r#"{"order_id": "1042", "products": [{"name": "Mug", "quantity": 1}]}"#,
            ),
            (Track, "Return Received", back),
            (Track, "Return Exchanged", back),
            (Track, "Return Refused", back),
        ],
        expect![[r#"
            [return] Asked for a return: Mug (order 1042)
                Zgłoszono zwrot: Mug (zamówienie 1042)
                A cerut un retur: Mug (comanda 1042)
                Запрошен возврат: Mug (заказ 1042)
            [return] Return received: 2 × Mug (order 1042) · Gdańsk
                Przyjęto zwrot: 2 × Mug (zamówienie 1042) · Gdańsk
                Retur primit: 2 × Mug (comanda 1042) · Gdańsk
                Возврат принят: 2 × Mug (заказ 1042) · Gdańsk
            [return] Exchanged: 2 × Mug (order 1042) · Gdańsk
                Wymieniono: 2 × Mug (zamówienie 1042) · Gdańsk
                Schimbat: 2 × Mug (comanda 1042) · Gdańsk
                Обмен: 2 × Mug (заказ 1042) · Gdańsk
            [return] Return refused: 2 × Mug (order 1042) · Gdańsk
                Odmówiono zwrotu: 2 × Mug (zamówienie 1042) · Gdańsk
                Retur refuzat: 2 × Mug (comanda 1042) · Gdańsk
                В возврате отказано: 2 × Mug (заказ 1042) · Gdańsk
        "#]],
    );
}
