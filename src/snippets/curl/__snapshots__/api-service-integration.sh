#!/usr/bin/env bash
set -euo pipefail
: "${OKTA_CLIENT_SECRET:?Set it to the client secret of the integration.}"

token_url='https://integrator-1234567.okta.com/oauth2/v1/token'
api_url='https://integrator-1234567.okta.com/api/v1/groups?limit=10'
client_id='0oaexampleclientid00'
scope='okta.groups.read'

basic=$(printf %s "$client_id:$OKTA_CLIENT_SECRET" | openssl base64 -A)
response=$(curl --silent --show-error --fail-with-body "$token_url" \
  --header 'Accept: application/json' \
  --header @<(printf 'Authorization: Basic %s' "$basic") \
  --data grant_type=client_credentials \
  --data-urlencode "scope=$scope") || {
  printf '%s\n' "$response" >&2
  exit 1
}
access_token=$(jq -er .access_token <<<"$response")

curl --silent --show-error --fail-with-body "$api_url" \
  --header 'Accept: application/json' \
  --header @<(printf 'Authorization: Bearer %s' "$access_token") \
  --write-out '%{onerror}%{stderr}%header{www-authenticate}\n'
