"""A workshop in folders of its own, and a plan open in it."""

import pytest

from app.bootstrap import DEFAULT_TEMPLATE, Workshop, workshop
from app.domain.interview.drafting import AnswerSheet
from app.paths import AppPaths
from tests.fakes import FakeClock

SHEET = AnswerSheet({"profile.legal_name": "Harbour Water Limited"})


@pytest.fixture
def made(tmp_path) -> Workshop:
    return workshop(AppPaths.below(tmp_path / "home"), FakeClock())


@pytest.fixture
def opened(made, tmp_path):
    plan = made.create(tmp_path / "plan.irplan", DEFAULT_TEMPLATE, SHEET)
    yield plan
    plan.store.close()
