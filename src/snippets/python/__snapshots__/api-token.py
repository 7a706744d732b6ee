import os
import sys

import requests

API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"

api_token = os.environ.get("OKTA_API_TOKEN")
if not api_token:
    sys.exit("Set OKTA_API_TOKEN to the API token.")

response = requests.get(
    API_URL,
    headers={"Accept": "application/json", "Authorization": f"SSWS {api_token}"},
    timeout=30,
)
if not response.ok:
    sys.exit(f"{response.status_code} {response.text}")
print(response.text)
