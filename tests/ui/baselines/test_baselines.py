"""The pages look as they did when somebody last looked at them, dot by dot."""

import platform
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion

from tests.ui.baselines.digests import Difference, compared, read_digests
from tests.ui.baselines.running import take
from tests.ui.baselines.surroundings import elsewhere
from ui.models.areas import AREAS

REASON = elsewhere(qVersion(), sys.platform, platform.machine())
HOW = """
Look at the pictures in {folder}. If all of them are as they should be:
    python -m tests.ui.baselines {folder} --accept
"""


@pytest.mark.skipif(bool(REASON), reason=f"elsewhere: {REASON}")
def test_every_page_looks_as_it_was_accepted(tmp_path: Path):
    folder = tmp_path / "pictures"

    found = compared(read_digests(), take(folder))

    assert found == Difference(), HOW.format(folder=folder)


@pytest.mark.parametrize("look", ["light-1440", "light-1024", "dark-1440", "dark-1024"])
def test_every_area_has_an_accepted_picture_in_every_look(look: str):
    names = {name.removesuffix(f"-{look}") for name in read_digests() if name.endswith(look)}

    assert {name.partition("-")[0] for name in names} == {"welcome", *AREAS}
