import os
import sys
import time
import uuid
from pathlib import Path

import jwt
import requests

TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token"
API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
CLIENT_ID = "0oaexampleclientid00"
KEY_ID = "example-key-id"
SCOPE = "okta.groups.read"

key_file = os.environ.get("OKTA_PRIVATE_KEY_FILE")
if not key_file:
    sys.exit(
        "Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted)."
    )
private_key = Path(key_file).read_bytes()

claims = {
    "aud": TOKEN_URL,
    "iss": CLIENT_ID,
    "sub": CLIENT_ID,
    "jti": str(uuid.uuid4()),
    "exp": int(time.time()) + 300,
}
assertion = jwt.encode(claims, private_key, "RS256", {"kid": KEY_ID})
token_response = requests.post(
    TOKEN_URL,
    headers={"Accept": "application/json"},
    data={
        "grant_type": "client_credentials",
        "scope": SCOPE,
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": assertion,
    },
    timeout=30,
)
if not token_response.ok:
    sys.exit(f"{token_response.status_code} {token_response.text}")
access_token = token_response.json()["access_token"]

response = requests.get(
    API_URL,
    headers={"Accept": "application/json", "Authorization": f"Bearer {access_token}"},
    timeout=30,
)
if not response.ok:
    challenge = response.headers.get("WWW-Authenticate", response.reason)
    sys.exit(f"{response.status_code} {challenge}\n{response.text}")
print(response.text)
