from datetime import date

import pytest

from app.domain.document.tree import Table
from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind
from app.domain.plan.programme import Resource
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment, RoleTier
from app.export.compose.tables import organisation
from tests.builders import person, plan_with, rid, role
from tests.labels import ENGLISH, scribe
from tests.unit.export.compose.reading import GAP, captioned, column, heads, only_table, rows

MOBILE = Channel(ChannelKind.MOBILE, "+44 20 7946 0100", out_of_band=True)


@pytest.mark.parametrize(
    "present",
    [
        organisation.roles,
        organisation.authority,
        organisation.contacts,
        organisation.resources,
    ],
)
def test_without_records_nothing_is_presented(present):
    assert present(scribe(plan_with())) == ()


def test_roles_name_holder_and_deputies_and_their_level_in_words():
    plan = plan_with(
        person("anna", "Anna Keller"),
        person("jonas", "Jonas Lind"),
        role("lead", "Incident lead", holder=rid("anna"), deputies=(rid("jonas"),)),
        role("crisis", "Crisis chair", tier=RoleTier.CRISIS),
    )

    made = captioned(organisation.roles(scribe(plan)), "Roles, holders and deputies")

    assert rows(made) == [
        ("Incident lead", "Incident team", "Anna Keller", "Jonas Lind"),
        ("Crisis chair", "Crisis team", GAP, GAP),
    ]


def test_every_level_has_words():
    assert len({ENGLISH(f"tier.{tier.value}") for tier in RoleTier}) == len(RoleTier)


def test_duties_are_missed_and_competence_is_not():
    plan = plan_with(role("a", duties=("Leads.", "Closes."), competence="GCIH"), role("b"))

    made = captioned(organisation.roles(scribe(plan)), "Duties and competence")

    assert rows(made) == [("A", "Leads.\nCloses.", "GCIH"), ("B", GAP, "")]


def test_raci_shows_the_roles_that_have_a_part_and_their_parts():
    plan = plan_with(
        role("a"),
        role("idle"),
        role("b"),
        RaciActivity(
            rid("declare"),
            "Declare",
            (
                RaciAssignment(rid("a"), Raci.ACCOUNTABLE),
                RaciAssignment(rid("a"), Raci.RESPONSIBLE),
                RaciAssignment(rid("gone"), Raci.INFORMED),
            ),
        ),
        RaciActivity(rid("close"), "Close", (RaciAssignment(rid("b"), Raci.CONSULTED),)),
    )

    (made,) = organisation.raci(scribe(plan))

    made = captioned([made], "RACI: R responsible, A accountable, C consulted, I informed")
    assert heads(made) == ["Activity", "A", "B"]
    assert rows(made) == [("Declare", "A/R", ""), ("Close", "", "C")]
    assert [made.rows[0][1].strong, made.rows[1][2].strong] == [True, False]
    assert not made.wide


@pytest.mark.parametrize(
    ("count", "turned", "wide"),
    [(6, False, False), (7, True, False), (15, True, False), (16, True, True)],
)
def test_the_heads_of_many_roles_run_upwards_until_only_a_wide_page_holds_them(count, turned, wide):
    parts = tuple(RaciAssignment(rid(f"r{at}"), Raci.INFORMED) for at in range(count))
    plan = plan_with(
        *(role(f"r{at}") for at in range(count)), RaciActivity(rid("x"), "Declare", parts)
    )

    (made,) = organisation.raci(scribe(plan))

    assert isinstance(made, Table)
    assert made.wide is wide
    assert [column.turned for column in made.columns] == [False, *[turned] * count]


def test_decision_rights_are_listed_for_those_who_have_any():
    plan = plan_with(role("a", authority=("Stop it.",), granted_by="The board"), role("b"))

    assert rows(only_table(organisation.authority(scribe(plan)))) == [
        ("A", "Stop it.", "The board")
    ]
    assert organisation.authority(scribe(plan_with(role("b")))) == ()


def test_rights_nobody_granted_leave_a_gap():
    made = only_table(organisation.authority(scribe(plan_with(role("a", authority=("Stop it.",))))))

    assert column(made, "Granted by") == [GAP]


def test_people_show_how_and_when_they_are_reached_and_who_checked():
    plan = plan_with(
        person(
            "anna",
            "Anna Keller",
            title="CISO",
            unit="Security",
            channels=(MOBILE,),
            availability="Working hours",
            time_zone="Europe/London",
            verified_on=date(2026, 11, 1),
            verified_by="Jonas Lind",
        ),
        person("bob", verified_by="nobody yet"),
        person("cy", availability="At all times"),
    )

    assert rows(captioned(organisation.contacts(scribe(plan)), "People")) == [
        (
            "Anna Keller",
            "CISO\nSecurity",
            "mobile: +44 20 7946 0100 (out of band)\nWorking hours, Europe/London",
            "1 November 2026\nby Jonas Lind",
        ),
        ("Bob", "", GAP, "never"),
        ("Cy", "", f"{GAP}\nAt all times", "never"),
    ]


def test_parties_show_purpose_reference_and_verification():
    plan = plan_with(
        Party(
            rid("insurer"),
            "Example Insurance",
            PartyKind.INSURER,
            "Cover",
            "P-1",
            (MOBILE,),
            "At all times",
            date(2026, 11, 4),
            "Anna",
        ),
        Party(rid("bare"), "Bare", PartyKind.OTHER),
    )

    assert rows(captioned(organisation.contacts(scribe(plan)), "Outside parties")) == [
        (
            "Example Insurance",
            "Cover\nReference: P-1",
            "mobile: +44 20 7946 0100 (out of band)\nAt all times",
            "4 November 2026\nby Anna",
        ),
        ("Bare", "", GAP, "never"),
    ]


def test_resources_may_leave_all_but_their_name_open():
    plan = plan_with(
        Resource(rid("a"), "Laptops", "Response", "IT", "Safe"), Resource(rid("b"), "Room")
    )

    assert rows(only_table(organisation.resources(scribe(plan)))) == [
        ("Laptops", "Response", "IT", "Safe"),
        ("Room", "", "", ""),
    ]
