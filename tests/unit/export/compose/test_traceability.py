from dataclasses import replace

import pytest

from app.domain.document.tree import CrossReference, PageOf, Tone
from app.domain.judgement.elements.element import Rows, Says
from app.domain.judgement.requirements import CheckKind, Confidence, FrameworkStatus
from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion, requirement_key
from app.domain.plan.kinds import Kind
from app.domain.plan.profile import Profile
from app.export.compose.proof import Finder, gathered
from app.export.compose.scribe import Scribe
from app.export.compose.survey import Spot, Station
from app.export.compose.traceability import MOST_MISSING, MOST_STANDINGS, traceability
from tests.builders import NOON, plan_with, rid, role
from tests.labels import ENGLISH, scribe
from tests.unit.export.compose.judged import element, framework, judged, requirement, written
from tests.unit.export.compose.reading import captioned, column, headings, lines, only_table, rows

KEY = requirement_key("nist", "A")
FOUND = "Found at, and what is open"
SCOPE, ROLES = Station("section:scope", "1.1", "Scope"), Station("control", "", "Control")
PLACES = {
    "section:scope": Spot(0, SCOPE),
    "section:scope#0": Spot(1, SCOPE),
    "section:scope#1": Spot(2, SCOPE),
    "record:roles/lead": Spot(3, ROLES),
}
ELEMENTS = (
    element("staff", "the staff it binds", Says(("scope",), (("staff",),))),
    element("suppliers", "the suppliers it binds", Says(("scope",), (("supplier",),))),
    element("lead", "a lead", Rows(Kind.ROLE)),
    *(element(f"no{n}", f"thing {n}", Says(("scope",), (("nothing",),))) for n in range(9)),
)


def traced(*requirements, records=(), places=PLACES, labels=ENGLISH, **changes):
    plan = plan_with(
        written("scope", "It binds all staff. It binds suppliers."),
        role("lead"),
        *records,
        profile=Profile(frameworks=("nist",)),
    )
    judgement = judged(plan, framework(*requirements, **changes), elements=ELEMENTS)
    finder = Finder(gathered(judgement), places)
    return traceability(judgement, finder, Scribe(judgement.plan, labels))


def found(*needs, records=(), places=PLACES, labels=ENGLISH, **changes):
    """What the row of a requirement with these needs says it was found at."""
    asked = requirement("A", needs=needs, **changes)
    blocks = traced(asked, records=records, places=places, labels=labels)
    (said,) = column(only_table(blocks), FOUND)
    return said.replace("\N{NO-BREAK SPACE}", " ")


def test_a_met_requirement_names_each_section_once_with_its_pages():
    made = only_table(traced(requirement("A", needs=("staff", "lead", "suppliers"))))

    assert rows(made) == [("A", "Title of A", "1.1\xa0(p.\xa0#), Control\xa0(p.\xa0#)", "met")]
    (line,) = made.rows[0][2].paragraphs
    assert line[0] == CrossReference("section:scope", "1.1", counted=True)
    assert line[2] == PageOf("section:scope#0", ("section:scope#1",))
    assert CrossReference("control", "Control") in line
    assert made.rows[0][3].tone is Tone.GOOD


def test_what_is_missing_is_said_behind_what_was_found():
    assert found("staff", "no1", "no2") == "1.1 (p. #)\nMissing: thing 1; thing 2."
    assert found("no1") == "Missing: thing 1."


def test_a_long_list_of_gaps_is_cut():
    named = "; ".join(f"thing {n}" for n in range(MOST_MISSING))

    assert found(*(f"no{n}" for n in range(9))) == f"Missing: {named}; and 3 more."
    assert found(*(f"no{n}" for n in range(MOST_MISSING))) == f"Missing: {named}."


@pytest.mark.parametrize(("count", "rest"), [(MOST_STANDINGS, ""), (9, " and 3 more")])
def test_a_long_list_of_places_is_cut(count, rest):
    needs = [element(f"e{n}", "x", Says((key,), (("text",),))) for n, key in enumerate(KEYS)]
    plan = plan_with(*(written(key) for key in KEYS), profile=Profile(frameworks=("nist",)))
    asked = requirement("A", needs=tuple(one.id for one in needs[:count]))
    judgement = judged(plan, framework(asked), elements=tuple(needs))
    places = {
        f"section:{key}": Spot(at, Station(f"section:{key}", f"1.{at}", key))
        for at, key in enumerate(KEYS)
    }

    (said,) = column(
        only_table(
            traceability(judgement, Finder(gathered(judgement), places), scribe(judgement.plan))
        ),
        FOUND,
    )

    assert said.count("(p.") == MOST_STANDINGS
    assert said.endswith(f"\xa0(p.\xa0#){rest}")


KEYS = (
    *("purpose", "scope", "roles", "contacts", "recovery", "evidence", "metrics", "training"),
    "exercises",
)


def test_who_stands_for_a_requirement_is_named():
    attested = Attestation(KEY, "Jo Lee", "Read the register.", NOON.date())
    filed = EvidenceRecord(rid("r"), "Report", "Folder 7", NOON.date(), "Ann", (KEY,))

    assert found("staff", records=(attested, filed), check=CheckKind.ATTEST) == (
        "1.1 (p. #)\n"
        "Attested by Jo Lee on 21 November 2026: Read the register.\n"
        "On file: Report, dated 21 November 2026, Folder 7; owner: Ann."
    )


def test_days_are_written_as_the_language_of_the_plan_writes_them():
    texts = {**ENGLISH.texts, "date.pattern": "{month} {day}, {year}"}
    filed = EvidenceRecord(rid("r"), "Report", "Folder 7", NOON.date(), "Ann", (KEY,))

    said = found(
        "staff", records=(filed,), check=CheckKind.ATTEST, labels=replace(ENGLISH, texts=texts)
    )

    assert "Report, dated November 21, 2026, Folder 7" in said


def test_a_person_who_is_awaited_finds_what_is_there():
    assert found("staff", check=CheckKind.ATTEST) == (
        "1.1 (p. #)\nNeeds a named person to attest it; text alone does not show it."
    )


def test_why_a_requirement_does_not_apply_is_said():
    excluded = Exclusion(KEY, "There is no such plant", "Jo Lee")

    assert found("no1", records=(excluded,)) == "There is no such plant. (Jo Lee)"


def test_what_needs_nothing_of_the_plan_points_to_its_sections():
    made = traced(requirement("A", "scope", "elsewhere"), requirement("B"))

    pointed, silent = column(only_table(made), FOUND)
    assert pointed.startswith("See 1.1\xa0(p.\xa0#)\n")
    assert "See" not in silent


def test_evidence_without_a_place_leaves_none():
    assert found("lead", places={}) == ""


def test_what_was_read_from_memory_says_so():
    made = traced(requirement("A", confidence=Confidence.MEMORY), requirement("B"))

    assert column(only_table(made), "What it asks") == [
        "Title of A\nfrom memory: verify before relying on this",
        "Title of B",
    ]


def test_a_framework_is_introduced_by_its_full_name_and_origin():
    made = traced(requirement("A"), url="https://nist.example")

    assert headings(made) == ["NIST SP 800-61 Rev. 3"]
    assert lines(made)[1] == (
        "NIST SP 800-61 Rev. 3, Incident Response Recommendations · NIST, Rev. 3 · "
        "https://nist.example"
    )
    captioned(made, "NIST SP 800-61 Rev. 3: requirement, section and page")


@pytest.mark.parametrize(
    ("status", "end"),
    [
        (FrameworkStatus.CURRENT, "NIST, Rev. 3"),
        (FrameworkStatus.WITHDRAWN, " · Withdrawn edition"),
        (FrameworkStatus.NOT_YET_IN_FORCE, " · Not yet in force"),
    ],
)
def test_an_edition_that_is_not_current_says_so(status, end):
    assert lines(traced(requirement("A"), status=status))[1].endswith(end)


def test_hostile_words_are_only_words():
    hostile = "<b>&amp;</b> {{7*7}} \u202eevil"
    excluded = Exclusion(KEY, hostile)

    assert found("no1", records=(replace(excluded, by=hostile),)) == f"{hostile}. ({hostile})"
