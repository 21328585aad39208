"""The way to a real SQS queue."""

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError

from services.errors import Unavailable
from services.queue.sqs import SqsQueue


def open_queue(url: str) -> SqsQueue:
    """Return the queue of this address; `AWS_…` variables say in whose name to ask."""
    retries = {"mode": "standard", "total_max_attempts": 3}
    config = Config(connect_timeout=3, read_timeout=20, retries=retries)
    try:
        return SqsQueue(boto3.client("sqs", config=config), url)
    except BotoCoreError as error:
        raise Unavailable(f"SQS cannot be used: {error}") from error
