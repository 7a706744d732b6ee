#!/usr/bin/env bash
set -euo pipefail
shopt -s inherit_errexit
: "${OKTA_CLIENT_SECRET:?Set it to the client secret of the integration.}"

token_url='https://integrator-1234567.okta.com/oauth2/v1/token'
api_url='https://integrator-1234567.okta.com/api/v1/groups?limit=10'
client_id='0oaexampleclientid00'
scope='okta.groups.read'

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# hint <response>: what to do about an error from Okta
hint() {
  case $1 in
    *invalid_client*) echo 'Compare the org domain, the client ID and the client secret with the integration in Okta.' ;;
    *invalid_scope*) echo 'Check the names of the scopes: request at least one, and only okta.* scopes.' ;;
    *consent_required*) echo 'Request only scopes that the integration is registered with.' ;;
    *insufficient_scope*) echo 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.' ;;
    *invalid_token*) echo 'The access token has expired, or another server issued it.' ;;
    *E0000006*) echo 'The scope is there but the permission is not: check the admin role of the integration.' ;;
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

request_token() {
  local basic
  basic=$(printf %s "$client_id:$OKTA_CLIENT_SECRET" | openssl base64 -A)
  send "$token_url" \
    --header 'Accept: application/json' \
    --header @<(printf 'Authorization: Basic %s' "$basic") \
    --data grant_type=client_credentials \
    --data-urlencode "scope=$scope"
}

access_token='' renew_at=0

# Requests an access token, unless the last one is good for another minute.
renew_access_token() {
  if ((SECONDS < renew_at)); then return; fi
  patiently request_token
  if [[ $status != 200 ]]; then fail; fi
  access_token=$(jq -er .access_token <<<"$body") || fail
  renew_at=$(jq -er --argjson now "$SECONDS" '$now + .expires_in - 60 | floor' <<<"$body")
}

# call_api <URL>
call_api() {
  renew_access_token
  send "$1" \
    --header 'Accept: application/json' \
    --header @<(printf 'Authorization: Bearer %s' "$access_token")
}

# The next page that Okta names must be in the same org: the token goes nowhere else.
origin=$(cut -d / -f 1-3 <<<"$api_url")/
url=$api_url
while [[ -n $url ]]; do
  patiently call_api "$url"
  if [[ $status == 401 && "$(header www-authenticate) $body" == *invalid_token* ]]; then
    renew_at=0
    patiently call_api "$url"
  fi
  if [[ $status != 2* ]]; then fail; fi
  printf '%s\n' "$body"
  url=$(header link | sed -nE 's/.*<([^>]*)>; *rel="next".*/\1/p')
  if [[ -n $url && $url != "$origin"* ]]; then
    echo "The next page is not in this org: $url" >&2
    exit 1
  fi
done
