#!/usr/bin/env bash
set -euo pipefail
: "${OKTA_PRIVATE_KEY_FILE:?Set it to the path of your private key (PKCS#8 PEM, unencrypted).}"

token_url='https://integrator-1234567.okta.com/oauth2/v1/token'
api_url='https://integrator-1234567.okta.com/api/v1/groups?limit=10'
client_id='0oaexampleclientid00'
key_id='example-key-id'
scope='okta.groups.read'

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

header=$(jq -nc --arg kid "$key_id" '{alg: "RS256", kid: $kid}')
claims=$(jq -nc --arg aud "$token_url" --arg id "$client_id" --arg jti "$(openssl rand -hex 16)" \
  '{aud: $aud, iss: $id, sub: $id, jti: $jti, exp: (now + 300 | floor)}')
input=$(printf %s "$header" | base64url).$(printf %s "$claims" | base64url)
signature=$(printf %s "$input" | openssl dgst -sha256 -sign "$OKTA_PRIVATE_KEY_FILE" | base64url)

response=$(curl --silent --show-error --fail-with-body "$token_url" \
  --header 'Accept: application/json' \
  --data grant_type=client_credentials \
  --data-urlencode "scope=$scope" \
  --data client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
  --data-urlencode client_assertion@<(printf %s "$input.$signature")) || {
  printf '%s\n' "$response" >&2
  exit 1
}
access_token=$(jq -er .access_token <<<"$response")

curl --silent --show-error --fail-with-body "$api_url" \
  --header 'Accept: application/json' \
  --header @<(printf 'Authorization: Bearer %s' "$access_token") \
  --write-out '%{onerror}%{stderr}%header{www-authenticate}\n'
