"""What the tests of findings share."""

from dataclasses import replace

import pytest

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.services.accepting import Acceptance
from tests.ui.fakes import TODAY
from ui.bridge.session import PlanBridge

WEAK = "Staff should report events. Leads should call back."


@pytest.fixture
def weak(bridge: PlanBridge) -> PlanBridge:
    """Two sections whose words a quick-fix can make stronger."""
    for key in ("contacts", "purpose"):
        section = bridge.plan.sections[RecordId(key)]
        bridge.apply((put(bridge.plan, replace(section, prose=WEAK)),), "Text")
    return bridge


@pytest.fixture
def given() -> Acceptance:
    return Acceptance("The board knows & agrees.", "Ada Byron", TODAY)
