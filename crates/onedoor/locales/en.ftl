### The desk: what the merchant’s staff read.

## Around every page

desk-skip = Skip to content
desk-nav = Main navigation
desk-nav-customers = Customers
desk-nav-doors = Doors
desk-nav-audit = Audit log
desk-nav-settings = Settings
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
