"""python-telegram-bot, unmodified, takes the simulator for Telegram."""

import asyncio
import json
import unittest

import telegram
from telegram.error import BadRequest, Conflict, Forbidden, InvalidToken, RetryAfter

from simulated import Simulated, until

TOKEN = "424242:SIM"
ANNA = 7000000001


def bot(simulated, token=TOKEN):
    urls = {"base_url": f"{simulated.url}/bot", "base_file_url": f"{simulated.url}/file/bot"}
    return telegram.Bot(token, **urls)


class Telegram(unittest.TestCase):
    def setUp(self):
        self.simulated = Simulated("telegram", "--secret", TOKEN)

    def tearDown(self):
        self.simulated.stop()

    def run_with_bot(self, story):
        async def run():
            async with bot(self.simulated) as ours:
                await story(ours)

        asyncio.run(run())

    def test_what_is_written_is_fetched_and_answered(self):
        async def story(ours):
            self.assertTrue((await ours.get_me()).is_bot)
            with self.assertRaisesRegex(BadRequest, "[Cc]hat not found"):
                await ours.send_message(ANNA, "Nobody began")
            self.simulated.phone("say", payload="K7-PQ")
            line = self.simulated.phone("say", text="Czy ta lampa jest? 🎉")
            self.simulated.phone("edit", line=line["id"], text="Jest?")
            start, asked, edited = await self.updates(ours, 3)
            self.assertEqual(start.message.text, "/start K7-PQ")
            self.assertEqual(asked.message.from_user.full_name, "Anna Nowak")
            self.assertEqual(edited.edited_message.text, "Jest?")

            keys = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Tak", callback_data="yes")]])
            sent = await ours.send_message(ANNA, "Jest. Bierze Pani?", reply_markup=keys)
            self.assertEqual(sent.chat.id, ANNA)
            self.simulated.phone("say", press="yes", reply_to=sent.message_id)
            (press,) = await self.updates(ours, 1, after=edited.update_id)
            self.assertEqual(press.callback_query.data, "yes")
            self.assertTrue(await press.callback_query.answer())

            photo = await ours.send_photo(ANNA, b"\xff\xd8 not really", caption="Ta", filename="a.jpg")
            self.assertEqual(photo.caption, "Ta")
            file = await ours.get_file(photo.photo[-1].file_id)
            self.assertEqual(bytes(await file.download_as_bytearray()), b"\xff\xd8 not really")
            await ours.send_document(ANNA, b"%PDF", filename="cennik.pdf")

        self.run_with_bot(story)

    async def updates(self, ours, count, after=0):
        found = ()
        while len(found) < count:
            found = await ours.get_updates(offset=after + 1, timeout=5)
        return found

    def test_a_webhook_brings_updates_with_the_secret(self):
        async def story(ours):
            await ours.set_webhook(self.simulated.hook_url, secret_token="s3cret")
            self.assertEqual((await ours.get_webhook_info()).url, self.simulated.hook_url)
            with self.assertRaises(Conflict):
                await ours.get_updates()
            self.simulated.phone("say", text="Hej")
            headers, body = until("it is brought", lambda: self.simulated.calls)[0]
            headers = {name.lower(): value for name, value in headers.items()}
            self.assertEqual(headers["x-telegram-bot-api-secret-token"], "s3cret")
            update = telegram.Update.de_json(json.loads(body), ours)
            self.assertEqual(update.message.text, "Hej")
            self.simulated.phone("people", person=ANNA, blocked="true")
            _, body = until("the block is told", lambda: self.simulated.calls[1:])[0]
            change = telegram.Update.de_json(json.loads(body), ours).my_chat_member
            self.assertEqual(change.new_chat_member.status, "kicked")
            with self.assertRaises(Forbidden):
                await ours.send_message(ANNA, "Halo?")

        self.run_with_bot(story)

    def test_its_refusals_are_telegrams(self):
        async def story(ours):
            self.simulated.phone("say", text="Hej")
            self.simulated.phone("trouble", kind="rate")
            with self.assertRaises(RetryAfter):
                await ours.send_message(ANNA, "Jest")
            with self.assertRaisesRegex(BadRequest, "too long"):
                await ours.send_message(ANNA, "x" * 4097)

        self.run_with_bot(story)

        async def stranger():
            async with bot(self.simulated, "1:other"):
                pass

        with self.assertRaises(InvalidToken):
            asyncio.run(stranger())


if __name__ == "__main__":
    unittest.main(verbosity=2)
