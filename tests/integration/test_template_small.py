"""The small template: a plan that a company of twenty-five people can carry out and show."""

import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from app.domain.interview.conditions import holds
from app.domain.interview.drafting import AnswerSheet, draft, section_prose
from app.domain.interview.questions import AnswerKind, Question, fit
from app.domain.interview.template import PlanTemplate, SectionTemplate
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Weight
from app.domain.judgement.linting.wording import WEAK
from app.domain.plan.links import LINKS, named
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import Kind, Plan, kind_of
from app.domain.plan.roles import Raci, RaciActivity, Role
from app.domain.plan.sections import SECTION_KEYS, AnswerValue
from app.domain.plan.trees import NodeTarget, TreeNode
from app.domain.plan.variables import value_text
from app.paths import data_folder
from app.persistence.library.schema.template import TITLE_LENGTH
from app.persistence.library.store import FileLibrary
from tests.builders import rid
from tests.integration.scenarios import LIBRARY, STANDARDS, TODAY

pytestmark = pytest.mark.no_cover

SMALL = LIBRARY.template("small")
COMBINED = LIBRARY.template("combined")
ROLES = (
    "incident-lead",
    "executive-sponsor",
    "technical-lead",
    "communications-lead",
    "legal-counsel",
)
MOST_WORDS = 130
"""Words of a section whose every question is answered: 40 of them have to stay readable."""

MOST_WORDS_IN_ALL = 3_600
LONGEST_SENTENCE = 45
PLAIN: dict[str, AnswerValue] = {
    "profile.size": "small",
    "roles.team_model": "central",
    "roles.out_of_hours": "none",
    "monitoring.watch": "own-hours",
    "profile.frameworks": SMALL.frameworks,
    "playbooks.adopt": ("ransomware", "phishing", "data-breach", "account-compromise"),
}
"""A company whose ordinary staff answer in working hours, in no sector of its own."""

_VARIABLE = re.compile(r"\{\{([^{}]+)\}\}")
_TARGET = re.compile(r"\]\([^()\s]*\)")


@cache
def own_template() -> PlanTemplate:
    """The template without what overlays add, whose length is theirs."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "templates"
        shutil.copytree(data_folder("templates"), root, ignore=shutil.ignore_patterns("overlays"))
        header = root / "small" / "template.yaml"
        header.write_text(re.sub("without_overlays:.*", "", header.read_text("utf-8")), "utf-8")
        return FileLibrary(root, data_folder("frameworks")).template("small")


@cache
def answers(*, sector: str = "") -> dict[str, AnswerValue]:
    """Every question answered in the words of its example, as far as it is asked."""
    made = {**PLAIN, **({"profile.sector": sector} if sector else {})}
    for question in SMALL.questions.values():
        if str(question.id) not in {*made, "profile.sector"}:
            made[str(question.id)] = _example(question)
    return {
        name: value
        for name, value in made.items()
        if name not in SMALL.questions or holds(SMALL.questions[name].when, made)
    }


def _example(question: Question) -> AnswerValue:
    raw: Any = question.example
    match question.kind:
        case AnswerKind.YES_NO:
            raw = True
        case AnswerKind.NUMBER:
            raw = int(raw)
        case AnswerKind.CHOICE:
            raw = question.options[0].value
        case AnswerKind.CHOICES:
            raw = [option.value for option in question.options]
        case AnswerKind.LIST:
            raw = [part.strip() for part in raw.split(",")]
        case _:
            pass
    return fit(question, raw)


@cache
def plan() -> Plan:
    people = tuple(
        Person(
            rid(name),
            name.capitalize(),
            channels=(Channel(ChannelKind.MOBILE, "+49 171 3920 010", out_of_band=True),),
            verified_on=TODAY,
        )
        for name in ("anna", "bert", "carl", "dora", "egon", "frida")
    )
    roles = [
        item.record
        for item in SMALL.starting
        if isinstance(item.record, Role) and item.when is None
    ]
    held = tuple(
        replace(
            role,
            holder=people[at].id,
            deputies=(people[at + 1].id,),
            granted_by="the managing director",
        )
        for at, role in enumerate(roles)
    )
    return draft(SMALL, AnswerSheet(answers(), (*people, *held)), rid("small"))


def shown(section: SectionTemplate, given: dict[str, AnswerValue]) -> str:
    """The text of a section as a reader sees it."""
    text = _TARGET.sub("]", section_prose(section, given))
    return _VARIABLE.sub(lambda found: value_text(given[found[1]]), text)


def sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.!?:;])\s+|\n+(?:- )?", text)
    return [part for part in parts if part.strip()]


def test_its_length_and_arrangement_are_stated():
    assert SMALL.pages == (8, 12)
    assert [part.title for part in SMALL.parts][:3] == [
        "Who decides and who helps",
        "When something happens",
        "Telling others",
    ]
    assert sorted(key for part in SMALL.parts for key in part.sections) == sorted(SECTION_KEYS)


@pytest.mark.parametrize("section", SMALL.sections, ids=lambda section: section.key)
def test_a_section_is_whole_and_speaks_to_small_organisations(section: SectionTemplate):
    before = COMBINED.by_key[section.key]

    assert len(section.title) <= TITLE_LENGTH
    assert section.questions
    assert section.purpose != before.purpose
    for own, shared in (
        (section.guidance.good, before.guidance.good),
        (section.guidance.auditors_ask, before.guidance.auditors_ask),
        (section.guidance.mistakes, before.guidance.mistakes),
    ):
        assert own
        assert own != shared


@pytest.mark.parametrize("section", own_template().sections, ids=lambda section: section.key)
def test_a_section_stays_short_with_every_answer(section: SectionTemplate):
    text = shown(section, answers())

    assert 20 <= len(text.split()) <= MOST_WORDS, text


def test_all_sections_together_fit_the_pages_promised():
    words = sum(len(shown(section, answers()).split()) for section in own_template().sections)

    assert words <= MOST_WORDS_IN_ALL


@pytest.mark.parametrize("section", SMALL.sections, ids=lambda section: section.key)
def test_a_section_says_something_before_anybody_answers(section: SectionTemplate):
    text = section_prose(section, {})

    assert len(text.split()) >= 8
    assert "{{" not in text


@pytest.mark.parametrize("section", own_template().sections, ids=lambda section: section.key)
def test_sentences_are_plain(section: SectionTemplate):
    for sentence in sentences(shown(section, answers())):
        assert len(sentence.split()) <= LONGEST_SENTENCE, sentence
        assert not WEAK.search(sentence), sentence


def test_no_two_sections_say_the_same():
    said: dict[str, str] = {}
    for section in SMALL.sections:
        for sentence in sentences(shown(section, answers())):
            if len(sentence.split()) > 5:
                assert said.setdefault(sentence, section.key) == section.key, sentence


def test_the_interview_has_twenty_five_to_thirty_two_questions():
    given = answers(sector="general")
    asked = [
        question
        for question in SMALL.questions.values()
        if question.topic and holds(question.when, given)
    ]

    assert 25 <= len(asked) <= 32, [question.id for question in asked]
    assert len(SMALL.questions) < len(COMBINED.questions)


def test_complete_answers_leave_nothing_that_blocks():
    findings = Judgement(plan(), SMALL, STANDARDS, TODAY).findings()

    assert [found for found in findings if found.weight is Weight.BLOCKS] == []
    sound = ("role.", "raci.", "tree.", "time.", "playbook.", "text.", "answer.", "section.")
    assert [found for found in findings if found.code.startswith(sound)] == []


def test_an_answer_that_is_not_given_leaves_no_gap_in_the_text():
    bare = draft(SMALL, AnswerSheet({}), rid("bare"))

    assert "{{" not in "\n".join(section.prose for section in bare.sections.values())


def test_five_roles_remain_and_every_link_and_text_knows_them():
    template = LIBRARY.template("small")
    records = [item.record for item in template.starting]
    dropped = {item.record.name for item in COMBINED.starting if isinstance(item.record, Role)} - {
        record.name for record in records if isinstance(record, Role)
    }

    general = [
        item.record.id
        for item in template.starting
        if isinstance(item.record, Role) and item.when is None
    ]
    assert tuple(general) == ROLES
    known = {record.id for record in records if isinstance(record, Role)}
    for record in records:
        for field, kind in LINKS.get(kind_of(record), {}).items():
            assert kind is not Kind.ROLE or set(named(record, field)) <= known, record
        if isinstance(record, TreeNode) and record.target is NodeTarget.ROLE:
            assert record.target_id in known
        if isinstance(record, RaciActivity):
            parts = [assignment.part for assignment in record.assignments]
            assert parts.count(Raci.ACCOUNTABLE) == 1, record
    words = "\n".join([*map(repr, records), *map(repr, template.sections)])
    assert "Security analyst" in dropped
    for name in dropped:
        assert not re.search(rf"\b{re.escape(name)}\b", words, re.IGNORECASE), name


def test_only_what_a_small_organisation_keeps_up_is_proposed():
    made = draft(own_template(), AnswerSheet(answers()), rid("own"))

    assert (len(made.terms), len(made.forms), len(made.training)) == (10, 4, 3)
    assert (len(made.metrics), len(made.exercises), len(made.roadmap)) == (4, 2, 3)
    assert len(made.severities) == 4
    assert {tree.id for tree in made.trees.values()} == {"activation", "executive"}
