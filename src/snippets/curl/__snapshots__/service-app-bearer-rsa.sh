#!/usr/bin/env bash
set -euo pipefail
: "${OKTA_PRIVATE_KEY_FILE:?Set it to the path of your private key (PKCS#8 PEM, unencrypted).}"

private_key=$(sed $'1s/^\xEF\xBB\xBF//' "$OKTA_PRIVATE_KEY_FILE")
if ! public_key=$(printf %s "$private_key" | openssl pkey -passin pass: -noout -text_pub 2>/dev/null); then
  found=$(printf %s "$private_key" | sed -n 's/-----BEGIN \([^-]*\)-----.*/\1/p')
  echo "Found ${found:-no PEM} in $OKTA_PRIVATE_KEY_FILE," 'and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p '\''crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync("old.jwk")), format: "jwk" }).export({ type: "pkcs8", format: "pem" })'\'' > okta-private-key.pem' >&2
  exit 1
elif [[ $public_key != *Modulus:* ]]; then
  echo "$OKTA_PRIVATE_KEY_FILE" 'contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem' >&2
  exit 1
fi

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
signature=$(printf %s "$input" | openssl dgst -sha256 -sign <(printf %s "$private_key") | base64url)

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
