from app.domain.document.inline import plain
from app.domain.document.tree import Anchor, Cell, Column, Heading, Paragraph, Table
from app.export.compose.survey import Station, survey


def at(name):
    return Paragraph((Anchor(name), *plain("words")))


BODY = (
    at("cover"),
    Heading(1, "Control", "control", numbered=False),
    at("history"),
    Heading(1, "Part", "part"),
    Heading(2, "Scope", "scope"),
    at("sentence"),
    Heading(3, "Deeper", "deep", numbered=False),
    at("again"),
    Table("T", (Column("A"),), ((Cell(((Anchor("row"),),)),),), "table"),
    Heading(2, "Roles", "roles"),
    at("sentence"),
)


def test_a_place_stands_under_the_heading_of_its_section():
    found = {name: spot.station for name, spot in survey(BODY, "Annex").items()}

    scope = Station("scope", "1.1", "Scope")
    assert found == {
        "control": Station("control", "", "Control"),
        "history": Station("control", "", "Control"),
        "part": Station("part", "1", "Part"),
        **dict.fromkeys(("scope", "sentence", "deep", "again", "table", "row"), scope),
        "roles": Station("roles", "1.2", "Roles"),
    }


def test_places_are_ordered_as_they_are_read():
    found = survey(BODY, "Annex")

    assert sorted(found, key=lambda name: found[name].order) == [
        *("control", "history", "part", "scope", "sentence", "deep", "again", "table", "row"),
        "roles",
    ]


def test_a_place_in_an_annex_stands_under_its_letter():
    body = (
        Heading(1, "Roles", "a", annex=True),
        at("first"),
        Heading(2, "RACI", "b", annex=True),
        at("second"),
    )

    found = survey(body, "Annexe")

    assert found["first"].station == Station("a", "Annexe A", "Roles")
    assert found["second"].station == Station("b", "A.1", "RACI")


def test_an_empty_document_has_no_place():
    assert survey((), "Annex") == {}
