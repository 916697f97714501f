"""The sample organisations, exported: complete, within their pages, and each its own."""

import re
from dataclasses import dataclass
from functools import cache

import docx
import pikepdf
import pytest

from app.bootstrap import DEFAULT_TEMPLATE, Workshop, workshop
from app.domain.interview.drafting import AnswerSheet
from app.domain.interview.questions import AnswerKind
from app.domain.judgement.engine import Judgement
from app.paths import AppPaths, data_folder
from app.persistence.library.overlays import read_overlays
from app.persistence.library.problems import Problems
from app.services.exporting import ExportOptions

pytestmark = pytest.mark.no_cover

SAMPLES = tuple(path.stem for path in sorted((data_folder("resources") / "samples").glob("*.toml")))
PAIRS = [(mine, other) for mine in SAMPLES for other in SAMPLES if mine != other]
TELLING = 24
"""Characters from which on an answer is nobody else's by chance."""

NOT_PRINTED = {AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.YES_NO}
"""Answers that steer sentences and are not printed as given."""


@dataclass(frozen=True)
class Exported:
    """One sample, judged and exported; `text` is what its Word file says, on one line."""

    sheet: AnswerSheet
    judgement: Judgement
    text: str
    first_annex: int
    pages: int


@pytest.fixture(scope="module")
def shop(tmp_path_factory) -> Workshop:
    return workshop(AppPaths.below(tmp_path_factory.mktemp("home")))


@pytest.fixture(scope="module")
def exported(shop, tmp_path_factory):
    """The export of a sample, made when it is first asked for."""

    @cache
    def export(name: str) -> Exported:
        folder = tmp_path_factory.mktemp(name)
        opened = shop.create_sample(folder / "plan.irplan", name)
        try:
            options = ExportOptions(folder, head=opened.store.head())
            result = shop.exporter().export(opened.judgement, options)
            judgement = opened.judgement
        finally:
            opened.close()
        (pdf,) = (file.path for file in result.files if file.path.suffix == ".pdf")
        (word,) = (file.path for file in result.files if file.path.suffix == ".docx")
        first, pages = _first_annex(pdf)
        return Exported(shop.sample_sheet(name), judgement, _text(word), first, pages)

    return export


def _first_annex(path) -> tuple[int, int]:
    """The page on which the bookmarks begin the first annex, and how many pages there are."""
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        annex = next(item for item in outline.root if str(item.title).startswith("Annex A"))
        assert isinstance(annex.destination, pikepdf.Array)
        page = pdf.pages.index(pikepdf.Page(annex.destination[0]))
        return page + 1, len(pdf.pages)


def _text(path) -> str:
    document = docx.Document(path)
    paragraphs = (
        "".join(node.text or "" for node in item.iter() if node.tag.endswith("}t"))
        for item in document.element.body.iter()
        if item.tag.endswith("}p")
    )
    return re.sub(r"\s+", " ", " ".join(paragraphs))


def _telling(sheet: AnswerSheet, template) -> set[str]:
    """The answers that are printed as they were given and can be only this organisation's."""
    found: set[str] = set()
    for name, value in sheet.answers.items():
        if template.questions[name].kind in NOT_PRINTED:
            continue
        items = value if isinstance(value, tuple) else (value,)
        found |= {one_line(item) for item in items if isinstance(item, str)}
    return {text for text in found if len(text) >= TELLING}


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_no_findings_and_is_complete_but_for_what_it_says_it_does_not_know(
    name, exported
):
    sample = exported(name)

    open_sections = {
        key for key, status in sample.judgement.sections.items() if not status.complete
    }

    questions = sample.judgement.template.questions
    assert [finding.reason for finding in sample.judgement.findings()] == []
    assert open_sections <= {questions[item].section for item in sample.sheet.unknown}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_core_has_the_length_the_template_promises(name, exported):
    sample = exported(name)
    fewest, most = sample.judgement.template.pages

    assert fewest <= sample.first_annex - 1 <= most


@pytest.mark.parametrize("name", SAMPLES)
def test_what_an_organisation_stated_stands_in_its_plan(name, exported):
    sample = exported(name)

    stated = _telling(sample.sheet, sample.judgement.template)

    assert len(stated) > 40
    assert sorted(text for text in stated if text not in sample.text) == []


@pytest.mark.parametrize(("mine", "other"), PAIRS)
def test_nothing_of_one_organisation_stands_in_the_plan_of_another(mine, other, exported):
    theirs = exported(other)
    names = {person.name for person in theirs.judgement.plan.people.values()}

    stated = _telling(theirs.sheet, theirs.judgement.template)
    own = _telling(exported(mine).sheet, exported(mine).judgement.template)

    text = exported(mine).text
    assert sorted(item for item in (stated - own) | names if item in text) == []


@pytest.mark.parametrize(("mine", "other"), PAIRS)
def test_nothing_of_one_sector_stands_in_the_plan_of_another(mine, other, exported):
    sector = exported(other).sheet.answers["profile.sector"]
    own = exported(mine).sheet.answers["profile.sector"]
    overlays = {item.id: item for item in read_overlays(data_folder("templates"), Problems())}

    sentences = {
        _beginning(block.text)
        for change in overlays[sector].changes
        for block in (*change.item.before, *change.item.after)
    }

    assert sector != own
    assert sentences
    assert sorted(item for item in sentences if item and item in exported(mine).text) == []


def _beginning(text: str) -> str:
    """The first words up to a reference, a variable or a mark, when they are enough to tell."""
    start = re.split(r"\[|\{\{|\*|\n\n|#|^- ", text.strip(), maxsplit=1)[0]
    said = one_line(start)
    return said if len(said) >= TELLING else ""


def test_the_samples_differ_in_template_sector_size_and_country(exported):
    sheets = [exported(name).sheet for name in SAMPLES]

    assert {sheet.template or DEFAULT_TEMPLATE for sheet in sheets} == {
        "combined",
        "iso",
        "nist",
        "small",
    }
    for question, different in (
        ("profile.sector", 4),
        ("profile.size", 3),
        ("profile.jurisdictions", 3),
    ):
        assert len({sheet.answers[question] for sheet in sheets}) == different


@pytest.mark.parametrize("name", SAMPLES)
def test_numbers_and_addresses_are_reserved_for_fiction(name, shop):
    text = (data_folder("resources") / "samples" / f"{name}.toml").read_text("utf-8")

    addresses = set(re.findall(r"[\w.+-]+@([\w.-]+)", text))

    assert addresses
    assert all(domain.endswith(".example") for domain in addresses)
