"""Starts `onedoor simulate …`, plays the customer's phone, and listens to the webhooks."""

import json
import os
import socket
import subprocess
import threading
import time
import urllib.parse
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PATIENCE_SECONDS = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def until(what, look):
    """Waits until it is so; returns what was seen."""
    give_up = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < give_up:
        found = look()
        if found:
            return found
        time.sleep(0.05)
    raise AssertionError(f"waited in vain until {what}")


class Simulated:
    """A simulator in a process of its own, and a server that takes its webhooks."""

    def __init__(self, provider, *arguments):
        self.calls = []
        taken = self.calls

        class Hook(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                taken.append((dict(self.headers), body))
                self.send_response(200)
                self.end_headers()

            def log_message(self, *_):
                pass

        self.hook = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
        threading.Thread(target=self.hook.serve_forever, daemon=True).start()
        self.hook_url = f"http://127.0.0.1:{self.hook.server_port}/"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        command = [os.environ["ONEDOOR_BIN"], "simulate", provider, *arguments]
        command += ["--listen", f"127.0.0.1:{self.port}", "--webhook", self.hook_url]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        until("the simulator listens", self.is_up)

    def is_up(self):
        try:
            return self.state()
        except OSError:
            return None

    def stop(self):
        self.process.terminate()
        self.process.wait()
        self.hook.shutdown()
        self.hook.server_close()

    def state(self):
        with urllib.request.urlopen(f"{self.url}/phone/state") as answer:
            return json.load(answer)

    def phone(self, what, **fields):
        form = urllib.parse.urlencode(fields).encode()
        with urllib.request.urlopen(f"{self.url}/phone/{what}", form) as answer:
            return json.load(answer)
