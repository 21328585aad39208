"""What is special to `DynamoTable`: how it meets throttling and lost connections."""

import pytest
from botocore.exceptions import ClientError, ReadTimeoutError

from services.errors import Conflict, Unavailable
from services.storage.dynamodb import DynamoTable
from services.storage.table import Put, Row

ROW = Row("person#ada", "job#1", {"company": "Acme"})
LOST = ReadTimeoutError(endpoint_url="http://dynamodb")


def refusal(code, *reasons):
    answer = {"Error": {"Code": code}, "CancellationReasons": [{"Code": name} for name in reasons]}
    return ClientError(answer, "TransactWriteItems")


def cancelled(*reasons):
    return refusal("TransactionCanceledException", *reasons)


class ScriptedClient:
    """Answers at the wire, one after the other, and remembers what it was asked."""

    def __init__(self, *answers):
        self.answers = list(answers)
        self.asked = []

    def get_item(self, **arguments):
        self.asked.append(arguments)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    query = transact_write_items = batch_get_item = get_item


def table_on(client, waits):
    async def sleep(seconds):
        waits.append(seconds)

    return DynamoTable(client, "careervault", sleep=sleep, chance=lambda: 0.5)


@pytest.fixture
def waits():
    return []


PASSING = {
    "throttled": refusal("ThrottlingException"),
    "over capacity": refusal("ProvisionedThroughputExceededException"),
    "in progress": refusal("TransactionInProgressException"),
    "met another commit": cancelled("None", "TransactionConflict"),
    "throttled inside": cancelled("ThrottlingError", "None"),
}


@pytest.mark.parametrize("trouble", PASSING.values(), ids=PASSING)
async def test_a_passing_trouble_is_tried_again_with_longer_waits(trouble, waits):
    await table_on(ScriptedClient(trouble, trouble, trouble, {}), waits).commit(Put(ROW))
    assert waits == [0.05, 0.1, 0.2]


async def test_a_repeated_commit_is_known_by_its_token(waits):
    client = ScriptedClient(cancelled("TransactionConflict"), {})
    await table_on(client, waits).commit(Put(ROW))
    assert client.asked[0] == client.asked[1]
    assert client.asked[0]["ClientRequestToken"]


async def test_each_commit_has_a_token_of_its_own(waits):
    client = ScriptedClient({}, {})
    table = table_on(client, waits)
    await table.commit(Put(ROW))
    await table.commit(Put(ROW))
    assert client.asked[0]["ClientRequestToken"] != client.asked[1]["ClientRequestToken"]


async def test_a_throttled_reading_is_tried_again(waits):
    client = ScriptedClient(refusal("ThrottlingException"), {})
    table = table_on(client, waits)
    assert await table.get("person#ada", "job#1") is None
    assert waits == [0.05]


async def test_trouble_without_end_is_given_up(waits):
    client = ScriptedClient(*[refusal("ThrottlingException")] * 10)
    with pytest.raises(Unavailable):
        await table_on(client, waits).commit(Put(ROW))
    assert len(client.asked) == 6


async def test_a_refused_condition_is_never_tried_again(waits):
    client = ScriptedClient(cancelled("ConditionalCheckFailed", "TransactionConflict"))
    with pytest.raises(Conflict):
        await table_on(client, waits).commit(Put(ROW))
    assert waits == []


LASTING = {
    "no permission": refusal("AccessDeniedException"),
    "no such table": refusal("ResourceNotFoundException"),
    "not valid": cancelled("ValidationError"),
    "no answer": LOST,
}


@pytest.mark.parametrize("trouble", LASTING.values(), ids=LASTING)
async def test_a_lasting_trouble_is_said_at_once(trouble, waits):
    client = ScriptedClient(trouble, trouble)
    with pytest.raises(Unavailable) as raised:
        await table_on(client, waits).query("person#ada")
    assert raised.value.__cause__ is trouble
    assert waits == []


async def test_every_reading_is_consistent(waits):
    client = ScriptedClient({}, {"Items": []})
    table = table_on(client, waits)
    await table.get("person#ada", "job#1")
    await table.query("person#ada")
    assert all(asked["ConsistentRead"] for asked in client.asked)


async def test_what_a_busy_table_left_out_of_a_glance_is_asked_for_again(waits):
    key = {"pk": {"S": ROW.partition}, "sk": {"S": ROW.sort}}
    item = {**key, "v": {"N": "1"}, "d": {"S": '{"company":"Acme"}'}}
    left = {"Responses": {}, "UnprocessedKeys": {"careervault": {"Keys": [key]}}}
    client = ScriptedClient(left, {"Responses": {"careervault": [item]}})
    found = await table_on(client, waits).glance([(ROW.partition, ROW.sort)])

    assert [row.body for row in found.values()] == [ROW.body]
    assert waits == [0.05]


async def test_a_glance_that_never_comes_whole_is_given_up(waits):
    key = {"pk": {"S": ROW.partition}, "sk": {"S": ROW.sort}}
    left = {"Responses": {}, "UnprocessedKeys": {"careervault": {"Keys": [key]}}}
    with pytest.raises(Unavailable):
        await table_on(ScriptedClient(*[left] * 6), waits).glance([(ROW.partition, ROW.sort)])
