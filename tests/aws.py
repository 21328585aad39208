"""AWS on this machine: clients of it, and CareerVault's stacks as they were deployed there."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import boto3
from botocore.config import Config

from tests.infra.templates import NAMES, deployable, load, parameters
from tests.ministack import KEY, REGION

GIVEN = {
    "Image": "careervault@sha256:0",
    "Certificate": "arn:aws:acm:us-east-2:000000000000:certificate/ours",
}
ENVIRONMENT = "development"


def aws_client(service: str, endpoint: str | None = None, key: str = KEY, secret: str = KEY) -> Any:
    """Return a client; with the server's root key it may do anything."""
    return boto3.client(
        service,
        region_name=REGION,
        endpoint_url=endpoint,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        config=Config(
            retries={"total_max_attempts": 1}, connect_timeout=2, max_pool_connections=50
        ),
    )


@dataclass(frozen=True)
class Account:
    """An account in which the stacks were deployed, and what they say."""

    address: str
    outputs: dict[str, str]

    def client(self, service: str) -> Any:
        """Return a client that may do anything."""
        return aws_client(service, self.address)

    def task(self, service: str) -> Any:
        """Return a client that may do what the task role may, and nothing else."""
        return aws_client(service, self.address, *self._task_key)

    @cached_property
    def _task_key(self) -> tuple[str, str]:
        # Nobody but ECS may take the role, so its policies are given to somebody.
        iam, role, name = self.client("iam"), self.outputs["TaskRole"], "task"
        iam.create_user(UserName=name)
        for policy in iam.list_role_policies(RoleName=role)["PolicyNames"]:
            document = iam.get_role_policy(RoleName=role, PolicyName=policy)["PolicyDocument"]
            iam.put_user_policy(
                UserName=name, PolicyName=policy, PolicyDocument=json.dumps(document)
            )
        key = iam.create_access_key(UserName=name)["AccessKey"]
        return key["AccessKeyId"], key["SecretAccessKey"]

    def clear(self) -> None:
        """Remove every row and every paper."""
        table, rows = self.outputs["Table"], self.client("dynamodb")
        for page in rows.get_paginator("scan").paginate(
            TableName=table, ProjectionExpression="pk, sk"
        ):
            for start in range(0, len(page["Items"]), 25):
                keys = [{"DeleteRequest": {"Key": key}} for key in page["Items"][start:][:25]]
                rows.batch_write_item(RequestItems={table: keys})
        papers = boto3.resource("s3", **_root(self.address)).Bucket(self.outputs["Papers"])
        papers.object_versions.delete()


def deploy(address: str) -> Account:
    """Make the stacks, each on those before it."""
    formation = aws_client("cloudformation", address)
    outputs: dict[str, str] = {}
    for name in NAMES:
        stack = f"careervault-{ENVIRONMENT}-{name}"
        known = load(name)["Parameters"]
        given = {**parameters(ENVIRONMENT)[name], **GIVEN}
        formation.create_stack(
            StackName=stack,
            TemplateBody=deployable(name),
            Capabilities=["CAPABILITY_IAM"],
            Parameters=[
                {"ParameterKey": key, "ParameterValue": value}
                for key, value in given.items()
                if key in known
            ],
        )
        waiter = formation.get_waiter("stack_create_complete")
        waiter.wait(StackName=stack, WaiterConfig={"Delay": 1, "MaxAttempts": 60})
        [made] = formation.describe_stacks(StackName=stack)["Stacks"]
        outputs |= {each["OutputKey"]: each["OutputValue"] for each in made.get("Outputs", [])}
    return Account(address, outputs)


def _root(address: str) -> dict[str, str]:
    return {
        "region_name": REGION,
        "endpoint_url": address,
        "aws_access_key_id": KEY,
        "aws_secret_access_key": KEY,
    }
