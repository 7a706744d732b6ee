#!/usr/bin/env bash
set -euo pipefail
shopt -s inherit_errexit
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

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# hint <response>: what to do about an error from Okta
hint() {
  case $1 in
    *invalid_client*) echo 'Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock.' ;;
    *invalid_scope*) echo 'Check the names of the scopes: request at least one, and only okta.* scopes.' ;;
    *consent_required*) echo 'Have a super admin grant the scopes to the app (Okta API Scopes tab).' ;;
    *invalid_dpop_proof*) echo 'Check the clock: a proof is good for five minutes and for one request.' ;;
    *insufficient_scope*) echo 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.' ;;
    *invalid_token*) echo 'The access token has expired, or another server issued it.' ;;
    *E0000006*) echo 'The scope is there but the permission is not: give the app an admin role that allows this.' ;;
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
  if [[ $body == *future* ]]; then
    jq -nr --arg date "$(header date)" '
      now - ($date | strptime("%a, %d %b %Y %H:%M:%S GMT") | mktime) | floor |
      "Your clock is \(.) seconds ahead of Okta\u0027s."' >&2
  fi
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

# This run makes a key pair for the proofs and discards it afterwards.
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$work/dpop.pem" 2>/dev/null
modulus=$(openssl rsa -in "$work/dpop.pem" -noout -modulus | cut -d= -f2 | xxd -r -p | base64url)
dpop_jwk=$(jq -nc --arg n "$modulus" '{kty: "RSA", n: $n, e: "AQAB"}')

# dpop_proof <method> <URL without query> <further claims>
dpop_proof() {
  jwt "$work/dpop.pem" \
    "$(jq -nc --argjson jwk "$dpop_jwk" '{typ: "dpop+jwt", alg: "RS256", jwk: $jwk}')" \
    "$(jq -nc --arg htm "$1" --arg htu "$2" --argjson more "$3" --arg jti "$(openssl rand -hex 16)" \
      '{htm: $htm, htu: $htu, jti: $jti, iat: (now | floor)} + $more')"
}

# Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.
request_token() {
  local assertion proof fresh_nonce
  assertion=$(client_assertion)
  proof=$(dpop_proof POST "$token_url" \
    "$(jq -nc --arg nonce "$nonce" 'if $nonce == "" then {} else {nonce: $nonce} end')")
  send "$token_url" \
    --header "DPoP: $proof" \
    --header 'Accept: application/json' \
    --data grant_type=client_credentials \
    --data-urlencode "scope=$scope" \
    --data client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \
    --data-urlencode client_assertion@<(printf %s "$assertion")
  fresh_nonce=$(header dpop-nonce)
  nonce=${fresh_nonce:-$nonce}
}

access_token='' renew_at=0 nonce=''

# Requests an access token, unless the last one is good for another minute.
renew_access_token() {
  if ((SECONDS < renew_at)); then return; fi
  patiently request_token
  if [[ $body == *use_dpop_nonce* && -n $nonce ]]; then patiently request_token; fi
  if [[ $status != 200 ]]; then fail; fi
  access_token=$(jq -er .access_token <<<"$body") || fail
  renew_at=$(jq -er --argjson now "$SECONDS" '$now + .expires_in - 60 | floor' <<<"$body")
}

# call_api <URL>
call_api() {
  local ath proof
  renew_access_token
  ath=$(printf %s "$access_token" | openssl dgst -sha256 -binary | base64url)
  proof=$(dpop_proof GET "${1%%\?*}" "{\"ath\": \"$ath\"}")
  send "$1" \
    --header 'Accept: application/json' \
    --header @<(printf 'Authorization: DPoP %s' "$access_token") \
    --header "DPoP: $proof"
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
