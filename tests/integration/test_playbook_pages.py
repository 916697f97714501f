"""Each playbook of the library fills two to four pages of the exported document."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from app.export.compose.plan_document import compose
from app.export.pdf.render import render
from tests.integration.all_playbooks import plan_of_all
from tests.labels import ENGLISH

pytestmark = pytest.mark.no_cover

NAMES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "templates/playbooks").glob("*.yaml")
)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """How many pages lie between each heading and the one after it, by its anchor."""
    opened = plan_of_all(tmp_path_factory.mktemp("pages"))
    headings = render(compose(opened.judgement, ENGLISH, False, NOON)).headings
    opened.close()
    return {one.anchor: after.page - one.page for one, after in pairwise(headings)}


@pytest.mark.parametrize("name", NAMES)
def test_a_playbook_fills_two_to_four_pages(pages: dict[str, int], name: str):
    assert 2 <= pages[f"playbook:{name}"] <= 4
