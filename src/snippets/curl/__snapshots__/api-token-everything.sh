#!/usr/bin/env bash
set -euo pipefail
shopt -s inherit_errexit
: "${OKTA_API_TOKEN:?Set it to the API token.}"

api_url='https://integrator-1234567.okta.com/api/v1/groups?limit=10'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# hint <response>: what to do about an error from Okta
hint() {
  case $1 in
    *E0000011*) echo 'The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active.' ;;
    *E0000006*) echo 'The owner of the API token lacks the admin role for this: the token has the rights of its owner.' ;;
    *E0000005*) echo 'No usable Authorization header reached Okta.' ;;
    *E0000047*) echo 'The rate limit is still used up: try again later, or make fewer calls.' ;;
  esac
}

# header <name in lower case>: its values in the last response
header() {
  awk -F: -v name="$1" 'tolower($1) == name { sub(/^[^:]*: */, ""); sub(/\r$/, ""); print }' "$work/headers"
}

# Ends the script with Okta’s last response.
fail() {
  local challenge
  challenge=$(header www-authenticate)
  echo "HTTP status $status${challenge:+, WWW-Authenticate: $challenge}" >&2
  printf '%s\n' "$body" >&2
  hint "$challenge $body" >&2
  exit 1
}

# send <arguments of curl>: makes a request, and sets status and body
send() {
  local answer
  answer=$(curl --silent --show-error --globoff --dump-header "$work/headers" \
    --write-out '\n%{http_code}' "$@")
  status=${answer: -3}
  body=${answer:0:-4}
}

# patiently <function> <arguments>: waits until the rate limit resets, at most five times
patiently() {
  local seconds
  "$@"
  for _ in 1 2 3 4 5; do
    if [[ $status != 429 ]]; then return; fi
    seconds=$(header x-rate-limit-reset | awk -v now="$(date +%s)" \
      '{ wait = $1 - now } END { print (wait < 1 ? 1 : wait > 60 ? 60 : wait) }')
    sleep "$seconds"
    "$@"
  done
}

# call_api <URL>
call_api() {
  send "$1" \
    --header 'Accept: application/json' \
    --header @<(printf 'Authorization: SSWS %s' "$OKTA_API_TOKEN")
}

# The next page that Okta names must be in the same org: the token goes nowhere else.
origin=$(cut -d / -f 1-3 <<<"$api_url")/
url=$api_url
while [[ -n $url ]]; do
  patiently call_api "$url"
  if [[ $status != 2* ]]; then fail; fi
  printf '%s\n' "$body"
  url=$(header link | sed -nE 's/.*<([^>]*)>; *rel="next".*/\1/p')
  if [[ -n $url && $url != "$origin"* ]]; then
    echo "The next page is not in this org: $url" >&2
    exit 1
  fi
done
