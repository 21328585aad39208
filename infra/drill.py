"""Restores the rows as they were at a moment into a new table, and puts that in use.

    python -m infra.drill SOURCE TARGET --at 2026-11-30T09:15:00+00:00 --papers BUCKET

The new table comes without what guards a table: expiry, recovery to a moment, protection from
deletion and alarms are put on it again, as the old one has them. The counts of both stand beside
each other before anything is switched; `--switch STACK` then lets that stack's tasks use the new
one. Each step says how long it took. infra/runbook.md tells when to do what.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any

import boto3

EVERY_SECONDS = 5
PATIENCE = 720
"""How many times to look for a table that is being restored: an hour."""

ALARM_FIELDS = (
    "AlarmDescription",
    "ActionsEnabled",
    "OKActions",
    "AlarmActions",
    "InsufficientDataActions",
    "MetricName",
    "Namespace",
    "Statistic",
    "Period",
    "EvaluationPeriods",
    "DatapointsToAlarm",
    "Threshold",
    "ComparisonOperator",
    "TreatMissingData",
)


def main(arguments: list[str]) -> None:
    """Do the steps in turn."""
    parser = argparse.ArgumentParser(description="Restore the rows into a new table.")
    parser.add_argument("source")
    parser.add_argument("target")
    parser.add_argument("--at", type=datetime.fromisoformat, help="the moment; else the latest")
    parser.add_argument("--switch", metavar="STACK", help="then let this stack's tasks use it")
    parser.add_argument("--papers", metavar="BUCKET", help="bring back what was deleted after --at")
    given = parser.parse_args(arguments)
    dynamo, alarms = boto3.client("dynamodb"), boto3.client("cloudwatch")
    source, target = given.source, given.target
    step("restored", lambda: restore(dynamo, source, target, given.at))
    step("guarded", lambda: guard(dynamo, source, target))
    step("watched", lambda: watch(alarms, source, target))
    if given.papers and given.at:
        step("papers", lambda: bring_back(boto3.client("s3"), given.papers, given.at))
    step("counted", lambda: compare(dynamo, source, target))
    if given.switch:
        step("switched", lambda: switch(boto3.client("cloudformation"), given.switch, target))


def step(name: str, work: Callable[[], str]) -> None:
    """Do a step, and say what came of it and how long it took."""
    start = time.monotonic()
    detail = work()
    print(f"{name:10}{time.monotonic() - start:7.1f} s   {detail}", flush=True)


def restore(dynamo: Any, source: str, target: str, at: datetime | None = None) -> str:
    """Make the new table of the old one's rows, and wait until it is there."""
    moment = {"RestoreDateTime": at} if at else {"UseLatestRestorableTime": True}
    dynamo.restore_table_to_point_in_time(SourceTableName=source, TargetTableName=target, **moment)
    patience = {"Delay": EVERY_SECONDS, "MaxAttempts": PATIENCE}
    dynamo.get_waiter("table_exists").wait(TableName=target, WaiterConfig=patience)
    return f"{target}, as of {at or 'the latest moment'}"


def guard(dynamo: Any, source: str, target: str) -> str:
    """Give the new table the expiry, recovery, protection and tags that the old one has."""
    expiry = dynamo.describe_time_to_live(TableName=source)["TimeToLiveDescription"]
    if expiry["TimeToLiveStatus"] == "ENABLED":
        wanted = {"Enabled": True, "AttributeName": expiry["AttributeName"]}
        dynamo.update_time_to_live(TableName=target, TimeToLiveSpecification=wanted)
    dynamo.update_continuous_backups(
        TableName=target, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
    )
    old = dynamo.describe_table(TableName=source)["Table"]
    protected = old.get("DeletionProtectionEnabled", False)
    dynamo.update_table(TableName=target, DeletionProtectionEnabled=protected)
    new = dynamo.describe_table(TableName=target)["Table"]
    tags = dynamo.list_tags_of_resource(ResourceArn=old["TableArn"])["Tags"]
    ours = [tag for tag in tags if not tag["Key"].startswith("aws:")]
    if ours:
        dynamo.tag_resource(ResourceArn=new["TableArn"], Tags=ours)
    return f"expiry {expiry['TimeToLiveStatus'].lower()}, recovery on, protected: {protected}"


def watch(alarms: Any, source: str, target: str) -> str:
    """Watch the new table as the old one is watched, under names of its own."""
    pages = alarms.get_paginator("describe_alarms").paginate(AlarmTypes=["MetricAlarm"])
    every = [alarm for page in pages for alarm in page["MetricAlarms"]]
    found = [alarm for alarm in every if _table_of(alarm) == source]
    for alarm in found:
        kept = {name: alarm[name] for name in ALARM_FIELDS if name in alarm}
        dimensions = [
            each | ({"Value": target} if each["Name"] == "TableName" else {})
            for each in alarm["Dimensions"]
        ]
        name = f"{alarm['AlarmName']}-{target}"
        alarms.put_metric_alarm(AlarmName=name, Dimensions=dimensions, **kept)
    return f"{len(found)} alarms"


def _table_of(alarm: dict[str, Any]) -> str:
    named = {each["Name"]: each["Value"] for each in alarm.get("Dimensions", [])}
    return str(named.get("TableName", ""))


def bring_back(papers: Any, bucket: str, at: datetime) -> str:
    """Undo each deletion of a paper since the moment: the rows of then name it again."""
    pages = papers.get_paginator("list_object_versions").paginate(Bucket=bucket)
    markers = [each for page in pages for each in page.get("DeleteMarkers", [])]
    since = [each for each in markers if each["IsLatest"] and each["LastModified"] >= at]
    for each in since:
        papers.delete_object(Bucket=bucket, Key=each["Key"], VersionId=each["VersionId"])
    return f"{len(since)} brought back"


def compare(dynamo: Any, source: str, target: str) -> str:
    """Return how many rows of each kind both hold; end the program if the new one has none."""
    old, new = count(dynamo, source), count(dynamo, target)
    if not new:
        raise SystemExit(f"{target} holds nothing.")
    changed = {kind: f"{new[kind] - old[kind]:+,}" for kind in old | new if new[kind] != old[kind]}
    return f"{new.total():,} rows, {old.total():,} before; {changed or 'the same of every kind'}"


def count(dynamo: Any, table: str) -> Counter[str]:
    """Count a table's rows by what they are."""
    pages = dynamo.get_paginator("scan").paginate(TableName=table, ProjectionExpression="sk")
    return Counter(item["sk"]["S"].split("#")[0] for page in pages for item in page["Items"])


def switch(stacks: Any, stack: str, target: str) -> str:
    """Let the stack's tasks use the new table, and wait until they do."""
    [held] = stacks.describe_stacks(StackName=stack)["Stacks"]
    parameters = [
        {"ParameterKey": "RestoredTable", "ParameterValue": target}
        if each["ParameterKey"] == "RestoredTable"
        else {"ParameterKey": each["ParameterKey"], "UsePreviousValue": True}
        for each in held["Parameters"]
    ]
    stacks.update_stack(
        StackName=stack,
        UsePreviousTemplate=True,
        Parameters=parameters,
        Capabilities=["CAPABILITY_IAM"],
    )
    patience = {"Delay": EVERY_SECONDS, "MaxAttempts": PATIENCE}
    stacks.get_waiter("stack_update_complete").wait(StackName=stack, WaiterConfig=patience)
    return f"{stack} uses {target}"


if __name__ == "__main__":
    main(sys.argv[1:])
