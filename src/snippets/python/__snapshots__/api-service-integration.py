import os
import sys

import requests

TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token"
API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
CLIENT_ID = "0oaexampleclientid00"
SCOPE = "okta.groups.read"

client_secret = os.environ.get("OKTA_CLIENT_SECRET")
if not client_secret:
    sys.exit("Set OKTA_CLIENT_SECRET to the client secret of the integration.")

token_response = requests.post(
    TOKEN_URL,
    headers={"Accept": "application/json"},
    auth=(CLIENT_ID, client_secret.encode()),
    data={"grant_type": "client_credentials", "scope": SCOPE},
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
