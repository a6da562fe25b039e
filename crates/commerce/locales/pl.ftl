### What the shop says to people about goods, carts and orders.
