### The desk: what the merchant’s staff read.

## Around every page

desk-skip = Skip to content
desk-nav = Main navigation
desk-nav-inbox = Inbox
desk-nav-customers = Customers
desk-nav-doors = Doors
desk-nav-audit = Audit log
desk-nav-settings = Settings
desk-nav-sell = Sell
desk-nav-goods = Goods
desk-nav-set-up = Set up
desk-nav-more = More
desk-search = Search customers
desk-search-hint = Name, e-mail, phone, card…
desk-language = Language
desk-theme-dark = Dark colours
desk-theme-light = Light colours
desk-save = Save
desk-show = Show
desk-close = Close
desk-cancel = Cancel
desk-continue = Continue
desk-change = Change
desk-copy = Copy
desk-copied = Copied
desk-home = To the desk
desk-pages = Pages
desk-newest = Newest
desk-older = Older
desk-never = never
desk-porch = Whichever door they came in by, they are the same customer.

## Keys

desk-keys = Keyboard
desk-keys-search = Search
desk-keys-move = Down and up the list
desk-keys-open = Open
desk-keys-doors = Answer by the first, second … door
desk-keys-views = In the inbox: the first, second … view
desk-keys-help = This help

## First set-up

desk-set-up = Welcome
desk-set-up-lead = Make the owner’s account. You invite the others afterwards.
desk-set-up-do = Open the desk
desk-your-name = Your name
desk-name = Name
desk-email = E-mail address
desk-password = Password
desk-password-hint = At least 10 characters. Three or four words are easy to remember and hard to guess.

## Sign-in

desk-sign-in = Sign in
desk-sign-out = Sign out
desk-forgot = Forgot your password? An owner or admin can give you a new link.
desk-code = Code
desk-code-lead = The password was right. One more step.
desk-code-hint = Six digits from your authenticator app, or a recovery code.
desk-set-password = Set a password
desk-new-password = New password
desk-old-password = Present password
desk-change-password = Change the password
desk-link-lead = Hello { $name }. Choose the password with which you will sign in as { $email }.

## One’s own account

desk-my-account = My account
desk-demo-note = This is the demo’s desk. It is open to this computer only, so there is no account and no password here.
desk-sessions = Where you are signed in
desk-this-browser = This browser
desk-seen = last seen
desk-end-session-ask = Sign this browser out?
desk-end-others-ask = Sign out everywhere but here?
desk-end-others =
    { $count ->
        [one] Sign { $count } other browser out
       *[other] Sign { $count } other browsers out
    }

## Second factor

desk-second-factor = Two-step sign-in
desk-second-factor-short = two-step
desk-second-factor-why = A stolen password alone then opens nothing: a code from your phone is asked for too.
desk-second-factor-on = Turn on
desk-second-factor-off = Turn off
desk-second-factor-since = On since { $day }
desk-second-factor-step-app = Install an authenticator app on your phone, if you have none.
desk-second-factor-step-scan = Scan this picture with it.
desk-second-factor-step-code = Type in the code that it shows.
desk-second-factor-by-hand = I cannot scan it
desk-code-confirm-hint = Six digits. They change every half minute.
desk-qr = QR code for the authenticator app
desk-recovery-codes = Recovery codes
desk-recovery-codes-lead = Print these or write them down. Each opens the desk once if you lose your phone. They are not shown again.
desk-codes-left =
    { $count ->
        [0] No recovery codes are left: make new ones.
        [one] { $count } recovery code is left.
       *[other] { $count } recovery codes are left.
    }
desk-new-codes = New recovery codes
desk-codes-kept = I have kept them

## Team

desk-team = Team
desk-team-lead = Who works here, and what each may do.
desk-role = Role
desk-role-of = Role of { $name }
desk-role-owner = Owner
desk-role-admin = Admin
desk-role-agent = Agent
desk-role-clerk = Store clerk
desk-role-marketer = Marketer
desk-role-analyst = Analyst
desk-state = State
desk-state-active = active
desk-state-invited = invited
desk-state-disabled = disabled
desk-seen-last = Last signed in
desk-actions = Actions
desk-invite = Invite somebody
desk-invite-do = Make an invitation
desk-link-for = A link for { $name }
desk-link-once = Send it to them yourself. It works once, for three days, and is not shown again.
desk-reset = New link
desk-reset-ask = Make a link with which { $name } sets a new password? Two-step sign-in is turned off when it is used.
desk-disable = Disable
desk-disable-ask = Disable the account of { $name }? They are signed out everywhere at once.
desk-enable = Enable
desk-enable-ask = Let { $name } sign in again?

## Customers: the list

desk-customers-count =
    { $count ->
        [one] { $count } customer, the last seen first
       *[other] { $count } customers, the last seen first
    }
desk-customers-more-than = More than { $count } customers, the last seen first
desk-customers-show = Who is shown
desk-customers-all = All
desk-customers-known = Known
desk-customers-visitors = Visitors
desk-customers-customer = Customer
desk-customers-known-by = Known by
desk-customers-last-seen = Last seen
desk-customers-orders = Orders
desk-customers-last-order = last: { $ago }
desk-customers-spent = Spent
desk-customers-nobody = No customers yet
desk-customers-nobody-text = Everybody who comes in by one of your doors appears here, at once. Connect the first door: it takes a few lines of code, or none.
desk-customers-to-doors = Connect a door
desk-customers-none-here = Nobody here
desk-customers-none-here-text = Among the customers last seen there is nobody of this kind.
desk-customers-hits =
    { $count ->
        [0] Nobody found
        [one] { $count } customer found
       *[other] { $count } customers found
    }
desk-customers-first-hits =
    { $count ->
        [one] The first { $count } hit. Type more to narrow it down.
       *[other] The first { $count } hits. Type more to narrow them down.
    }
desk-customers-no-hit = Nobody fits ‘{ $query }’
desk-customers-no-hit-text = You can search by the beginning of a name, an e-mail address, a telephone number with or without country code, a loyalty card or an account. Accents and capitals do not matter.
desk-customers-visitor = Visitor
desk-customers-visitor-on = Visitor on { $door }
desk-customers-a-door = A door

## Customers: who it is

desk-customers-about = About this customer
desk-customers-parts = Parts of this page
desk-customers-back = Back
desk-customers-known-one = Known
desk-customers-known-why = Has an account, or an address that a server of yours vouched for.
desk-customers-visitor-why = Seen, but not yet known: no account and nothing proven.
desk-customers-restricted = Restricted
desk-customers-restricted-why = Since { $day } the data may be kept but not used (GDPR, article 18).
desk-customers-objected = No direct marketing
desk-customers-objected-why = Objected to direct marketing on { $day } (GDPR, article 21).
desk-customers-copy-id = Copy id
desk-customers-merge-with = Merge with…
desk-customers-since = Customer since
desk-customers-first-seen = First seen
desk-customers-open = Open matters
desk-customers-open-cart = Cart not bought
desk-customers-open-return = Return begun
desk-customers-kind-user-id = Account
desk-customers-kind-device = Device
desk-customers-kind-email = E-mail
desk-customers-kind-phone = Phone
desk-customers-kind-loyalty-card = Loyalty card
desk-customers-kind-whatsapp-id = WhatsApp
desk-customers-kind-messenger-id = Messenger
desk-customers-kind-instagram-id = Instagram
desk-customers-kind-telegram-id = Telegram
desk-bounced-undeliverable = Letters come back
desk-bounced-undeliverable-why = A letter to { $address } came back on { $day }. The server said: { $reason }
desk-bounced-delayed = Letters are late
desk-bounced-delayed-why =
    { $count ->
        [one] { $count } letter to { $address } did not get through
       *[other] { $count } letters in a row to { $address } did not get through
    }, the last on { $day }. The server said: { $reason }
desk-customers-identities = Known by
desk-customers-no-identities = Nothing yet.
desk-customers-more = { $count } more
desk-customers-verified = Verified
desk-customers-verified-why = A server of yours, which holds the secret key, vouched for it on { $day }. It may join histories.
desk-customers-unproven = Said, not proven
desk-customers-unproven-why = Typed in on { $day }. Nobody else has it, but nobody has proven it either: it joins nothing and opens nothing.
desk-customers-shared = Shared
desk-customers-shared-why = Used by several people, seen on { $day }: a kiosk, a family tablet. It joins nobody any more.
desk-customers-also-said = Also claimed by
desk-customers-claims = Says it is theirs
desk-customers-claims-why = Somebody typed this in. It is not proven: do not tell or send anything on the strength of it.
desk-customers-not-proven = not proven
desk-customers-belongs-to = It belongs to
desk-customers-maybe = May be the same person
desk-customers-maybe-why = Something was seen with both. No rule joins them; you can.
desk-customers-refused-two-accounts = Each has an account of their own.
desk-customers-refused-both-known = Both are known, and nothing proves that they are one.
desk-customers-refused-too-many = Together they would have more of these than one person has.
desk-customers-refused-seen-with-both = It was seen with both and is shared now.
desk-customers-compare = Compare
desk-customers-are-two = They are two
desk-customers-traits = Details
desk-customers-no-traits = No door has told anything yet.
desk-customers-trait-first-name = First name
desk-customers-trait-last-name = Last name
desk-customers-trait-name = Name
desk-customers-trait-email = E-mail
desk-customers-trait-phone = Phone
desk-customers-trait-card = Loyalty card
desk-customers-trait-birthday = Birthday
desk-customers-trait-gender = Gender
desk-customers-trait-language = Language
desk-customers-trait-address = Address
desk-customers-trait-city = Town
desk-customers-trait-country = Country
desk-customers-trait-company = Company
desk-customers-trait-username = User name
desk-customers-trait-created = Account since
desk-customers-trait-tier = Loyalty level
desk-customers-trait-verified = A server of yours vouched for it.
desk-customers-yes = yes
desk-customers-no = no
desk-customers-doors-used = Doors they use
desk-customers-events =
    { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
desk-customers-households = Households and groups
desk-customers-alone = Nobody else is in it.

## Customers: what they allow

desk-customers-consent = Consent
desk-customers-no-consent = Not asked yet, so nothing is allowed that needs consent.
desk-customers-purpose = For
desk-customers-purpose-marketing = Marketing
desk-customers-purpose-profiling = Profiling
desk-customers-purpose-analytics = Analytics
desk-customers-purpose-service = Service
desk-customers-purpose-ads = Advertising
desk-customers-way-email = E-mail
desk-customers-way-sms = SMS
desk-customers-way-whatsapp = WhatsApp
desk-customers-way-push = App messages
desk-customers-way-phone = Phone
desk-customers-way-post = Post
desk-customers-way-web = Web
desk-customers-way-app = App
desk-customers-way-messenger = Messenger
desk-customers-not-asked = Not asked
desk-customers-state-granted = Yes
desk-customers-state-pending = Waiting
desk-customers-state-denied = No
desk-customers-state-withdrawn = Withdrawn
desk-customers-state-since = Since { $day }
desk-customers-proof = Proof
desk-customers-wording = wording { $wording }
desk-customers-by-customer = by the customer
desk-customers-by-server = recorded by a server
desk-customers-basis-consent = consent
desk-customers-basis-soft-opt-in = existing customer
desk-customers-basis-contract = contract
desk-customers-basis-legitimate-interest = legitimate interest

## Customers: the timeline

desk-customers-timeline = Timeline
desk-customers-live = Live
desk-customers-today = Today
desk-customers-yesterday = Yesterday
desk-customers-door = Door
desk-customers-every-door = Every door
desk-customers-sort = What happened
desk-customers-every-sort = Everything
desk-customers-sort-shopping = Shopping
desk-customers-sort-looking = Looking around
desk-customers-sort-talking = Talking
desk-customers-sort-person = About the person
desk-customers-sort-other = Other
desk-customers-days = When
desk-customers-any-time = Any time
desk-customers-days-1 = Today
desk-customers-days-7 = Last 7 days
desk-customers-days-30 = Last 30 days
desk-customers-days-365 = Last 12 months
desk-customers-dates = Dates
desk-customers-from = From
desk-customers-to = To
desk-customers-show-all = Show all
desk-customers-no-events = Nothing has happened yet
desk-customers-no-events-text = What they do at any door appears here the same second.
desk-customers-no-such-events = Nothing of this kind
desk-customers-no-such-events-text = Take away a filter to see more.
desk-customers-details = As it came
desk-customers-raw-call = Call
desk-customers-raw-door = Door
desk-customers-raw-occurred = Happened
desk-customers-raw-received = Received
desk-customers-raw-id = Event
desk-customers-raw-leaf = Hangs on
desk-customers-raw-device = Device
desk-customers-raw-context = Context

## Customers: why one, and making one of two

desk-customers-merges = Why one customer
desk-customers-never-merged = Nothing was merged: this has been one history from the start.
desk-customers-undo = Undo…
desk-customers-rule-login = Signed in on the device { $value }
desk-customers-rule-login-plain = Signed in
desk-customers-rule-same = The same proven { $kind }: { $value }
desk-customers-rule-alias = A server of yours says that these are one: { $value }
desk-customers-rule-staff = Merged by hand: ‘{ $reason }’
desk-customers-by-rule = automatically
desk-customers-undone = Undone: { $count }
desk-customers-undone-shared = The device turned out to be shared
desk-customers-other-side = The other side
desk-customers-merge-again = Merge again
desk-customers-just-undone = Undone. Both sides have back what was theirs. No rule will join them again.
desk-customers-merge-title = Who is the same person as { $name }?
desk-customers-merge-lead = Find the other customer. You see what would be one before anything happens.
desk-customers-merge-find = Search the other customer
desk-customers-merge-preview = Are these one person?
desk-customers-merge-preview-lead = Nothing has happened yet. Nothing is lost by a merge, and it can be undone.
desk-customers-merge-outcome = Together: { $name }
desk-customers-identities-count =
    { $count ->
        [one] { $count } identity
       *[other] { $count } identities
    }
desk-customers-orders-count =
    { $count ->
        [one] { $count } order
       *[other] { $count } orders
    }
desk-customers-conflict-accounts = Each has an account of their own. Two accounts are mostly two people, as in a family. Be sure.
desk-customers-conflict-limit = Together they would have more of one kind ({ $kind }) than one person has.
desk-customers-stricter = The stricter word holds for both:
desk-customers-flags-spread = A restriction or an objection of one side holds for both.
desk-customers-merge-undoable = Each row of history stays on the side that brought it, so undoing gives both sides back exactly what was theirs.
desk-customers-reason = Reason
desk-customers-merge-reason-hint = How do you know? The next colleague will read it.
desk-customers-merge-do = Merge
desk-customers-split-preview = Who takes what
desk-customers-split-lead = Nothing has happened yet. This is how it would be if the merge were undone.
desk-customers-split-why = Events, orders, consents and identities go back to the side that brought them. No rule joins the two again; you can.
desk-customers-split-reason-hint = Why are these two people? The next colleague will read it.
desk-customers-split-do = Undo the merge

## Customers: what they may ask of the shop

desk-customers-privacy = Privacy
desk-customers-export-html = Their file, to read
desk-customers-export-json = Their file, as data
desk-customers-objection-set = No advertising
desk-customers-objection-set-ask = Note that this person objects to direct marketing? From now on nothing of the kind may be sent to them.
desk-customers-objection-lift = Allow advertising again
desk-customers-objection-lift-ask = Lift the objection to direct marketing? Only if the person asked for it.
desk-customers-restriction-set = Restrict
desk-customers-restriction-set-ask = Restrict the data of this person? It is kept, and used for nothing until the restriction is lifted.
desk-customers-restriction-lift = Lift the restriction
desk-customers-restriction-lift-ask = Lift the restriction? The data may be used again.
desk-customers-erase = Erase…
desk-customers-erase-title = Erase { $name }?
desk-customers-erase-text = Everything known of this person goes, at once and for good: events, orders, identities, consents. What the law makes us keep stays without a name, and the receipt says what and why. There is no way back.
desk-customers-erase-type = To be sure, type: { $name }
desk-customers-erase-do = Erase for good
desk-customers-receipt = Receipt of an erasure
desk-customers-went = What went
desk-customers-went-events = Events
desk-customers-went-traits = Details, by door
desk-customers-went-search-terms = Words for searching
desk-customers-went-memberships = Memberships of households and groups
desk-customers-went-consents = Consents without need of proof
desk-customers-went-identities = Identities
desk-customers-went-claims = Claims
desk-customers-went-edges = Merges
desk-customers-went-proposals = Questions whether it is the same person
desk-customers-went-dealings = Orders, carts and returns
desk-customers-went-bounces = Letters that came back
desk-customers-went-rejections = Refused calls that named them
desk-customers-kept = What was kept, and why
desk-customers-kept-customers = Empty rows: their ids are never given to anybody else.
desk-customers-kept-tombstones = Salted hashes of their identities, so that an import does not bring them back.
desk-customers-kept-consents = What was allowed and refused, without the address: proof that messages were lawful (GDPR, articles 7 (1) and 17 (3) (e)).
desk-customers-kept-audit-log = That this id was erased, when and by whom: proof that the request was met (GDPR, article 5 (2)).

## Doors

desk-doors-lead = Every place where customers come in. Each one is connected by itself, and all lead to the same customer.
desk-doors-add = Add a door
desk-doors-door = Door
desk-doors-last-day = Last 24 hours
desk-doors-in-hour = { $count } in the last hour
desk-doors-last-event = Last event
desk-doors-waiting = waiting for the first event
desk-doors-open = open
desk-doors-shut = shut
desk-doors-nothing-passes = nothing
desk-doors-first = One door first
desk-doors-first-text = Begin where most of your customers come in. You get two keys and a few lines to paste; this takes five minutes, and you see the first event as it comes.
desk-can = What this door can carry
desk-can-lead = As far as is known. Below each fact stands where it comes from and from when: providers change their minds.
desk-can-general = general knowledge
desk-can-ours = this server
desk-can-yes = Yes
desk-can-no = No
desk-can-text = Text
desk-can-text-none = Nothing that is said goes by this door.
desk-can-text-max = Characters at most: { $count }
desk-can-text-sms = SMS of one message at most: { $sms }. Room of an only one: { $single } characters, of each of several { $part }; with letters that the plain alphabet lacks { $dear } and { $dearpart }.
desk-can-subject = Subject
desk-can-files = Files
desk-can-files-link = They go as a link.
desk-can-files-max = Up to { $count } MB
desk-can-buttons = Buttons
desk-can-buttons-max = At most { $count }
desk-can-markup = Formatting
desk-can-markup-html = Headings, lists, links, bold
desk-can-markup-signs = Bold and italics
desk-can-window = When the shop may write
desk-can-window-none = Always
desk-can-window-open = For { $hours } h after the customer’s last word
desk-can-window-person = A person, and no machine: for { $hours } h
desk-can-window-templates = After that only templates that the provider has approved
desk-can-window-shut = After that only by another door
desk-can-receipts = What it reports
desk-can-receipts-failures = Only what could not be delivered
desk-can-receipts-delivered = That a message was delivered
desk-can-receipts-read = That a message was delivered and read
desk-can-opt-out = How people say that it is enough
desk-can-opt-out-none = They leave, or say so to a person.
desk-can-opt-out-words = By a word that stands alone
desk-can-opt-out-link = By a link in the message
desk-can-opt-out-signal = The door itself tells us.
desk-can-stops = Words that stop it
desk-can-starts = Words that take it back
desk-doors-all-kinds = All kinds of doors
desk-doors-ask-admin = Ask an owner or admin to open the first door.

## Doors: a new one

desk-doors-new = A new door
desk-doors-new-lead = What is it? The kind decides the icon and what passes through at first; you can change the rest later.
desk-doors-group-sell = Where you sell
desk-doors-group-talk = Where you talk
desk-doors-group-found = How they find you
desk-doors-group-machines = Machines
desk-doors-name = Name of the door
desk-doors-name-hint = What your team calls it: “Store Kraków”, “Web shop PL”.
desk-doors-make = Make the door
desk-doors-other-kind = Another kind
desk-doors-passes = What passes through
desk-doors-passes-title = What passes through this door
desk-doors-track = Events
desk-doors-track-hint = What customers do here is recorded. Off: its calls are refused.
desk-doors-talk = Talk
desk-doors-talk-hint = Customers and your team write or speak to each other here.
desk-doors-sell = Sales
desk-doors-sell-hint = Customers buy here.

## Doors: kinds

desk-doors-kind-web = Web shop
desk-doors-about-web = The pages of your shop, in any browser.
desk-doors-kind-app = Mobile app
desk-doors-about-app = Your own app on phones and tablets.
desk-doors-kind-store = Store
desk-doors-about-store = Tills, receipts and loyalty cards at the counter.
desk-doors-kind-marketplace = Marketplace
desk-doors-about-marketplace = Orders from a marketplace where you sell.
desk-doors-kind-phone = Telephone
desk-doors-about-phone = Calls to your lines and your call centre.
desk-doors-kind-event = Fair or event
desk-doors-about-event = A stall, a tasting, a workshop: who came and signed up.
desk-doors-kind-email = E-mail
desk-doors-about-email = Newsletters and letters: sent, opened, answered.
desk-doors-kind-sms = SMS
desk-doors-about-sms = Text messages and the links in them.
desk-doors-kind-whatsapp = WhatsApp
desk-doors-kind-messenger = Messenger
desk-doors-kind-instagram = Instagram
desk-doors-kind-telegram = Telegram
desk-doors-kind-viber = Viber
desk-doors-about-talk = Conversations by { $name }.
desk-doors-kind-chat = Web chat
desk-doors-about-chat = The chat window on your pages.
desk-doors-kind-form = Contact form
desk-doors-about-form = Questions that people write on your pages.
desk-doors-kind-push = Notifications
desk-doors-about-push = Notifications of your app: shown and tapped.
desk-doors-kind-ads = Advertising
desk-doors-about-ads = Clicks and leads from ads that you pay for.
desk-doors-kind-print = Print and QR
desk-doors-about-print = Catalogues, posters and parcels with a code to scan.
desk-doors-kind-partner = Partner programme
desk-doors-about-partner = Customers whom partners and bloggers send.
desk-doors-kind-assistant = AI assistant
desk-doors-about-assistant = An assistant that asks or buys for the customer.
desk-doors-kind-api = Another system
desk-doors-about-api = Anything of your own that can send a request.
desk-doors-kind-import = History
desk-doors-about-import = Past events from files and older systems.

## Doors: what comes in

desk-doors-waiting-title = Waiting for the first event
desk-doors-waiting-text = Paste the lines below and send one event. This page notices by itself.
desk-doors-first-event = First event
desk-doors-works = This door works
desk-doors-is-shut = This door has been shut since { $day }. Its keys do not work; its history stays.
desk-doors-no-track = Events do not pass through this door: its calls are refused.
desk-doors-figure-hour = last hour
desk-doors-figure-day = last 24 hours
desk-doors-figure-all = in all
desk-doors-latest = Newest events
desk-doors-visitor = a visitor
desk-doors-refused = Refused calls
desk-doors-refused-text = These were sent here and not recorded. The sender got the same reason.
desk-doors-refused-call = Show the call
desk-doors-refused-no-identity = It names nobody. Send a userId or an anonymousId.
desk-doors-refused-bad-json = It cannot be read: the JSON is broken or of another form.
desk-doors-refused-no-type = It has no type. Send track, identify, page, screen, group or alias.
desk-doors-refused-no-event = A track call needs the name of its event.
desk-doors-refused-call-too-large = It is larger than 32 KB.

## Doors: how to connect

desk-doors-keys = Keys
desk-doors-write-key = Write key
desk-doors-write-hint = Public: it may stand in pages and apps. It can record and cannot read anything.
desk-doors-secret-key = Secret key
desk-doors-secret-hint = For your servers and tills only. It can read customers, and is believed when it says that an identity is verified. We keep only its hash.
desk-doors-secret-once = Copy it now: it is shown this once.
desk-doors-replace = Make a new secret key
desk-doors-replace-ask = Make a new secret key for “{ $name }”? The old one stops working at once: servers and tills that use it need the new one.
desk-doors-connect = Connect
desk-doors-connect-text = Choose what you work with. Address and write key are filled in already.
desk-doors-sdk-browser = Browser
desk-doors-sdk-node = Node.js
desk-doors-sdk-python = Python
desk-doors-sdk-rudder = RudderStack
desk-doors-sdk-curl = curl
desk-doors-sdk-till = Till
desk-doors-step-install = Install
desk-doors-step-send = Send an event
desk-doors-step-sign-in = When somebody signs in
desk-doors-step-secret = Put the secret key into the environment (paste it, then Enter)
desk-doors-step-scan = A loyalty card is scanned
desk-doors-step-ask = Ask who this is

## Doors: what can be changed

desk-doors-connection = Connection
desk-doors-connection-none = Not connected yet: nothing that is written here reaches you, and nothing can be answered.
desk-doors-connected-since = Connected as below since
desk-doors-connection-test = Test the connection
desk-doors-connection-said = { $error } The server said: “{ $said }”
desk-doors-guide = How to connect it, step by step
desk-doors-hook = Callback URL: where messages are brought
desk-doors-verify-token = Verify token
desk-doors-guide-whatsapp-1 = In Meta’s app (developers.facebook.com), add the product WhatsApp. Under “API setup” stand the phone number ID and the WhatsApp Business account ID: copy both into the fields below.
desk-doors-guide-whatsapp-2 = In the business settings make a system user, give it the app and the WhatsApp account, and make a token with the rights whatsapp_business_messaging and whatsapp_business_management. (The one under “API setup” ends after a day.)
desk-doors-guide-whatsapp-3 = Copy the app secret from “App settings → Basic”, and save the form.
desk-doors-guide-whatsapp-4 = Under “WhatsApp → Configuration” paste these two, and subscribe to the fields messages and user_preferences.
desk-doors-guide-whatsapp-5 = Write to the number from your own phone. This page notices by itself.
desk-doors-guide-messenger-1 = In Meta’s app (developers.facebook.com), add the product Messenger and connect your page. Copy the page ID into the field below.
desk-doors-guide-messenger-2 = Make an access token for the page, with the rights pages_messaging and pages_manage_metadata.
desk-doors-guide-messenger-3 = Copy the app secret from “App settings → Basic”, and save the form.
desk-doors-guide-messenger-4 = In the Messenger settings paste these two as webhook, and subscribe the page to messages, messaging_postbacks, message_deliveries, message_reads, message_echoes, message_edits and messaging_referrals.
desk-doors-guide-messenger-5 = Write to the page from your own account. This page notices by itself.
desk-doors-guide-instagram-1 = Your Instagram account must be a professional one, and its message settings must let connected tools read messages.
desk-doors-guide-instagram-2 = In Meta’s app (developers.facebook.com), add the product Instagram. Under “API setup with Instagram login” add the account and generate a token; copy it and the account ID into the fields below. The token is renewed by itself.
desk-doors-guide-instagram-3 = Copy the Instagram app secret that stands on the same page, and save the form.
desk-doors-guide-instagram-4 = Below it, paste these two as webhook, and subscribe to messages, messaging_postbacks, messaging_seen and messaging_referral.
desk-doors-guide-instagram-5 = Write to the account from another one. This page notices by itself.
desk-doors-guide-telegram-1 = In Telegram, write /newbot to @BotFather and choose a name for the shop’s bot.
desk-doors-guide-telegram-2 = Copy the token that it answers with into the field below.
desk-doors-guide-telegram-3 = If this server is reachable from outside by https, choose the webhook; else let us ask Telegram. Save: there is nothing to paste at Telegram.
desk-doors-guide-telegram-4 = Open the bot in your own Telegram and press Start. This page notices by itself.
desk-doors-guide-twilio-1 = In Twilio’s console, copy the Account SID and the Auth token into the fields below.
desk-doors-guide-twilio-2 = Fill in your number at Twilio (or a messaging service), and save the form.
desk-doors-guide-twilio-3 = On the number’s page, under “A message comes in”, choose Webhook and HTTP POST, and paste this.
desk-doors-guide-twilio-4 = Send an SMS to the number from your own phone. This page notices by itself.
desk-doors-guide-twilio-voice-1 = In Twilio’s console, copy the Account SID and the Auth token into the fields below.
desk-doors-guide-twilio-voice-2 = Fill in your number at Twilio and what is to ring, and save the form.
desk-doors-guide-twilio-voice-3 = On the number’s page, under “A call comes in”, choose Webhook and HTTP POST, and paste this; under “Call status changes” the same with /status behind it.
desk-doors-guide-twilio-voice-4 = Call the number from your own phone. This page notices by itself.
desk-doors-guide-email-1 = Use a mailbox to which only the shop’s mail comes. Where the provider asks for a second factor, make an app password for this server.
desk-doors-guide-email-2 = Fill in the servers and passwords as your mail provider names them, save the form, and test the connection.
desk-doors-guide-email-3 = Write to the address from your own mailbox. This page notices by itself.
desk-doors-guide-smpp-1 = Ask your operator for an SMPP account that may send and receive (transceiver), and name this server’s address to them.
desk-doors-guide-smpp-2 = Fill in what they gave you, save the form, and test the connection.
desk-doors-guide-smpp-3 = Send an SMS to your number from your own phone. This page notices by itself.
desk-doors-guide-kannel-1 = In kannel.conf make a sendsms-user for this server; copy its name and password into the fields below.
desk-doors-guide-kannel-2 = Make up a long secret for the addresses that Kannel calls, and save the form.
desk-doors-guide-kannel-3 = In kannel.conf, in the group sms-service, set get-url to this server’s address followed by /hooks/, the id of this door, /kannel/, your secret and ?from=%p&to=%P&id=%I&text=%a. Then send an SMS from your own phone.
desk-doors-guide-asterisk-1 = In manager.conf make a user with read = call,dialplan and write = originate, whom this server’s address may use.
desk-doors-guide-asterisk-2 = Fill in its name and secret, save the form, and test the connection.
desk-doors-guide-asterisk-3 = Call the shop from your own phone. This page notices by itself.
desk-doors-guide-own-1 = Your server brings messages with the secret key of this door to /v1/messages, and is called with what to send at the address below. The API is described in /openapi.json.
desk-doors-guide-own-2 = Save the form and bring a first message. This page notices by itself.
desk-doors-waiting-message-title = Waiting for the first message
desk-doors-waiting-message-text = Connect the door below, then write to it yourself. This page notices by itself.
desk-doors-reach = Customers reach it here
desk-doors-reach-text = This link opens the door in the program that your customers have for it. Put it on your pages, or print the code.
desk-doors-reach-qr = The same link as a QR code
desk-doors-trial = Send a test
desk-doors-trial-do = Send a test back
desk-doors-trial-back = It goes to { $name }, who has just written here.
desk-doors-trial-nobody = Write to this door from your own phone first. Then a test can go back to you.
desk-doors-trial-to-email = Send a test to this e-mail address
desk-doors-trial-to-sms = Send a test to this number
desk-doors-trial-text = This is a test of the door “{ $name }”. Whoever can read it knows that it works.
desk-doors-token-new = How long the access token lives is known once it has been renewed, a day from now at the latest.
desk-doors-token-until = The access token is good until { $day }, and is renewed by itself before.
desk-doors-token-refused = The access token could not be renewed. Make a new one at Meta’s and save it below. Meta said: “{ $said }”
desk-doors-token-refused-until = The access token ends on { $day } and could not be renewed. Make a new one at Meta’s and save it below. Meta said: “{ $said }”
desk-doors-token-over = The access token ended on { $day }: nothing comes or goes here. Make a new one at Meta’s and save it below.
desk-doors-token-mark = needs a new token
desk-doors-field-whatsapp-signals = Customers see that their message was read, and that somebody writes
desk-doors-field-messenger-signals = Customers see that their message was read, and that somebody writes
desk-doors-field-instagram-signals = Customers see that their message was read, and that somebody writes
desk-doors-field-telegram-signals = Customers see that somebody writes
desk-doors-field-instagram-login = How the token was made
desk-doors-choice-instagram = with the Instagram login
desk-doors-choice-facebook = with Facebook, for a page that the account belongs to
desk-flash-door-tried = The test is on its way. Look whether it arrives.
desk-error-meta-token = The access token is not valid, or no longer. Make a new one in Meta’s app and save it below.
desk-error-meta-permission = The access token may not do this. Give it the rights that the guide names, and make a new one.
desk-error-meta-object = Meta does not know this ID, or not with this token. Compare the IDs with those in Meta’s app.
desk-error-meta-busy = Too much was asked of Meta at once. Try again in some minutes.
desk-error-trial-not-sent = The test did not go out.
desk-error-nobody-wrote = Nobody has written here in the last hour. Write first, then try again.
desk-error-bad-trial-address = This is no whole address or number.
desk-doors-provider-email = Mailbox and sending server
desk-doors-field-optional = { $label } (optional)
desk-doors-field-kept = Saved, and not shown again. Leave it empty to keep it.
desk-doors-choice-tls = encrypted (TLS)
desk-doors-choice-starttls = encrypted after the greeting (STARTTLS)
desk-doors-choice-none = not encrypted
desk-doors-choice-yes = yes
desk-doors-choice-no = no
desk-doors-field-email-address = The shop’s e-mail address
desk-doors-field-email-name = Name beside the address
desk-doors-field-email-imap-host = Mailbox: server (IMAP)
desk-doors-field-email-imap-port = Mailbox: port
desk-doors-field-email-imap-port-hint = Usually 993, or 143 with STARTTLS.
desk-doors-field-email-imap-tls = Mailbox: encryption
desk-doors-field-email-imap-user = Mailbox: user name
desk-doors-field-email-imap-password = Mailbox: password
desk-doors-field-email-smtp-host = Sending: server (SMTP)
desk-doors-field-email-smtp-port = Sending: port
desk-doors-field-email-smtp-port-hint = Usually 465, or 587 with STARTTLS.
desk-doors-field-email-smtp-tls = Sending: encryption
desk-doors-field-email-smtp-user = Sending: user name
desk-doors-field-email-smtp-user-hint = Leave it empty if the server takes mail without signing in.
desk-doors-field-email-smtp-password = Sending: password
desk-doors-field-email-authority = Certificate of your own authority
desk-doors-field-email-authority-hint = Only if your mail servers’ certificates come from an authority of your own: paste its certificate in PEM (-----BEGIN CERTIFICATE-----).
desk-doors-field-email-plus = The server delivers name+anything@ to name@
desk-doors-field-email-authserv-id = Name in Authentication-Results
desk-doors-field-email-authserv-id-hint = The name with which your receiving server signs its checks of senders. Without it no sender’s address counts as proven.
desk-doors-provider-smpp = A session with the operator’s message centre (SMPP)
desk-doors-provider-twilio = Twilio
desk-doors-provider-kannel = Kannel, your own gateway
desk-doors-choice-latin = write ą as a, ș as s …
desk-doors-choice-cyrillic = and Cyrillic in Latin letters
desk-doors-choice-gsm7 = GSM 7 bit
desk-doors-choice-latin1 = Latin-1
desk-doors-choice-same = the same in both places
desk-doors-choice-hex_then_decimal = hexadecimal, then decimal
desk-doors-choice-decimal_then_hex = decimal, then hexadecimal
desk-doors-field-smpp-host = Message centre: server
desk-doors-field-smpp-port = Message centre: port
desk-doors-field-smpp-system-id = System id
desk-doors-field-smpp-password = Password
desk-doors-field-smpp-system-type = System type
desk-doors-field-smpp-from = Sender: number, short code or name
desk-doors-field-smpp-plain = Change letters so that fewer SMS are needed
desk-doors-field-smpp-default-alphabet = The centre’s default alphabet
desk-doors-field-smpp-ids = How the centre writes ids in answers and receipts
desk-doors-field-smpp-window = Messages that may wait for an answer
desk-doors-field-smpp-per-second = Messages a second, at most
desk-doors-field-smpp-region = Country of numbers without a country code
desk-doors-field-kannel-url = Kannel’s address
desk-doors-field-kannel-username = User name
desk-doors-field-kannel-password = Password
desk-doors-field-kannel-from = Sender: number, short code or name
desk-doors-field-kannel-public-url = This server’s public address
desk-doors-field-kannel-hook-secret = A secret for the addresses that Kannel calls
desk-doors-field-kannel-plain = Change letters so that fewer SMS are needed
desk-doors-field-kannel-region = Country of numbers without a country code
desk-doors-field-twilio-account-sid = Account SID
desk-doors-field-twilio-auth-token = Auth token
desk-doors-field-twilio-from = Sender: number, short code or name
desk-doors-field-twilio-messaging-service-sid = Messaging service SID
desk-doors-field-twilio-public-url = This server’s public address
desk-doors-field-twilio-plain = Change letters so that fewer SMS are needed
desk-doors-field-twilio-region = Country of numbers without a country code
desk-doors-provider-whatsapp = WhatsApp, by Meta’s Cloud API
desk-doors-provider-messenger = Messenger, for a Facebook page
desk-doors-provider-instagram = Instagram’s direct messages
desk-doors-provider-telegram = A bot of Telegram
desk-doors-choice-polling = we ask Telegram (no public address needed)
desk-doors-choice-webhook = Telegram brings them (webhook)
desk-doors-field-whatsapp-phone-number-id = Phone number ID
desk-doors-field-whatsapp-business-account-id = WhatsApp Business account ID
desk-doors-field-whatsapp-access-token = Access token
desk-doors-field-whatsapp-access-token-hint = Of a system user, with the rights whatsapp_business_messaging and whatsapp_business_management.
desk-doors-field-whatsapp-app-secret = App secret
desk-doors-field-whatsapp-app-secret-hint = Meta signs with it what it brings.
desk-doors-field-whatsapp-api-url = API address, if not Meta’s own
desk-doors-field-messenger-account-id = Page ID
desk-doors-field-messenger-access-token = Page access token
desk-doors-field-messenger-app-secret = App secret
desk-doors-field-messenger-app-secret-hint = Meta signs with it what it brings.
desk-doors-field-messenger-human-agent = Meta lets people answer for seven days (human agent)
desk-doors-field-messenger-api-url = API address, if not Meta’s own
desk-doors-field-instagram-account-id = Instagram account ID
desk-doors-field-instagram-access-token = Access token
desk-doors-field-instagram-app-secret = App secret
desk-doors-field-instagram-app-secret-hint = Meta signs with it what it brings.
desk-doors-field-instagram-human-agent = Meta lets people answer for seven days (human agent)
desk-doors-field-instagram-api-url = API address, if not Meta’s own
desk-doors-field-telegram-token = The bot’s token
desk-doors-field-telegram-token-hint = As @BotFather gave it.
desk-doors-field-telegram-mode = How messages come
desk-doors-field-telegram-public-url = This server’s public address
desk-doors-field-telegram-public-url-hint = For the webhook: https, on port 443, 80, 88 or 8443. Telegram is told when you save.
desk-doors-field-telegram-api-url = API address, if not Telegram’s own
desk-doors-rename = Rename
desk-doors-shut-title = Shut this door
desk-doors-shut-text = Its keys stop working at once. Its history stays, and you can open it again.
desk-doors-shut-ask = Shut “{ $name }”? What is sent with its keys from now on is refused.
desk-doors-shut-do = Shut the door
desk-doors-open-title = Open this door again
desk-doors-open-text = Its keys work again, as they are.
desk-doors-open-ask = Open “{ $name }” again?
desk-doors-open-do = Open the door

## Audit log

desk-audit-lead = Who did what, and when. Nothing here can be changed.
desk-audit-all = All actions
desk-audit-action = Action
desk-audit-when = When
desk-audit-who = Who
desk-audit-what = What
desk-audit-subject = Subject
desk-audit-empty = Nothing here yet
desk-audit-empty-text = Every change that somebody makes in the desk is written down here.
desk-did-desk-set-up = Set up the desk
desk-did-account-signed-in = Signed in
desk-did-account-signed-out = Signed out
desk-did-account-invited = Invited to the team
desk-did-account-disabled = Disabled an account
desk-did-account-enabled = Enabled an account
desk-did-account-reset = Made a new password link
desk-did-role-changed = Changed a role
desk-did-password-set = Set a password
desk-did-password-changed = Changed the password
desk-did-second-factor-on = Turned two-step sign-in on
desk-did-second-factor-off = Turned two-step sign-in off
desk-did-recovery-codes-renewed = Made new recovery codes
desk-did-session-ended = Signed a browser out
desk-did-sessions-ended = Signed the other browsers out
desk-did-customers-merged = Merged two customers
desk-did-customers-split = Undid a merge
desk-did-proposal-dismissed = Said that two are not the same
desk-did-customer-exported = Took a customer’s file out
desk-did-customer-erased = Erased a customer
desk-did-customer-restricted = Restricted a customer’s data
desk-did-customer-restriction-lifted = Lifted a restriction
desk-did-customer-objected = Noted an objection
desk-did-customer-objection-withdrawn = Lifted an objection
desk-did-channel-created = Made a door over the API
desk-did-door-made = Made a door
desk-did-door-renamed = Renamed a door
desk-did-door-passes-changed = Changed what passes through a door
desk-did-door-secret-replaced = Made a new secret key
desk-did-door-shut = Shut a door
desk-did-door-opened = Opened a door again
desk-did-door-connected = Connected a door

## Said once, after an action

desk-flash-set-up = The desk is yours.
desk-flash-welcome = Welcome. Your password is set.
desk-flash-signed-out = You are signed out.
desk-flash-too-late = It took too long. Sign in again.
desk-flash-password-changed = The password is changed. Your other browsers are signed out.
desk-flash-session-ended = Signed out there.
desk-flash-second-factor-off = Two-step sign-in is off.
desk-flash-role-changed = The role is changed.
desk-flash-account-disabled = The account is disabled.
desk-flash-account-enabled = The account is enabled.
desk-flash-customers-merged = They are one customer now.
desk-flash-proposal-dismissed = Noted: they are two.
desk-flash-customer-flagged = Noted.
desk-flash-customer-erased = Erased. This is the receipt.
desk-flash-door-made = The door is made. Copy its secret key now.
desk-flash-door-secret = The new secret key works. The old one does not any more.
desk-flash-door-renamed = The door is renamed.
desk-flash-door-changed = Saved.
desk-flash-door-shut = The door is shut.
desk-flash-door-opened = The door is open again.
desk-flash-door-connected = The connection is saved.
desk-flash-door-answers = The connection works.
desk-flash-inbox-closed = Closed. If they write again, it opens by itself.
desk-flash-inbox-reopened = Open again.
desk-flash-inbox-rests = It comes back by itself.
desk-flash-inbox-assigned = Noted.
desk-flash-inbox-prioritised = Noted.
desk-flash-inbox-joined = They are one conversation now.
desk-flash-inbox-taken-out = It is a conversation of its own now.

## What was wrong

desk-error-too-many =
    Too many attempts. Try again in { $seconds ->
        [one] { $seconds } second.
       *[other] { $seconds } seconds.
    }
desk-error-busy =
    Very many people are signing in at this moment. Try again in { $seconds ->
        [one] { $seconds } second.
       *[other] { $seconds } seconds.
    }
desk-error-wrong-credentials = The e-mail address or the password is wrong.
desk-error-wrong-password = This is not your present password.
desk-error-wrong-code = This code is wrong or used up. Wait for the next one.
desk-error-sign-in-again = Sign in first.
desk-error-password-short = The password needs at least 10 characters.
desk-error-password-long = This password is too long.
desk-error-password-guessable = This password would be among the first guesses. Take another.
desk-error-bad-email = This is not an e-mail address.
desk-error-bad-name = The name must have 1 to 100 characters.
desk-error-bad-channel-name = A door needs a name of 1 to 80 characters.
desk-error-bad-channel-kind = There is no such kind of door.
desk-error-missing-field = This is needed.
desk-error-bad-field = This cannot be right.
desk-error-bad-settings = The settings do not fit together. Check each field.
desk-error-bad-address = This is not an e-mail address.
desk-error-no-secret = A password is missing.
desk-error-no-server-key = The server has no key to keep passwords with. Ask whoever runs it to set ONEDOOR_KEY.
desk-error-door-not-connected = This door is not connected yet.
desk-error-smtp-unreachable = The sending server cannot be reached. Check its address, port and encryption.
desk-error-bad-authority = This is not a certificate in PEM. Paste all of it, from -----BEGIN CERTIFICATE----- to -----END CERTIFICATE-----.
desk-error-smtp-certificate = The sending server cannot prove who it is: its certificate is not valid for this address, or comes from an authority that nobody knows. Nothing was sent.
desk-error-smtp-refused = The sending server does not let us in. Check the user name and the password.
desk-error-imap-unreachable = The mailbox’s server cannot be reached. Check its address, port and encryption.
desk-error-imap-certificate = The mailbox’s server cannot prove who it is: its certificate is not valid for this address, or comes from an authority that nobody knows. The password was not given to it.
desk-error-imap-refused = The mailbox does not let us in. Check the user name and the password.
desk-error-imap-failed = The mailbox let us in, but its inbox cannot be opened.
desk-error-window-closed = The customer’s last word at this door is too old to answer freely. Send an approved template, or choose another door.
desk-error-too-long-here = This text is too long for this door. Shorten it, or choose another door.
desk-error-template-gap = Fill each gap of the template, on one line.
desk-error-meta-refused = Meta does not let us in. Check the IDs and the access token.
desk-error-meta-unreachable = Meta cannot be reached now.
desk-error-meta-unclear = Meta’s answer cannot be understood.
desk-error-telegram-token = Telegram does not know this bot. Check the token.
desk-error-telegram-refused = Telegram refused it.
desk-error-telegram-unreachable = Telegram cannot be reached now.
desk-error-telegram-webhook = Telegram knows the bot, but could not bring us the last message.
desk-error-bad-role = There is no such role.
desk-error-email-taken = Somebody with this address is in the team already.
desk-error-owners-only = Only an owner can change or make owners.
desk-error-last-owner = This is the last owner. Make somebody else an owner first.
desk-error-account-disabled = This account is disabled. Enable it first.
desk-error-not-disabled = This account is not disabled.
desk-error-already-set-up = The first owner exists already. Sign in, or ask them for an invitation.
desk-error-link-gone = This link was used or is too old. Ask for a new one.
desk-error-second-factor-on = Two-step sign-in is on already.
desk-error-second-factor-off = Two-step sign-in is off.
desk-error-not-allowed = Your role does not include this.
desk-error-no-account = The demo’s desk has no account of its own.
desk-error-stale-form = This form is from an older session. Go back, reload the page and send it again.
desk-error-foreign-form = This form was not sent from a page of this desk.
desk-error-form-too-large = This form is too large.
desk-error-bad-id = This address does not lead to anything.
desk-error-bad-cursor = This is not a place in the list.
desk-error-bad-reason = Give a reason of 1 to 300 characters.
desk-error-bad-confirmation = Type the name as it is shown.
desk-error-already-merged = These two are one customer already.
desk-error-bad-family = There is no such sort of event.
desk-error-bad-date = This is no date.
desk-error-empty-message = Write something.
desk-error-message-too-long = This is too long for one message.
desk-error-door-does-not-talk = Nothing can be said through this door now. Choose another.
desk-error-not-their-address = This address is not known to be this customer’s.
desk-error-one-already = These two are one conversation already.
desk-error-two-customers = These are conversations with two customers. Join the customers first.
desk-error-snooze-in-the-past = Choose a moment that is still to come.
desk-error-not-a-part = This is a whole conversation: there is nothing to take apart.
desk-error-not-a-talker = This colleague does not answer customers.

## Pages of errors: what happened, and what to do

desk-page-not-found = Nothing behind this door
desk-page-not-found-do = The address may be mistyped, or what was here is gone. Search for it, or start from the desk.
desk-page-forbidden = This door is closed to you
desk-page-forbidden-do = If you need it for your work, ask an owner or admin to change your role.
desk-page-unauthorized = Sign in first
desk-page-unauthorized-do = Your session may have ended. Sign in, then send the form again.
desk-page-too-many = Slow down a little
desk-page-too-many-do = Wait for the time given, then try again. Nothing was lost.
desk-page-internal = Something broke on our side
desk-page-internal-do = Try again in a moment. If it stays, give the code below to whoever runs this server.
desk-page-refused = That did not work
desk-page-refused-do = Go back, change it and try again.

## The inbox

desk-inbox-lead = What customers say, whichever door they say it through.
desk-inbox-views = Views
desk-inbox-view-open = Open
desk-inbox-view-mine = Mine
desk-inbox-view-unassigned = Nobody’s
desk-inbox-view-pending = Customer’s turn
desk-inbox-view-snoozed = Resting
desk-inbox-view-closed = Closed
desk-inbox-view-all = All
desk-inbox-door = Door
desk-inbox-all-doors = All doors
desk-inbox-order = Order
desk-inbox-order-newest = Newest first
desk-inbox-order-waiting = Longest waiting first
desk-inbox-done = Nobody waits
desk-inbox-done-text = Every question has its answer. New ones appear here by themselves.
desk-inbox-no-door = No door talks yet
desk-inbox-no-door-text = Open a door through which customers can write: chat, e-mail, SMS. What they say comes here.
desk-inbox-none-here = Nothing here
desk-inbox-none-here-text = No conversation fits this view now.
desk-inbox-erased = Erased customer
desk-inbox-we = You:
desk-inbox-of = With { $name }
desk-inbox-waits = Asked { $ago }
desk-inbox-rests = Rests until { $moment }
desk-inbox-status-pending = Customer’s turn
desk-inbox-status-closed = Closed
desk-inbox-priority = Priority
desk-inbox-priority-low = Low
desk-inbox-priority-normal = Normal
desk-inbox-priority-high = High
desk-inbox-priority-urgent = Urgent
desk-inbox-assignee = With whom
desk-inbox-nobody = Nobody
desk-inbox-take = Take it
desk-inbox-close = Close
desk-inbox-reopen = Open again
desk-inbox-rest = Later
desk-inbox-rest-evening = This evening
desk-inbox-rest-tomorrow = Tomorrow morning
desk-inbox-rest-monday = Monday morning
desk-inbox-transcript = What was said
desk-inbox-earlier = Show earlier
desk-inbox-answer = Answer
desk-inbox-note = Note
desk-inbox-note-do = Keep the note
desk-inbox-send = Send
desk-inbox-kind = An answer or a note
desk-inbox-by-door = By which door
desk-inbox-subject = Subject
desk-inbox-text = Text
desk-inbox-hint = Write here…
desk-inbox-no-way = There is no door by which to answer. Write a note, or call.
desk-inbox-not-proven-why = This came from somebody who is probably the customer, but nothing proves it: tell them nothing of what only the customer may know.
desk-inbox-bot = Assistant
desk-inbox-system = Onedoor
desk-inbox-agent = Shop
desk-inbox-somebody = Somebody
desk-inbox-kb = { $count } KB
desk-inbox-mb = { $count } MB
desk-inbox-state-received = Received
desk-inbox-state-queued = On its way
desk-inbox-state-sent = Sent
desk-inbox-state-delivered = Delivered
desk-inbox-state-read = Read
desk-inbox-state-failed = Not delivered
desk-inbox-refused-131047 = The customer’s last word is too long ago for a free answer
desk-inbox-refused-131026 = This number cannot get it: it may have no WhatsApp, or an old one
desk-inbox-refused-131049 = Meta held it back, to keep the customer from getting too much
desk-inbox-refused-131050 = The customer wants no marketing messages
desk-inbox-refused-551 = This customer cannot be reached now
desk-inbox-refused-190 = The access token is no longer valid
desk-inbox-refused-131042 = There is a problem with the payment for the account
desk-inbox-on-a-map = Show on a map
desk-inbox-edited = Changed by the customer afterwards
desk-inbox-window-until = until { $at }
desk-inbox-window-person = only by a person, until { $at }
desk-inbox-window-shut = shut now
desk-inbox-shut-since = The customer last wrote here on { $at }, too long ago for a free answer.
desk-inbox-shut-never = The customer has not written here yet, so nothing can be written freely.
desk-inbox-shut-template = Send one of the approved templates below, or choose another door.
desk-inbox-shut-door = Choose another door.
desk-inbox-now-writes = The customer now writes by “{ $door }”.
desk-inbox-best-door = An answer goes best by “{ $door }” now.
desk-inbox-chosen-shut = By the door that you chose, nothing can be written freely any more.
desk-inbox-switch = Switch
desk-inbox-switch-door = Switch to the door by which the customer writes now
desk-inbox-stopped = wants no messages
desk-inbox-stopped-since = On { $at } the customer wrote that they want no messages here. Only what they ask from now on can be answered.
desk-inbox-taken-back = The customer took this message back.
desk-inbox-sms-count = SMS: #, characters left: ##
desk-inbox-templates = Approved templates
desk-inbox-templates-title = Approved templates: { $door }, { $to }
desk-inbox-templates-none = No template is approved for this number yet. They are made in Meta’s WhatsApp Manager and appear here within an hour.
desk-inbox-template-gap = In place of { $gap }
desk-inbox-template-send = Send the template
desk-inbox-who = Who it is
desk-inbox-to-customer = The whole customer
desk-inbox-last-seen = Last things seen
desk-inbox-parts = Parts
desk-inbox-parts-why = What was said under other names belongs to it too.
desk-inbox-take-out = Take out
desk-inbox-take-out-ask = Make this part a conversation of its own? No rule brings it back.
desk-inbox-others = Their other conversations
desk-inbox-join = Join

## What the customer told already, and had to tell again

desk-told = Already told
desk-told-order = Order
desk-told-tracking = Parcel
desk-told-email = E-mail
desk-told-phone = Telephone
desk-told-address = Address
desk-told-product = Product
desk-told-problem = What is wrong
desk-told-before = { $what } told before: { $door }, { $time }
desk-repeats = Made to repeat
desk-repeats-lead = What customers told once and had to tell again, because the door or the one who answered had changed. The last 30 days.
desk-repeats-none = Nobody had to say anything twice
desk-repeats-none-text = When a customer tells an order number, an address or a problem again after a change of door or agent, it is counted here.
desk-repeats-share = In { $repeated } of { $all } conversations ({ $percent } %) the customer had to repeat something.
desk-repeats-what = What
desk-repeats-from = First told at
desk-repeats-to = Told again at
desk-repeats-why = What had changed
desk-repeats-times = Times
desk-repeats-because-door = The door
desk-repeats-because-agent = Who answers

## Search over messages

desk-find = Search messages
desk-find-lead = What was said at any door, with or without accents. “Quotation marks” keep words together.
desk-find-hint = Type a word or two. The newest messages come first.
desk-find-none = Nobody said that
desk-find-none-text = Try fewer words, or only their beginnings.
desk-find-anybody = Said by anybody
desk-find-any-status = Any status
desk-find-any-time = Any time
desk-find-age-1 = Last 24 hours
desk-find-age-7 = Last 7 days
desk-find-age-30 = Last 30 days
desk-find-age-365 = Last year
desk-find-do = Search

## Ready answers, drafts and files

desk-ready = Ready answers
desk-ready-lead = What is said again and again, written once for all who answer. In the composer, type / and the short word.
desk-ready-new = New ready answer
desk-ready-change = Change the ready answer
desk-ready-none = No ready answers yet
desk-ready-none-text = Write the first one above: a short word, a text, and it is at hand in every conversation.
desk-ready-shortcut = Short word
desk-ready-shortcut-hint = Letters, digits and dashes: returns, hours-krakow. The same word may stand in each language.
desk-ready-title = Title (optional)
desk-ready-body = Text
desk-ready-body-hint = Filled in by themselves; after | comes what stands there when nothing is known, as in {"{"}customer.first_name|there{"}"}.
desk-ready-delete = Delete
desk-ready-delete-ask = Delete this ready answer for everybody?
desk-ready-missing = Not known, put it in yourself: { $names }
desk-flash-ready-saved = The ready answer is kept.
desk-flash-ready-deleted = The ready answer is gone.
desk-error-bad-shortcut = A short word has 1 to 32 letters, digits and dashes.
desk-error-shortcut-taken = This short word stands for another answer in this language.
desk-error-bad-ready-body = Write a text of at most 10,000 characters.
desk-error-unknown-variable = There is a variable in it that nobody knows. Use those named below.
desk-error-too-many-ready = There are too many ready answers. Delete those that nobody uses, or write an article.
desk-error-variable-left = A variable in braces is still there. Put something in its place before sending.
desk-error-note-with-files = A note has no files. Send them with an answer, or take them out.
desk-error-door-without-files = This door does not carry these files.
desk-error-files-too-large = These files are too large for one message.
desk-choices = Choices
desk-choices-hint = One per line, 10 at most. The customer presses one; where a door has no buttons they go as a numbered list, and a number is understood.
desk-choices-offered = Offered
desk-choices-pressed = Pressed a button
desk-choices-typed = Answered “{ $typed }”
desk-ready-choices = Choices (optional)
desk-error-bad-choices = Each choice is one line of at most 60 characters, each only once; at most 10 of them.
desk-error-choices-without-text = Choices stand below a text of your own. Write what you ask.
desk-attach = Files
desk-attach-remove = Take out
desk-attach-up-to = Files up to { $count } MB
desk-attach-as-link = Files go as a link

## The knowledge base

desk-articles = Articles
desk-articles-lead = What the shop explains once: on the public help page, in the composer, and known to the assistant.
desk-articles-public = Help page
desk-articles-new = New article
desk-articles-change = Change the article
desk-articles-none = No articles yet
desk-articles-none-text = Begin with what customers ask most: how to send something back, how long a parcel takes.
desk-articles-changed = Changed
desk-articles-votes = helped { $helped } of { $all } readers
desk-articles-draft = Draft
desk-articles-published = Published
desk-articles-title = Title
desk-articles-category = Category (optional)
desk-articles-slug = Address (optional)
desk-articles-slug-hint = The end of the article’s address, as in /help/returns. Left empty, it is made of the title.
desk-articles-body = Text
desk-articles-body-hint = Markdown: # heading, **bold**, - list, [words](https://…).
desk-articles-state = State
desk-articles-preview = Preview
desk-articles-delete = Delete this text
desk-articles-delete-ask = Delete the article in this language? Its address leads nowhere then.
desk-flash-article-saved = The article is kept.
desk-flash-article-deleted = The text is gone.
desk-error-bad-article-title = Give it a title of at most 150 characters.
desk-error-bad-article-body = Write a text of at most 50,000 characters.
desk-error-bad-slug = An address has Latin letters, digits and dashes.
desk-error-slug-taken = This address leads to another article.

## What the shop says of itself, and the assistant

desk-shop = Shop and assistant
desk-shop-lead = What everybody who answers says in the same words, and at which doors the automatic assistant answers.
desk-shop-hours = Opening hours
desk-shop-hours-hint = As the assistant tells them, in each language in which it should. Where nothing stands, it hands over to people.
desk-shop-returns = Returns
desk-shop-returns-hint = How long one may send something back, how, and when the money comes.
desk-shop-order-patterns = How order numbers look
desk-shop-order-patterns-hint = One in each line; # is a digit, @ a letter: W-#####. So they are found in what customers write. Numbers on the timeline are known anyway.
desk-flash-shop-saved = Kept.
desk-error-text-too-long = This text is too long.
desk-bot = Automatic assistant
desk-bot-lead = Answers where an order is, when you are open and how to return something. It says that it is automatic, tells of orders only to proven customers, and hands over to people when it is not sure. Where one of you is in the conversation, it is silent.
desk-bot-no-door = No door through which it could answer is open.
desk-bot-hint = Answers at this door

## The public help page

help-title = Help
help-search = Search the help pages
help-search-do = Search
help-found = { $count ->
    [0] Nothing found
    [one] { $count } article
   *[other] { $count } articles
}
help-all = All articles
help-empty = There is nothing here yet.
help-nothing = There is no such article
help-nothing-text = Perhaps it was renamed. Search for it, or see all articles.
help-way = Where you are
help-vote = Did this help?
help-vote-yes = Yes
help-vote-no = No
help-thanks = Thank you for telling us.
help-language = Language
help-skip = To the text

## What is done with them, in the audit log

desk-did-shop-text-changed = Changed what the shop says of itself
desk-did-article-changed = Wrote an article
desk-did-article-deleted = Deleted an article
desk-did-assistant-on = Turned the assistant on
desk-did-assistant-off = Turned the assistant off

## Teams

desk-teams = Teams
desk-teams-lead = Who answers together, when they are there, and what they promise.
desk-teams-none = No teams yet
desk-teams-none-text = One person needs none. Several can share the work: each team has its doors, its hours and its promises.
desk-teams-new = A new team
desk-teams-name = Name
desk-teams-make = Make the team
desk-teams-rename = Name
desk-teams-members = Members
desk-teams-members-count = { $count ->
    [0] Nobody yet
    [one] { $count } member
   *[other] { $count } members
}
desk-teams-doors = Doors that lead here
desk-teams-doors-why = What begins at these doors belongs to this team at once. A door leads to one team.
desk-teams-agents = What each one knows
desk-teams-agents-why = Rules can give conversations to somebody who has a skill or speaks the customer’s language.
desk-teams-skills-of = Skills of { $name }
desk-teams-skills-hint = Skills: returns, coffee machines
desk-teams-langs-of = Languages of { $name }
desk-agent-away = Away
desk-agent-on = There
desk-agent-go = Go away
desk-agent-come = I am back
desk-teams-hours = Hours
desk-teams-has-hours = This team has hours
desk-teams-has-hours-hint = Otherwise it counts as always there.
desk-teams-zone = Time zone
desk-teams-day-off = closed
desk-teams-week-hint = Such as 9-17, or 9-12, 13-17:30. Empty is closed.
desk-teams-holidays = Public holidays of
desk-teams-holidays-none = No country
desk-teams-closed = Other closed days
desk-teams-closed-hint = Dates such as 2026-12-24, separated by blanks.
desk-weekday-mon = Monday
desk-weekday-tue = Tuesday
desk-weekday-wed = Wednesday
desk-weekday-thu = Thursday
desk-weekday-fri = Friday
desk-weekday-sat = Saturday
desk-weekday-sun = Sunday
desk-country-cz = Czech Republic
desk-country-de = Germany
desk-country-md = Moldova
desk-country-pl = Poland
desk-country-ro = Romania
desk-country-sk = Slovakia
desk-teams-targets = What is promised
desk-teams-targets-why = In minutes of the team’s hours. Empty promises nothing. What was promised before stays as it was.
desk-teams-target-first = First answer
desk-teams-target-next = Every next answer
desk-teams-target-resolution = Until it is closed
desk-teams-stands-pending = The way to closing stands still while it is the customer’s turn
desk-teams-stands-snoozed = Everything stands still while the conversation rests
desk-teams-away = When nobody is there
desk-teams-away-on = Answer at once that nobody is there
desk-teams-away-why = Once in each closed period, in the customer’s language, by the door where they wrote.
desk-teams-survey = The question at the end
desk-teams-survey-on = Ask how it was when a conversation is closed
desk-teams-survey-why = Once a conversation, by the door where it ended.
desk-teams-quiet-days = Days before somebody is asked again
desk-teams-remove = Remove the team
desk-teams-remove-why = Its open conversations belong to no team then. What is over keeps its name.
desk-teams-remove-ask = Remove the team { $name }?
desk-teams-remove-do = Remove
desk-flash-team-made = The team is there.
desk-flash-team-changed = Saved.
desk-flash-team-removed = Removed.
desk-flash-agent-changed = Saved.
desk-flash-agent-on = You are there: rules may give you conversations.
desk-flash-agent-away = You are away: rules give you nothing.
desk-error-bad-team-name = A team’s name has 1 to 60 characters.
desk-error-team-name-taken = There is a team of this name already.
desk-error-too-many-teams = There are too many teams.
desk-error-bad-zone = This is no time zone. Write it such as Europe/Warsaw.
desk-error-bad-hours = These are no hours. Write them such as 9-12, 13-17:30.
desk-error-bad-closed-day = This is no date. Write it such as 2026-12-24.
desk-error-bad-target = A target is at least one minute and at most a year.
desk-error-bad-number = This is not a whole number.
desk-error-bad-quiet-days = 0 to 3650 days.
desk-error-away-text-too-long = At most 1000 characters.
desk-did-team-created = Made a team
desk-did-team-renamed = Renamed a team
desk-did-team-removed = Removed a team
desk-did-team-members-set = Chose a team’s members
desk-did-team-doors-set = Chose a team’s doors
desk-did-team-settings-changed = Changed a team’s settings
desk-did-agent-changed = Changed what somebody knows
desk-inbox-team = Team
desk-inbox-all-teams = All teams
desk-inbox-no-team = No team
desk-inbox-order-due = Due next first
desk-inbox-due = { $time } left
desk-inbox-overdue = overdue by { $time }
desk-inbox-min = { $count } min
desk-inbox-hours = { $count } h
desk-inbox-days = { $count } d
desk-inbox-due-first = First answer
desk-inbox-due-next = Next answer
desk-inbox-due-resolution = Closing

## Rules

desk-rules = Rules
desk-rules-lead = What happens with conversations by itself, in this order. The first rule that settles something counts.
desk-rules-none = No rules yet
desk-rules-none-text = Until there are some, everybody takes what they see.
desk-rules-new = A new rule
desk-rules-make = Make the rule
desk-rules-name = Name
desk-rules-when = When
desk-rules-when-begins = A conversation begins or opens again
desk-rules-when-silent = Nobody has said anything for days
desk-rules-days = Days of silence
desk-rules-if = If
desk-rules-then = Then
desk-rules-language = Customer’s language
desk-rules-any = Any
desk-rules-words = One of these words was said (commas between)
desk-rules-their-turn = It is the customer’s turn
desk-rules-nothing = Leave as it is
desk-rules-to-team = Give to the team
desk-rules-give = Give to
desk-rules-give-turns = Members of the team in turn
desk-rules-give-load = Whoever of the team has the fewest
desk-rules-skill = Only who has this skill
desk-rules-same-language = Only who speaks the customer’s language
desk-rules-close = Close
desk-rules-close-quietly = Without a word
desk-rules-close-saying = And say so to the customer
desk-rules-on = The rule is on
desk-rules-off = Off
desk-rules-up = Earlier
desk-rules-remove = Remove the rule
desk-rules-remove-ask = Remove the rule { $name }?
desk-flash-rule-changed = Saved.
desk-flash-rule-removed = Removed.
desk-error-bad-rule-name = A rule’s name has 1 to 80 characters.
desk-error-rule-does-nothing = Choose what the rule does.
desk-error-bad-silent-days = 1 to 3650 days.
desk-error-too-many-rules = There are too many rules.
desk-error-too-many-words = Too many words.
desk-did-rule-created = Made a rule
desk-did-rule-changed = Changed a rule
desk-did-rule-removed = Removed a rule
desk-did-rule-moved = Moved a rule
desk-trace-given = Given to { $name } by the rule “{ $rule }”
desk-trace-team = Given to the team { $name } by the rule “{ $rule }”
desk-trace-priority = Priority { $priority } by the rule “{ $rule }”
desk-trace-closed = { $days ->
    [one] Closed after { $days } day of silence by the rule “{ $rule }”
   *[other] Closed after { $days } days of silence by the rule “{ $rule }”
}
desk-trace-rated = The customer’s rating: { $score } of 5
desk-trace-rated-why = The customer’s rating: { $score } of 5. “{ $comment }”
desk-trace-not-sent-feedback = Not asked how it was: they want no such messages
desk-trace-not-sent-service = Not told that it was closed: they want no such messages

## Together

desk-inbox-view-mentions = Mentions
desk-inbox-called = You were called
desk-notices = Notices
desk-notices-show = Show a notice of new messages while this window is hidden
desk-notices-sound = Play a sound with it
desk-notices-nobodys = Also of conversations that are nobody’s
desk-notices-denied = This browser allows no notices for this page. Allow them in its settings.
desk-notices-insecure = Browsers show notices only on pages that come by https.
desk-notices-away = While you are away, none come.
desk-notices-somebody = A visitor
desk-inbox-looks = { $name } is here
desk-inbox-writes = { $name } is writing
desk-error-answered-meanwhile = A colleague has answered meanwhile. Read it above; send again if yours is still needed.
desk-inbox-view-keep = Keep this view
desk-inbox-view-name = Name
desk-inbox-view-for = For
desk-inbox-view-for-me = Myself
desk-inbox-view-of-team = View of a team
desk-inbox-view-remove = Remove this view
desk-flash-view-saved = Kept.
desk-flash-view-removed = Removed.
desk-csat = Satisfaction
desk-csat-lead = What customers said at the end, by door, in the last 90 days.
desk-csat-none = Nobody was asked yet
desk-csat-none-text = Each team decides whether it asks how it was.
desk-csat-asked = Asked
desk-csat-answered = Answered
desk-csat-average = Average
desk-csat-scores = Scores
desk-csat-number = { $whole }.{ $rest }
desk-csat-score = { $count ->
    [one] Score { $score }: { $count } answer
   *[other] Score { $score }: { $count } answers
}

## The telephone

desk-calls = Calls
desk-calls-a-call = Telephone call
desk-calls-unanswered = Called, and nobody has answered yet
desk-calls-call = Call
desk-calls-telephone = Telephone
desk-calls-incoming = Incoming call
desk-calls-calling = You are calling
desk-calls-talking = You are talking
desk-calls-unknown = Unknown caller
desk-calls-withheld = Number withheld
desk-calls-not-proven-why = The number says who it is; numbers can be faked. Tell the caller nothing of what only the customer may know before you have asked.
desk-calls-open-customer = Open the customer
desk-calls-open-conversation = Open the conversation
desk-calls-last-order = Last purchase
desk-calls-conversation = Conversation
desk-calls-quoted = “{ $text }”
desk-calls-rings-inbound = Incoming call, ringing
desk-calls-rings-outbound = We are calling
desk-calls-talks-inbound = Incoming call, talking now
desk-calls-talks-outbound = Our call, talking now
desk-calls-ended-inbound = Incoming call
desk-calls-ended-outbound = We called
desk-calls-missed-inbound = Missed call
desk-calls-missed-outbound = We called, nobody answered
desk-calls-busy = We called, the line was busy
desk-calls-failed = We called, the number could not be reached
desk-calls-voicemail = Voice message
desk-calls-length = { $minutes ->
    [0] { $seconds } s
    [one] { $minutes } min { $seconds } s
   *[other] { $minutes } min { $seconds } s
}
desk-calls-by = answered by { $name }
desk-calls-at = answered at { $name }
desk-calls-by-hand = written down by hand
desk-calls-recording = Listen to the recording
desk-calls-write = Write down what was said
desk-calls-rewrite = Change what was written down
desk-calls-words = What was said
desk-calls-lead = Calls with this customer.
desk-calls-to-conversation = Back to the conversation
desk-calls-no-door = There is no telephone door yet. Make one on the page Doors; it needs no telephone system to write down calls.
desk-calls-log = Write down a call
desk-calls-log-door = Telephone
desk-calls-log-direction = Who called
desk-calls-log-inbound = The customer called us
desk-calls-log-outbound = We called the customer
desk-calls-log-began = When it began
desk-calls-log-outcome = What became of it
desk-calls-log-talked = We talked
desk-calls-log-nobody = Nobody answered
desk-calls-log-minutes = How many minutes
desk-calls-log-do = Write it down
desk-calls-extensions-lead = When a telephone rings, its owner’s desk shows who calls. Without an extension of their own, staff see all calls that ring nobody in particular.
desk-calls-extension-of = Extension of { $name }
desk-flash-call-logged = The call is written down.
desk-flash-call-words = What was said is written down.
desk-flash-extension = The extension is saved.
desk-error-bad-call-time = Say when the call began: within the last year, and not in the future.
desk-error-bad-call-length = A call lasts 0 to 1440 minutes.
desk-error-no-phone-door = There is no open telephone door. Make one on the page Doors.
desk-error-bad-extension = An extension is a number or a name: letters, digits and + - _ . @ : / * #.
desk-error-extension-taken = This extension is a colleague’s already.
desk-calls-numbers = Their numbers
desk-calls-no-number = No telephone number of this customer is known.
desk-calls-call-by = Call ({ $name })
desk-calls-no-dialling = To call from here, connect a telephone door to Asterisk or Twilio Voice.
desk-calls-say-extension = Say which telephone is yours, and you can call from here
desk-flash-calling = Your telephone rings. Pick up, and the customer is called.
desk-error-no-extension = Which telephone is yours? Say so under Settings, Telephone; then it can ring.
desk-error-door-does-not-dial = This door rings nobody by itself. Dial on your telephone.
desk-error-not-their-number = This number is not known to be this customer’s.
desk-error-asterisk-not-reached = Asterisk’s manager does not answer. Look whether manager.conf has “enabled = yes”, and whether this server may connect there.
desk-error-asterisk-refused = Asterisk does not let us in. Compare name and secret with manager.conf, and its “permit” with this server’s address.
desk-error-asterisk-would-not-call = Asterisk would not ring your telephone. Look at your extension under Settings, Telephone.
desk-error-twilio-would-not-call = Twilio would not call. Look at your extension under Settings, Telephone: a number (+48…), sip:… or client:…
desk-error-twilio-not-reached = Twilio does not answer. Try again, or dial by hand.

desk-doors-provider-asterisk = Asterisk, your own telephone system
desk-doors-provider-twilio-voice = Twilio Voice
desk-doors-field-asterisk-host = Server
desk-doors-field-asterisk-port = Port of the manager interface
desk-doors-field-asterisk-port-hint = What is said there is not encrypted: the same machine, your own network or a tunnel.
desk-doors-field-asterisk-username = Name in manager.conf
desk-doors-field-asterisk-username-hint = With read = call,dialplan and write = originate. The dial plan stays as it is.
desk-doors-field-asterisk-password = Secret
desk-doors-field-asterisk-endpoint = What to ring for an extension
desk-doors-field-asterisk-endpoint-hint = PJSIP/{"{"}extension{"}"}, SIP/{"{"}extension{"}"} or Local/{"{"}extension{"}"}@from-internal
desk-doors-field-asterisk-context = Context in which your telephones dial
desk-doors-field-asterisk-prefix = Dialled before a number outside
desk-doors-field-asterisk-recordings-url = Where the folder “monitor” can be listened to
desk-doors-field-twilio-voice-account-sid = Account SID
desk-doors-field-twilio-voice-auth-token = Auth token
desk-doors-field-twilio-voice-number = Your number at Twilio
desk-doors-field-twilio-voice-dial = What rings when somebody calls
desk-doors-field-twilio-voice-dial-hint = Numbers and SIP addresses with commas between. Empty: all extensions of this door.
desk-doors-field-twilio-voice-rings = For how many seconds
desk-doors-field-twilio-voice-voicemail = When nobody answers, take a message
desk-doors-field-twilio-voice-greeting = Said before the tone
desk-doors-field-twilio-voice-record = Record the talks
desk-doors-field-twilio-voice-public-url = This server’s public address
desk-doors-field-twilio-voice-public-url-hint = In Twilio’s console the number’s webhook for calls is this address and /hooks/{"{"}id of this door{"}"}/voice; for status changes, /status behind it.

simulate-phone = A telephone
simulate-phone-lead = Call the shop: whoever is signed in to the desk sees who calls.
simulate-phone-number = Your number
simulate-phone-name = Name that the network shows
simulate-phone-extension = Extension that rings (empty: nobody in particular)
simulate-phone-idle = Not calling
simulate-phone-ringing = It rings at the shop
simulate-phone-talking = You are talking
simulate-phone-recording = A machine records you
simulate-phone-do-ring = Call
simulate-phone-do-answer = The shop answers
simulate-phone-do-machine = A machine answers
simulate-phone-do-hang-up = Hang up
simulate-phone-told = What the server was told

## In the store

desk-nav-store = Store
desk-store-none = No store yet
desk-store-none-text = Make a door of the kind “store”. Then whoever stands at the counter is found here by their card, number or code.
desk-store-which = In which store are you?
desk-store-other = Another store
desk-store-scan = Card, number, name or code
desk-store-scan-hint = Scan or type…
desk-store-camera = Scan with the camera
desk-store-camera-hint = Hold the code before the camera.
desk-store-find = Find
desk-store-hint = A card or code is scanned straight into the field. A telephone number, an e-mail address or a name can be typed.
desk-store-some = Who of these is it?
desk-store-found-now = They are known meanwhile. Press “Find” once more.
desk-store-nobody = Nobody has “{ $text }”
desk-store-nobody-text = Look for them by something else, or meet somebody new.
desk-store-card-hint = Does the card belong to somebody you know? Find them by number or name first, then add the card on their page.
desk-store-meet = Somebody new
desk-store-meet-name = Name
desk-store-meet-do = Go on with them
desk-store-meet-hint = A card that lies before you counts as proven. A number or an address counts as what they say, until a code was sent there.
desk-store-nothing-said = Nothing is open with them.
desk-store-asked = { $door }, { $ago }: “{ $text }”
desk-store-waits = Waits for an answer since
desk-store-talk = The conversation
desk-store-who-spoke = Who said it
desk-store-customer-spoke = The customer said
desk-store-we-spoke = I answered
desk-store-said = What was said?
desk-store-keep = Write it down
desk-store-to-inbox = In the inbox
desk-store-noted-by = noted by { $name }
desk-store-known-by = Known by
desk-store-send-code = Prove by a code
desk-store-add = Add a card, number or address
desk-store-add-do = Add
desk-store-add-hint = A card counts as proven, because you have seen it. A number or an address does not, until a code was sent there.
desk-store-code = A code is on its way
desk-store-code-text = We sent it to { $value }. It is valid for 10 minutes. Ask the customer to read it to you.
desk-store-code-label = Six digits
desk-store-code-do = Check
desk-flash-store-noted = Written down.
desk-flash-store-met = Nice to meet them.
desk-flash-store-added = Added.
desk-flash-store-code-sent = The code is on its way.
desk-flash-store-proven = Proven: it is theirs.
desk-error-wrong-proof = This is not the code. Look again and type it once more.
desk-error-proof-spent = Too many wrong codes. Have a new one sent.
desk-error-proof-expired = This code is too old. Have a new one sent.
desk-error-no-such-door = No connected door of the shop reaches this address.
desk-error-held-by-another = This card belongs to another customer. Nothing was joined; an agent can look at both.
desk-error-bad-identity = This cannot be right. Check it once more.
desk-error-too-many-codes = { $seconds ->
    [one] Too many codes. Try again in one second.
   *[other] Too many codes. Try again in { $seconds } seconds.
}
desk-doors-provider-own = Your own server
desk-doors-field-own-url = Address that is called with what to send
desk-doors-field-own-secret = Secret that signs the calls
desk-doors-field-own-secret-hint = “whsec_” and base64 of 24 to 64 bytes, as Standard Webhooks has it.

## The conversation goes on elsewhere

desk-go-on = Go on elsewhere
desk-go-on-how = How
desk-go-on-show = Show a code and a QR code
desk-go-on-send = Send a link to { $to }
desk-go-on-do = Go on
desk-go-on-back = Back to the conversation
desk-go-on-say = Say this code, at the till or on the telephone:
desk-go-on-scan = Or let it be scanned:
desk-go-on-doors = Doors by which to go on
desk-go-on-until = Good until { $moment }, for one person. Who comes with it takes part in this conversation; it shows nothing that was said before.
desk-flash-handed-over = The link is on its way.
go-title = Continue the conversation
go-chat = In the chat
go-by-email = By e-mail
go-by-sms = By SMS
go-by-phone = By telephone
go-by-whatsapp = On WhatsApp
go-by-telegram = On Telegram
go-by-messenger = On Messenger
go-by-instagram = On Instagram
go-say = Or say this code, in the store or on the telephone:
go-hint = The link works once and for 24 hours. Do not pass it on.
go-over = This link is over
go-over-text = It was used already, or it is older than 24 hours. Ask the shop for a new one, or simply write again: we will find the conversation.

## Webhooks

desk-webhooks = Webhooks
desk-webhooks-lead = Servers of yours that hear of what happens here, by signed calls.
desk-webhooks-none = Nobody listens yet
desk-webhooks-none-text = Add the address of a server. It is called with what was said, by whom and by which door.
desk-webhooks-new = Add an address
desk-webhooks-url = Address
desk-webhooks-url-hint = Begins with https:// and is reached from the internet.
desk-webhooks-events = What it hears
desk-webhooks-events-hint = Choose nothing, and it hears everything.
desk-webhooks-all = Everything
desk-webhooks-add = Add it
desk-webhooks-event-message-created = Something was said
desk-webhooks-event-message-delivery = How far a message got
desk-webhooks-event-conversation-created = A conversation began
desk-webhooks-event-conversation-updated = A conversation changed
desk-webhooks-event-conversation-closed = A conversation was closed
desk-webhooks-event-customer-merged = Two customers are one
desk-webhooks-event-customer-split = One customer is several
desk-webhooks-event-webhook-test = A test
desk-webhooks-listening = Listening
desk-webhooks-failing = Nothing arrives since { $ago }
desk-webhooks-disabled-staff = Turned off
desk-webhooks-disabled-gone = Turned off: it answered that it is gone
desk-webhooks-disabled-failing = Turned off: nothing arrived for three days
desk-webhooks-secret-once = The secret that signs the calls. It is shown this once:
desk-webhooks-test = Send a test
desk-webhooks-turn-on = Turn on
desk-webhooks-turn-off = Turn off
desk-webhooks-rotate = New secret
desk-webhooks-rotate-ask = Make a new secret? The old one signs along for 24 hours.
desk-webhooks-remove = Remove
desk-webhooks-remove-ask = Remove this address and what was told there?
desk-webhooks-nothing = Nothing was told here yet.
desk-webhooks-log = The last calls
desk-webhooks-when = When
desk-webhooks-event = Event
desk-webhooks-tries = Tries
desk-webhooks-state-waiting = On its way
desk-webhooks-state-delivered = Arrived
desk-webhooks-state-failed = Given up
desk-webhooks-again = Send again
desk-flash-webhook-tested = The test is on its way.
desk-flash-webhook-changed = Changed.
desk-flash-webhook-removed = Removed.
desk-flash-webhook-again = Sent again.
desk-error-bad-url = This address cannot be called: it begins with https:// and leads to the internet.
desk-error-too-many-endpoints = There are 20 addresses already. Remove one first.
desk-did-webhook-created = Added a webhook
desk-did-webhook-deleted = Removed a webhook
desk-did-webhook-enabled = Turned a webhook on
desk-did-webhook-disabled = Turned a webhook off
desk-did-webhook-secret-rotated = Made a new webhook secret
desk-did-identity-added = Added an identity in the store
desk-did-customer-created = Met a new customer in the store

## The cart beside a customer

desk-cart = Cart
desk-cart-empty = Nothing is in the cart.
desk-cart-saved = Saved for later
desk-cart-not-sold = no longer sold
desk-cart-quantity = How many
desk-cart-set = Change
desk-cart-remove = Take out
desk-cart-sku = Product number (SKU)
desk-cart-add = Add
desk-cart-coupon = Coupon code
desk-cart-coupon-add = Use the coupon
desk-cart-undo = Undo the last change
desk-cart-by-customer = customer
desk-cart-by-clerk = store
desk-cart-by-agent = customer service
desk-cart-by-assistant = assistant
desk-cart-by-shop = order
desk-flash-cart-changed = The cart is changed.
desk-flash-cart-undone = The last change is undone.
## Products

desk-nav-products = Products
desk-products-lead = What the shop sells, the same at every door.
desk-products-all = All
desk-products-active = On sale
desk-products-draft = Draft
desk-products-archived = Archived
desk-products-status = Status
desk-products-count =
    { $count ->
        [one] { $count } product
       *[other] { $count } products
    }
desk-products-hits =
    { $count ->
        [one] { $count } product fits
       *[other] { $count } products fit
    }
desk-products-new = New product
desk-products-search = Search products
desk-products-search-hint = Name, brand, SKU, bar code…
desk-products-no-hit = No product fits “{ $query }”
desk-products-no-hit-text = Slips of the finger are forgiven. Try fewer words, or a part of the name.
desk-products-none = Nothing to sell yet
desk-products-none-text = Write the first product here, or bring all of them along: onedoor products import.
desk-products-none-here = Nothing in this state
desk-products-none-here-text = The other tabs show the rest.
desk-products-product = Product
desk-products-sku = SKU
desk-products-gtin = Bar code (GTIN)
desk-products-brand = Brand
desk-products-category = Category
desk-products-category-hint = From the top down, with > between: Kitchen > Mugs. What is missing is made.
desk-products-title = Title
desk-products-description = Description
desk-products-tax = VAT class
desk-products-tax-standard = Standard rate
desk-products-tax-reduced = Reduced rate
desk-products-tax-super-reduced = Lower reduced rate
desk-products-tax-zero = Zero rate
desk-products-handle = Address
desk-products-handle-hint = The end of the product’s address. Left empty, it is made of the title.
desk-products-images = Pictures
desk-products-images-hint = Addresses, one a line; the first is shown in lists.
desk-products-texts = In other languages
desk-products-texts-hint = What is empty is shown as it stands above.
desk-products-variants = Variants
desk-products-variant-new = Another variant
desk-products-variant-state = State
desk-products-options = Options
desk-products-options-hint = Options look like this: Colour: blue; Size: M. A product without sizes or colours has one variant, without options.
desk-products-weight = Weight in grams
desk-products-doors = Doors
desk-products-doors-hint = Sold only where it is ticked; at every door, where nothing is.
desk-products-archive = Take out of the shop
desk-products-archive-ask = Take this product out of the shop? It can come back; orders and returns keep it.
desk-flash-product-saved = The product is kept.
desk-flash-product-archived = The product is out of the shop.
desk-did-product-created = Made a product
desk-did-product-changed = Changed a product
desk-did-product-archived = Took a product out of the shop
desk-did-products-imported = Brought products in from a table
desk-did-category-saved = Changed a category
desk-error-no-title = A product needs a title.
desk-error-bad-title = The title has at most 200 characters.
desk-error-bad-brand = The brand has at most 100 characters.
desk-error-bad-handle = An address has 1 to 80 small letters a to z, digits and dashes.
desk-error-handle-taken = Another product has this address.
desk-error-bad-category = The titles of a category have 1 to 100 characters each.
desk-error-category-too-deep = Categories lie at most 6 deep.
desk-error-bad-sku = Each variant needs a SKU of 1 to 64 characters.
desk-error-sku-taken = Another product has one of these SKUs.
desk-error-sku-repeats = Two variants have the same SKU.
desk-error-bad-gtin = A bar code is wrong: it has 8, 12, 13 or 14 digits, and the last is a check digit. Compare it with the package.
desk-error-gtin-taken = Another variant has one of these bar codes.
desk-error-no-variants = A product needs a variant with a SKU, also where it has no sizes or colours.
desk-error-bad-options = Options look like this: Colour: blue; Size: M
desk-error-options-differ = All variants need the same options in the same order.
desk-error-options-repeat = Two variants have the same options.
desk-error-bad-weight = A weight is a whole number of grams.
desk-error-bad-media-url = The address of a picture begins with https:// or with /.

## Ways of the cart's goods

desk-cart-ways = Delivery
