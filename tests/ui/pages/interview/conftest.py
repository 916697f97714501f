"""The guided start over real plans of the small template."""

import pytest

from app.domain.interview.drafting import AnswerSheet
from tests.ui.pages.interview.driving import page_of

BEGUN = AnswerSheet({"profile.legal_name": "Ravensworth Mutual"})


@pytest.fixture
def begun(desk, tmp_path):
    """The desk with a plan just begun."""
    assert desk.create(tmp_path / "ours.irplan", "small", BEGUN)
    return desk


@pytest.fixture
def page(qtbot, host, begun):
    return page_of(qtbot, host, begun)
