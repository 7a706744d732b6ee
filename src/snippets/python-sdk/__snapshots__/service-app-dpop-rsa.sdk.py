import asyncio
import os
import sys
from pathlib import Path

from okta.client import Client

private_key_file = os.environ.get("OKTA_PRIVATE_KEY_FILE")
if not private_key_file:
    sys.exit("Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).")

config = {
    "orgUrl": "https://integrator-1234567.okta.com",
    "authorizationMode": "PrivateKey",
    "clientId": "0oaexampleclientid00",
    "scopes": ["okta.groups.read"],
    "privateKey": Path(private_key_file).read_text(),
    "kid": "example-key-id",
    "dpopEnabled": True,
}


async def main():
    client = Client(config)
    groups, _, error = await client.list_groups(limit=10)
    if error:
        sys.exit(str(error))
    for group in groups:
        print(group.id)


asyncio.run(main())
