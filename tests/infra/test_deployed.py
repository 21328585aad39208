"""The stacks on a server of this machine, and what the task role may not do there."""

import json
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from botocore.exceptions import ClientError

from services.storage.dynamodb import create_table
from tests.aws import Account
from tests.infra.templates import only

Attempt = Callable[[Account], Any]

FORBIDDEN: dict[str, Attempt] = {
    "read all rows": lambda us: us.task("dynamodb").scan(TableName=us.outputs["Table"]),
    "remove the table": lambda us: us.task("dynamodb").delete_table(TableName=us.outputs["Table"]),
    "use another table": lambda us: us.task("dynamodb").get_item(
        TableName="another", Key={"pk": {"S": "a"}, "sk": {"S": "b"}}
    ),
    "put papers beside people's": lambda us: us.task("s3").put_object(
        Bucket=us.outputs["Papers"], Key="elsewhere/paper", Body=b""
    ),
    "read another bucket": lambda us: us.task("s3").list_objects_v2(Bucket="another"),
    "remove the bucket": lambda us: us.task("s3").delete_bucket(Bucket=us.outputs["Papers"]),
    "list the people": lambda us: us.task("cognito-idp").list_users(UserPoolId=us.outputs["Pool"]),
    "make somebody an administrator": lambda us: us.task("cognito-idp").admin_add_user_to_group(
        UserPoolId=us.outputs["Pool"], Username="ada", GroupName="admin"
    ),
    "read secrets": lambda us: us.task("secretsmanager").get_secret_value(
        SecretId=us.outputs["InstanceSecret"]
    ),
    "give itself rights": lambda us: us.task("iam").list_roles(),
}


@pytest.mark.parametrize("attempt", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_task_may_not(account, attempt):
    with pytest.raises(ClientError) as refusal:
        attempt(account)
    assert refusal.value.response["Error"]["Code"] in {"AccessDenied", "AccessDeniedException"}


def test_the_table_is_the_one_that_the_operators_command_makes(account):
    client, name = account.client("dynamodb"), f"made-{uuid4().hex}"
    create_table(client, name)
    made, drawn = (
        client.describe_table(TableName=table)["Table"]
        for table in (name, account.outputs["Table"])
    )
    for part in ("KeySchema", "AttributeDefinitions"):
        assert made[part] == drawn[part]


def test_papers_do_not_travel_over_plain_http(account):
    bucket, arn = account.outputs["Papers"], account.outputs["PapersArn"]
    [statement] = only("data", "S3::BucketPolicy")["PolicyDocument"]["Statement"]
    drawn = {**statement, "Resource": [arn, f"{arn}/*"]}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [drawn]})
    account.client("s3").put_bucket_policy(Bucket=bucket, Policy=policy)
    try:
        with pytest.raises(ClientError, match="AccessDenied"):
            account.task("s3").list_objects_v2(Bucket=bucket)
    finally:
        account.client("s3").delete_bucket_policy(Bucket=bucket)


def test_only_ecs_may_take_the_task_role(account):
    sts = account.client("sts")
    role = account.client("iam").get_role(RoleName=account.outputs["TaskRole"])["Role"]["Arn"]
    with pytest.raises(ClientError):
        sts.assume_role(RoleArn=role, RoleSessionName="stranger")
