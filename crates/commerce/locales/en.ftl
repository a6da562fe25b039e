### What the shop says to people about goods, carts and orders.

## A person's file

export-cart-changes = What was put into your cart and taken out
export-cart-pieces = Pieces
export-cart-item = In the cart
export-cart-saved = Saved for later
export-cart-coupon = Coupon
export-cart-note = Note
