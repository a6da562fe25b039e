### What the shop says to people about goods, carts and orders.

## A person's file

export-cart-changes = Co włożono do koszyka i z niego wyjęto
export-cart-pieces = Sztuki
export-cart-item = W koszyku
export-cart-saved = Zapisane na później
export-cart-coupon = Kupon
export-cart-note = Notatka
