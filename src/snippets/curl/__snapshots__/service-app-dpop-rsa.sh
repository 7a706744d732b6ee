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

# jwt <private key file> <header> <claims>
jwt() {
  local input
  input=$(printf %s "$2" | base64url).$(printf %s "$3" | base64url)
  printf %s. "$input"
  printf %s "$input" | openssl dgst -sha256 -sign "$1" | base64url
}

client_assertion() {
  jwt <(printf %s "$private_key") \
    "$(jq -nc --arg kid "$key_id" '{alg: "RS256", kid: $kid}')" \
    "$(jq -nc --arg aud "$token_url" --arg id "$client_id" --arg jti "$(openssl rand -hex 16)" \
      '{aud: $aud, iss: $id, sub: $id, jti: $jti, exp: (now + 300 | floor)}')"
}

# dpop_proof <method> <URL without query> <further claims>
dpop_proof() {
  jwt "$work/dpop.pem" \
    "$(jq -nc --argjson jwk "$dpop_jwk" '{typ: "dpop+jwt", alg: "RS256", jwk: $jwk}')" \
    "$(jq -nc --arg htm "$1" --arg htu "$2" --argjson more "$3" --arg jti "$(openssl rand -hex 16)" \
      '{htm: $htm, htu: $htu, jti: $jti, iat: (now | floor)} + $more')"
}

# Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.
# request_token <further claims of the proof>
request_token() {
  assertion=$(client_assertion)
  proof=$(dpop_proof POST "$token_url" "$1")
  response=$(curl --silent --show-error --dump-header "$work/headers" "$token_url" \
    --header "DPoP: $proof" \
    --header 'Accept: application/json' \
    --data grant_type=client_credentials \
    --data-urlencode "scope=$scope" \
    --data client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    --data-urlencode client_assertion@<(printf %s "$assertion"))
}

# This run makes a key pair for the proofs and discards it afterwards.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/dpop.pem" 2>/dev/null
modulus=$(openssl rsa -in "$work/dpop.pem" -noout -modulus | cut -d= -f2 | xxd -r -p | base64url)
dpop_jwk=$(jq -nc --arg n "$modulus" '{kty: "RSA", n: $n, e: "AQAB"}')

request_token '{}'
if jq -e '.error == "use_dpop_nonce"' <<<"$response" >/dev/null; then
  nonce=$(awk 'tolower($1) == "dpop-nonce:" { print $2 }' "$work/headers" | tr -d '\r')
  request_token "$(jq -nc --arg nonce "$nonce" '{nonce: $nonce}')"
fi
access_token=$(jq -er .access_token <<<"$response") || {
  grep ^HTTP/ "$work/headers" >&2
  printf '%s\n' "$response" >&2
  exit 1
}

ath=$(printf %s "$access_token" | openssl dgst -sha256 -binary | base64url)
proof=$(dpop_proof GET "${api_url%%\?*}" "{\"ath\": \"$ath\"}")
curl --silent --show-error --fail-with-body "$api_url" \
  --header 'Accept: application/json' \
  --header @<(printf 'Authorization: DPoP %s' "$access_token") \
  --header "DPoP: $proof" \
  --write-out '%{onerror}%{stderr}%header{www-authenticate}\n'
