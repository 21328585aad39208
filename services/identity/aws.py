"""The way to a real Cognito user pool: the client, and the keys its tokens are checked by."""

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from services.clock import Clock
from services.errors import Unavailable
from services.identity.pool import Pool
from services.identity.verifier import Verifier, fetching


def open_pool(name: str, application: str, secret: str | None, now: Clock) -> tuple[Pool, Verifier]:
    """Return the pool and who reads its tokens; `AWS_…` variables may say where it is."""
    region, _, rest = name.partition("_")
    if not rest or not application:
        raise Unavailable("Please say which pool: CAREERVAULT_POOL and CAREERVAULT_POOL_CLIENT.")
    # As many connections as threads that may use them, and no endless waiting.
    retries = {"mode": "standard", "total_max_attempts": 3}
    config = Config(max_pool_connections=50, connect_timeout=3, read_timeout=10, retries=retries)
    try:
        client = boto3.client("cognito-idp", region_name=region, config=config)
    except BotoCoreError as error:
        raise Unavailable(f"Cognito cannot be used: {error}") from error
    issuer = f"https://cognito-idp.{region}.amazonaws.com/{name}"
    keys = fetching(f"{client.meta.endpoint_url}/{name}/.well-known/jwks.json")
    return Pool(client, name, application, secret), Verifier(issuer, application, keys, now)
