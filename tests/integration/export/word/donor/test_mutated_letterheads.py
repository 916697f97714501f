"""Letterheads broken at random are refused or used, never a crash, and never harmful."""

import random
import zipfile
from collections.abc import Iterator
from functools import partial
from io import BytesIO

import pytest
from lxml import etree

from app.domain.document import outline as wanted
from app.domain.document.inline import plain
from app.domain.document.tree import Heading, Paragraph
from app.domain.errors import IrplanError
from app.export.word.outline import outline
from app.export.word.render import render
from tests.integration.export.word.donor.letterheads import letterhead, rewritten
from tests.integration.export.word.specimen import document

PLAN = document(Heading(1, "Roles", "r"), Paragraph(plain("Text")), watermark="DRAFT")
HOSTILE = ("", "-1", "99999999999999999999", "x", "../../etc/passwd", "rId1", "\ufffd", "1e9", "0")
PARTS = (
    "word/document.xml", "word/styles.xml", "word/header1.xml", "word/footer1.xml",
    "word/settings.xml", "word/fontTable.xml", "word/theme/theme1.xml",
    "word/_rels/document.xml.rels", "word/_rels/header1.xml.rels", "_rels/.rels",
    "[Content_Types].xml",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    root = etree.fromstring(data)
    for _ in range(chance.randint(1, 6)):
        elements = list(root.iter())
        element = chance.choice(elements)
        parent = element.getparent()
        match chance.randint(0, 3):
            case 0 if parent is not None:
                parent.remove(element)
            case 1 if element.attrib:
                element.set(chance.choice(list(element.attrib)), chance.choice(HOSTILE))
            case 2 if element.attrib:
                del element.attrib[chance.choice(list(element.attrib))]
            case _:
                chance.choice(elements).append(etree.fromstring(etree.tostring(element)))
    return etree.tostring(root)


def letterheads(seed: int) -> Iterator[bytes]:
    chance = random.Random(seed)
    for _ in range(12):
        name = chance.choice(PARTS)
        yield rewritten(letterhead(), partial(_changed, name, chance))


def _changed(wanted_name: str, chance: random.Random, name: str, part: bytes) -> bytes:
    return mutated(part, chance) if name == wanted_name else part


def used(data: bytes) -> bytes | None:
    """The plan on a letterhead; None where that is refused, as letterheads are."""
    try:
        return render(PLAN, {}, data).data
    except IrplanError as refusal:
        if not refusal.code.startswith("donor."):
            raise
        return None


@pytest.mark.parametrize("seed", range(8))
def test_a_broken_letterhead_is_refused_or_used(seed):
    for data in letterheads(seed):
        made = used(data)
        if made is None:
            continue
        assert outline(made) == wanted.outline(PLAN)
        with zipfile.ZipFile(BytesIO(made)) as archive:
            assert archive.testzip() is None


@pytest.mark.parametrize("seed", range(6))
def test_bytes_flipped_anywhere_are_refused_or_harmless(seed):
    chance = random.Random(seed)
    for _ in range(12):
        data = bytearray(letterhead())
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        made = used(bytes(data))
        if made is None:
            continue
        assert outline(made) == wanted.outline(PLAN)
