### What the automatic assistant says to customers.

bot-intro = I am the shop’s automatic assistant.
bot-order-placed = Order { $number } came in on { $date } and is being prepared. It has not been sent yet.
bot-order-shipped = Order { $number } was sent on { $date }.
bot-order-tracking = The number of the parcel is { $tracking }.
bot-order-return-started = For order { $number } a return was registered on { $date }. The refund has not been paid yet.
bot-order-refunded = Order { $number } was refunded on { $date }.
bot-order-cancelled = Order { $number } was cancelled on { $date }.
bot-ask-what = I can tell you how your order stands, when we are open and how to return something. What is it about? Write “person” if you would rather talk to somebody.
bot-ask-which-order = You have several orders with us. Which one is it about? Please write its number.
bot-unsure = I am not sure what you mean.
bot-unproven = So that nobody else learns of your order, somebody has to make sure first that it is you. If you sign in at the shop, or write from the number or address that we know, I can tell you at once.
bot-unknown-order = I find no such order of yours.
bot-not-known = I do not know that.
bot-hand-over = I am passing you on to a colleague, who sees everything you have written. You need not repeat anything.
bot-welcome = You are welcome!

# To be pressed: 20 characters at most, and understood by the assistant itself.
bot-choice-status = Where is my order?
bot-choice-hours = Opening hours
bot-choice-returns = Returns
bot-choice-human = A person, please
