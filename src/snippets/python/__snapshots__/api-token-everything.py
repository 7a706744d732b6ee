import os
import sys
import time
from urllib.parse import urljoin

import requests

API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"

HINTS = {
    "E0000011": "The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active.",
    "E0000006": "The owner of the API token lacks the admin role for this: the token has the rights of its owner.",
    "E0000005": "No usable Authorization header reached Okta.",
    "E0000047": "The rate limit is still used up: try again later, or make fewer calls.",
}

api_token = os.environ.get("OKTA_API_TOKEN")
if not api_token:
    sys.exit("Set OKTA_API_TOKEN to the API token.")


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


session = requests.Session()
session.headers["Accept"] = "application/json"
session.headers["Authorization"] = f"SSWS {api_token}"


def call_api(method, url, **arguments):
    def request():
        return session.request(method, url, timeout=30, **arguments)

    return check(send(request))


def pages(url):
    while url:
        response = call_api("GET", url)
        yield response.text
        url = response.links.get("next", {}).get("url")
        if url and not url.startswith(urljoin(API_URL, "/")):
            sys.exit(f"The next page is not in this org: {url}")


for page in pages(API_URL):
    print(page)
