"""The sample organisations, judged, with everything that makes their editions."""

import io
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property

import pikepdf
import pytest

from app.bootstrap import FileRenderers, Workshop, workshop
from app.domain.document.audience import Audience
from app.domain.document.tree import Document
from app.domain.judgement.engine import Judgement
from app.paths import AppPaths
from app.services.exporting import Request
from tests.builders import NOON

SAMPLES = ("carrick-mutual", "cascade-valve-works", "lindenhof-software", "northwind-health")

Judged = Callable[[str], Judgement]


@dataclass(frozen=True)
class Files:
    """One edition as a reader gets it; `said` is everything the two files say anywhere."""

    document: Document
    pdf: bytes
    docx: bytes
    pages: int

    @cached_property
    def said(self) -> str:
        return f"{_pdf_words(self.pdf)}\n{_docx_words(self.docx)}"

    @property
    def attached(self) -> dict[str, bytes]:
        with pikepdf.open(io.BytesIO(self.pdf)) as pdf:
            return {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}


def _pdf_words(data: bytes) -> str:
    """Its text, and every string and readable stream in it: alternatives, metadata, attachments."""
    text = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    strings: list[str] = [text.stdout.decode()]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for found in pdf.objects:
            _strings(found, strings)
            if isinstance(found, pikepdf.Stream) and "/FontFile2" not in found:
                strings.append(found.read_bytes().decode("utf-8", "replace"))
    return "\n".join(strings)


def _strings(found: object, strings: list[str]) -> None:
    if isinstance(found, pikepdf.String):
        strings.append(str(found))
    elif isinstance(found, pikepdf.Dictionary):
        for value in found.values():
            if not getattr(value, "is_indirect", False):
                _strings(value, strings)
    elif isinstance(found, pikepdf.Array):
        for value in found:
            if not getattr(value, "is_indirect", False):
                _strings(value, strings)


def _docx_words(data: bytes) -> str:
    """Every part that is text, tags and all, and once more without the tags."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [
            package.read(name)
            for name in package.namelist()
            if name.endswith((".xml", ".rels", ".svg"))
        ]
    bare = ("".join(map(str, etree.fromstring(part).itertext())) for part in parts)
    return "\n".join([*(part.decode() for part in parts), *bare])


@pytest.fixture(scope="session")
def shop(tmp_path_factory) -> Workshop:
    return workshop(AppPaths.below(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="session")
def judged(shop, tmp_path_factory) -> Judged:
    """A sample, judged."""

    @cache
    def judge(name: str) -> Judgement:
        opened = shop.create_sample(tmp_path_factory.mktemp(name) / "plan.irplan", name)
        found: Judgement = opened.judgement
        opened.close()
        return found

    return judge


@pytest.fixture(scope="session")
def files(shop):
    """An edition of a judged plan, made once for all tests that ask for it."""

    @cache
    def make(judgement: Judgement, audience: Audience, *, draft: bool = False) -> Files:
        document = shop.compose(judgement, Request(draft, NOON, audience=audience))
        renderers = FileRenderers()
        pdf = renderers.pdf(document)
        docx = renderers.docx(document, pdf.page_of)
        assert renderers.differences(document, pdf.data, docx) == ()
        return Files(document, pdf.data, docx, pdf.pages)

    return make
