import hashlib
import json
import os
import re
import sys
import time
import uuid
from base64 import urlsafe_b64encode
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from jwt.algorithms import RSAAlgorithm

TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token"
CLIENT_ID = "0oaexampleclientid00"
KEY_ID = "example-key-id"
SCOPE = "okta.groups.manage"

# The calls in order: method, URL, and what is sent.
CALLS = [
    (
        "GET",
        "https://integrator-1234567.okta.com/api/v1/groups?limit=10",
        {},
    ),
    (
        "POST",
        "https://integrator-1234567.okta.com/api/v1/groups",
        {
            "json": {
                "profile": {
                    "name": "Payroll",
                },
            },
        },
    ),
    (
        "DELETE",
        "https://integrator-1234567.okta.com/api/v1/groups/00gexamplegroup00001",
        {},
    ),
]

HINTS = {
    "invalid_client": "Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock.",
    "invalid_scope": "Check the names of the scopes: request at least one, and only okta.* scopes.",
    "consent_required": "Have a super admin grant the scopes to the app (Okta API Scopes tab).",
    "invalid_dpop_proof": "Check the clock: a proof is good for five minutes and for one request.",
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
if not isinstance(private_key, rsa.RSAPrivateKey):
    sys.exit(
        f"{key_file} "
        "contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem"
    )

# This run makes a key pair for the proofs and discards it afterwards.
dpop_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
dpop_jwk = json.loads(RSAAlgorithm.to_jwk(dpop_key.public_key()))


def dpop_proof(method, url, nonce=None, access_token=None):
    claims = {
        "htm": method,
        "htu": url.split("?")[0],
        "jti": str(uuid.uuid4()),
        "iat": int(time.time()),
    }
    if nonce:
        claims["nonce"] = nonce
    if access_token:
        digest = hashlib.sha256(access_token.encode()).digest()
        claims["ath"] = urlsafe_b64encode(digest).decode().rstrip("=")
    return jwt.encode(claims, dpop_key, "RS256", {"typ": "dpop+jwt", "jwk": dpop_jwk})


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
        request = f"{response.request.method} {response.request.url}"
        sys.exit("\n".join([request, answer, *hints]))
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


class OktaAuth(requests.auth.AuthBase):
    """Put an access token on requests, a new one when the last expires within a minute."""

    expires_at = 0
    nonce = None

    def __call__(self, request):
        if self.expires_at - time.time() < 60:
            self.renew()
        proof = dpop_proof(request.method, request.url, access_token=self.access_token)
        request.headers["DPoP"] = proof
        request.headers["Authorization"] = f"DPoP {self.access_token}"
        return request

    def renew(self):
        response = send(self.request_token)
        if response.status_code == 400 and "use_dpop_nonce" in response.text:
            response = send(self.request_token)
        answer = check(response).json()
        self.access_token = answer["access_token"]
        self.expires_at = time.time() + answer["expires_in"]

    def request_token(self):
        # Okta accepts each assertion and each proof only once, so every attempt makes its own.
        claims = {
            "aud": TOKEN_URL,
            "iss": CLIENT_ID,
            "sub": CLIENT_ID,
            "jti": str(uuid.uuid4()),
            "exp": int(time.time()) + 300,
        }
        assertion = jwt.encode(claims, private_key, "RS256", {"kid": KEY_ID})
        proof = dpop_proof("POST", TOKEN_URL, nonce=self.nonce)
        response = requests.post(
            TOKEN_URL,
            headers={"Accept": "application/json", "DPoP": proof},
            data={
                "grant_type": "client_credentials",
                "scope": SCOPE,
                "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion": assertion,
            },
            timeout=30,
        )
        self.nonce = response.headers.get("DPoP-Nonce", self.nonce)
        return response


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
    origin = urljoin(url, "/")
    while url:
        response = call_api("GET", url)
        yield response.text
        url = response.links.get("next", {}).get("url")
        if url and not url.startswith(origin):
            sys.exit(f"The next page is not in this org: {url}")


for method, url, arguments in CALLS:
    print(method, url)
    if method == "GET":
        for page in pages(url):
            print(page)
    else:
        print(call_api(method, url, **arguments).text)
