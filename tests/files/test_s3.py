"""What is special to `S3Files`: lists in pages, answers that were lost, and who says what."""

from datetime import UTC, datetime
from io import BytesIO

import boto3
import pytest
from botocore.exceptions import ClientError, ReadTimeoutError
from botocore.response import StreamingBody
from botocore.stub import Stubber

from services.errors import Unavailable
from services.files.s3 import S3Files

DAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PLACE = {"Bucket": "papers", "Key": "person/ada/resume"}


@pytest.fixture
def client():
    return boto3.client("s3", "us-east-2", aws_access_key_id="a", aws_secret_access_key="b")


@pytest.fixture
def wire(client):
    with Stubber(client) as stubber:
        yield stubber
        stubber.assert_no_pending_responses()


@pytest.fixture
def files(client, wire):
    return S3Files(client, "papers")


def holds(wire, data):
    body = StreamingBody(BytesIO(data), len(data))
    wire.add_response("get_object", {"Body": body}, PLACE)


def page(*names, more=""):
    found = [{"Key": f"person/ada/{name}", "LastModified": DAY} for name in names]
    answer = {"Contents": found, "IsTruncated": bool(more)}
    return {**answer, "NextContinuationToken": more} if more else answer


async def test_every_page_of_a_long_list_is_read(files, wire):
    question = {"Bucket": "papers", "Prefix": "person/ada/"}
    wire.add_response("list_objects_v2", page("a", "b", more="next"), question)
    wire.add_response("list_objects_v2", page("c"), {**question, "ContinuationToken": "next"})
    assert await files.names("ada") == {"a": DAY, "b": DAY, "c": DAY}


async def test_a_put_whose_answer_was_lost_is_known_by_its_bytes(files, wire):
    wire.add_client_error("put_object", "PreconditionFailed")
    holds(wire, b"resume")
    await files.put("ada", "resume", b"resume")


async def test_a_put_that_met_another_is_tried_again(files, wire):
    wire.add_client_error("put_object", "ConditionalRequestConflict")
    wire.add_client_error("get_object", "NoSuchKey")
    wire.add_response("put_object", {})
    await files.put("ada", "resume", b"resume")


async def test_a_put_that_meets_others_without_end_is_given_up(files, wire):
    for _ in range(3):
        wire.add_client_error("put_object", "ConditionalRequestConflict")
        wire.add_client_error("get_object", "NoSuchKey")
    with pytest.raises(Unavailable):
        await files.put("ada", "resume", b"resume")


async def test_a_put_asks_that_nothing_is_there_and_tells_no_kind(files, wire):
    kept = {**PLACE, "Body": b"resume", "IfNoneMatch": "*"}
    wire.add_response("put_object", {}, {**kept, "ContentType": "application/octet-stream"})
    await files.put("ada", "resume", b"resume")


@pytest.mark.parametrize("code", ["AccessDenied", "NoSuchBucket", "SlowDown", "InternalError"])
async def test_a_refusal_is_never_taken_for_an_absent_file(files, wire, code):
    wire.add_client_error("get_object", code)
    with pytest.raises(Unavailable) as raised:
        await files.get("ada", "resume")
    assert isinstance(raised.value.__cause__, ClientError)


class Torn:
    def read(self):
        raise ReadTimeoutError(endpoint_url="http://s3")


async def test_a_download_that_breaks_off_is_no_file():
    class TornClient:
        def get_object(self, **_):
            return {"Body": Torn()}

    with pytest.raises(Unavailable):
        await S3Files(TornClient(), "papers").get("ada", "resume")
