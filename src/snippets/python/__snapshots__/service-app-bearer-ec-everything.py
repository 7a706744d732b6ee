import os
import re
import sys
import time
import uuid
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import load_pem_private_key

TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token"
API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
CLIENT_ID = "0oaexampleclientid00"
KEY_ID = "example-key-id"
SCOPE = "okta.groups.read"

HINTS = {
    "invalid_client": "Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock.",
    "invalid_scope": "Check the names of the scopes: request at least one, and only okta.* scopes.",
    "consent_required": "Have a super admin grant the scopes to the app (Okta API Scopes tab).",
    "invalid_dpop_proof": "The app requires DPoP: use the DPoP variant, or switch the requirement off in the app.",
    "insufficient_scope": "The token lacks the scope that WWW-Authenticate names: have it granted, then request it.",
    "invalid_token": "The access token has expired, or another server issued it.",
    "E0000006": "The scope is there but the permission is not: give the app an admin role that allows this.",
    "E0000005": "No usable Authorization header reached Okta.",
    "E0000047": "The rate limit is still used up: try again later, or make fewer calls.",
}

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
if not isinstance(getattr(private_key, "curve", None), ec.SECP256R1):
    sys.exit(
        f"{key_file} "
        "contains no P-256 key. Choose the code for RSA keys, or make a P-256 key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out okta-private-key.pem"
    )


def describe(response):
    challenge = response.headers.get("WWW-Authenticate", response.reason)
    return f"{response.status_code} {challenge}\n{response.text}"


def check(response):
    """Return a success; end the program with anything else, and a hint if there is one."""
    if not response.ok:
        answer = describe(response)
        hints = [hint for code, hint in HINTS.items() if code in answer][:1]
        if "future" in answer:
            okta_time = parsedate_to_datetime(response.headers["Date"]).timestamp()
            ahead = round(time.time() - okta_time)
            hints.append(f"Your clock is {ahead} seconds ahead of Okta's.")
        sys.exit("\n".join([answer, *hints]))
    return response


def send(request):
    """Call `request`, again after each wait for the rate limit, five times at most."""
    for _ in range(5):
        response = request()
        if response.status_code != 429:
            return response
        reset = float(response.headers.get("X-Rate-Limit-Reset", 0))
        time.sleep(min(max(reset - time.time(), 1), 60))
    return request()


def request_token():
    claims = {
        "aud": TOKEN_URL,
        "iss": CLIENT_ID,
        "sub": CLIENT_ID,
        "jti": str(uuid.uuid4()),
        "exp": int(time.time()) + 300,
    }
    assertion = jwt.encode(claims, private_key, "ES256", {"kid": KEY_ID})
    return requests.post(
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


class OktaAuth(requests.auth.AuthBase):
    """Put an access token on requests, a new one when the last expires within a minute."""

    expires_at = 0

    def __call__(self, request):
        if self.expires_at - time.time() < 60:
            self.renew()
        request.headers["Authorization"] = f"Bearer {self.access_token}"
        return request

    def renew(self):
        answer = check(send(request_token)).json()
        self.access_token = answer["access_token"]
        self.expires_at = time.time() + answer["expires_in"]


session = requests.Session()
session.headers["Accept"] = "application/json"
session.auth = OktaAuth()


def call_api(method, url, **arguments):
    def request():
        return session.request(method, url, timeout=30, **arguments)

    response = send(request)
    if response.status_code == 401 and "invalid_token" in describe(response):
        session.auth.expires_at = 0
        response = send(request)
    return check(response)


def pages(url):
    while url:
        response = call_api("GET", url)
        yield response.text
        url = response.links.get("next", {}).get("url")
        if url and not url.startswith(urljoin(API_URL, "/")):
            sys.exit(f"The next page is not in this org: {url}")


for page in pages(API_URL):
    print(page)
