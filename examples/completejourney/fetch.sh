#!/usr/bin/env bash
# Fetches the tables and writes them as CSV files: fetch.sh [FOLDER] [--households N]
#
# FOLDER is target/completejourney unless said. The Python packages go into an environment beside it. What is
# there already is not fetched again.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="$here/../../target/completejourney"
if [[ $# -gt 0 && "$1" != --* ]]; then
  folder="$1"
  shift
fi
venv="$folder/python"
mkdir -p "$folder"
if ! cmp --silent "$here/requirements.txt" "$venv/installed"; then
  python3 -m venv --clear "$venv"
  "$venv/bin/python" -m pip install --quiet --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed"
fi
exec "$venv/bin/python" "$here/tables.py" "$folder" "$@"
