from app.domain.interview.conditions import Equals, Not
from app.domain.interview.template import StartingRecord
from app.domain.plan.plan import Kind
from app.persistence.library.base import read_base_header
from app.persistence.library.checks.presence import Presence
from app.persistence.library.files import named
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.sections import read_sections
from app.persistence.library.templates import read_header
from tests.builders import role

TWO, FOUR = Equals("severity.scheme", "two"), Equals("severity.scheme", "four")
LEAD = StartingRecord(role("lead"))
OF_TWO, OF_FOUR = StartingRecord(role("chief"), TWO), StartingRecord(role("chief"), FOUR)
OF_NEITHER = StartingRecord(role("chief"), Not(Equals("severity.scheme", "four")))


def presence(shelf, *starting: StartingRecord) -> Presence:
    problems = Problems()
    root = shelf.root / "templates"
    header, base = read_header(root, "small", problems), read_base_header(root, problems)
    sections = read_sections(named(root, root / "base/sections/lifecycle.yaml"), problems)
    assert header is not None
    assert base is not None
    placed = tuple(Placed("own.yaml", f"records[{at}]", one) for at, one in enumerate(starting))
    return Presence(TemplateParts(header, base, tuple(sections), placed, frozenset()))


def test_records_meet_unless_their_conditions_exclude_each_other(shelf):
    made = presence(shelf)

    assert made.meet(LEAD, LEAD)
    assert made.meet(LEAD, OF_TWO)
    assert made.meet(OF_TWO, OF_NEITHER)
    assert not made.meet(OF_TWO, OF_FOUR)
    assert not made.meet(OF_FOUR, OF_NEITHER)


def test_a_record_without_a_condition_is_never_lacking(shelf):
    assert not presence(shelf, LEAD).lacking(Kind.ROLE, "lead")


def test_a_record_that_is_not_proposed_is_lacking_wherever_something_else_is(shelf):
    made = presence(shelf, OF_TWO)

    assert made.lacking(Kind.ROLE, "nobody")
    assert made.lacking(Kind.PERSON, "chief")
    assert not made.lacking(Kind.ROLE, "nobody", OF_TWO, OF_FOUR)


def test_a_record_is_lacking_where_its_condition_does_not_hold(shelf):
    made = presence(shelf, OF_TWO)

    assert made.lacking(Kind.ROLE, "chief", LEAD)
    assert made.lacking(Kind.ROLE, "chief", OF_FOUR)
    assert not made.lacking(Kind.ROLE, "chief", OF_TWO)


def test_alternatives_that_leave_no_answers_out_are_always_there(shelf):
    assert presence(shelf, OF_TWO, OF_FOUR).lacking(Kind.ROLE, "chief", LEAD)
    assert not presence(shelf, OF_FOUR, OF_NEITHER).lacking(Kind.ROLE, "chief", LEAD)
