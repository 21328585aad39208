"""The way to a real S3 bucket."""

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from services.errors import Unavailable
from services.files.s3 import S3Files


def open_files(bucket: str) -> S3Files:
    """Return the files in this bucket; `AWS_…` variables say where it is."""
    # As many connections as threads that may use them, and no endless waiting.
    retries = {"mode": "standard", "total_max_attempts": 3}
    config = Config(max_pool_connections=50, connect_timeout=3, read_timeout=20, retries=retries)
    try:
        return S3Files(boto3.client("s3", config=config), bucket)
    except BotoCoreError as error:
        raise Unavailable(f"S3 cannot be used: {error}") from error
