"""What the library proposes to a new plan: forms, messages, roles, exercises and more."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import pairwise, product
from typing import Any, TypeVar

import pytest

from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Weight
from app.domain.judgement.linting.wording import WEAK
from app.domain.judgement.standards import Standards
from app.domain.plan.documents import FormTemplate, MessageTemplate
from app.domain.plan.durations import Duration
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.programme import Exercise, Metric
from app.domain.plan.roles import Raci, RaciActivity, Role
from app.domain.plan.trees import NodeTarget, TreeNode
from app.export.compose.plan_document import compose
from app.export.pdf.render import render
from app.paths import data_folder
from app.persistence.library.base import read_base
from app.persistence.library.problems import Problems
from tests.builders import NOON, rid
from tests.labels import ENGLISH
from tests.shipped import SHIPPED_LIBRARY

pytestmark = pytest.mark.no_cover

LIBRARY = SHIPPED_LIBRARY
BASE = read_base(data_folder("templates"), Problems()).starting
STARTING: tuple[Record, ...] = tuple(placed.item.record for placed in BASE)
SHIPPED = LIBRARY.template("combined")
TEMPLATE = replace(
    SHIPPED,
    starting=tuple(
        item
        for item in SHIPPED.starting
        if item.record in STARTING or kind_of(item.record) in {Kind.PLAYBOOK, Kind.STEP}
    ),
)
"""The template without what overlays add for a sector or a kind of cover."""

TODAY = date(2026, 11, 21)
LONGEST_SENTENCE = 30

COVERED = frozenset(
    {
        *(Kind.FORM, Kind.MESSAGE, Kind.ROLE, Kind.RACI, Kind.METRIC, Kind.EXERCISE),
        *(Kind.TRAINING, Kind.ROADMAP, Kind.RESOURCE, Kind.LOG_SOURCE, Kind.TERM),
    }
)
"""The tables whose wording is tested here."""

ADOPTABLE = tuple(option.value for option in TEMPLATE.questions["playbooks.adopt"].options)
KINDS = tuple(option.value for option in TEMPLATE.questions["exercises.kinds"].options)
SCENARIOS = 8


Wanted = TypeVar("Wanted", bound=Record)


def of_type(wanted: type[Wanted]) -> tuple[Wanted, ...]:
    return tuple(record for record in STARTING if isinstance(record, wanted))


def each(records: Iterable[Any]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("record", tuple(records), ids=lambda record: str(record.id))


def plan_with_answers(**answers: Any) -> Plan:
    said = {name.replace("__", "."): value for name, value in answers.items()}
    return draft(TEMPLATE, AnswerSheet(said), rid("p"))


def texts(value: Any) -> Iterator[str]:
    """Every text of a record and of its parts, ids left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value) and not isinstance(value, Duration):
        for field in fields(value):
            if field.name != "id":
                yield from texts(getattr(value, field.name))


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.!?:;])\s+|\n", text) if part.strip()]


# --- Wording ------------------------------------------------------------------------------------


@each(record for record in STARTING if kind_of(record) in COVERED)
def test_texts_are_short_and_firm(record: Record):
    for text in texts(record):
        assert WEAK.search(text) is None, text
        for sentence in sentences(text):
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


# --- Forms --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pages() -> dict[str, tuple[int, int]]:
    """By the place of each heading: its page, and that of the heading after it."""
    plan = plan_with_answers()
    judgement = Judgement(plan, TEMPLATE, Standards(), TODAY)
    headings = render(compose(judgement, ENGLISH, False, NOON)).headings
    return {one.anchor: (one.page, after.page) for one, after in pairwise(headings)}


def test_the_library_has_the_forms_of_a_response():
    assert {form.id for form in of_type(FormTemplate)} >= {
        *("event-report", "weakness-report", "incident-record", "incident-log"),
        *("chain-of-custody", "decision-log", "notification-record", "after-action-report"),
        *("call-tree-test", "exercise-evaluation"),
    }


@each(of_type(FormTemplate))
def test_a_form_is_printed_on_one_page(record: FormTemplate, pages: dict[str, tuple[int, int]]):
    first, following = pages[f"form:{record.id}"]

    assert following == first + 1


@each(of_type(FormTemplate))
def test_a_form_says_what_it_is_for_and_asks_each_thing_once(record: FormTemplate):
    labels = [blank.label for blank in record.blanks]

    assert record.purpose
    assert len(set(labels)) == len(labels)
    assert all(blank.lines >= 3 for blank in record.blanks if blank.columns)


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("incident-log", {"Date and time", "Source of it", "Author"}),
        ("chain-of-custody", {"Date and time", "From whom (signature)", "To whom (signature)"}),
        ("after-action-report", {"Owner", "Due date", "How its effect is verified"}),
        ("notification-record", {"What was sent", "Reference number and receipt"}),
        ("call-tree-test", {"Called at", "Answered at", "Channel"}),
    ],
)
def test_what_repeats_is_a_table(form: str, wanted: set[str]):
    record = next(item for item in of_type(FormTemplate) if item.id == form)

    assert wanted <= {head for blank in record.blanks for head in blank.columns}


# --- Messages -----------------------------------------------------------------------------------


def test_the_library_has_the_messages_of_a_response():
    assert {message.id for message in of_type(MessageTemplate)} >= {
        *("out-of-band-activation", "staff-notice", "executive-brief", "customer-notice"),
        *("regulator-initial-notice", "regulator-intermediate-report", "regulator-final-report"),
        *("media-statement", "supplier-notice", "individuals-notice", "partner-notice"),
    }


@each(of_type(MessageTemplate))
def test_a_message_names_its_facts_and_what_is_checked_before_it_is_sent(record: MessageTemplate):
    assert len(record.required_facts) >= 4
    assert len(record.checks) >= 4
    assert record.audience
    assert record.channel
    assert any("incident lead" in check or "counsel" in check for check in record.checks)


@each(of_type(MessageTemplate))
def test_what_a_message_leaves_open_is_set_apart_and_closed(record: MessageTemplate):
    blanks = re.findall(r"\*\([^()]*\)\*", record.body)
    rest = re.sub(r"\*\([^()]*\)\*", "", record.body)

    assert blanks
    assert "(" not in rest
    assert re.search(r"\b(TBD|TODO|XXX)\b|\[", rest) is None


@each(of_type(MessageTemplate))
def test_a_message_admits_nothing_and_blames_nobody(record: MessageTemplate):
    admitting = r"\b(sorry|apolog\w*|our fault|negligen\w*|liab\w*|guarantee\w*|blame\w*)\b"

    assert re.search(admitting, record.body, re.IGNORECASE) is None


# --- Roles, RACI and trees ----------------------------------------------------------------------

ROLES = {role.id for role in of_type(Role)}


@each(of_type(Role))
def test_a_role_has_duties_authority_and_training_but_nobody_who_granted_it(record: Role):
    assert len(record.duties) >= 3
    assert record.authority
    assert re.search(r"\b(trained|exercised)\b", record.competence, re.IGNORECASE)
    assert record.granted_by == ""
    assert all(duty[0].isupper() and duty.endswith(".") for duty in record.duties)


@each(of_type(RaciActivity))
def test_exactly_one_role_is_accountable(record: RaciActivity):
    parts = [item.part for item in record.assignments]

    assert parts.count(Raci.ACCOUNTABLE) == 1
    assert Raci.RESPONSIBLE in parts
    assert {item.role for item in record.assignments} <= ROLES


@each(node for node in of_type(TreeNode) if node.target is NodeTarget.ROLE)
def test_a_tree_calls_roles_that_are_there(record: TreeNode):
    assert record.target_id in ROLES


def test_roles_of_special_conditions_are_proposed_only_there():
    usual = plan_with_answers().roles
    special = plan_with_answers(profile__uses_ot=True, roles__team_model="provider").roles

    assert set(special) - set(usual) == {"operations-safety-lead", "provider-lead"}


# --- Exercises ----------------------------------------------------------------------------------


def test_there_are_at_least_eight_scenarios():
    assert len(of_type(Exercise)) >= SCENARIOS
    assert {record.kind for record in of_type(Exercise)} <= set(KINDS)


@each(of_type(Exercise))
def test_an_exercise_can_be_held_as_it_stands(record: Exercise):
    times = [inject.at.minutes for inject in record.injects if inject.at is not None]

    assert len(record.objectives) >= 3
    assert record.scenario
    assert record.participants
    assert len(record.injects) >= 4
    assert all(inject.event and inject.expected for inject in record.injects)
    assert len(times) == len(record.injects)
    assert times[0] == 0
    assert all(earlier < later for earlier, later in pairwise(times))


@each(of_type(Exercise))
def test_an_exercise_is_neither_dated_nor_owned_beforehand(record: Exercise):
    assert record.on is None
    assert record.owner == ""
    assert record.findings == ()


@pytest.mark.parametrize(
    ("uses_ot", "uses_cloud", "kinds"),
    tuple(
        product(
            (True, False),
            (True, False),
            ((), ("tabletop",), ("tabletop", "call-tree"), ("functional", "restore"), KINDS),
        )
    ),
)
def test_an_organisation_gets_no_more_exercises_than_it_can_hold(
    uses_ot: bool, uses_cloud: bool, kinds: tuple[str, ...]
):
    answers: dict[str, Any] = {"exercises__kinds": kinds} if kinds else {}
    plan = plan_with_answers(
        playbooks__adopt=ADOPTABLE,
        profile__uses_ot=uses_ot,
        profile__uses_cloud=uses_cloud,
        **answers,
    )

    fewest = 3 if kinds in ((), KINDS, ("tabletop", "call-tree")) else 2
    assert fewest <= len(plan.exercises) <= 5
    assert {exercise.kind for exercise in plan.exercises.values()} <= set(kinds or KINDS)


@each(of_type(Exercise))
def test_every_scenario_is_proposed_to_somebody(record: Exercise):
    sheets = (
        {
            "playbooks.adopt": adopted,
            "exercises.kinds": kinds,
            "profile.uses_ot": ot,
            "profile.uses_cloud": cloud,
        }
        for adopted in (ADOPTABLE, ("lost-device",))
        for kinds in (("tabletop",), KINDS)
        for ot in (True, False)
        for cloud in (True, False)
    )

    assert any(
        record.id in draft(TEMPLATE, AnswerSheet(said), rid("p")).exercises for said in sheets
    )


# --- Metrics and the rest -----------------------------------------------------------------------


@each(of_type(Metric))
def test_a_metric_says_how_it_is_worked_out_and_leaves_the_target_open(record: Metric):
    assert record.definition
    assert record.unit
    assert re.search(r" - | / ", record.formula)
    assert (record.target, record.owner, record.cadence) == ("", "", "")


def test_a_small_organisation_counts_less():
    assert 6 <= len(plan_with_answers(profile__size="small").metrics) < 10
    assert len(plan_with_answers(profile__size="large").metrics) >= 14


PROGRAMME = (Kind.TRAINING, Kind.ROADMAP, Kind.RESOURCE, Kind.LOG_SOURCE)


@pytest.mark.parametrize("kind", PROGRAMME)
def test_the_programme_is_proposed_without_owner_rhythm_or_date(kind: Kind):
    rows = plan_with_answers(playbooks__adopt=ADOPTABLE).table(kind).values()
    left = ("owner", "cadence", "by", "location", "kept_for")

    assert len(list(rows)) >= 5
    assert all(not getattr(row, name, None) for row in rows for name in left)


@pytest.mark.parametrize("kind", [*PROGRAMME, Kind.EXERCISE])
def test_who_has_said_nothing_is_promised_no_programme(kind: Kind):
    assert not plan_with_answers().table(kind)


# --- Findings -----------------------------------------------------------------------------------

BLOCKING_WITHOUT_PEOPLE = {"contact.none"}
"""What blocks every plan that names nobody, whatever the library proposes."""


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {
            "playbooks.adopt": ADOPTABLE,
            "profile.uses_ot": True,
            "profile.uses_cloud": True,
            "roles.team_model": "provider",
        },
        {"playbooks.adopt": ADOPTABLE, "exercises.kinds": KINDS, "profile.uses_cloud": True},
        {"playbooks.adopt": ("lost-device",), "profile.size": "small"},
    ],
    ids=["nothing", "everything", "all-kinds", "small"],
)
def test_no_proposed_record_is_at_fault(answers: dict[str, Any]):
    """Nobody fills the roles yet; beyond that nothing is found that names a proposed record."""
    plan = draft(TEMPLATE, AnswerSheet(answers), rid("p"))
    findings = Judgement(plan, TEMPLATE, Standards(), TODAY).findings()
    expected = {"role.no-holder", "role.no-deputy", "role.no-grant", "tree.unreachable"}

    found = {item.code for item in findings if item.kind in COVERED | {Kind.TREE_NODE}}
    assert found <= expected
    blocking = {item.code for item in findings if item.weight is Weight.BLOCKS}
    assert blocking == BLOCKING_WITHOUT_PEOPLE
