import asyncio
import os
import sys

from okta.client import Client

api_token = os.environ.get("OKTA_API_TOKEN")
if not api_token:
    sys.exit("Set OKTA_API_TOKEN to the API token.")

config = {
    "orgUrl": "https://integrator-1234567.okta.com",
    "token": api_token,
}


async def main():
    client = Client(config)
    groups, _, error = await client.list_groups(limit=10)
    if error:
        sys.exit(str(error))
    for group in groups:
        print(group.id)


asyncio.run(main())
