use expect_test::expect;

use super::{CUPS, GUJI, ORDER, check};
use crate::events::EventType::*;

#[test]
fn looking_around() {
    check(
        &[
            (Page, "Coffee", r#"{"path": "/coffee"}"#),
            (
                Page,
                "",
                r#"{"title": "Brewing guide", "url": "https://shop.pl/guide?token=s3cr3t"}"#,
            ),
            (Page, "", r#"{"url": "https://shop.pl/order/thanks?token=s3cr3t#top"}"#),
            (Page, "", r#"{"path": "/"}"#),
            (Page, "", "{}"),
            (Screen, "Basket", "{}"),
            (Screen, "", "{}"),
            (Track, "Application Opened", r#"{"version": "3.8.0"}"#),
            (Track, "Products Searched", r#"{"query": "filter coffee"}"#),
            (Track, "Products Searched", r#"{"query": {"text": "filter"}}"#),
            (Track, "Product List Viewed", r#"{"category": "Coffee"}"#),
            (
                Track,
                "Product List Viewed",
                r#"{"list_id": "5f3a9c0e-7d1b-4a55-9b57-3d1f0a2c4e6b"}"#,
            ),
            (
                Track,
                "Product List Filtered",
                r#"{"category": "Coffee", "filters": [{"type": "roast", "value": "light"},
                    {"type": "origin", "value": "Ethiopia"}]}"#,
            ),
            (Track, "Product List Filtered", "{}"),
            (Track, "Promotion Viewed", r#"{"promotion_id": "p1", "name": "New harvest"}"#),
            (Track, "Promotion Clicked", r#"{"promotion_id": "BLACK-WEEK"}"#),
            (Track, "Promotion Clicked", "{}"),
            (Track, "Product Clicked", GUJI),
            (Track, "Product Viewed", GUJI),
            (Track, "Product Viewed", r#"{"product_id": "507f1f77bcf86cd799439011"}"#),
            (Track, "Product Viewed", r#"{"sku": "G-250"}"#),
        ],
        expect![[r#"
            [eye] Looked at the page ‘Coffee’
                Odwiedzono stronę „Coffee”
                A vizitat pagina „Coffee”
                Открыта страница «Coffee»
            [eye] Looked at the page ‘Brewing guide’
                Odwiedzono stronę „Brewing guide”
                A vizitat pagina „Brewing guide”
                Открыта страница «Brewing guide»
            [eye] Looked at the page ‘/order/thanks’
                Odwiedzono stronę „/order/thanks”
                A vizitat pagina „/order/thanks”
                Открыта страница «/order/thanks»
            [eye] Looked at the home page
                Odwiedzono stronę główną
                A vizitat pagina principală
                Открыта главная страница
            [eye] Looked at a page
                Odwiedzono stronę
                A vizitat o pagină
                Открыта страница
            [eye] Opened ‘Basket’ in the app
                Otwarto w aplikacji: „Basket”
                A deschis în aplicație „Basket”
                Открыто в приложении: «Basket»
            [eye] Opened the app
                Otwarto aplikację
                A deschis aplicația
                Открыто приложение
            [eye] Opened the app
                Otwarto aplikację
                A deschis aplicația
                Открыто приложение
            [search] Searched for ‘filter coffee’
                Szukano: „filter coffee”
                A căutat „filter coffee”
                Поиск: «filter coffee»
            [search] Searched the shop
                Szukano w sklepie
                A căutat în magazin
                Поиск по магазину
            [eye] Browsed ‘Coffee’
                Przeglądano: „Coffee”
                A răsfoit „Coffee”
                Просмотр раздела «Coffee»
            [eye] Browsed the products
                Przeglądano produkty
                A răsfoit produsele
                Просмотр товаров
            [search] Narrowed down ‘Coffee’: light, Ethiopia
                Zawężono listę „Coffee”: light, Ethiopia
                A filtrat „Coffee”: light, Ethiopia
                Отбор в разделе «Coffee»: light, Ethiopia
            [search] Narrowed down the products
                Zawężono listę produktów
                A filtrat produsele
                Отбор товаров
            [tag] Saw the promotion ‘New harvest’
                Wyświetlono promocję „New harvest”
                A văzut promoția „New harvest”
                Показана акция «New harvest»
            [tag] Clicked on the promotion ‘BLACK-WEEK’
                Kliknięto promocję „BLACK-WEEK”
                A dat clic pe promoția „BLACK-WEEK”
                Переход по акции «BLACK-WEEK»
            [tag] Clicked on a promotion
                Kliknięto promocję
                A dat clic pe o promoție
                Переход по акции
            [eye] Clicked on Ethiopia Guji 250 g
                Kliknięto: Ethiopia Guji 250 g
                A dat clic pe Ethiopia Guji 250 g
                Выбрано: Ethiopia Guji 250 g
            [eye] Viewed Ethiopia Guji 250 g · PLN 49.00
                Obejrzano: Ethiopia Guji 250 g · 49,00 zł
                S-a uitat la Ethiopia Guji 250 g · 49,00 PLN
                Просмотрено: Ethiopia Guji 250 g · 49,00 PLN
            [eye] Viewed a product
                Obejrzano: produkt
                S-a uitat la un produs
                Просмотрено: товар
            [eye] Viewed G-250
                Obejrzano: G-250
                S-a uitat la G-250
                Просмотрено: G-250
        "#]],
    );
}

#[test]
fn cart_and_wish_list() {
    check(
        &[
            (Track, "Product Added", CUPS),
            (Track, "Product Added", GUJI),
            (
                Track,
                "add_to_cart",
                r#"{"items": [{"item_name": "Mug"}, {"item_name": "Tea"}, {"item_id": "1"}]}"#,
            ),
            (Track, "Product Removed", CUPS),
            (Track, "Cart Viewed", ORDER),
            (Track, "Cart Viewed", "{}"),
            (Track, "Cart Shared", r#"{"share_via": "e-mail", "recipient": "ewa@sklep.pl"}"#),
            (Track, "Product Added to Wishlist", CUPS),
            (Track, "Product Added to Wishlist", GUJI),
            (Track, "Product Removed from Wishlist", CUPS),
            (Track, "Product Removed from Wishlist", GUJI),
            (Track, "Wishlist Product Added to Cart", CUPS),
            (Track, "Product Shared", GUJI),
            (Track, "Product Reviewed", GUJI),
            (Track, "Product Reviewed", "{}"),
        ],
        expect![[r#"
            [cart] Put 2 × Espresso cups, white in the cart · PLN 70.00
                Dodano do koszyka: 2 × Espresso cups, white · 70,00 zł
                A pus în coș 2 × Espresso cups, white · 70,00 PLN
                Добавлено в корзину: 2 × Espresso cups, white · 70,00 PLN
            [cart] Put Ethiopia Guji 250 g in the cart · PLN 49.00
                Dodano do koszyka: Ethiopia Guji 250 g · 49,00 zł
                A pus în coș Ethiopia Guji 250 g · 49,00 PLN
                Добавлено в корзину: Ethiopia Guji 250 g · 49,00 PLN
            [cart] Put Mug +2 in the cart
                Dodano do koszyka: Mug +2
                A pus în coș Mug +2
                Добавлено в корзину: Mug +2
            [cart] Took 2 × Espresso cups, white out of the cart
                Usunięto z koszyka: 2 × Espresso cups, white
                A scos din coș 2 × Espresso cups, white
                Убрано из корзины: 2 × Espresso cups, white
            [cart] Looked at the cart: 3 items · PLN 129.00
                Sprawdzono koszyk: 3 produkty · 129,00 zł
                S-a uitat în coș: 3 produse · 129,00 PLN
                Просмотр корзины: 3 товара · 129,00 PLN
            [cart] Looked at the cart
                Sprawdzono koszyk
                S-a uitat în coș
                Просмотр корзины
            [chat] Shared the cart · e-mail
                Udostępniono koszyk · e-mail
                A distribuit coșul · e-mail
                Отправлена ссылка на корзину · e-mail
            [heart] Put 2 × Espresso cups, white on the wish list ‘Święta’
                Dodano do listy życzeń „Święta”: 2 × Espresso cups, white
                A pus pe lista de dorințe „Święta” 2 × Espresso cups, white
                Добавлено в список желаний «Święta»: 2 × Espresso cups, white
            [heart] Put Ethiopia Guji 250 g on the wish list
                Dodano do listy życzeń: Ethiopia Guji 250 g
                A pus pe lista de dorințe Ethiopia Guji 250 g
                Добавлено в список желаний: Ethiopia Guji 250 g
            [heart] Took 2 × Espresso cups, white off the wish list ‘Święta’
                Usunięto z listy życzeń „Święta”: 2 × Espresso cups, white
                A scos de pe lista de dorințe „Święta” 2 × Espresso cups, white
                Убрано из списка желаний «Święta»: 2 × Espresso cups, white
            [heart] Took Ethiopia Guji 250 g off the wish list
                Usunięto z listy życzeń: Ethiopia Guji 250 g
                A scos de pe lista de dorințe Ethiopia Guji 250 g
                Убрано из списка желаний: Ethiopia Guji 250 g
            [cart] Moved 2 × Espresso cups, white from the wish list to the cart
                Przeniesiono z listy życzeń do koszyka: 2 × Espresso cups, white
                A mutat din lista de dorințe în coș 2 × Espresso cups, white
                Перенесено из списка желаний в корзину: 2 × Espresso cups, white
            [chat] Shared Ethiopia Guji 250 g · WhatsApp
                Udostępniono: Ethiopia Guji 250 g · WhatsApp
                A distribuit Ethiopia Guji 250 g · WhatsApp
                Отправлена ссылка на товар: Ethiopia Guji 250 g · WhatsApp
            [star] Reviewed Ethiopia Guji 250 g · ★ 5: ‘Jak borówki! Polecam.’
                Oceniono: Ethiopia Guji 250 g · ★ 5 · „Jak borówki! Polecam.”
                A scris o recenzie: Ethiopia Guji 250 g · ★ 5 · „Jak borówki! Polecam.”
                Оставлен отзыв: Ethiopia Guji 250 g · ★ 5 · «Jak borówki! Polecam.»
            [star] Reviewed a product
                Oceniono: produkt
                A scris o recenzie: un produs
                Оставлен отзыв: товар
        "#]],
    );
}
