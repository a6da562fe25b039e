### What the shop says to people about goods, carts and orders.

## A person's file

export-cart-changes = Что положили в корзину и что убрали
export-cart-pieces = Штуки
export-cart-item = В корзине
export-cart-saved = Отложено на потом
export-cart-coupon = Купон
export-cart-note = Заметка
