"""The REST door keeps to its own description, whatever is asked of it."""

from pathlib import Path

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.config import SchemathesisConfig

from tests.api.conftest import new_person
from tests.server import Server
