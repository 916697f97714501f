from app.domain.judgement.elements.element import Answered, Evidence, Rows, Says
from app.domain.judgement.requirements import CheckKind
from app.domain.plan.assurance import EvidenceRecord, requirement_key
from app.domain.plan.kinds import Kind
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from app.export.compose.proof import Finder, Proof, gathered
from app.export.compose.survey import Spot, Station
from tests.builders import NOON, plan_with, rid, role
from tests.unit.export.compose.judged import element, framework, judged, requirement, written

SCOPE, ROLES = Station("section:scope", "1.1", "Scope"), Station("section:roles", "2.1", "Roles")


def finder(found, **evidence):
    return Finder(Proof(evidence), found)


def shown(kind, record, section="scope", quote="Words."):
    return Evidence(kind, record, section, "", quote)


SAID = shown(Kind.SECTION, "scope")
ANSWERED = shown(Kind.ANSWER, "scope.people")
HEADING = {"section:scope": Spot(0, SCOPE)}


def test_an_answer_is_found_where_its_section_prints_it():
    places = {**HEADING, "section:roles?scope.people": Spot(1, ROLES)}
    own = {**places, "section:scope?scope.people": Spot(2, SCOPE)}

    assert finder(own).place(ANSWERED) == "section:scope?scope.people"


def test_an_answer_that_another_section_prints_is_found_there():
    places = {
        **HEADING,
        "message:m?scope.people": Spot(1, ROLES),
        "section:roles?scope.people": Spot(2, ROLES),
        "section:scope?scope.people.too": Spot(3, SCOPE),
    }

    assert finder(places).place(ANSWERED) == "section:roles?scope.people"


def test_a_sentence_is_found_at_its_own_place():
    other = shown(Kind.SECTION, "scope", quote="Others.")
    places = {**HEADING, "section:scope#0": Spot(1, SCOPE), "section:scope#1": Spot(2, SCOPE)}
    found = finder(places, a=(SAID,), b=(other, SAID))

    assert [found.place(SAID), found.place(other)] == ["section:scope#0", "section:scope#1"]


def test_a_record_is_found_in_its_row_or_under_its_heading():
    places = {
        **HEADING,
        "record:roles/lead": Spot(1, SCOPE),
        "playbook:x": Spot(2, SCOPE),
        "tree:t": Spot(3, SCOPE),
        ":y": Spot(4, SCOPE),
    }
    records = (
        shown(Kind.ROLE, "lead"),
        shown(Kind.PLAYBOOK, "x"),
        shown(Kind.TREE, "t"),
        shown(Kind.ROLE, "y"),
    )

    assert [finder(places).place(one) for one in records] == [
        "record:roles/lead",
        "playbook:x",
        "tree:t",
        "section:scope",
    ]


def test_what_is_printed_nowhere_is_found_at_its_section_or_not_at_all():
    unprinted = (ANSWERED, SAID, shown(Kind.ACTION, "a"))

    assert {finder(HEADING).place(one) for one in unprinted} == {"section:scope"}
    assert {finder({}).place(one) for one in unprinted} == {""}


def test_places_are_grouped_by_heading_in_the_order_of_the_document():
    places = {
        "b": Spot(2, SCOPE),
        "a": Spot(1, SCOPE),
        "c": Spot(5, ROLES),
        "first": Spot(0, ROLES),
    }

    made = finder(places).grouped(("c", "b", "a", "first", "gone", "", "b"))

    assert [(one.station, one.places) for one in made] == [
        (ROLES, ("first", "c")),
        (SCOPE, ("a", "b")),
    ]


def plan():
    return plan_with(
        written("scope", "It binds all staff."),
        role("lead"),
        Answer(rid("purpose.objectives"), rid("purpose"), "to recover"),
        EvidenceRecord(
            rid("report"), "Report", "Folder", NOON.date(), "Jo", (requirement_key("nist", "A"),)
        ),
        profile=Profile(frameworks=("nist",)),
    )


ELEMENTS = (
    element("staff", "staff", Says(("scope",), (("staff",),))),
    element("guests", "guests", Says(("scope",), (("guest",),))),
    element("roles", "roles", Rows(Kind.ROLE), Says(("scope",), (("guest",),))),
    element("goal", "goal", Answered(("purpose.objectives",))),
    element("unused", "unused", Says(("scope",), (("staff",),))),
)
NEEDY = requirement("A", needs=("staff", "guests", "roles"), check=CheckKind.LINK_EVIDENCE)


def test_evidence_is_gathered_of_what_is_there_and_needed():
    judgement = judged(
        plan(), framework(NEEDY, requirement("B", needs=("goal", "staff"))), elements=ELEMENTS
    )

    proof = gathered(judgement)

    assert set(proof.evidence) == {"staff", "roles", "goal"}
    assert [one.quote for one in proof.of(judgement.coverage("nist")[0])] == [
        "It binds all staff.",
        "Lead",
    ]
    assert proof.sentences() == {"scope": ("It binds all staff.",)}


def test_a_requirement_stands_at_its_evidence_and_at_the_record_on_file():
    judgement = judged(plan(), framework(NEEDY), elements=ELEMENTS)
    places = {
        "section:scope#0": Spot(0, SCOPE),
        "record:roles/lead": Spot(1, ROLES),
        "record:evidence/report": Spot(2, ROLES),
    }

    (status,) = judgement.coverage("nist")
    made = Finder(gathered(judgement), places).standings(status)

    assert [one.places for one in made] == [
        ("section:scope#0",),
        ("record:roles/lead", "record:evidence/report"),
    ]
