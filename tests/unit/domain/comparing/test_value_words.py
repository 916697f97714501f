from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings

from app.domain.comparing.value_words import (
    Spot,
    is_free_text,
    is_long,
    is_silent,
    shortened,
    worded,
)
from app.domain.plan.codec import field_data, field_specs
from app.domain.plan.documents import FormBlank, FormTemplate
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Action, Comment
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Activation, Lesson
from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind
from app.domain.plan.plan import Plan, Record, kind_of
from app.domain.plan.programme import Exercise, Inject
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment, RoleTier
from app.domain.plan.sections import Answer, Section
from app.domain.plan.trees import NodeTarget, TreeNode
from tests.builders import QUICK, person, plan_with, records_of, rid, role

HOUR = Duration(1, TimeUnit.HOURS)
ADA = person("ada", "Ada Byron", channels=(Channel(ChannelKind.EMAIL, "a@b", True, "home"),))


def words(record: Record, field: str, *others: Record) -> str:
    return worded(field_data(record, field), spot(record, field, *others))


def spot(record: Record, field: str, *others: Record) -> Spot:
    return Spot(plan_with(record, *others), kind_of(record), record.id, field)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "yes"),
        (False, "no"),
        (3, "3"),
        (Duration(4, TimeUnit.HOURS), "4 hours"),
        (Duration(0, TimeUnit.DAYS), "at once"),
        (date(2026, 11, 30), "30 November 2026"),
        ("any \n words", "\u201cany words\u201d"),
        (("a", "b"), "\u201ca\u201d, \u201cb\u201d"),
    ],
)
def test_plain_values_read_as_people_write_them(value, said):
    assert words(Answer(rid("q"), rid("scope"), value), "value") == said


def test_moments_are_in_utc():
    at = datetime.fromisoformat("2026-11-30T01:05:00+02:00")
    comment = Comment(rid("c"), "", "Ada", "Text", at)

    assert words(comment, "at") == "29 November 2026, 23:05 UTC"
    assert at.astimezone(UTC).day == 29


def test_choices_read_as_on_screen():
    assert words(role("lead", tier=RoleTier.CRISIS), "tier") == "crisis management"
    assert words(Party(rid("p"), "P", PartyKind.CSIRT), "kind") == "national CSIRT"


def test_lists_of_choices_read_as_on_screen():
    node = TreeNode(
        rid("n"),
        rid("t"),
        None,
        NodeTarget.GROUP,
        channels=(ChannelKind.PHONE, ChannelKind.EMAIL),
    )

    assert words(node, "channels") == "telephone, e-mail"


def test_records_are_called_by_name_and_by_their_id_only_when_they_are_gone():
    lead = role("lead", holder=rid("ada"), deputies=(rid("ada"), rid("bob")))

    assert words(lead, "holder", ADA) == "Ada Byron"
    assert words(lead, "deputies", ADA) == "Ada Byron, bob"


@pytest.mark.parametrize(
    ("target", "key", "said"),
    [
        (NodeTarget.PERSON, "ada", "Ada Byron"),
        (NodeTarget.ROLE, "lead", "Lead"),
        (NodeTarget.GROUP, "all", "\u201call\u201d"),
    ],
)
def test_a_call_names_whom_it_reaches(target, key, said):
    node = TreeNode(rid("n"), rid("t"), None, target, key)

    assert words(node, "target_id", ADA, role("lead")) == said


def test_a_call_that_is_not_in_the_plan_leads_nowhere():
    node = TreeNode(rid("n"), rid("t"), None, NodeTarget.ROLE, "lead")
    elsewhere = Spot(plan_with(), Kind.TREE_NODE, node.id, "target_id")

    assert worded("lead", elsewhere) == "\u201clead\u201d"


def test_parts_of_the_plan_are_named_and_never_by_their_ids():
    held = Exercise(rid("x"), "Night call", exercised=("people/ada", "roles/gone"))
    lesson = Lesson(rid("l"), "Nobody knew", source="exercises/x")
    used = Activation(rid("a"), "Outage", exercised=("people/ada",))

    assert words(held, "exercised", ADA) == "Ada Byron, gone"
    assert words(used, "exercised", ADA) == "Ada Byron"
    assert words(lesson, "source", held) == "Night call"
    assert words(replace(lesson, source="in a meeting"), "source") == "\u201cin a meeting\u201d"


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("people/ada", "Ada Byron"),
        ("people/bob", "bob"),
        ("nothing/bob", "\u201cnothing/bob\u201d"),
        ("the annex", "\u201cthe annex\u201d"),
    ],
)
def test_what_an_action_is_about_is_named(about, said):
    assert words(Action(rid("x"), "Do", about=about), "about", ADA) == said


def test_an_answer_stands_in_a_section():
    answer = Answer(rid("q"), rid("scope"), "x")

    assert words(answer, "section", Section(rid("scope"), "Scope")) == "Scope"


def test_parts_are_told_by_what_they_are_known_by_then_the_rest():
    raci = RaciActivity(
        rid("a"),
        "Act",
        (
            RaciAssignment(rid("lead"), Raci.ACCOUNTABLE),
            RaciAssignment(rid("gone"), Raci.INFORMED),
        ),
    )
    form = FormTemplate(
        rid("f"), "F", blanks=(FormBlank("What", lines=3, columns=("A", "B")), FormBlank("Who"))
    )
    exercise = Exercise(rid("e"), "E", injects=(Inject("Alarm", at=HOUR),))

    assert words(raci, "assignments", role("lead")) == "Lead (accountable); gone (informed)"
    assert words(ADA, "channels") == (
        "\u201ca@b\u201d (e-mail, out of band, note \u201chome\u201d)"
    )
    assert words(form, "blanks") == (
        "\u201cWhat\u201d (lines 3, heads of a table, one a line \u201cA\u201d, \u201cB\u201d); "
        "\u201cWho\u201d"
    )
    assert words(exercise, "injects") == "\u201cAlarm\u201d (time from the start 1 hour)"


def test_silence_is_no_value():
    assert all(map(is_silent, (None, "", " \n", [])))
    assert not any(map(is_silent, (False, 0, "x", [""], {"amount": 0})))


def test_only_a_persons_own_words_are_free_text():
    lead = role("lead", holder=rid("ada"))

    assert is_free_text("Lead", spot(lead, "name"))
    assert not is_free_text("ada", spot(lead, "holder"))
    assert not is_free_text("crisis", spot(lead, "tier"))
    assert not is_free_text(None, spot(lead, "holder"))


def test_long_text_is_cut_and_comes_on_one_line():
    assert shortened("a\n\tb") == "a b"
    assert shortened("x" * 60) == "x" * 60
    assert shortened("x" * 59 + " yz") == "x" * 59 + "\u2026"
    assert is_long("x" * 61)
    assert is_long("a\nb")
    assert not is_long("x" * 60)


@pytest.mark.parametrize("kind", Kind)
def test_any_value_of_any_field_of_any_record_has_words(kind):
    @settings(QUICK, max_examples=12)
    @given(records_of(kind))
    def all_have_words(record):
        for spec in field_specs(type(record)):
            if spec.name != "id":
                data = field_data(record, spec.name)
                if not is_silent(data):
                    said = worded(data, Spot(Plan(rid("p")), kind, record.id, spec.name))
                    assert "\n" not in said

    all_have_words()
