#!/usr/bin/env bash
# Fetches the tables and writes them as CSV files: fetch.sh [FOLDER] [--households N]
#
# FOLDER is target/completejourney unless said; a sample of N households goes into a folder in it, as does the
# environment of Python packages. What is there already is not made again.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="$here/../../target/completejourney"
if [[ $# -gt 0 && "$1" != --* ]]; then
  folder="$1"
  shift
fi
tables="$folder"
if [[ "${1:-}" == --households ]]; then
  tables="$folder/$2-households"
fi
venv="$folder/python"
mkdir -p "$tables"
if ! cmp --silent "$here/requirements.txt" "$venv/installed"; then
  python3 -m venv --clear "$venv"
  "$venv/bin/python" -m pip install --quiet --requirement "$here/requirements.txt"
  cp "$here/requirements.txt" "$venv/installed"
fi
# expected.json is written last.
if [[ ! "$tables/expected.json" -nt "$here/tables.py" ]]; then
  "$venv/bin/python" "$here/tables.py" "$tables" "$@"
fi
