"""Makes the calls that arrive as JSON on standard input with Segment's Python SDK."""

import json
import re
import sys
from datetime import datetime

from segment.analytics.client import Client


def main():
    job = json.load(sys.stdin)
    errors = []
    client = Client(
        job["writeKey"],
        host=job["host"],
        gzip=job["gzip"],
        on_error=lambda error, batch: errors.append(error),
    )
    for call, message in job["calls"]:
        arguments = {snake_case(name): value for name, value in message.items()}
        arguments["timestamp"] = datetime.fromisoformat(message["timestamp"].replace("Z", "+00:00"))
        getattr(client, call)(**arguments)
    client.flush()
    client.shutdown()
    sys.exit(f"not delivered: {errors}" if errors else 0)


def snake_case(name):
    return re.sub("[A-Z]", lambda letter: "_" + letter[0].lower(), name)


main()
