"""The shipped words are short, plain and binding: measured in every template and overlay."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain

import pytest

from app.domain.interview.conditions import holds
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.sentences import sentences_of
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.plan import Record
from app.domain.plan.playbooks import Playbook, PlaybookStep
from app.domain.plan.roles import RaciActivity, Role
from tests.integration.organisations import KINDRED, SECTORS, complete_plan, given
from tests.integration.overlaid import texts
from tests.integration.scenarios import LIBRARY

TEMPLATES: dict[str, PlanTemplate] = {
    summary.id: LIBRARY.template(summary.id) for summary in LIBRARY.templates()
}
EACH = pytest.mark.parametrize("name", TEMPLATES)

LONGEST_SENTENCE = 40
"""Words in one sentence."""
SECTION_AVERAGE = 22
"""Words to a sentence of one section."""
SECTION_GRADE = 13.0
PLAN_GRADE = 10.0
"""Years at school that the text asks for, after Flesch and Kincaid."""
INTERVIEW = {"small": (20, 35)}
USUAL_INTERVIEW = (25, 40)
"""Questions asked at most and at least of one organisation."""

VARIABLE = re.compile(r"\{\{[^}]*\}\}")
WORD = re.compile(r"[A-Za-z0-9]+(?:['\u2019.-][A-Za-z0-9]+)*")
VOWELS = re.compile(r"[aeiouy]+")
SILENT = re.compile(r"(?<![^aeiou]l)e$|(?<![td])ed$|(?<![sxzcg])es$")
WEAK = re.compile(
    r"\b(?:should|must|ought|may|might|could|as appropriate|where possible|as needed)\b|\betc\b",
    re.IGNORECASE,
)
"""Words that leave open whether anybody has to act."""
DOUBLE_BLANK = re.compile(r"\S  +\S")


@dataclass(frozen=True)
class Measure:
    """The counts behind averages and grades."""

    sentences: int
    words: int
    syllables: int

    @property
    def average(self) -> float:
        return self.words / self.sentences

    @property
    def grade(self) -> float:
        return 0.39 * self.average + 11.8 * self.syllables / self.words - 15.59


def filled(text: str) -> str:
    """`text` with the shortest answer in place of each variable."""
    return VARIABLE.sub("it", text)


def words(text: str) -> list[str]:
    return WORD.findall(text)


def syllables(word: str) -> int:
    """Groups of vowels, without a silent e at the end; at least one."""
    return max(1, len(VOWELS.findall(SILENT.sub("", word.lower()))))


@cache
def sentences(prose: str) -> tuple[str, ...]:
    """The sentences of some prose; the entries of a list count as sentences of their own."""
    return sentences_of(filled(prose))


def measure(said: list[str]) -> Measure:
    spoken = [words(sentence) for sentence in said]
    counted = [found for found in spoken if found]
    every = list(chain.from_iterable(counted))
    return Measure(len(counted), len(every), sum(map(syllables, every)))


@cache
def by_section(name: str) -> dict[str, list[str]]:
    """Every sentence a template is able to say, by section; overlays are part of it."""
    return {
        section.key: [said for block in section.prose for said in sentences(block.text)]
        for section in TEMPLATES[name].sections
    }


@cache
def records(name: str) -> tuple[Record, ...]:
    return tuple(starting.record for starting in TEMPLATES[name].starting)


def binding(name: str) -> Iterator[tuple[str, str]]:
    """Texts of records that tell people what to do, each with its place."""
    for record in records(name):
        if isinstance(record, RaciActivity | Role | Playbook | PlaybookStep):
            yield from ((f"{type(record).__name__} {record.id}", text) for text in texts(record))


# --- The yardstick ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("lead", 1),
        ("incident", 3),
        ("recovery", 4),
        ("state", 1),
        ("stated", 2),
        ("closed", 1),
        ("table", 2),
        ("rule", 1),
        ("times", 1),
        ("sources", 2),
        ("it", 1),
        ("S1", 1),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word, expected):
    assert syllables(word) == expected


def test_a_sentence_of_short_words_is_easier_than_one_of_long_words():
    easy = measure(["The lead calls the team."])
    hard = measure(["Organisational responsibilities necessitate coordinated communication."])

    assert easy.grade < 3 < 20 < hard.grade
    assert (easy.sentences, easy.words, easy.syllables) == (1, 5, 5)


def test_a_variable_counts_as_one_word_and_an_entry_of_a_list_as_a_sentence():
    assert sentences("Ask {{contacts.owner}}.\n\n- one\n- [two](role:incident-lead)") == (
        "Ask it.",
        "one",
        "two",
    )


@pytest.mark.parametrize("text", ["You should act.", "as needed", "It MAY stop", "logs, etc."])
def test_weak_words_are_found(text):
    assert WEAK.search(text)


# --- Sections -----------------------------------------------------------------------------------


@EACH
def test_no_sentence_is_too_long(name):
    too_long = [
        (key, said)
        for key, section in by_section(name).items()
        for said in section
        if len(words(said)) > LONGEST_SENTENCE
    ]

    assert too_long == []


@EACH
def test_the_sentences_of_a_section_are_short_on_average(name):
    averages = {key: measure(said).average for key, said in by_section(name).items()}

    assert {key: found for key, found in averages.items() if found > SECTION_AVERAGE} == {}


@EACH
def test_every_section_and_the_whole_plan_read_easily_enough(name):
    grades = {key: measure(said).grade for key, said in by_section(name).items()}
    whole = measure(list(chain.from_iterable(by_section(name).values())))

    assert {key: grade for key, grade in grades.items() if grade > SECTION_GRADE} == {}
    assert 5 < whole.grade <= PLAN_GRADE


@EACH
def test_sections_say_shall_and_no_weaker_word(name):
    found = [
        (key, said)
        for key, section in by_section(name).items()
        for said in section
        if WEAK.search(said)
    ]
    binding_sentences = sum(
        "shall" in said for section in by_section(name).values() for said in section
    )

    assert found == []
    assert binding_sentences > 60


@EACH
def test_a_plan_says_nothing_twice(name):
    for sector in SECTORS:
        for kindred in KINDRED:
            plan = complete_plan(TEMPLATES[name], given(sector, kindred))
            said = Counter(
                said
                for section in plan.sections.values()
                for said in sentences_of(section.prose)
                if len(words(said)) > 3
            )

            assert [sentence for sentence, times in said.items() if times > 1] == []


# --- Records ------------------------------------------------------------------------------------


@EACH
def test_duties_of_roles_and_playbooks_leave_nothing_open(name):
    found = {place: text for place, text in binding(name) if WEAK.search(text)}

    assert found == {}


@EACH
def test_no_sentence_of_a_role_a_playbook_or_a_message_is_too_long(name):
    messages = (
        (f"Message {record.id}", text)
        for record in records(name)
        if isinstance(record, MessageTemplate)
        for text in texts(record)
    )
    too_long = [
        (place, said)
        for place, text in chain(binding(name), messages)
        for said in sentences(text)
        if len(words(said)) > LONGEST_SENTENCE
    ]

    assert too_long == []


@EACH
def test_texts_are_cleanly_written(name):
    shown = chain(
        (block.text for section in TEMPLATES[name].sections for block in section.prose),
        (text for record in records(name) for text in texts(record)),
    )
    flawed = [
        text
        for text in shown
        if any(DOUBLE_BLANK.search(line) for line in text.splitlines())
        or text.count("“") != text.count("”")
        or text.count('"') % 2
        or text.count("(") != text.count(")")
    ]

    assert flawed == []


# --- The interview ------------------------------------------------------------------------------


@EACH
@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize("kindred", KINDRED, ids=lambda kindred: kindred.size)
def test_the_interview_is_neither_hasty_nor_long(name, sector, kindred):
    answers = given(sector, kindred)
    fewest, most = INTERVIEW.get(name, USUAL_INTERVIEW)

    asked = [
        question.id
        for question in TEMPLATES[name].questions.values()
        if question.topic and holds(question.when, answers)
    ]

    assert fewest <= len(asked) <= most, asked
