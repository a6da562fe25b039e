### What customers read by themselves.

away-text = Спасибо за сообщение. Сейчас никого нет на месте; мы ответим, как только вернёмся.
away-until = Мы вернёмся { $moment }.
auto-close-text = Мы давно не получали от вас сообщений, поэтому закрываем этот разговор. Если появятся вопросы, просто напишите нам снова.
survey-subject = Как вам наша помощь?
survey-text = Как вам наша помощь? Оцените в один клик: { $url }
survey-chat = Как вам наша помощь?
survey-title = Как вам наша помощь?
survey-score = Ваша оценка
survey-score-1 = Очень плохо
survey-score-2 = Плохо
survey-score-3 = Так себе
survey-score-4 = Хорошо
survey-score-5 = Очень хорошо
survey-comment = Что мы могли бы сделать лучше? (необязательно)
survey-send = Отправить
survey-thanks = Спасибо!
survey-thanks-text = Ваша оценка получена. Её можно изменить здесь.

unsubscribe-title = Больше не присылать такие письма?
unsubscribe-text = Мы больше не будем присылать такие сообщения на { $address }. Ответы на ваши вопросы по-прежнему будут приходить.
unsubscribe-do = Отписаться
unsubscribe-done = Вы отписаны
unsubscribe-done-text = Мы больше не будем присылать такие сообщения на { $address }.
unsubscribe-line = Не хотите получать такие письма? Отписаться: { $url }
link-gone = Эта ссылка больше не работает
link-gone-text = Того, к чему она относилась, больше нет.

choices-by-number = Ответьте номером.
choices-open = Выбрать
