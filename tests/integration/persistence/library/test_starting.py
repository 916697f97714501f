import pytest

from app.domain.interview.conditions import AllOf, Answered, Equals
from app.domain.plan.classification import IncidentCategory
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Kind, kind_of
from app.domain.plan.roles import Role

NAME = "templates/base/starting/response.yaml"


def _records(shelf, kind):
    starting = shelf.library.template("small").starting
    return {item.record.id: item for item in starting if kind_of(item.record) is kind}


def test_records_keep_their_fields_and_spans_become_durations(shelf):
    worst = _records(shelf, Kind.SEVERITY)["s1"].record

    assert (worst.name, worst.rank, worst.informed) == ("Critical", 1, ("incident-lead",))
    assert worst.respond_in_hours == Duration(15, TimeUnit.MINUTES)
    assert worst.escalate_in_hours == Duration(0, TimeUnit.MINUTES)


def test_a_record_is_proposed_under_its_condition(shelf):
    roles = _records(shelf, Kind.ROLE)

    assert roles["cloud-lead"].when == Equals("profile.uses_cloud", True)
    assert roles["incident-lead"].when is None


def test_the_own_kind_of_a_record_is_written_as_type(shelf):
    exercise = _records(shelf, Kind.EXERCISE)["tabletop"].record

    assert exercise.kind == "tabletop"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (
            "kind: categories",
            "kind: category",
            "records[9].kind: 'category' is none of parties, roles",
        ),
        *(
            ("kind: categories", f"kind: {name}", f"records[9].kind: '{name}' is none of parties")
            for name in ("people", "accepted", "attestations", "evidence", "exclusions")
        ),
        ("kind: categories", "kind: decisions", "records[9].kind: 'decisions' is none of"),
        (
            "respond_in_hours: 15 minutes",
            "respond_in_hours: soon",
            "records[2].respond_in_hours: is not",
        ),
        ("tier: incident,", "tier: boss,", "records[0].tier: 'boss' is none of board, crisis"),
        ("kind: severities\n    name: Critical", "kind: severities", "records[2].name: is missing"),
        ("duties: [Leads.]", "tasks: [Leads.]", "records[0].tasks: is not a known field"),
        ("id: malware", "id: Mal ware", "records[9].id: 'Mal ware' is no id"),
        (
            "when: {equals: {question: profile.uses_cloud, value: true}}",
            "when: {equal: {question: profile.uses_cloud, value: true}}",
            "records[1].when.equal: is not a known field",
        ),
    ],
)
def test_a_broken_record_is_told(shelf, old, new, line):
    problem = shelf.problem_after(NAME, old, new)

    assert f"{NAME}: {line}" in problem


@pytest.fixture
def own(shelf):
    def write(text):
        path = shelf.root / "templates/small/starting/own.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return shelf

    return write


def test_a_template_replaces_records_of_the_base_by_id_and_adds_its_own(own):
    text = (
        "records:\n  - {kind: roles, id: cloud-lead, name: Head of platform}\n"
        "  - {kind: roles, id: harbour-master, name: Harbour master}\n"
    )

    template = own(text).library.template("small")

    roles = [item.record for item in template.starting if isinstance(item.record, Role)]
    assert [(role.id, role.name) for role in roles] == [
        ("incident-lead", "Incident lead"),
        ("cloud-lead", "Head of platform"),
        ("harbour-master", "Harbour master"),
    ]


def test_a_template_has_kinds_of_its_own_instead_of_the_base(own):
    text = "instead_of: [categories]\nrecords:\n  - {kind: categories, id: flood, name: Flood}\n"

    shelf = own(text)
    shelf.edit("templates/playbooks/ransomware.yaml", "category: malware", "category: flood")
    template = shelf.library.template("small")

    found = [
        item.record.id for item in template.starting if isinstance(item.record, IncidentCategory)
    ]
    assert found == ["flood"]


def test_a_kind_that_is_none_cannot_be_replaced(own):
    (problem,) = own("instead_of: [category]\nrecords: []\n").problems()

    assert problem.startswith(
        "templates/small/starting/own.yaml: instead_of[0]: 'category' is none of"
    )


def test_broken_records_of_a_template_are_told(own):
    assert own("records: 3\n").problems() == [
        "templates/small/starting/own.yaml: records: is not a list"
    ]


FOUR = Equals("severity.scheme", "four")


def test_the_condition_of_a_file_limits_each_of_its_records(own):
    text = (
        "when: {equals: {question: severity.scheme, value: four}}\nrecords:\n"
        "  - {kind: roles, id: pilot, name: Pilot}\n"
        "  - {kind: roles, id: diver, name: Diver, when: {answered: profile.sector}}\n"
    )

    roles = _records(own(text), Kind.ROLE)

    assert roles["pilot"].when == FOUR
    assert roles["diver"].when == AllOf((FOUR, Answered("profile.sector")))


def test_a_broken_condition_of_a_file_is_told(own):
    (problem,) = own("when: {equal: 3}\nrecords: []\n").problems()

    assert problem.startswith("templates/small/starting/own.yaml: when.equal: is not a known field")


def test_alternatives_of_the_base_are_replaced_together(own):
    text = "records:\n  - {kind: severities, id: s2, name: Calm, rank: 2}\n"
    low = "  - {kind: severities, id: s2, name: Low, rank: 2}"
    when = "when: {equals: {question: severity.scheme, value: four}}"
    shelf = own(text)
    shelf.edit(NAME, low, "\n".join((low.replace("}", f", {when}}}"), low)))

    template = shelf.library.template("small")

    assert [item.record.name for item in template.starting if item.record.id == "s2"] == ["Calm"]


def test_a_template_may_state_alternatives_in_place_of_one_record(own):
    four = "{equals: {question: severity.scheme, value: four}}"
    row = "  - {kind: severities, id: s2, name: %s, rank: 2, when: %s}\n"
    text = "records:\n" + row % ("Calm", four) + row % ("Quiet", f"{{not: {four}}}")

    template = own(text).library.template("small")

    names = [item.record.name for item in template.starting if item.record.id == "s2"]
    assert names == ["Calm", "Quiet"]
