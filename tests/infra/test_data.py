"""What is kept, as it is drawn: nothing of it goes with its stack."""

import pytest

from tests.infra.templates import load, only, resources


@pytest.mark.parametrize("name", ["Table", "Papers", "Pool", "InstanceSecret", "BackupVault"])
def test_what_people_entrusted_survives_its_stack(name):
    resource = load("data")["Resources"][name]
    assert (resource["DeletionPolicy"], resource["UpdateReplacePolicy"]) == ("Retain", "Retain")


def test_rows_can_be_had_back_as_of_any_second_and_are_paid_by_use():
    table = only("data", "DynamoDB::Table")
    assert table["PointInTimeRecoverySpecification"] == {"PointInTimeRecoveryEnabled": True}
    assert table["TimeToLiveSpecification"] == {"AttributeName": "x", "Enabled": True}
    assert table["BillingMode"] == "PAY_PER_REQUEST"


def test_deletion_is_protected_unless_somebody_says_otherwise():
    assert load("data")["Parameters"]["DeletionProtection"]["Default"] == "true"
    assert only("data", "DynamoDB::Table")["DeletionProtectionEnabled"] == {
        "Fn::If": ["IsProtected", True, False]
    }
    assert only("data", "Cognito::UserPool")["DeletionProtection"] == {
        "Fn::If": ["IsProtected", "ACTIVE", "INACTIVE"]
    }


def test_papers_are_private_versioned_and_forgotten_in_the_end():
    papers = only("data", "S3::Bucket")
    assert all(papers["PublicAccessBlockConfiguration"].values())
    assert papers["VersioningConfiguration"] == {"Status": "Enabled"}
    rules = papers["LifecycleConfiguration"]["Rules"]
    assert any("NoncurrentVersionExpiration" in rule for rule in rules)
    assert any("AbortIncompleteMultipartUpload" in rule for rule in rules)


def test_no_current_paper_ever_expires():
    rules = only("data", "S3::Bucket")["LifecycleConfiguration"]["Rules"]
    assert not any({"ExpirationInDays", "ExpirationDate"} & set(rule) for rule in rules)


def test_a_password_is_proven_without_travelling_and_nobody_hears_who_has_an_account():
    client = only("data", "Cognito::UserPoolClient")
    assert set(client["ExplicitAuthFlows"]) == {"ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"}
    assert client["PreventUserExistenceErrors"] == "ENABLED"
    assert client["EnableTokenRevocation"] is True


def test_nobody_signs_up_past_the_application():
    assert only("data", "Cognito::UserPoolClient")["GenerateSecret"] is True
    assert only("data", "Cognito::UserPool")["AdminCreateUserConfig"] == {
        "AllowAdminCreateUserOnly": {"Fn::If": ["IsClosed", True, False]}
    }


def test_another_provider_comes_by_code_alone_and_only_with_confirmed_addresses():
    provider = resources("data", "Cognito::UserPoolIdentityProvider")["PoolProvider"]
    assert provider["Condition"] == "HasProvider"
    assert provider["Properties"]["AttributeMapping"]["email_verified"] == "email_verified"
    client = only("data", "Cognito::UserPoolClient")
    assert client["AllowedOAuthFlows"]["Fn::If"][1] == ["code"]
    assert client["CallbackURLs"]["Fn::If"][1] == [{"Fn::Sub": "${Address}/sign-in/back"}]


def test_an_address_is_confirmed_and_a_second_factor_offered():
    pool = only("data", "Cognito::UserPool")
    assert pool["AutoVerifiedAttributes"] == ["email"]
    assert pool["MfaConfiguration"] == "OPTIONAL"
    authenticator, none = ["SOFTWARE_TOKEN_MFA"], {"Ref": "AWS::NoValue"}
    assert pool["EnabledMfas"]["Fn::If"] == ["HasTexts", [*authenticator, "SMS_MFA"], authenticator]
    assert pool["SmsConfiguration"]["Fn::If"][2] == none
    assert load("data")["Parameters"]["Texts"]["Default"] == "false"


def test_texts_go_to_telephones_alone_and_for_our_pool_alone():
    role = resources("data", "IAM::Role")["TextsRole"]["Properties"]
    [trust] = role["AssumeRolePolicyDocument"]["Statement"]
    told = only("data", "Cognito::UserPool")["SmsConfiguration"]["Fn::If"][1]
    assert trust["Condition"]["StringEquals"]["sts:ExternalId"] == told["ExternalId"]
    [statement] = role["Policies"][0]["PolicyDocument"]["Statement"]
    assert statement["Action"] == "sns:Publish"
    assert statement["NotResource"] == {"Fn::Sub": "arn:${AWS::Partition}:sns:*:*:*"}


def test_mail_goes_by_an_identity_of_our_own_where_there_is_one():
    condition, ours, theirs = only("data", "Cognito::UserPool")["EmailConfiguration"]["Fn::If"]
    assert (condition, theirs) == ("HasEmail", {"Ref": "AWS::NoValue"})
    assert ours["EmailSendingAccount"] == "DEVELOPER"
    assert ours["SourceArn"] == {"Ref": "EmailIdentity"}
    assert load("data")["Parameters"]["EmailIdentity"]["Default"] == ""


def test_the_roles_have_their_groups():
    groups = resources("data", "Cognito::UserPoolGroup").values()
    assert {each["Properties"]["GroupName"] for each in groups} == {"admin", "coach"}


def test_no_secret_stands_in_the_template():
    secrets = {
        name: each["Properties"]
        for name, each in resources("data", "SecretsManager::Secret").items()
    }
    assert secrets["InstanceSecret"]["GenerateSecretString"]["PasswordLength"] >= 43
    assert secrets["PoolClientSecret"]["SecretString"] == {
        "Fn::GetAtt": ["PoolClient", "ClientSecret"]
    }
    assert "SecretString" not in secrets["GeminiKey"]


def test_backups_are_made_daily_and_copied_away_where_that_is_asked_for():
    [rule] = only("data", "Backup::BackupPlan")["BackupPlan"]["BackupPlanRule"]
    assert rule["ScheduleExpression"].startswith("cron(")
    assert rule["CopyActions"]["Fn::If"][0] == "HasCopy"
    [tag] = only("data", "Backup::BackupSelection")["BackupSelection"]["ListOfTags"]
    for kind in ("DynamoDB::Table", "S3::Bucket"):
        assert tag["ConditionKey"] in {each["Key"] for each in only("data", kind)["Tags"]}
