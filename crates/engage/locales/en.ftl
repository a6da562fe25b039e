### What the product itself says to customers.

## Going on elsewhere

hand-over-goes-on = We continue the conversation from { $from } ({ $ago }).
hand-over-goes-on-topic = We continue the conversation from { $from } ({ $ago }). You wrote there: “{ $topic }”
hand-over-from-chat = the chat on our website
hand-over-from-email = e-mail
hand-over-from-sms = SMS
hand-over-from-whatsapp = WhatsApp
hand-over-from-messenger = Messenger
hand-over-from-instagram = Instagram
hand-over-from-telegram = Telegram
hand-over-from-phone = the telephone
hand-over-from-store = the store
hand-over-from-form = the contact form
hand-over-from-elsewhere = another place
hand-over-letter-subject = Continue our conversation
hand-over-letter = Here we can continue our conversation.
hand-over-letter-asked = Somebody asked in our chat to continue the conversation here. If it was not you, simply ignore this message.
hand-over-letter-link = { $url }

    Code: { $code }
    Valid for 24 hours. Do not pass it on.
hand-over-letter-code = To continue, reply with this code: { $code }

    Valid for 24 hours. Do not pass it on.

## Proving an address

proof-letter-subject = Your code: { $code }
proof-letter = { $code } is your code. It is valid for 10 minutes. Our staff never ask for it except in a store, and you never have to tell it to anybody on the telephone.
