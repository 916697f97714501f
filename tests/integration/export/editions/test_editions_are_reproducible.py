"""The same plan and moment make the same bytes of every edition, in whatever process."""

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from app.bootstrap import FileRenderers, Workshop, workshop
from app.domain.document.audience import Audience
from app.paths import AppPaths
from app.services.exporting import Request
from tests.builders import NOON

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parents[4]
CODE = """
import json, sys
from pathlib import Path
from app.bootstrap import workshop
from app.paths import AppPaths
from tests.integration.export.editions.test_editions_are_reproducible import digests
print(json.dumps(digests(workshop(AppPaths.below(Path(sys.argv[1]))), Path(sys.argv[2]))))
"""


def digests(shop: Workshop, plan: Path) -> dict[str, list[str]]:
    """The SHA-256 of both files of each edition."""
    opened = shop.open(plan, read_only=True)
    opened.store.close()
    renderers, found = FileRenderers(), {}
    for audience in Audience:
        document = shop.compose(opened.judgement, Request(False, NOON, audience=audience))
        pdf = renderers.pdf(document)
        files = (pdf.data, renderers.docx(document, pdf.page_of))
        found[audience.value] = [sha256(data).hexdigest() for data in files]
    return found


def test_every_edition_has_the_same_bytes_in_another_process(tmp_path):
    plan, shop = tmp_path / "plan.irplan", workshop(AppPaths.below(tmp_path / "home"))
    shop.create_sample(plan, "lindenhof-software").close()

    here = digests(shop, plan)

    changed = {"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path / "other"), str(plan)],
        cwd=ROOT,
        env={**os.environ, **changed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == here
    assert len({digest for files in here.values() for digest in files}) == 2 * len(Audience)
