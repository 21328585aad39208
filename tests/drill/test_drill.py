"""The drill on a real server: the new table is whole, guarded, watched and in use."""

import json
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import sleep

import boto3
import pytest

from infra import drill
from services.jobs.job import JobDraft
from services.settings import Settings
from services.storage.dynamodb import create_table
from services.vault import open_vault
from tests.ministack import KEY, REGION, ministack

SOURCE, TARGET, STACK = "careervault-drill", "careervault-drill-2", "careervault-drill-app"
JOBS = 30
PASSWORD = "seventeen small lanterns"
PROTECTED = {"RestoredTable": {"Type": "String", "Default": ""}, "Other": {"Type": "String"}}
TEMPLATE = {
    "Parameters": PROTECTED,
    "Resources": {
        "InUse": {
            "Type": "AWS::SSM::Parameter",
            "Properties": {"Type": "String", "Name": "in-use", "Value": {"Ref": "RestoredTable"}},
        },
        "Kept": {
            "Type": "AWS::SSM::Parameter",
            "Properties": {"Type": "String", "Name": "kept", "Value": {"Ref": "Other"}},
        },
    },
}


@pytest.fixture
def aws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A table in use, an alarm on it and on another, and a stack whose tasks may use a third."""
    with ministack(tmp_path) as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        monkeypatch.setenv("AWS_DEFAULT_REGION", REGION)
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", KEY)
        dynamo = boto3.client("dynamodb")
        create_table(dynamo, SOURCE)
        dynamo.update_table(TableName=SOURCE, DeletionProtectionEnabled=True)
        for table in (SOURCE, "another"):
            boto3.client("cloudwatch").put_metric_alarm(
                AlarmName=f"throttled-{table}",
                Namespace="AWS/DynamoDB",
                MetricName="WriteThrottleEvents",
                Dimensions=[{"Name": "TableName", "Value": table}],
                Statistic="Sum",
                Period=60,
                EvaluationPeriods=5,
                Threshold=3,
                ComparisonOperator="GreaterThanThreshold",
                AlarmActions=["arn:aws:sns:us-east-2:000000000000:alarms"],
            )
        boto3.client("cloudformation").create_stack(
            StackName=STACK,
            TemplateBody=json.dumps(TEMPLATE),
            Parameters=[{"ParameterKey": "Other", "ParameterValue": "as it was"}],
        )
        yield


@pytest.fixture
async def ada(aws: None, tmp_path: Path) -> str:
    """Somebody with a search in the table."""
    with closing(open_vault(settings(tmp_path, SOURCE))) as vault:
        ada = await vault.identity.sign_up("ada@example.org", PASSWORD, "Ada")
        for number in range(JOBS):
            await vault.jobs.add(ada, JobDraft(company=f"Acme {number}", position="Programmer"))
    return ada


def settings(folder: Path, table: str) -> Settings:
    return Settings(store="dynamodb", table=table, data=folder / "data")


def run(*arguments: str) -> None:
    drill.main([SOURCE, TARGET, *arguments])


async def test_a_search_goes_on_in_the_restored_table(ada, tmp_path, capsys):
    run("--switch", STACK)
    told = capsys.readouterr().out
    with closing(open_vault(settings(tmp_path, TARGET))) as vault:
        proof = await vault.identity.sign_in("ada@example.org", PASSWORD)
        assert proof.person == ada
        await vault.jobs.add(ada, JobDraft(company="Borealis", position="Programmer"))
        assert len(await vault.jobs.cards(ada)) == JOBS + 1

    steps = ["restored", "guarded", "watched", "counted", "switched"]
    assert re.findall(r"^\w+", told, re.MULTILINE) == steps
    assert "the same of every kind" in told


def test_what_guards_a_table_is_on_the_new_one_too(ada):
    run()
    dynamo = boto3.client("dynamodb")
    expiry = dynamo.describe_time_to_live(TableName=TARGET)["TimeToLiveDescription"]
    backups = dynamo.describe_continuous_backups(TableName=TARGET)["ContinuousBackupsDescription"]

    assert (expiry["TimeToLiveStatus"], expiry["AttributeName"]) == ("ENABLED", "x")
    assert backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
    assert dynamo.describe_table(TableName=TARGET)["Table"]["DeletionProtectionEnabled"]


def test_the_alarms_of_the_old_table_and_no_others_watch_the_new_one(ada):
    run()
    alarms = boto3.client("cloudwatch").describe_alarms()["MetricAlarms"]
    made = {each["AlarmName"]: each for each in alarms if drill._table_of(each) == TARGET}

    [alarm] = made.values()
    assert (alarm["Threshold"], alarm["Period"]) == (3, 60)
    assert alarm["AlarmActions"]
    assert len(alarms) == 3


def test_the_switch_changes_the_table_and_nothing_else(ada):
    run("--switch", STACK)
    parameters = boto3.client("ssm")
    held = {name: parameters.get_parameter(Name=name) for name in ("in-use", "kept")}

    assert {name: each["Parameter"]["Value"] for name, each in held.items()} == {
        "in-use": TARGET,
        "kept": "as it was",
    }


def test_a_restored_table_with_nothing_in_it_is_not_put_in_use(aws):
    with pytest.raises(SystemExit, match="holds nothing"):
        run("--switch", STACK)


def test_papers_that_were_deleted_since_come_back_and_older_deletions_stay(ada):
    papers = boto3.client("s3")
    where = {"LocationConstraint": REGION}
    papers.create_bucket(Bucket="papers", CreateBucketConfiguration=where)
    versioning = {"Status": "Enabled"}
    papers.put_bucket_versioning(Bucket="papers", VersioningConfiguration=versioning)
    for name in ("before", "after"):
        papers.put_object(Bucket="papers", Key=f"person/ada/{name}", Body=b"Ada Lovelace")
    papers.delete_object(Bucket="papers", Key="person/ada/before")
    sleep(1.1)  # the store tells moments to the second
    moment = datetime.now(UTC)
    sleep(1.1)
    papers.delete_object(Bucket="papers", Key="person/ada/after")
    run("--at", moment.isoformat(), "--papers", "papers")

    held = papers.list_objects_v2(Bucket="papers")["Contents"]
    assert [each["Key"] for each in held] == ["person/ada/after"]
