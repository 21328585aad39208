"""The network as it is drawn: what no server on this machine can show."""

from ipaddress import ip_network

from tests.infra.templates import load, only, resources


def test_public_and_private_subnets_lie_in_two_zones_and_apart():
    assert only("network", "EC2::VPC")["CidrBlock"] == "10.0.0.0/16"
    subnets = resources("network", "EC2::Subnet")
    ranges = [ip_network(each["Properties"]["CidrBlock"]) for each in subnets.values()]
    assert all(each.subnet_of(ip_network("10.0.0.0/16")) for each in ranges)
    assert not any(one.overlaps(other) for one in ranges for other in ranges if one != other)
    zones = {
        name: each["Properties"]["AvailabilityZone"]["Fn::Select"][0]
        for name, each in subnets.items()
    }
    assert zones == {
        "PublicSubnetA": 0,
        "PublicSubnetB": 1,
        "PrivateSubnetA": 0,
        "PrivateSubnetB": 1,
    }


def test_no_subnet_gives_out_public_addresses_by_itself():
    given = [
        each["Properties"].get("MapPublicIpOnLaunch", False)
        for each in resources("network", "EC2::Subnet").values()
    ]
    assert given == [False] * 4


def test_there_is_one_way_out_unless_none_or_two_are_asked_for():
    asked = load("network")["Parameters"]["NatGateways"]
    assert (asked["Default"], asked["AllowedValues"]) == ("one", ["none", "one", "two"])
    gates = resources("network", "EC2::NatGateway")
    assert {name: each["Condition"] for name, each in gates.items()} == {
        "NatA": "HasNat",
        "NatB": "HasTwoNats",
    }


def test_private_subnets_reach_the_world_through_a_nat_alone():
    routes = [each["Properties"] for each in resources("network", "EC2::Route").values()]
    private = [each for each in routes if each["RouteTableId"]["Ref"].startswith("Private")]
    assert len(private) == 2
    assert all("NatGatewayId" in each and "GatewayId" not in each for each in private)


def test_rows_and_papers_have_gateway_endpoints_on_every_route_table():
    tables = set(resources("network", "EC2::RouteTable"))
    ends = [each["Properties"] for each in resources("network", "EC2::VPCEndpoint").values()]
    assert {each["ServiceName"]["Fn::Sub"].rpartition(".")[2] for each in ends} == {
        "dynamodb",
        "s3",
    }
    assert all(each["VpcEndpointType"] == "Gateway" for each in ends)
    assert all({table["Ref"] for table in each["RouteTableIds"]} == tables for each in ends)


def test_what_was_refused_is_written_down_for_a_while():
    assert only("network", "EC2::FlowLog")["TrafficType"] == "REJECT"
    assert "RetentionInDays" in only("network", "Logs::LogGroup")
