desk-links = Links to other shops
desk-links-lead = Another shop system behind a door of yours: its goods, customers and orders come in, and it is told how many there are and what they cost.
desk-links-none = No shop is linked yet
desk-links-none-text = Link the shop system that you have: its orders take their pieces from the same shelf as your other doors, so that nothing is sold twice.
desk-links-new = Link a shop
desk-links-which = Which system is it?
desk-links-choose = Choose
desk-links-about-vendure = By its Admin API, version 3. It is read every minute.
desk-links-about-shopify = By an app of your own in your shop: webhooks, and its API every minute.
desk-links-about-woocommerce = By webhooks, and its REST API every minute.
desk-links-name = Name
desk-links-system = System
desk-links-read-last = Read last
desk-links-url = Address
desk-links-url-vendure = Where its server answers, without /admin-api: https://shop.example
desk-links-url-shopify = https://your-shop.myshopify.com
desk-links-url-woocommerce = Where WordPress answers, without /wp-json: https://shop.example
desk-links-secret-username = User name of an administrator
desk-links-secret-password = Password of the administrator
desk-links-secret-access-token = Admin API access token
desk-links-secret-consumer-key = Consumer key
desk-links-secret-consumer-secret = Consumer secret
desk-links-secret-webhook-secret = Secret by which its webhooks are signed
desk-links-secret-stays = Leave it empty to keep the one that is set.
desk-links-goods = Whose word on goods and prices holds
desk-links-goods-theirs = Theirs: what they change is changed here
desk-links-goods-ours = Ours: theirs are found by SKU, and are told our prices
desk-links-place = Where their pieces lie
desk-links-no-place = Do not count their pieces in
desk-links-place-hint = How many they have is counted in here once. From then on your books hold.
desk-links-tells = Tell them how many there are
desk-links-tells-hint = What is sold at any door is gone there too. Numbers that are changed there by hand are set right.
desk-links-aside = Keep aside for them, of each
desk-links-aside-hint = So many pieces (at most half of what there is) are theirs alone, so that nothing is sold here and there in the same minute. Empty: they are told of all there are.
desk-links-their-place = Their location
desk-links-their-place-hint = The id of their stock location; empty: their first one.
desk-links-currency = Currency of their prices
desk-links-running = Running
desk-links-importing = First reading
desk-links-paused = Paused
desk-links-failing = Does not work now
desk-links-refused = Refuses us
desk-links-refused-text = It does not let us in, so the link is paused. Check the address and the keys below and save them: it is tried at once.
desk-links-failing-text = Something went wrong. It is tried again by itself, and goes on where it was.
desk-links-standing = How it stands
desk-links-not-yet = not complete yet
desk-links-complete = complete
desk-links-taken =
    { $count ->
        [one] { $count } taken in
       *[other] { $count } taken in
    }
desk-links-feed-products = Products
desk-links-feed-variants = Variants
desk-links-feed-customers = Customers
desk-links-feed-orders = Orders
desk-links-feed-levels = Stock
desk-links-deeds = What you can do
desk-links-read-now = Read now
desk-links-read-all = Read all of it again
desk-links-read-all-sure = Everything is read once more. What is right already stays as it is.
desk-links-test = Try the connection
desk-links-pause = Pause
desk-links-resume = Go on
desk-links-problems = What to look at
desk-links-problem-refused = The product was not taken in: { $why }
desk-links-problem-short = More was sold there than there was: { $skus }. Bring more in, or tell the customer.
desk-links-problem-edited = The order was changed there after it was placed: lines were added or made larger. Compare it.
desk-links-problems-seen = I have looked at them
desk-links-webhooks = Webhooks
desk-links-webhooks-shopify = In Shopify, under Settings › Notifications › Webhooks, add orders, products and customers with this server's address followed by the path below.
desk-links-webhooks-woocommerce = In WooCommerce, under Settings › Advanced › Webhooks, add orders, products and customers with this server's address followed by the path below, and the same secret.
desk-links-connection = How it is connected
desk-flash-links-made = The shop is linked. Its first reading has begun.
desk-flash-links-saved = Saved. It works.
desk-flash-links-works = It lets us in.
desk-flash-links-reading = It is being read.
desk-flash-links-paused = The link is paused.
desk-flash-links-resumed = The link goes on.
desk-flash-links-seen = Noted.
desk-did-link-made = Linked a shop
desk-did-link-changed = Changed how a shop is linked
desk-did-link-read-again = Had a linked shop read again
desk-did-link-paused = Paused a link
desk-did-link-resumed = Let a link go on
desk-did-link-problems-seen = Looked at a linked shop's orders
desk-error-no-such-location = No open place has this code. Look at the places of Stock.
desk-error-bad-shop-url = Write the address of the shop’s server, like https://shop.example.
desk-error-bad-aside = Write how many pieces are kept aside, as a whole number, or nothing.

## Parcels

desk-links-tells-parcels = Tell them what was sent
desk-links-tells-parcels-hint = A parcel of one of their orders that is packed here is told there, with its tracking number.

## Apps of Shopify

desk-links-secret-client-id = Client ID
desk-links-secret-client-secret = Client secret
desk-links-secret-access-token-hint = Only of an app that was made in the shop's own admin before 2026.
desk-links-secret-client-id-hint = Of an app of your own in Shopify's Dev Dashboard, installed in the shop.
desk-links-secret-client-secret-hint = Shown beside its client ID.

## Medusa

desk-links-about-medusa = By its Admin API, version 2. It is read every minute.
desk-links-url-medusa = Where its server answers, without /admin: https://shop.example
desk-links-secret-api-key = Secret API key (in Medusa under Settings › Secret API Keys)
