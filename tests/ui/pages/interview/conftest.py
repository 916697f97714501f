"""The guided start over real plans of the small template."""

from shutil import copyfile

import pytest

from app.bootstrap import workshop
from app.domain.interview.drafting import AnswerSheet
from app.paths import AppPaths
from tests.ui.fakes import FakeClock
from tests.ui.pages.interview.driving import page_of

BEGUN = AnswerSheet({"profile.legal_name": "Ravensworth Mutual"})


@pytest.fixture(scope="session")
def begun_file(tmp_path_factory):
    """A plan just begun, made once; open copies only."""
    file = tmp_path_factory.mktemp("interview") / "begun.irplan"
    workshop(AppPaths.below(file.parent / "home"), FakeClock()).create(file, "small", BEGUN).close()
    return file


@pytest.fixture
def begun(desk, tmp_path, begun_file):
    """The desk with a plan just begun."""
    assert desk.open(copyfile(begun_file, tmp_path / "ours.irplan"))
    return desk


@pytest.fixture
def page(qtbot, host, begun):
    return page_of(qtbot, host, begun)
