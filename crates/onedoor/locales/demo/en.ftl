### The demo: pages on which a newcomer plays the customer.

demo-skip = Skip to content
demo-nav = The customer’s places
demo-nav-start = Start
demo-nav-shop = Shop
demo-nav-mail = Mail
demo-nav-phone = Telephone
demo-new =
    { $count ->
        [one] { $count } new
       *[other] { $count } new
    }
demo-languages = Language
demo-refused = That did not work
demo-back = Back

## Where to begin

demo-title = Play both sides
demo-lead = You are { $name }, a customer of this shop, and you are the shop. Put the two windows side by side, go from door to door, and watch one conversation go along.
demo-you-customer = The customer
demo-you-customer-text = { $name } has a telephone, a mailbox, an account and a loyalty card. Whatever you send here reaches the shop as from the real world: by SMTP and IMAP, by an SMS gateway, by a telephone exchange.
demo-you-shop = The shop
demo-you-shop-text = The desk, where the staff answer. You are Marta, and the telephone on the desk is yours.
demo-place-inbox = Inbox
demo-place-store = Store
demo-place-customers = Customers
demo-walk = Three minutes, six steps
demo-walk-text = Each step is ticked off by itself as soon as the server has seen it.
demo-walk-done =
    { $count ->
        [one] That was the whole way: one message, one conversation.
       *[other] That was the whole way: { $count } messages by five doors, and one conversation. Nothing was asked twice.
    }
demo-step-gone = done
demo-as-customer = As the customer
demo-as-shop = As the shop

demo-step-chat = Ask in the chat
demo-step-chat-do = In the shop, open the chat in the corner and ask something, for instance whether the hand grinder fits into a rucksack.
demo-step-chat-look = Look at the inbox: the question is there at once, from somebody of whom the shop knows only a browser. The assistant answers what it can, and leaves the rest to you.
demo-step-sign-in = Say who you are
demo-step-sign-in-do = In the shop, press “Sign in”. If you have not yet written since, write one more line in the chat.
demo-step-sign-in-look = Look at the conversation: it has a name now, with orders, addresses and what was told before.
demo-step-mail = Go on by e-mail
demo-step-mail-do = As the shop, choose the e-mail door below the conversation and answer. As { $name }, read the letter and answer it.
demo-step-mail-look = The answer lands in the same conversation, without what it quotes.
demo-step-sms = Go on by SMS
demo-step-sms-do = As the shop, choose SMS and write a line. On the telephone, answer it.
demo-step-sms-look = The line changes from “sent” to “delivered” when the telephone has it. The composer counts how many SMS it is.
demo-step-call = Call the shop
demo-step-call-do = On the telephone, call the shop. Pick up for the shop (here, or on the telephone’s page), then hang up. The other way round: “Call” in the conversation makes this telephone ring.
demo-step-call-look = While it rings, a card on the desk says who it is and what is open. Afterwards the call stands in the conversation.
demo-step-store = Come to the store
demo-step-store-do = Scan the card { $card } (the link has it typed in already) and write down what was said.
demo-step-store-look = The clerk sees everything that was said before; what you write is part of the same conversation.

## The telephone on the desk

demo-desk-rings = The telephone on the desk rings.
demo-desk-talks = You are talking to the customer.
demo-desk-lift = Pick up for the shop
demo-desk-hang-up = Hang up

## The mail program

demo-mail = Mail
demo-mail-new = Write
demo-mail-folders = Folders
demo-mail-inbox = Inbox
demo-mail-sent = Sent
demo-mail-empty = No letters yet. What the shop writes to this address appears here by itself.
demo-mail-none-sent = Nothing was sent yet.
demo-mail-unread = Unread:
demo-mail-no-subject = (no subject)
demo-mail-from-to = { $from } to { $to }
demo-mail-list = Nobody asked for this letter by name.
demo-mail-unsubscribe = Unsubscribe
demo-mail-unsubscribed = You are unsubscribed: no more letters of this kind.
demo-mail-files = Attachments
demo-mail-answer = Answer
demo-mail-wrote = On { $at }, { $name } wrote:
demo-mail-to = To
demo-mail-subject = Subject
demo-mail-text = Text
demo-mail-file = Attach files
demo-mail-send = Send
demo-mail-cancel = Cancel

## The telephone

demo-phone = Telephone
demo-phone-apps = On the telephone
demo-phone-sms = SMS
demo-phone-whatsapp = WhatsApp
demo-phone-calls = Calls
demo-phone-card = Card
demo-phone-text = Message to the shop
demo-phone-send = Send
demo-phone-nothing = Nothing yet. Write to the shop, or let the shop write to you.
demo-phone-they = The shop:
demo-phone-you = You:
demo-phone-ring = Call the shop
demo-phone-ring-hint = Whoever sits at the desk sees who calls before anybody picks up.
demo-phone-card-hint = Show it in the store, or let the clerk type in the number.
demo-call-rings-there = It rings at { $shop }
demo-call-rings-here = { $shop } calls you
demo-call-talks = You are talking with { $shop }
demo-call-answer = Answer
demo-call-hang-up = Hang up
demo-call-there = Nobody picks up but you: you are the shop, too.

## The shop’s page

demo-shop-invented = An invented shop: nothing here can be bought.
demo-shop-sign-in = Sign in as { $name }
demo-shop-sign-out = Sign out
