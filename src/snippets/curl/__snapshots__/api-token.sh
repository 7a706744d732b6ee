#!/usr/bin/env bash
set -euo pipefail
: "${OKTA_API_TOKEN:?Set it to the API token.}"

curl --silent --show-error --fail-with-body 'https://integrator-1234567.okta.com/api/v1/groups?limit=10' \
  --header 'Accept: application/json' \
  --header @<(printf 'Authorization: SSWS %s' "$OKTA_API_TOKEN")
