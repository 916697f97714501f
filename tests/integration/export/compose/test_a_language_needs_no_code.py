"""A language that is added as files alone: nothing of a document is printed in another one.

The test's language says everything in Greek letters, and so does the organisation. What is left in
Latin letters would be in the program.
"""

import io
import json
import re
import shutil
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args

import pikepdf
import pypdfium2
import pytest

from app.bootstrap import samples_folder
from app.domain.document.labels import Counted, Label, Labels
from app.domain.document.tree import Document
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.questions import AnswerKind
from app.domain.interview.template import PlanTemplate
from app.domain.interview.wording import texts_of
from app.domain.judgement.coverage import stands_for
from app.domain.judgement.deadlines.wording import START_WORDS
from app.domain.judgement.engine import Judgement
from app.domain.judgement.standards import Standards
from app.domain.plan.codec import field_specs
from app.domain.plan.durations import Duration
from app.domain.plan.nciss_factors import SOURCE
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.profile import Profile
from app.domain.plan.records import Records
from app.domain.plan.sections import Answer
from app.exchange.answers import read_answers
from app.export.compose.plan_document import compose
from app.export.compose.tables.classification import SHARING_LABELS
from app.export.compose.tables.second_score import QUESTION
from app.export.pdf.render import render as render_pdf
from app.export.word.render import render as render_word
from app.paths import data_folder
from app.persistence.library.store import FileLibrary
from tests.builders import NOON, rid
from tests.labels import ENGLISH

pytestmark = pytest.mark.no_cover

TAG = "el"
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΨΔΕΦΓΗΙΞΚΛΜΝΟΠΘΡΣΤΥΩΞΧΥΖαβψδεφγηιξκλμνοπθρστυωξχυζ"
_LETTERS = str.maketrans(_LATIN, _GREEK)
_NO_WORDS = re.compile(r"(\{\{?[^{}]*\}\}?|\]\([^)]*\)|https?://\S+)")
"""Blanks, variables, targets and addresses, which no translator touches."""

KEPT: dict[type, set[str]] = {
    Profile: {"frameworks", "language", "template", "baseline"},
    Obligation: {"confidence", "regime"},
}
"""Fields of the plan that are codes."""

WORDS = {AnswerKind.TEXT, AnswerKind.LONG_TEXT, AnswerKind.LIST}

ADDRESSES = {"anchor", "more", "field", "url", "media_type", "content_hash", "language", "data"}
"""Fields of the document that nobody reads as words."""


NUMBERS = re.compile(r"\b[A-Z](?:\.\d+)*\b|\b[0-9a-f]{8}\b|https?://\S+")
"""Annexes, hashes and addresses."""
LONG = re.compile("[A-Za-z]{4,}")
WORDED = re.compile(r"word/(?:document|header\d*|footer\d*|settings)\.xml")
"""The parts of a Word file that hold words."""
_ANY = re.compile("[A-Za-z]")


def greek(text: str) -> str:
    parts = _NO_WORDS.split(unicodedata.normalize("NFD", text))
    parts[::2] = (part.translate(_LETTERS) for part in parts[::2])
    return "".join(parts)


def greek_label(label: Label) -> Any:
    if isinstance(label, Counted):
        return {"one": greek(label.one), "other": greek(label.other)}
    return greek(label)


def grouped(labels: Labels) -> dict[str, dict[str, Any]]:
    made: dict[str, dict[str, Any]] = {}
    for key, label in labels.texts.items():
        group, _, name = key.partition(".")
        made.setdefault(group, {})[name] = greek_label(label)
    return made


def write(path: Path, content: Any) -> None:
    """JSON is YAML too."""
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


@pytest.fixture(scope="module")
def library(tmp_path_factory) -> FileLibrary:
    """The shipped library with one folder more."""
    root = tmp_path_factory.mktemp("library") / "templates"
    shutil.copytree(data_folder("templates"), root)
    base = FileLibrary(root, data_folder("frameworks"))
    folder = root / "languages" / TAG
    (folder / "texts").mkdir(parents=True)
    write(folder / "language.yaml", {"tag": TAG, "name": "Greek letters"})
    write(folder / "labels.yaml", {"labels": grouped(base.labels(""))})
    texts = [{"base": text, "text": greek(text)} for text in texts_of(base.template("combined"))]
    write(folder / "texts" / "all.yaml", {"texts": texts})
    return FileLibrary(root, data_folder("frameworks"))


def spoken(value: Any, kind: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(spoken(item, get_args(kind)[0]) for item in value)
    if isinstance(value, str):
        named = value in START_WORDS.values()
        return value if named or (kind is not str and str not in get_args(kind)) else greek(value)
    return spoken_record(value) if is_dataclass(value) and type(value) is not Duration else value


def spoken_record(record: Any) -> Any:
    kept = KEPT.get(type(record), set())
    said = {
        spec.name: spoken(getattr(record, spec.name), spec.type)
        for spec in field_specs(type(record))
        if spec.name not in kept
    }
    return replace(record, **said)


def spoken_plan(plan: Plan, template: PlanTemplate) -> Plan:
    """What an organisation that writes in Greek letters would have stated."""
    for kind in Kind:
        records = [
            record
            if isinstance(record, Answer) and template.questions[record.id].kind not in WORDS
            else spoken_record(record)
            for record in plan.table(kind).values()
        ]
        plan = plan.with_table(kind, Records(records))
    return plan


@pytest.fixture(scope="module")
def judgement(library) -> Judgement:
    template = library.template("combined", TAG)
    sheet = read_answers(samples_folder() / "northwind-health.toml", template)
    answers = {**sheet.answers, str(QUESTION): True}
    plan = draft(template, replace(sheet, answers=answers), rid("p"))
    assert plan.profile.language == TAG
    standards = Standards(
        elements=library.elements(), regimes=library.regimes(), shelf=library.framework
    )
    return Judgement(spoken_plan(plan, template), template, standards, NOON.date())


@pytest.fixture(scope="module")
def empty(library) -> Judgement:
    template = library.template("combined", TAG)
    return Judgement(draft(template, AnswerSheet(), rid("p")), template, Standards(), NOON.date())


def quoted(judgement: Judgement) -> Iterator[str]:
    """What the judgement says itself: frameworks, requirements, elements and findings."""
    for accepted in (False, True):
        for finding in judgement.findings(accepted=accepted):
            yield from (finding.reason, finding.fix)
    for one in judgement.frameworks:
        yield from (one.id, one.name, one.name.partition(", ")[0], one.publisher, one.edition)
        yield from (one.name.partition(": ")[0], one.name.partition(", ")[0].partition(": ")[0])
        yield one.url
        for status in judgement.coverage(one.id):
            yield from (status.requirement.id, status.requirement.title, status.reason)
            yield from (each.element.label for each in status.missing)
            yield from stands_for(status.vouched)


def strings(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from strings(item)
    elif is_dataclass(part):
        code = {"name"} if type(part).__name__ in {"Anchor", "Attachment"} else set()
        for item in fields(part):
            if item.name not in ADDRESSES | code:
                yield from strings(getattr(part, item.name))


BLANK = "{place}"
"""What a renderer fills in, in the words for comments on open points."""


def latin(document: Document, judgement: Judgement) -> set[str]:
    """The strings of `document` with letters that neither language nor plan put there."""
    profile = judgement.plan.profile
    named = {profile.language, profile.baseline, profile.baseline.lower(), SOURCE}
    codes = {*named, *profile.frameworks, *SHARING_LABELS}
    allowed = sorted({*codes, *quoted(judgement)} - {""}, key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, allowed)))
    said = {text.replace(BLANK, "") for text in strings(document)}
    odd = {text for text in said if _ANY.search(NUMBERS.sub("", text))}
    return {text for text in odd if _ANY.search(NUMBERS.sub("", known.sub("", text)))}


@pytest.mark.parametrize("is_draft", [True, False])
def test_nothing_in_a_document_is_said_by_the_program_itself(library, judgement, is_draft):
    document = compose(judgement, library.labels(TAG), is_draft, NOON)

    assert latin(document, judgement) == set()


def test_nor_in_the_document_of_a_plan_that_states_nothing(library, empty):
    document = compose(empty, library.labels(TAG), True, NOON)

    assert latin(document, empty) == set()


@pytest.mark.parametrize(
    "key",
    [
        "file.keyword",
        "page.of",
        "cover.owner",
        "annex.roles",
        "pointer.roles",
        "raci.caption",
        "timeline.axis",
        "timeline.axis.days",
        "matrix.alternative",
        "nciss.actor.unknown",
        "phase.first-minutes",
        "verdict.partly",
        "list.last",
        "span.hours",
        "approval.sealed",
        "duty.caution",
        "date.moment",
    ],
)
def test_a_label_that_is_not_translated_is_noticed(library, judgement, key):
    texts = {**library.labels(TAG).texts, key: ENGLISH.texts[key]}

    assert latin(compose(judgement, Labels(TAG, texts), False, NOON), judgement)


@pytest.fixture(scope="module")
def exported(library, empty) -> tuple[Document, bytes, bytes]:
    document = compose(empty, library.labels(TAG), False, NOON)
    made = render_pdf(document)
    return document, made.data, render_word(document, made.anchors).data


def test_both_formats_name_the_language_of_the_plan(exported):
    _, pdf, word = exported

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == TAG
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        styles = package.read("word/styles.xml").decode()
        others = package.read("word/document.xml").decode()
    assert re.findall(r'<w:lang [^>]*w:val="([^"]*)"', styles) == [TAG]
    assert set(re.findall(r'<w:lang [^>]*w:val="([^"]*)"', others)) <= {TAG}


def test_neither_format_adds_words_of_its_own(exported):
    document, pdf, word = exported
    known = {name for text in strings(document) for name in LONG.findall(text)}

    opened = pypdfium2.PdfDocument(pdf)
    pages = " ".join(page.get_textpage().get_text_range() for page in opened)
    opened.close()
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if WORDED.match(name)]
    shown = re.findall(
        r'<w:t[^>]*>([^<]*)<|w:tblCaption w:val="([^"]*)"|descr="([^"]*)"', " ".join(parts)
    )

    assert len(shown) > 500
    assert greek("Page") in pages
    assert set(LONG.findall(pages)) - known == set()
    assert {name for found in shown for text in found for name in LONG.findall(text)} <= known


def test_the_language_gives_the_same_files_each_time(library, empty, exported):
    again = compose(empty, library.labels(TAG), False, NOON)

    made = render_pdf(again)
    assert (again, made.data) == exported[:2]
    assert render_word(again, made.anchors).data == exported[2]
