"""A plan file in an empty folder."""

from pathlib import Path

import pytest

from app.persistence.db.files import PlanFiles
from tests.integration.persistence.db.samples import FixedClock, sample_plan


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def files(tmp_path: Path, clock: FixedClock) -> PlanFiles:
    return PlanFiles(tmp_path / "backups", clock, "Ann")


@pytest.fixture
def path(tmp_path: Path, files: PlanFiles) -> Path:
    """The file of the sample plan, in a folder of its own."""
    folder = tmp_path / "plans"
    folder.mkdir()
    files.create(folder / "plan.irplan", sample_plan())
    return folder / "plan.irplan"
