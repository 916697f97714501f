"""Languages are folders; a new one needs no code."""

import re
from functools import cache

import pytest
import yaml

from app.domain.document.labels import Counted
from app.domain.interview.language import one_line
from app.domain.interview.wording import texts_of
from app.paths import data_folder
from app.persistence.library.languages import language_tags, read_tongue
from app.services.library import LibraryFileInvalid
from tests.shipped import SHIPPED_LIBRARY

FOLDER = "templates/languages"
ROOT = data_folder("templates")


@pytest.fixture
def german(shelf):
    folder = shelf.root / FOLDER / "de"
    (folder / "texts").mkdir(parents=True)
    (folder / "language.yaml").write_text("tag: de\nname: Deutsch\n", encoding="utf-8")
    (folder / "labels.yaml").write_text(
        "labels:\n  span: {hours: {one: '{n} Stunde', other: '{n} Stunden'}}\n", encoding="utf-8"
    )
    (folder / "texts" / "front.yaml").write_text(
        "texts: [{base: Scope, text: Geltungsbereich}]\n", encoding="utf-8"
    )
    return shelf


def problems(shelf, tag="de"):
    with pytest.raises(LibraryFileInvalid) as caught:
        read_tongue(shelf.root / "templates", tag)
    return list(caught.value.problems)


def test_a_template_speaks_a_language_that_was_added(german):
    template = german.library.template("small", "de")

    assert template.by_key["scope"].title == "Geltungsbereich"
    assert template.language == "de"
    assert german.library.template("small").by_key["scope"].title == "Scope"


def test_labels_that_are_not_translated_are_those_of_the_base(german):
    labels = german.library.labels("de")

    assert labels.texts["span.hours"] == Counted("{n} Stunde", "{n} Stunden")
    assert labels("span.at-once") == "at once"


def test_labels_that_are_not_translated_are_spelled_as_the_language_has_it(german):
    (german.root / FOLDER / "de" / "language.yaml").write_text(
        "tag: de\nname: Deutsch\nspelling: {minute: Minute, minutes: Minuten, once: dalli}\n",
        encoding="utf-8",
    )

    texts = german.library.labels("de").texts

    assert texts["span.minutes"] == Counted("{n} Minute", "{n} Minuten")
    assert texts["span.at-once"] == "at dalli"
    assert texts["span.hours"] == Counted("{n} Stunde", "{n} Stunden")


def test_a_number_need_not_be_printed_for_one(german):
    (german.root / FOLDER / "de" / "labels.yaml").write_text(
        "labels:\n  span: {hours: {one: eine Stunde, other: '{n} Stunden'}, days: '{n} T.'}\n",
        encoding="utf-8",
    )

    labels = german.library.labels("de")

    assert [labels("span.hours", n=1), labels("span.days", n=1)] == ["eine Stunde", "1 T."]


@pytest.mark.parametrize(
    ("asked", "given"), [("de", "de"), ("de-AT", "de"), ("fr", "en-GB"), ("", "en-GB")]
)
def test_the_nearest_language_is_taken(german, asked, given):
    assert german.library.labels(asked).language == given


def test_languages_are_known_by_their_folders(german):
    assert language_tags(german.root / "templates") == ("de", "en-GB")
    assert [item.name for item in german.library.languages()] == [
        "Deutsch",
        "English (United Kingdom)",
    ]


@pytest.mark.parametrize(
    ("file", "content", "line"),
    [
        ("language.yaml", "tag: fr\nname: Deutsch\n", "tag: 'fr' differs from the folder's name"),
        ("language.yaml", "tag: de\n", "name: is missing"),
        (
            "language.yaml",
            "tag: de\nname: D\nspelling: {Lift: x}\n",
            "spelling.Lift: is not a word or two in lower case",
        ),
        (
            "labels.yaml",
            "labels: {none: {at-all: x}}\n",
            "labels.none.at-all: is no label of en-GB",
        ),
        (
            "labels.yaml",
            "labels: {date: {pattern: '{day}. {monat}'}}\n",
            "labels.date.pattern: has other blanks; the base has {day}, {month}, {year}",
        ),
        (
            "labels.yaml",
            "labels: {date: {pattern: '{day.__class__} {month} {year}'}}\n",
            "labels.date.pattern: has other blanks; the base has {day}, {month}, {year}",
        ),
        (
            "labels.yaml",
            "labels: {date: {pattern: '{day:>99} {month!r} {year}'}}\n",
            "labels.date.pattern: has other blanks; the base has {day}, {month}, {year}",
        ),
        (
            "labels.yaml",
            "labels: {date: {pattern: '{day} {month} {year'}}\n",
            "labels.date.pattern: has a brace without its pair",
        ),
        (
            "labels.yaml",
            "labels: {span: {at-once: 'sofort {n}'}}\n",
            "labels.span.at-once: has other blanks; the base has none",
        ),
        (
            "labels.yaml",
            "labels: {span: {at-once: {one: sofort, other: sofort}}}\n",
            "labels.span.at-once: has forms for one and for others, but no number stands in it",
        ),
        (
            "labels.yaml",
            "labels: {span: {hours: {one: eine, other: '{n} {x}'}}}\n",
            "labels.span.hours: has other blanks; the base has none",
        ),
        ("labels.yaml", "labels: 3\n", "labels: is not a table of fields"),
        (
            "texts/front.yaml",
            "texts: [{base: Scope, text: A}, {base: ' Scope ', text: B}]\n",
            "texts[1].base: is translated twice",
        ),
        ("texts/front.yaml", "texts: [{base: Scope}]\n", "texts[0].text: is missing"),
    ],
)
def test_a_mistake_in_a_language_is_told(german, file, content, line):
    (german.root / FOLDER / "de" / file).write_text(content, encoding="utf-8")

    assert f"{FOLDER}/de/{file}: {line}" in problems(german)


@pytest.mark.parametrize("tag", language_tags(ROOT))
def test_a_shipped_language_loads_and_every_template_speaks_it(tag):
    library = SHIPPED_LIBRARY

    for summary in library.templates():
        assert library.template(summary.id, tag).language == tag
    assert library.labels(tag)("span.hours", n=4)


def test_american_english_spells_and_dates_its_own_way():
    from datetime import date

    library = SHIPPED_LIBRARY

    assert library.labels("en-US").date(date(2026, 11, 22)) == "November 22, 2026"
    assert library.labels("en-GB").date(date(2026, 11, 22)) == "22 November 2026"
    assert "organization" in library.template("combined", "en-US").description


ENDS_SO_EVERYWHERE = frozenset(
    """
    advise advised advises advising analyses arise arises arising comprise compromise
    compromised concise disguise enterprise exercise exercised exercises exercising
    expertise franchise hours likewise noise otherwise pouring precise premises promise
    promised promises promising raise raised raises raising revise revised rise rises
    supervise supervised supervises supervising surprise wise
    """.split()  # noqa: SIM905 - one word beside the other
)
"""Words that American English spells with an s as well."""


@pytest.mark.parametrize("template_id", [item.id for item in SHIPPED_LIBRARY.templates()])
def test_no_british_spelling_is_left_in_american_english(template_id):
    library = SHIPPED_LIBRARY
    american = next(item for item in library.languages() if item.tag == "en-US")

    words = {
        word.lower()
        for text in texts_of(library.template(template_id, "en-US"))
        for word in re.findall(r"[A-Za-z]+", re.sub(r"\{\{.*?\}\}|\]\([^)]*\)", "", text))
    }

    assert not words & american.spelling.keys()
    ends = re.compile(r"(?:is(?:e|ed|es|ing|ation|ations)|our(?:ed|ing|able)|yse[ds]?)$")
    found = {word for word in words if ends.search(word)}
    assert found - ENDS_SO_EVERYWHERE == set()


@cache
def said_in_the_base_language() -> frozenset[str]:
    library = SHIPPED_LIBRARY
    templates = (library.template(summary.id, "en-GB") for summary in library.templates())
    return frozenset(one_line(text) for template in templates for text in texts_of(template))


@pytest.mark.parametrize(
    "file", [pytest.param(file, id=file.stem) for file in sorted(ROOT.glob("languages/*/texts/*"))]
)
def test_no_text_of_a_language_translates_what_is_no_longer_said(file):
    translated = [one_line(item["base"]) for item in yaml.safe_load(file.read_text())["texts"]]

    assert translated
    assert [text for text in translated if text not in said_in_the_base_language()] == []
