import os
import sys
import time
from urllib.parse import urljoin

import requests

TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token"
API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
CLIENT_ID = "0oaexampleclientid00"
SCOPE = "okta.groups.read"

HINTS = {
    "invalid_client": "Compare the org domain, the client ID and the client secret with the integration in Okta.",
    "invalid_scope": "Check the names of the scopes: request at least one, and only okta.* scopes.",
    "consent_required": "Request only scopes that the integration is registered with.",
    "insufficient_scope": "The token lacks the scope that WWW-Authenticate names: have it granted, then request it.",
    "invalid_token": "The access token has expired, or another server issued it.",
    "E0000006": "The scope is there but the permission is not: check the admin role of the integration.",
    "E0000005": "No usable Authorization header reached Okta.",
    "E0000047": "The rate limit is still used up: try again later, or make fewer calls.",
}

client_secret = os.environ.get("OKTA_CLIENT_SECRET")
if not client_secret:
    sys.exit("Set OKTA_CLIENT_SECRET to the client secret of the integration.")


def describe(response):
    challenge = response.headers.get("WWW-Authenticate", response.reason)
    return f"{response.status_code} {challenge}\n{response.text}"


def check(response):
    """Return a success; end the program with anything else, and a hint if there is one."""
    if not response.ok:
        answer = describe(response)
        hints = [hint for code, hint in HINTS.items() if code in answer][:1]
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
    return requests.post(
        TOKEN_URL,
        headers={"Accept": "application/json"},
        auth=(CLIENT_ID, client_secret.encode()),
        data={"grant_type": "client_credentials", "scope": SCOPE},
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
