"""Each playbook of the library fills two to four pages, the figure of its flow apart."""

from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest

from app.export.compose.plan_document import compose
from app.export.pdf.render import render
from app.export.pdf.result import PdfResult
from tests.integration.all_playbooks import plan_of_all
from tests.labels import ENGLISH

pytestmark = pytest.mark.no_cover

NAMES = sorted(
    path.stem for path in (Path(__file__).parents[2] / "templates/playbooks").glob("*.yaml")
)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> PdfResult:
    opened = plan_of_all(tmp_path_factory.mktemp("pages"))
    result = render(compose(opened.judgement, ENGLISH, False, NOON))
    opened.close()
    return result


@pytest.mark.parametrize("name", NAMES)
def test_a_playbook_fills_two_to_four_pages(made: PdfResult, name: str):
    anchor = f"playbook:{name}"
    begins = {one.anchor: (one.page, after.page) for one, after in pairwise(made.headings)}
    first, next_one = begins[anchor]
    figures = sum(place.startswith(f"flow:{name}.") for place in made.anchors)

    assert figures <= 1
    assert 2 <= next_one - first - figures <= 4
