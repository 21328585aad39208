#!/usr/bin/env bash
# Bring what the tests need from Debian, where apt is there: a browser and tesseract, and whatever
# is named besides.
set -euo pipefail
missing=()
command -v chromium >/dev/null || [ -n "${CHROMIUM:-}" ] || missing+=(chromium)
command -v tesseract >/dev/null || missing+=(tesseract-ocr)
for name in "$@"; do
    command -v "$name" >/dev/null || missing+=("$name")
done
[ "${#missing[@]}" -eq 0 ] && exit 0
if ! command -v apt-get >/dev/null; then
    echo "Please install ${missing[*]} (or set CHROMIUM to a browser's path) to run the tests." >&2
    exit 1
fi
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get update -qq
DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
