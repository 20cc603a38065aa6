#!/usr/bin/env bash
# Rebuilds wwwroot/throughgate.css and wwwroot/govuk/govuk-frontend.min.js. Needs npm; run it only after changing a .scss here or a version in package.json.
# Works in a folder of its own, so that no node_modules ever stands in the repository. KEEP=folder reuses one between runs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
web=$(cd "$here/../.." && pwd)
work=${KEEP:-$(mktemp -d)}
[ -n "${KEEP:-}" ] || trap 'rm -rf "$work"' EXIT
mkdir -p "$work"
cp "$here"/package.json "$here"/*.scss "$work"/
cd "$work"
[ -d node_modules ] || npm install --no-audit --no-fund --silent
made=$(cd "$here" && LC_ALL=C && cat package.json ./*.scss | sha256sum | cut -c1-16)
printf '\n/*! made from %s */\n' "$made" >> throughgate.scss # a law of the tests compares it
node_modules/.bin/sass --load-path=. --style=compressed --no-source-map --quiet-deps --quiet throughgate.scss "$web/wwwroot/throughgate.css"
mkdir -p "$web/wwwroot/govuk"
sed '/^\/\/# sourceMappingURL=/d' node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js > "$web/wwwroot/govuk/govuk-frontend.min.js"
wc -c "$web/wwwroot/throughgate.css" "$web/wwwroot/govuk/govuk-frontend.min.js"
