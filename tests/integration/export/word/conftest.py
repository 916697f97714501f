"""What the tests of the Word renderer share."""

import pytest

from app.export.word.render import render
from app.export.word.scope import Media, Registrar, Scope
from tests.builders import WORDING
from tests.integration.export.word.specimen import pages, plan


class Ledger:
    """Remembers what content asked relationships for."""

    def __init__(self) -> None:
        self.links: list[str] = []
        self.pictures: list[tuple[bytes, bytes]] = []

    def link(self, address: str) -> str:
        self.links.append(address)
        return f"link{len(self.links)}"

    def picture(self, png: bytes, svg: bytes) -> Media:
        self.pictures.append((png, svg))
        return Media("png1", "svg1")


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()


@pytest.fixture
def scope(ledger: Ledger) -> Scope:
    registrar = Registrar(ledger.link, ledger.picture)
    bookmarks = {"roles": "_Toc000001", "tree": "_Ref000002"}
    return Scope(WORDING, registrar, bookmarks, {"roles": 4})


@pytest.fixture(scope="session")
def rendered() -> bytes:
    return render(plan(), pages()).data
