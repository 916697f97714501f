"""The complete sample plan: what meets a requirement is read on the page that is named for it."""

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pytest

from app.bootstrap import FileRenderers, workshop
from app.domain.document.inline import Text
from app.domain.document.outline import folded
from app.domain.document.tree import CrossReference, Inline, PageOf, Table
from app.domain.interview.questions import AnswerKind
from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.elements.element import Evidence
from app.domain.judgement.engine import Judgement
from app.domain.judgement.reading import quoted_sentences
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.variables import variable_text
from app.export.compose.plan_document import compose
from app.paths import AppPaths
from tests.builders import NOON
from tests.labels import ENGLISH

pytestmark = pytest.mark.no_cover

LITERAL = {
    AnswerKind.TEXT,
    AnswerKind.LONG_TEXT,
    AnswerKind.LIST,
    AnswerKind.DURATION,
    AnswerKind.NUMBER,
    AnswerKind.DATE,
}
"""Answers that are printed as given; a choice decides which sentences the plan has."""

HYPHEN = r"\ufffe\s*"
"""How PDFium tells a hyphen at the end of a line."""

REFERENCE = re.compile(r"\[[^\]]*\]\((?:role|severity|party|section):([^)]*)\)")
HEAD = re.compile(r"^.{0,80} TLP:\S+ ")
FOOT = re.compile(r"(?: \S+ · Version \S+ · \S+)? Page \d+ of \d+ ?")
"""What runs along every page, where it may part a sentence."""

PLACE = re.compile(
    r"(\d+\.\d+|[A-Z]\.\d+|Annex [A-Z]|Document control) \(p\. ?(\d+)(?:. ?(\d+))?\)"
)
"""What Word prints: a section, and its first and last page with evidence."""


@dataclass
class Row:
    """What the annex says of one requirement."""

    status: RequirementStatus
    inlines: list[Inline]

    @property
    def numbers(self) -> list[str]:
        return [item.text for item in self.inlines if isinstance(item, CrossReference)]

    @property
    def anchors(self) -> list[str]:
        pages = (item.anchors for item in self.inlines if isinstance(item, PageOf))
        return [name for names in pages for name in names]

    @property
    def shortened(self) -> bool:
        return any(isinstance(item, Text) and item.text.endswith(" more") for item in self.inlines)


class Exported:
    """The sample plan, its document and its files."""

    def __init__(self, folder) -> None:
        opened = workshop(AppPaths.below(folder / "home")).create_sample(folder / "a.irplan")
        self.judgement: Judgement = opened.judgement
        opened.close()
        self.document = compose(self.judgement, ENGLISH, False, NOON)
        self.pdf = FileRenderers().pdf(self.document)
        self.docx = FileRenderers().docx(self.document, self.pdf.page_of)
        self.rows = [row for each in self.judgement.frameworks for row in self._rows(each.id)]

    def _rows(self, framework: str) -> Iterator[Row]:
        anchor = f"table:traceability.{framework}"
        blocks = (block for block in self.document.body if isinstance(block, Table))
        (table,) = (block for block in blocks if block.anchor == anchor)
        for status, cells in zip(self.judgement.coverage(framework), table.rows, strict=True):
            yield Row(status, [item for paragraph in cells[2].paragraphs for item in paragraph])

    def literal(self, status: RequirementStatus) -> Iterator[str]:
        """What a reader looks for word by word."""
        for element in status.elements:
            for evidence in self.judgement.evidence(element.element.id):
                yield from self._literal(evidence)

    def _literal(self, evidence: Evidence) -> Iterator[str]:
        question = self.judgement.template.questions.get(evidence.record)
        if evidence.kind is Kind.SECTION:
            yield printed(self.judgement.plan, evidence)
        elif evidence.kind is Kind.ANSWER:
            if question is not None and question.kind in LITERAL:
                yield folded(evidence.quote)
        elif evidence.quote != evidence.record:  # a record without a name of its own
            yield folded(evidence.quote)


def printed(plan: Plan, evidence: Evidence) -> str:
    """The sentence with the names of the records it refers to, as the document prints them."""

    def value(name: str) -> str:
        return variable_text(plan, name) or "…"

    def name_of(match: re.Match[str]) -> str:
        tables = (plan.roles, plan.severities, plan.parties)
        named = [table[key].name for table in tables for key in table if key == match[1]]
        titled = [plan.sections[key].title for key in plan.sections if key == match[1]]
        return (named or titled or [match[0]])[0]

    (prose,) = (plan.sections[key].prose for key in plan.sections if key == evidence.record)
    at = quoted_sentences(prose, value).index(evidence.quote)
    return folded(quoted_sentences(REFERENCE.sub(name_of, prose), value)[at])


def bodies(data: bytes) -> list[str]:
    """The words of each page without its head and foot."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        texts = [page.get_textpage().get_text_range() for page in pdf]
    finally:
        pdf.close()
    return [_body(folded(re.sub(HYPHEN, "-", text))) for text in texts]


def _body(text: str) -> str:
    """Our PDF draws head and foot first; LibreOffice the head first and the foot last."""
    foot = FOOT.search(text)
    return text if foot is None else text[foot.end() :] or HEAD.sub("", text[: foot.start()])


@pytest.fixture(scope="module")
def exported(tmp_path_factory) -> Exported:
    return Exported(tmp_path_factory.mktemp("sample"))


def lost(exported: Exported, pages: list[str], named: dict[int, list[int]]) -> list[str]:
    """Evidence of met requirements that stands on none of the pages `named` row by row.

    It may run on over the end of a page.
    """
    found = []
    for at, row in enumerate(exported.rows):
        if row.status.verdict is not Verdict.MET or row.shortened:
            continue
        near = " ".join(" ".join(pages[page - 1 : page + 1]) for page in sorted(set(named[at])))
        found += [
            f"{row.status.requirement.id}: {quote}"
            for quote in exported.literal(row.status)
            if closed(quote) not in closed(near)
        ]
    return found


def closed(text: str) -> str:
    """`text` without blanks, since a word may be broken in a narrow column."""
    return "".join(text.split())


def test_the_evidence_of_every_met_requirement_stands_on_a_named_page(exported):
    named = {
        at: [exported.pdf.page_of[name] for name in row.anchors]
        for at, row in enumerate(exported.rows)
    }

    assert lost(exported, bodies(exported.pdf.data), named) == []


def test_that_test_looks_at_most_of_the_plan(exported):
    met = [row for row in exported.rows if row.status.verdict is Verdict.MET]
    whole = [row for row in met if not row.shortened]
    looked = [quote for row in whole for quote in exported.literal(row.status)]

    assert len(met) > 200
    assert len(whole) > 0.9 * len(met)
    assert len(looked) > 1000
    assert len(set(looked)) > 200


def test_a_wrong_page_would_be_noticed(exported):
    wrong = {
        at: [exported.pdf.page_of[name] + 2 for name in row.anchors]
        for at, row in enumerate(exported.rows)
    }

    assert len(lost(exported, bodies(exported.pdf.data), wrong)) > 500


def test_every_requirement_that_needs_something_of_the_plan_names_a_place(exported):
    silent = [
        row.status.requirement.id
        for row in exported.rows
        if row.status.verdict is Verdict.MET and row.status.elements and not row.anchors
    ]

    assert silent == []


def test_the_number_of_each_place_is_that_of_the_heading_above_it(exported):
    pages = bodies(exported.pdf.data)
    for row in exported.rows:
        for item in row.inlines:
            if isinstance(item, CrossReference) and item.counted:
                (title,) = (
                    block.text
                    for block in exported.document.body
                    if getattr(block, "anchor", "") == item.anchor
                )
                page = exported.pdf.page_of[item.anchor]
                assert f"{item.text} {folded(title)}" in pages[page - 1]


@pytest.mark.timeout(180)
def test_in_word_the_references_lead_to_the_same_evidence(exported, tmp_path, tool):
    source = tmp_path / "plan.docx"
    source.write_bytes(exported.docx)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [
            *(tool("soffice"), profile, "--headless", "--convert-to", "pdf"),
            *("--outdir", str(tmp_path), str(source)),
        ],
        check=True,
        capture_output=True,
        timeout=170,
    )
    pages = bodies((tmp_path / "plan.pdf").read_bytes())

    said = " ".join(pages).partition("requirement, section and page")[2]
    places = iter(PLACE.findall(said))
    named: dict[int, list[int]] = {}
    for at, row in enumerate(exported.rows):
        taken = [next(places) for _ in row.numbers]
        assert [number for number, _, _ in taken] == row.numbers
        pages_of = (range(int(first), int(last or first) + 1) for _, first, last in taken)
        named[at] = [page for pages in pages_of for page in pages]
    assert lost(exported, pages, named) == []
