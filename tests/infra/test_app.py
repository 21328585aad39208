"""The application's stack as it is drawn: what no server on this machine can show."""

from typing import Any

from services.settings import Settings
from tests.infra.templates import load, only, resources


def task(name: str = "Task") -> dict[str, Any]:
    properties: dict[str, Any] = load("app")["Resources"][name]["Properties"]
    return properties


def container() -> dict[str, Any]:
    [one] = task()["ContainerDefinitions"]
    return one


def secrets() -> set[str]:
    listed = container()["Secrets"]
    return {(each["Fn::If"][1] if "Fn::If" in each else each)["Name"] for each in listed}


def attributes(kind: str, name: str) -> dict[str, Any]:
    return {each["Key"]: each["Value"] for each in only("app", kind)[name]}


def test_http_leads_to_https_and_nowhere_else():
    listeners = {
        each["Properties"]["Port"]: each["Properties"]
        for each in resources("app", "ElasticLoadBalancingV2::Listener").values()
    }
    [action] = listeners[80]["DefaultActions"]
    assert (action["Type"], action["RedirectConfig"]["Protocol"]) == ("redirect", "HTTPS")
    assert listeners[443]["SslPolicy"].startswith("ELBSecurityPolicy-TLS13")


def test_a_browser_comes_back_to_its_task_and_a_leaving_task_has_half_a_minute():
    told = attributes("ElasticLoadBalancingV2::TargetGroup", "TargetGroupAttributes")
    assert told["stickiness.enabled"] == "true"
    assert told["deregistration_delay.timeout_seconds"] == "30"
    assert container()["StopTimeout"] == 30


def test_tasks_are_asked_whether_they_live_and_not_whether_the_table_does():
    group = only("app", "ElasticLoadBalancingV2::TargetGroup")
    assert group["HealthCheckPath"] == "/live"
    assert "/live" in container()["HealthCheck"]["Command"][-1]


def test_a_task_has_no_rights_in_its_container_and_a_root_folder_it_cannot_write_to():
    one = container()
    assert one["User"] == "10001:10001"
    assert one["ReadonlyRootFilesystem"] is True
    assert one["LinuxParameters"]["Capabilities"] == {"Drop": ["ALL"]}
    assert {each["ContainerPath"] for each in one["MountPoints"]} == {"/data", "/tmp"}  # noqa: S108


def test_tasks_run_on_arm():
    for name in ("Task", "WorkerTask"):
        assert task(name)["RuntimePlatform"]["CpuArchitecture"] == "ARM64"


def test_a_worker_is_a_task_that_serves_nobody():
    [worker] = task("WorkerTask")["ContainerDefinitions"]
    assert worker["Command"] == ["work"]
    assert "PortMappings" not in worker
    assert load("app")["Resources"]["WorkerService"]["Properties"]["DesiredCount"] == 1
    assert "SecurityGroupIngress" not in task("WorkerGroup")
    same = ("Image", "User", "ReadonlyRootFilesystem", "LinuxParameters", "MountPoints", "Secrets")
    assert {part: worker[part] for part in same} == {part: container()[part] for part in same}
    assert [each for each in worker["Environment"] if each not in container()["Environment"]] == []


def test_a_deployment_keeps_all_tasks_and_goes_back_by_itself():
    for name in ("Service", "WorkerService"):
        how = task(name)["DeploymentConfiguration"]
        assert how["DeploymentCircuitBreaker"] == {"Enable": True, "Rollback": True}
        assert how["MinimumHealthyPercent"] == 100


def test_two_to_six_tasks_follow_cpu_and_memory():
    asked = load("app")["Parameters"]
    assert (asked["MinTasks"]["Default"], asked["MaxTasks"]["Default"]) == (2, 6)
    tracked = {
        each["Properties"]["TargetTrackingScalingPolicyConfiguration"][
            "PredefinedMetricSpecification"
        ]["PredefinedMetricType"]
        for each in resources("app", "ApplicationAutoScaling::ScalingPolicy").values()
    }
    assert tracked == {"ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization"}


def test_a_place_to_develop_sleeps_at_night():
    _, asleep, awake = only("app", "ApplicationAutoScaling::ScalableTarget")["ScheduledActions"][
        "Fn::If"
    ]
    assert {each["ScheduledActionName"] for each in asleep} == {"sleep", "wake"}
    assert awake == {"Ref": "AWS::NoValue"}


def test_every_variable_of_a_task_is_a_setting():
    one = container()
    names = {each["Name"] for each in one["Environment"]} | secrets()
    known = {f"CAREERVAULT_{field.upper()}" for field in Settings.model_fields}
    assert names - {"AWS_REGION"} <= known


def test_the_subnets_of_the_balancer_are_believed_about_addresses_and_no_others():
    given = {each["Name"]: each["Value"] for each in container()["Environment"]}
    subnets = resources("network", "EC2::Subnet")
    public = [each["Properties"]["CidrBlock"] for name, each in subnets.items() if "Public" in name]
    assert given["CAREERVAULT_PROXIES"].split(",") == public


def test_secrets_come_as_secrets():
    assert secrets() == {
        "CAREERVAULT_SECRET",
        "CAREERVAULT_POOL_CLIENT_SECRET",
        "CAREERVAULT_GEMINI_API_KEY",
    }


def test_nobody_but_the_balancer_reaches_a_task():
    group = load("app")["Resources"]["TaskGroup"]["Properties"]
    [rule] = group["SecurityGroupIngress"]
    assert rule["SourceSecurityGroupId"] == {"Ref": "BalancerGroup"}
    assert "CidrIp" not in rule


def test_no_statement_allows_everything():
    for role in resources("app", "IAM::Role").values():
        for policy in role["Properties"]["Policies"]:
            for statement in policy["PolicyDocument"]["Statement"]:
                actions = statement["Action"]
                every = [actions] if isinstance(actions, str) else actions
                assert not [action for action in every if "*" in action]
                assert statement["Resource"] != "*" or every == ["ecr:GetAuthorizationToken"]


def test_each_trouble_has_its_alarm_and_each_alarm_tells_somebody():
    alarms = [each["Properties"] for each in resources("app", "CloudWatch::Alarm").values()]
    assert {each["MetricName"] for each in alarms} == {
        "HTTPCode_Target_5XX_Count",
        "TargetResponseTime",
        "UnHealthyHostCount",
        "ReadThrottleEvents",
        "WriteThrottleEvents",
        "GuessesRefused",
        "Microdollars",
    }
    assert all(each["AlarmActions"] == [{"Ref": "Alarms"}] for each in alarms)


def test_what_is_counted_in_the_log_is_what_the_application_writes_there():
    filters = resources("app", "Logs::MetricFilter").values()
    assert {each["Properties"]["FilterPattern"] for each in filters} == {
        '{ $.message = "guess refused" }',
        '{ $.message = "model paid" }',
    }


def test_firewall_and_cloudfront_are_there_when_asked_for():
    assert load("app")["Parameters"]["WafRate"]["Default"] == 0
    for kind in ("WAFv2::WebACL", "WAFv2::WebACLAssociation"):
        [part] = resources("app", kind).values()
        assert part["Condition"] == "HasWaf"
    [front] = resources("app", "CloudFront::Distribution").values()
    assert front["Condition"] == "HasCloudFront"


def test_logs_are_kept_for_a_while():
    assert only("app", "Logs::LogGroup")["RetentionInDays"] == {"Ref": "LogDays"}
