"""A stranger who has read the document tries what it allows, and what it does not, with the keys of three doors. Whatever
they send, the fault is never ours: no answer is a 5xx, and the server is well afterwards."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from judge import Onedoor

# Of each operation; the same in each run.
EXAMPLES = os.environ.get("ONEDOOR_EXAMPLES", "8")
SCHEMATHESIS = Path(sys.executable).with_name("schemathesis")


def main():
    # It answers some ten thousand times.
    os.environ.setdefault("ONEDOOR_LOG", "error")
    with tempfile.TemporaryDirectory(prefix="onedoor-stranger-") as data:
        onedoor = Onedoor(data)
        try:
            for door, key in (("api", "sk"), ("store", "sk"), ("chat", "wk")):
                tries(onedoor, door, key)
            status, told = onedoor.ask("GET", "/health", "")
            assert status == 200, told
        finally:
            onedoor.process.terminate()
            onedoor.process.wait(timeout=30)


def tries(onedoor, door, key):
    print(f"with the {key} of a door of the kind {door}:", flush=True)
    command = [
        SCHEMATHESIS, "run", f"{onedoor.base}/openapi.json",
        "--header", f"Authorization: Bearer {onedoor.keys[door][key]}",
        "--checks", "not_a_server_error",
        "--phases", "examples,coverage,fuzzing",
        "--max-examples", EXAMPLES,
        "--generation-deterministic",
        "--continue-on-failure",
        # What never ends by itself is listened to elsewhere; lines of JSON are nothing that it can write.
        "--exclude-path-regex", "/(stream|live|import)$",
        "--request-timeout", "20",
        "--warnings", "off",
        "--no-color",
    ]
    # Its notes on what it has seen stay out of the folder.
    subprocess.run(command, check=True, cwd=onedoor.data)


if __name__ == "__main__":
    main()
