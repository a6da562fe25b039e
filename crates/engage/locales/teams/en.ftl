### What customers read by themselves.

away-text = Thank you for your message. Nobody is here right now; we will answer as soon as we are back.
away-until = We are back on { $moment }.
auto-close-text = We have not heard from you for a while, so we are closing this conversation. If there is anything else, simply write to us again.
survey-subject = How was our help?
survey-text = How was our help? Tell us with one click: { $url }
survey-chat = How was our help?
survey-title = How was our help?
survey-score = Your rating
survey-score-1 = Very bad
survey-score-2 = Bad
survey-score-3 = So-so
survey-score-4 = Good
survey-score-5 = Very good
survey-comment = What could we do better? (optional)
survey-send = Send
survey-thanks = Thank you!
survey-thanks-text = Your rating has reached us. You can change it here.

unsubscribe-title = No more of these e-mails?
unsubscribe-text = We will no longer send such messages to { $address }. Answers to your questions still reach you.
unsubscribe-do = Unsubscribe
unsubscribe-done = Unsubscribed
unsubscribe-done-text = We will send no more such messages to { $address }.
unsubscribe-line = You no longer want such e-mails? Unsubscribe: { $url }
link-gone = This link no longer works
link-gone-text = What it belonged to is gone.

choices-by-number = Answer with the number.
choices-open = Choose
