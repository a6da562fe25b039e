"""The running server before the judges of others: is the document valid, do the answers keep to it, are calls signed?"""

import json
import os
import re
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue

from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from standardwebhooks import Webhook

ONEDOOR = os.environ["ONEDOOR_BIN"]


class Listener:
    """A server of the shop that hears webhooks."""

    def __init__(self):
        self.heard = Queue()
        heard = self.heard

        class Hear(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"]))
                heard.put((dict(self.headers.items()), body.decode()))
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b'{"id": "theirs-1"}')

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Hear)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/hooks"


class Onedoor:
    """The program under test, on an empty database."""

    def __init__(self, data):
        self.data = data
        environment = {**os.environ, "ONEDOOR_ALLOW_PRIVATE_WEBHOOKS": "true", "ONEDOOR_KEY": "7" * 64}
        self.environment = environment
        self.keys = {kind: self.door(kind) for kind in ("api", "chat", "store")}
        command = [ONEDOOR, "serve", "--listen", "127.0.0.1:0", "--data", data]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        line = self.process.stdout.readline()
        self.base = re.search(r"http://\S+", line).group(0)

    def door(self, kind):
        command = [ONEDOOR, "channel", "add", "--kind", kind, "--name", kind, "--data", self.data]
        told = subprocess.run(command, check=True, capture_output=True, text=True, env=self.environment).stdout
        return {name: re.search(rf"{name}_\w+", told).group(0) for name in ("wk", "sk")}

    def ask(self, method, path, key, body=None, headers=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method)
        request.add_header("authorization", f"Bearer {key}")
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read()


class Judge:
    def __init__(self, document):
        self.document = document
        self.seen = set()

    def keeps_to(self, schema, value, what):
        whole = {**schema, "components": self.document["components"]}
        errors = list(Draft202012Validator(whole).iter_errors(value))
        assert not errors, f"{what}: {[error.message for error in errors]} in {value}"

    def answer(self, method, path, status, body):
        operation = self.document["paths"][path][method.lower()]
        responses = operation["responses"]
        name = str(status) if str(status) in responses else "default"
        response = responses[name]
        if "$ref" in response:
            response = self.document["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
        self.seen.add((method, path, name))
        if "content" not in response:
            assert body == b"", f"{method} {path} gave a body: {body[:80]}"
            return None
        kind, content = next(iter(response["content"].items()))
        if not kind.endswith("json"):
            return None
        value = json.loads(body)
        self.keeps_to(content["schema"], value, f"{method} {path} {status}")
        return value

    def told(self, headers, body, secret):
        """A webhook: signed as the specification says, in the shape that the document says."""
        event = Webhook(secret).verify(body, {name.lower(): value for name, value in headers.items()})
        operation = self.document["webhooks"][event["type"]]["post"]
        schema = operation["requestBody"]["content"]["application/json"]["schema"]
        self.keeps_to(schema, event, event["type"])
        return event


def main():
    with tempfile.TemporaryDirectory(prefix="onedoor-api-") as data:
        onedoor = Onedoor(data)
        try:
            judge_all(onedoor, Listener())
        finally:
            onedoor.process.terminate()
            onedoor.process.wait(timeout=30)


def judge_all(onedoor, listener):
    status, text = onedoor.ask("GET", "/openapi.json", "")
    assert status == 200
    document = json.loads(text)
    OpenAPIV31SpecValidator(document).validate()
    judge = Judge(document)

    def ask(method, path, key, body=None, headers=None, **names):
        address = path
        for name, value in names.items():
            address = address.replace("{" + name + "}", value)
        status, answer = onedoor.ask(method, address, key, body, headers)
        return status, judge.answer(method, path.split("?")[0], status, answer)

    server, chat, store = onedoor.keys["api"]["sk"], onedoor.keys["chat"], onedoor.keys["store"]
    status, hook = ask("POST", "/v1/webhooks", server, {"url": listener.url})
    assert status == 201, hook
    secret = hook["secret"]

    # Somebody is recorded, asked about, and taken to be one person.
    ask("POST", "/v1/identify", store["sk"], {"userId": "anna", "traits": {"email": "anna@example.com"}})
    ask("POST", "/v1/batch", store["sk"], {"batch": [{"type": "track", "event": "Seen", "userId": "anna"}]})
    ask("GET", "/v1/customers/{customer}/context", store["sk"], customer="user_id:anna")
    ask("GET", "/v1/customers/{customer}/timeline", store["sk"], customer="user_id:anna")
    consent = {"purpose": "marketing", "channel": "email", "state": "granted"}
    ask("POST", "/v1/customers/{customer}/consents", store["sk"], consent, customer="user_id:anna")
    ask("PUT", "/v1/customers/{customer}/objection", server, {"reason": "by letter"}, customer="user_id:anna")
    ask("GET", "/v1/channels", server)
    ask("POST", "/v1/channels", server, {"kind": "email", "name": "Mail"})
    ask("GET", "/v1/channels", chat["wk"])

    # A visitor talks, goes on elsewhere, and the shop answers.
    said = {"id": "m" * 20, "text": "Where is order 1042?", "anonymousId": "laptop"}
    status, taken = ask("POST", "/v1/chat/messages", chat["wk"], said)
    assert status == 201, taken
    session = {"onedoor-session": taken["session"]}
    ask("POST", "/v1/chat/messages", chat["wk"], said, session)
    ask("GET", "/v1/chat/messages", chat["wk"], None, session)
    ask("GET", "/v1/chat/messages", chat["wk"])
    ask("GET", "/v1/chat/settings", chat["wk"])
    ask("POST", "/v1/chat/typing", chat["wk"], {}, session)
    ask("POST", "/v1/chat/read", chat["wk"], {}, session)
    ask("POST", "/v1/chat/link", chat["wk"], {"page": "https://kubek.example/"}, session)
    status, hand_over = ask("POST", "/v1/chat/hand-overs", chat["wk"], {"lang": "en"}, session)
    assert status == 201, hand_over
    signed = hand_over["url"].rsplit("/", 1)[1]
    ask("GET", "/v1/chat/hand-overs/{code}", chat["wk"], code=signed)
    status, refused = ask("POST", "/v1/chat/proofs", chat["wk"], {"email": "anna@example.com"}, session)
    assert refused["code"] == "no_such_door", refused
    status, reply = ask("POST", "/v1/conversations/{id}/messages", server, {"text": "It leaves today."}, id=taken["conversation"])
    assert status == 201, reply
    ask("POST", "/v1/conversations/{id}/hand-overs", server, {}, id=taken["conversation"])

    # A door of the shop's own.
    brought = {"id": "1", "text": "Hello", "from": {"id": "person-4", "phone": "+48500100200"}, "code": hand_over["code"]}
    status, own = ask("POST", "/v1/messages", server, brought)
    assert status == 201 and own["conversation"] == taken["conversation"], own
    ask("POST", "/v1/messages", server, brought)
    ask("POST", "/v1/messages", server, {"id": "2"})
    ask("POST", "/v1/messages/{id}/reports", server, {"state": "read"}, id=reply["id"])

    # Everything that was heard is signed, and in the shapes of the document.
    ask("POST", "/v1/webhooks/{id}/test", server, id=hook["id"])
    kinds = set()
    while "webhook.test" not in kinds or "message.delivery" not in kinds:
        headers, body = listener.heard.get(timeout=20)
        kinds.add(judge.told(headers, body, secret)["type"])
    assert {"message.created", "conversation.created", "conversation.updated"} <= kinds, kinds
    judge_rotation(ask, judge, listener, server, hook, secret)
    ask("GET", "/v1/webhooks", server)
    ask("DELETE", "/v1/webhooks/{id}", server, id=hook["id"])
    ask("DELETE", "/v1/webhooks/{id}", server, id=hook["id"])
    print(f"{len(document['paths'])} paths are valid; {len(judge.seen)} sorts of answers keep to them; heard {sorted(kinds)}")


def judge_rotation(ask, judge, listener, server, hook, old):
    """While one secret takes over from the other, either of them verifies."""
    _, rotated = ask("POST", "/v1/webhooks/{id}/secret", server, id=hook["id"])
    ask("POST", "/v1/webhooks/{id}/test", server, id=hook["id"])
    # What was on its way before is signed by the old one alone.
    signatures = []
    while len(signatures) < 2:
        headers, body = listener.heard.get(timeout=20)
        signatures = {name.lower(): value for name, value in headers.items()}["webhook-signature"].split(" ")
    judge.told(headers, body, rotated["secret"])
    judge.told(headers, body, old)
    _, log = ask("GET", "/v1/webhooks/{id}/deliveries", server, id=hook["id"])
    first = log["deliveries"][0]["id"]
    ask("POST", "/v1/webhooks/{id}/again/{delivery}", server, id=hook["id"], delivery=first)


if __name__ == "__main__":
    main()
