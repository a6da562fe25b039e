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

## A person's file

export-conversations = Conversations
export-messages = What was said
export-notes = What our staff noted
export-files = Files
export-calls = Telephone calls
export-told = What we understood of what you said
export-codes = Codes that were made for you
export-answers = What you said of our service
export-stops = Numbers that asked for no more messages
export-subject = Subject
export-status = State
export-closed = Closed
export-who = Who
export-who-customer = You
export-who-shop = The shop
export-who-machine = The shop, automatically
export-file = File
export-size = Bytes
export-sent-to = Sent to
export-used = Used
export-score = From 1 to 5
export-status-open = open
export-status-pending = waits for you
export-status-snoozed = put off
export-status-closed = closed
export-call-going-on = going on
export-call-missed = not answered
export-call-ended = ended
export-call-voicemail = left a message
export-told-order = Order
export-told-tracking = Parcel
export-told-email = E-mail
export-told-phone = Telephone
export-told-address = Address
export-told-product = Product
export-told-problem = What is wrong
export-code-hand-over = To continue a conversation elsewhere
export-code-proof = To confirm an address
