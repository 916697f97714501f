"""The documents of the sample organisations, composed as an export composes them."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from app.bootstrap import workshop
from app.domain.document.tree import Document
from app.export.compose.plan_document import compose
from app.paths import AppPaths, data_folder
from tests.labels import ENGLISH

NAMES = tuple(path.stem for path in sorted((data_folder("resources") / "samples").glob("*.toml")))
EXPORTED = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@cache
def composed(name: str, draft: bool = False) -> Document:
    """The document of the sample organisation called `name`."""
    with TemporaryDirectory() as folder:
        shop = workshop(AppPaths.below(Path(folder) / "home"))
        opened = shop.create_sample(Path(folder) / "plan.irplan", name)
        try:
            head = opened.store.head()
            return compose(opened.judgement, ENGLISH, draft, EXPORTED, head)
        finally:
            opened.close()
