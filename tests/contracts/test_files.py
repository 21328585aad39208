"""What every `Files` promises."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from services.errors import Conflict, Invalid, NotFound, Unavailable
from services.files.aws import open_files
from services.files.files import MOST_CHARACTERS
from tests.contracts.conftest import aws_client
from tests.ministack import KEY, REGION

ADA, CHARLES = "01ADA", "01CHARLES"
NAME = "0f3a.pdf"


@pytest.fixture(params=["folder_files", "moto_files", "ministack_files", "task_files"])
def files(request):
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["lost_folder_files", "deaf_s3_files", "missing_bucket_files"])
def files_out_of_reach(request):
    return request.getfixturevalue(request.param)


CONTENTS = {
    "text": b"Ada Lovelace",
    "nothing": b"",
    "every byte": bytes(range(256)),
    "line ends": b"\r\n\n\r\x1a\x00",
    "ten megabytes": bytes(range(256)) * 40_960,
}


@pytest.mark.parametrize("data", CONTENTS.values(), ids=CONTENTS)
async def test_what_was_put_comes_back_byte_by_byte(files, data):
    await files.put(ADA, NAME, data)
    assert await files.get(ADA, NAME) == data


async def test_what_was_never_put_is_not_found(files):
    with pytest.raises(NotFound):
        await files.get(ADA, NAME)
    assert await files.names(ADA) == {}


async def test_the_same_bytes_may_be_put_again(files):
    await files.put(ADA, NAME, b"resume")
    await files.put(ADA, NAME, b"resume")
    assert await files.get(ADA, NAME) == b"resume"


@pytest.mark.parametrize("other", [b"forged", b"", b"resume\n"])
async def test_a_name_never_changes_its_bytes(files, other):
    await files.put(ADA, NAME, b"resume")
    with pytest.raises(Conflict):
        await files.put(ADA, NAME, other)
    assert await files.get(ADA, NAME) == b"resume"


async def test_a_deleted_file_is_gone_and_its_name_free(files):
    await files.put(ADA, NAME, b"resume")
    await files.delete(ADA, NAME)
    with pytest.raises(NotFound):
        await files.get(ADA, NAME)
    await files.put(ADA, NAME, b"another")
    assert await files.get(ADA, NAME) == b"another"


async def test_deleting_what_is_gone_is_no_error(files):
    await files.put(ADA, "kept", b"kept")
    await files.delete(ADA, NAME)
    await files.delete(CHARLES, NAME)
    assert list(await files.names(ADA)) == ["kept"]


async def test_each_name_is_listed_with_when_it_was_put(files):
    before = datetime.now(UTC) - timedelta(seconds=2)  # a bucket counts in seconds
    for name in ("a", "a.b", "-", "_", "A-1_2.x"):
        await files.put(ADA, name, b"")
    found = await files.names(ADA)
    assert set(found) == {"a", "a.b", "-", "_", "A-1_2.x"}
    assert all(before <= put <= datetime.now(UTC) + timedelta(seconds=2) for put in found.values())


async def test_someone_elses_file_is_not_found(files):
    await files.put(ADA, NAME, b"resume")
    with pytest.raises(NotFound):
        await files.get(CHARLES, NAME)
    await files.delete(CHARLES, NAME)
    await files.put(CHARLES, NAME, b"his own")
    assert await files.get(ADA, NAME) == b"resume"


async def test_an_owner_whose_name_starts_like_anothers_sees_nothing_of_it(files):
    await files.put("01ADA2", NAME, b"resume")
    assert await files.names("01ADA") == {}


HOSTILE = {
    "empty": "",
    "this folder": ".",
    "the folder above": "..",
    "hidden": ".arriving",
    "a way up": "../01CHARLES",
    "a way down": "a/b",
    "from the root": "/etc/passwd",
    "backslashes": "..\\x",
    "a null": "a\x00b",
    "a line end": "a\n",
    "a space": "a b",
    "another script": "é",
    "another digit": "٣",
    "half a character": "\ud800",
    "too long": "a" * (MOST_CHARACTERS + 1),
}


@pytest.mark.parametrize("word", HOSTILE.values(), ids=HOSTILE)
async def test_nothing_is_ever_kept_under_a_hostile_name(files, word):
    for owner, name in ((ADA, word), (word, NAME)):
        with pytest.raises(Invalid):
            await files.put(owner, name, b"")
        with pytest.raises(NotFound):
            await files.get(owner, name)
        await files.delete(owner, name)
    assert await files.names(word) == await files.names(ADA) == {}


async def test_the_longest_name_can_be_kept(files):
    longest = "n" * MOST_CHARACTERS
    await files.put(longest, longest, b"resume")
    assert list(await files.names(longest)) == [longest]


async def test_a_place_out_of_reach_is_said(files_out_of_reach):
    with pytest.raises(Unavailable):
        await files_out_of_reach.put(ADA, NAME, b"resume")
    with pytest.raises(Unavailable):
        await files_out_of_reach.get(ADA, NAME)
    with pytest.raises(Unavailable):
        await files_out_of_reach.delete(ADA, NAME)
    with pytest.raises(Unavailable):
        await files_out_of_reach.names(ADA)


async def test_of_twenty_different_puts_exactly_one_wins_the_name(shared_files):
    puts = [shared_files.put(ADA, NAME, b"%d" % n * 10_000) for n in range(20)]
    answers = await asyncio.gather(*puts, return_exceptions=True)
    [winner] = [n for n, answer in enumerate(answers) if answer is None]
    assert {type(answer) for answer in answers} == {type(None), Conflict}
    assert await shared_files.get(ADA, NAME) == b"%d" % winner * 10_000


async def test_of_twenty_equal_puts_none_is_refused(shared_files):
    await asyncio.gather(*(shared_files.put(ADA, NAME, b"resume") for _ in range(20)))
    assert await shared_files.get(ADA, NAME) == b"resume"


@pytest.fixture
def address(monkeypatch, ministack_client) -> str:
    """A real server, where the usual variables say."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", ministack_client.meta.endpoint_url)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
    monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
    return ministack_client.meta.endpoint_url


async def test_a_bucket_is_opened_where_the_usual_variables_say(address):
    aws_client("s3", address).create_bucket(
        Bucket="papers", CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    await open_files("papers").put(ADA, NAME, b"resume")
    assert await open_files("papers").get(ADA, NAME) == b"resume"
