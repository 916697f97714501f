"""The printed form of the shipped templates is itself an answers file."""

import re
import tomllib
from datetime import date

import pytest

from app.domain.interview.conditions import Equals
from app.domain.interview.questions import AnswerKind
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.sections import AnswerValue
from app.exchange.answers import STATED_KINDS, read_answers
from app.exchange.answers_form import answers_form
from tests.builders import question, section, template
from tests.shipped import SHIPPED_LIBRARY

LIBRARY = SHIPPED_LIBRARY
NAMES = [summary.id for summary in LIBRARY.templates()]
UNKNOWN = "# What nobody can answer yet"
"""Begins what follows the questions."""


@pytest.fixture(scope="module", params=NAMES)
def shipped(request):
    return LIBRARY.template(request.param)


def uncommented(form, wanted):
    """The form with the leading `# ` gone from the lines that `wanted` names."""
    return "\n".join(
        line.removeprefix("# ") if line.startswith("# ") and wanted(line[2:]) else line
        for line in form.splitlines()
    )


def is_answer(names):
    """Tells the lines that answer one of `names`, and the lines of a long text's blank."""
    begins = re.compile(rf"(?:{'|'.join(map(re.escape, names))}) = ")
    return lambda line: begins.match(line) or line == '"""'


def test_the_form_reads_as_nothing_stated(shipped, tmp_path):
    path = tmp_path / "form.toml"
    path.write_text(answers_form(shipped), "utf-8")

    sheet = read_answers(path, shipped)

    assert (sheet.answers, sheet.records, sheet.sections) == ({}, (), {})


def test_the_form_asks_every_question_once(shipped):
    form = answers_form(shipped).split(UNKNOWN)[0]

    for name in shipped.questions:
        assert len(re.findall(rf"^# {re.escape(name)} = ", form, re.MULTILINE)) == 1


def test_with_every_answer_uncommented_it_is_still_toml_with_every_question(shipped):
    form = answers_form(shipped).split(UNKNOWN)[0]

    answers = tomllib.loads(uncommented(form, is_answer(shipped.questions)))["answers"]

    for name in shipped.questions:
        found = answers
        for part in name.split("."):
            found = found[part]


def test_the_records_in_it_are_valid_as_they_stand(shipped, tmp_path):
    records = answers_form(shipped).partition("other records")[2]
    path = tmp_path / "records.toml"
    code = re.compile(r'\[|\w+ = |"""$|  \{|\]$')
    path.write_text(uncommented(f"# {records}", code.match), "utf-8")

    sheet = read_answers(path, shipped)

    assert {type(record).__name__ for record in sheet.records} >= {"Person", "Role", "Version"}
    assert list(sheet.sections) == ["special_scenarios"]
    assert {kind.value for kind in STATED_KINDS} >= set(re.findall(r"^# \[\[(\w+)", records, re.M))


def test_a_question_is_explained_with_its_options():
    asked = question(
        "q.a", AnswerKind.YES_NO, text="Is it?\nReally?", why="Law.", example="x", required=True
    )

    form = answers_form(template(section(questions=(asked,))))

    assert (
        "# ----- Purpose -----\n\n"
        "# Is it?\n# Really? (an auditor expects this)\n"
        "# Why we ask: Law.\n# Example: x\n# q.a = true\n"
    ) in form


def test_every_kind_of_answer_has_a_blank():
    questions = tuple(question(f"q.{kind.name.lower()}", kind) for kind in AnswerKind)

    form = answers_form(template(section(questions=questions)))

    assert all(f"\n# {item.id} = " in form for item in questions)


def test_what_is_given_stands_answered_and_is_read_back(shipped, tmp_path):
    given: dict[str, AnswerValue] = {
        "profile.sector": "health",
        "profile.uses_ot": True,
        "profile.review_months": 6,
    }
    path = tmp_path / "form.toml"
    path.write_text(answers_form(shipped, given), "utf-8")

    sheet = read_answers(path, shipped)

    assert sheet.answers == given


def test_questions_that_what_is_given_rules_out_are_not_asked():
    asked = question("ships.crew", when=Equals("ships.any", value=True))
    ships = template(section(questions=(question("ships.any", AnswerKind.YES_NO), asked)))

    assert "ships.crew" in answers_form(ships)
    assert "ships.crew" in answers_form(ships, {"ships.any": True})
    assert "ships.crew" not in answers_form(ships, {"ships.any": False})


@pytest.mark.parametrize(
    ("kind", "value", "spelled"),
    [
        (AnswerKind.TEXT, 'a "b" \\ \x7f\n', '"a \\"b\\" \\\\ \\u007f\\n"'),
        (AnswerKind.YES_NO, True, "true"),
        (AnswerKind.YES_NO, False, "false"),
        (AnswerKind.NUMBER, 12, "12"),
        (AnswerKind.DATE, date(2026, 12, 24), "2026-12-24"),
        (AnswerKind.DURATION, Duration(4, TimeUnit.HOURS), '"4 hours"'),
        (AnswerKind.LIST, ("a", "b"), '["a", "b"]'),
    ],
)
def test_what_is_proposed_stands_in_place_of_the_blank(kind, value, spelled):
    asked = question("q.a", kind, default=value)

    form = answers_form(template(section(questions=(asked,))))

    assert f"\n# q.a = {spelled}  # proposed\n" in form
    assert tomllib.loads(f"q = {spelled}")["q"] == (
        list(value)
        if isinstance(value, tuple)
        else str(value)
        if kind is AnswerKind.DURATION
        else value
    )
