import os
import re
import sys
import time
import uuid
from pathlib import Path

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key

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
pem = Path(key_file).read_text("utf-8-sig", "replace")
try:
    private_key = load_pem_private_key(pem.encode(), password=None)
except (TypeError, ValueError):
    found = re.search("-----BEGIN (.+?)-----", pem)
    sys.exit(
        f"Found {found[1] if found else 'no PEM'} in {key_file}, "
        "and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p 'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync(\"old.jwk\")), format: \"jwk\" }).export({ type: \"pkcs8\", format: \"pem\" })' > okta-private-key.pem"
    )
if not isinstance(private_key, rsa.RSAPrivateKey):
    sys.exit(
        f"{key_file} "
        "contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem"
    )

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
