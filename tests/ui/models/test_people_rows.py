"""The rows of the tables of people, parties, roles and loads."""

from dataclasses import replace

from app.domain.plan.changes import apply, put
from app.domain.plan.plan import Kind
from app.services.people.directory import Directory
from app.services.people.load import loads
from tests.builders import rid
from tests.ui.fakes import NOW, TODAY
from tests.unit.services.people.directory_plan import ANN, CY, LEAD, organisation
from ui.models.people_rows import (
    BarCell,
    load_cells,
    load_columns,
    party_cells,
    party_columns,
    people_columns,
    person_cells,
    role_cells,
    role_columns,
)


def people() -> Directory:
    return Directory(organisation(), Kind.PERSON, TODAY)


def said(cells: object) -> list[str]:
    assert isinstance(cells, tuple)
    return [cell.said for cell in cells]


def test_a_person_in_a_row():
    assert said(person_cells(people(), NOW, ANN.id)) == [
        "Ann Müller. Head of security",
        "+44 7700 900101. Mobile · 1 more way",
        "Yes. Mobile",
        "",
        "23 Nov 2026",
        "Lead, Board",
    ]
    assert said(person_cells(people(), NOW, CY.id)) == [
        "Cy. External",
        "No way stated",
        "None",
        "",
        "Never",
        "None. Deputy: Lead",
    ]


def test_a_party_in_a_row():
    parties = Directory(organisation(), Kind.PARTY, TODAY)

    assert said(party_cells(parties, rid("insurer"))) == [
        "Meridian. Insurer",
        "Pays",
        "+44 7700 900101. Mobile",
        "POL-7",
        "Never",
    ]


def test_a_role_in_a_row():
    plan = organisation()

    assert said(role_cells(plan, LEAD.id)) == [
        "Lead. Incident management",
        "Ann Müller. Head of security",
        "1. Bo, 2. Cy",
        "None stated",
    ]
    given_by = replace(LEAD, holder=rid("gone"), authority=("Stop",), granted_by=" Board ")
    changed = apply(plan, (put(plan, given_by),))
    assert said(role_cells(changed, LEAD.id))[1::2] == ["Nobody", "1 decision. given by Board"]
    unsaid = apply(plan, (put(plan, replace(given_by, granted_by="")),))
    assert said(role_cells(unsaid, LEAD.id))[3] == "1 decision. nobody says who gave it"


def test_a_load_in_a_row_is_as_long_as_its_bar():
    plan = organisation()
    cells = load_cells(plan, loads(plan)[ANN.id], 5)
    bar = cells[1]

    assert isinstance(bar, BarCell)
    assert [part.amount for part in bar.parts] == [2, 0, 3]


def test_as_many_headings_as_cells():
    parties = Directory(organisation(), Kind.PARTY, TODAY)
    plan = organisation()

    assert len(people_columns()) == len(person_cells(people(), NOW, ANN.id))
    assert len(party_columns()) == len(party_cells(parties, rid("police")))
    assert len(role_columns()) == len(role_cells(plan, LEAD.id))
    assert len(load_columns()) == len(load_cells(plan, loads(plan)[ANN.id], 2))
