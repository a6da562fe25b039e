"""pywa, unmodified but for where it connects to, takes the simulator for WhatsApp's Cloud API."""

import json
import unittest

import httpx
import pywa
from pywa import errors, types

from simulated import Simulated, until

ACCOUNT, BUSINESS, SECRET = "100200300", "900800700", "s3cret"
ANNA = "48601234567"


class ToSimulator(httpx.HTTPTransport):
    """Meta's addresses lead to the simulator."""

    def __init__(self, url):
        super().__init__()
        self.at = httpx.URL(url)

    def handle_request(self, request):
        request.url = request.url.copy_with(scheme="http", host=self.at.host, port=self.at.port)
        return super().handle_request(request)


class WhatsApp(unittest.TestCase):
    def setUp(self):
        self.simulated = Simulated("whatsapp", "--secret", SECRET, "--account", ACCOUNT, "--token", "EAAJ")
        self.wa = self.client("EAAJ")
        self.said, self.told = [], []
        self.wa.on_message(lambda _, message: self.said.append(message))
        self.wa.on_message_status(lambda _, status: self.told.append(status))
        self.taken = 0

    def tearDown(self):
        self.simulated.stop()

    def client(self, token):
        session = httpx.Client(transport=ToSimulator(self.simulated.url))
        return pywa.WhatsApp(
            phone_id=ACCOUNT, token=token, session=session, server=None, app_secret=SECRET,
            verify_token="kubek", waba_id=BUSINESS,
        )

    def take(self, what, look):
        """Gives the client the webhooks as they come, until it is so."""

        def give():
            for headers, body in self.simulated.calls[self.taken:]:
                self.taken += 1
                headers = {name.lower(): value for name, value in headers.items()}
                answer = self.wa.webhook_update_handler(
                    update=body, hmac_header=headers["x-hub-signature-256"]
                )
                self.assertEqual(answer[1], 200, answer)
            return look()

        return until(what, give)

    def test_messages_go_both_ways_with_their_reports(self):
        self.simulated.phone("say", text="Czy ta lampa jest? 🎉")
        self.take("Anna's message", lambda: self.said)
        self.assertEqual(self.said[0].text, "Czy ta lampa jest? 🎉")
        self.assertEqual(self.said[0].from_user.name, "Anna Nowak")
        sent = self.wa.send_message(to=ANNA, text="Jest!")
        self.simulated.phone("read")
        self.take("it is read", lambda: any(s.status == types.MessageStatusType.READ for s in self.told))
        self.assertEqual({status.id for status in self.told}, {sent.id})
        self.simulated.phone("people", person="7000000001", hides_phone="true")
        self.simulated.phone("say", text="To znowu ja")
        self.take("the second one", lambda: len(self.said) > 1)
        self.assertIsNone(self.said[1].from_user.wa_id)

    def test_outside_the_window_it_fails_and_a_template_goes(self):
        self.simulated.phone("say", text="Hej")
        self.simulated.phone("clock", hours=25)
        self.wa.send_message(to=ANNA, text="Jest!")
        # Meta's report of a failure names no contact, which this client does not take: it is read as it came.
        failed = until("it failed", lambda: next(filter(None, map(self.failure, self.simulated.calls)), None))
        self.assertIsInstance(errors.WhatsAppError.from_dict(failed), errors.ReEngagementMessage)
        names = {template.name for template in self.wa.get_templates()}
        self.assertIn("order_update", names)
        body = [{"type": "body", "parameters": [{"type": "text", "text": "Anno"}, {"type": "text", "text": "KR-42"}]}]
        template = {"name": "order_update", "language": {"code": "pl"}, "components": body}
        self.send_template(template)
        self.assertIn("KR-42", self.simulated.state()["lines"][-1]["text"])

    def failure(self, call):
        value = json.loads(call[1])["entry"][0]["changes"][0]["value"]
        return value.get("statuses", [{}])[0].get("errors", [None])[0]

    def send_template(self, template):
        url = f"{self.simulated.url}/v23.0/{ACCOUNT}/messages"
        body = {"messaging_product": "whatsapp", "recipient_type": "individual", "to": ANNA,
                "type": "template", "template": template}
        httpx.post(url, json=body, headers={"Authorization": "Bearer EAAJ"}).raise_for_status()

    def test_its_refusals_are_metas(self):
        self.simulated.phone("say", text="Hej")
        self.simulated.phone("trouble", kind="rate")
        with self.assertRaises(errors.RateLimitHit):
            self.wa.send_message(to=ANNA, text="Jest")
        with self.assertRaises(errors.WhatsAppError) as unknown:
            self.client("guessed").send_message(to=ANNA, text="Jest")
        self.assertEqual(unknown.exception.code, 190)


if __name__ == "__main__":
    unittest.main(verbosity=2)
