### What the shop says to people about goods, carts and orders.

## A person's file

export-cart-changes = Ce s-a pus în coș și ce s-a scos
export-cart-pieces = Bucăți
export-cart-item = În coș
export-cart-saved = Salvat pentru mai târziu
export-cart-coupon = Cupon
export-cart-note = Notă
