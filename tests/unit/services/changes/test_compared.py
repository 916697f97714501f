"""Two states of a plan, change by change, as people read them."""

from dataclasses import replace

import pytest

from app.domain.comparing.redline import Span, SpanKind
from app.domain.interview.questions import Question
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Plan, Record
from app.domain.plan.playbooks import Phase, PlaybookStep
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer, Section
from app.services.changes.compared import NAME_MOST, Changed, Compared, Detail, compared
from tests.builders import HOSTILE, person, plan_with, question, rid, role

REST = " ".join(f"word{at}" for at in range(20))
SCOPE = Section(rid("scope"), "Scope", f"The plan **covers** all sites. {REST}")
LEVEL = SeverityLevel(rid("s2"), "S2 High", 2, update_every=Duration(4, TimeUnit.HOURS))
LEAD = role("lead", "Incident lead", duties=("Leads.",))


def made(*records: Record, became: tuple[Record, ...], **asked: Question) -> Compared:
    return compared(plan_with(*records), plan_with(*became), asked)


def only(made: Compared) -> tuple[Changed, Detail]:
    (changed,) = made.records
    (detail,) = made.details(changed)
    return changed, detail


def redlined(detail: Detail) -> str:
    signs = {SpanKind.SAME: "{}", SpanKind.REMOVED: "[-{}-]", SpanKind.ADDED: "[+{}+]"}
    return "".join(signs[span.kind].format(span.text) for span in detail.redline)


def test_an_edited_record_is_a_change_a_field():
    edited = replace(LEAD, name="Leader", duties=(), deputies=(rid("ann"),))
    both = made(LEAD, person("ann"), became=(edited, person("ann")))

    (changed,) = both.records
    assert changed.name == "Leader"
    assert changed.fields == ("name", "duties", "deputies")
    assert changed.material == {"duties"}
    assert (both.count, both.material) == (3, 1)
    assert [(one.field, one.material) for one in both.details(changed)] == [
        ("name", False),
        ("duties", True),
        ("deputies", False),
    ]


def test_a_sentence_stands_without_the_name_of_its_record():
    changed, detail = only(
        made(LEVEL, became=(replace(LEVEL, update_every=Duration(2, TimeUnit.HOURS)),))
    )

    assert changed.name == "S2 High"
    assert (detail.words, detail.change) == ("update every", "from 4 hours to 2 hours")
    assert detail.redline == ()


def test_a_record_that_came_went_or_moved_is_one_change():
    steps = [PlaybookStep(rid(key), rid("p"), Phase.CLOSE, f"Do {key}") for key in "ab"]
    both = made(*steps, person("ann", unit="IT"), became=(*reversed(steps), LEAD))

    fields = {record.name: record.fields for record in both.records}
    assert set(fields.values()) == {("",)}
    assert both.count == 3
    assert both.material == 2
    gone = next(record for record in both.records if record.name == "Ann")
    assert [(one.words, one.change) for one in both.details(gone)] == [("department", "was “IT”")]


def test_prose_is_compared_as_it_is_read():
    edited = replace(SCOPE, prose=f"The plan covers *all* sites and {REST}")

    _, detail = only(made(SCOPE, became=(edited,)))

    assert detail.change.startswith("changed (")
    assert redlined(detail) == f"The plan covers all sites[-.-][+ and+] {REST}"


def test_the_body_of_a_message_is_prose_too():
    message = MessageTemplate(rid("m"), "First notice", body=f"**Dear** all, {REST}")

    _, detail = only(made(message, became=(replace(message, body=f"Dear you, {REST}"),)))

    assert redlined(detail) == f"Dear [-all-][+you+], {REST}"


def test_any_other_text_is_compared_letter_by_letter():
    _, detail = only(
        made(
            replace(LEVEL, meaning=f"**Bad**. {REST}"),
            became=(replace(LEVEL, meaning=f"Bad. {REST}"),),
        )
    )

    assert redlined(detail) == f"[-**-]Bad[-**-]. {REST}"


def test_a_text_that_only_looks_otherwise_has_no_redline():
    _, detail = only(made(SCOPE, became=(replace(SCOPE, prose=SCOPE.prose.replace("**", "")),)))

    assert detail.change == "changed (blanks or punctuation only)"
    assert detail.redline == ()


def test_a_variable_is_read_as_what_it_stood_for_then():
    text = f"{{{{organisation}}}} calls {{{{reporting.channel}}}}, {{{{x.y}}}}. {REST}"
    old = plan_with(Section(rid("s"), "S", text), profile=Profile(short_name="Old Ltd"))
    new = plan_with(Section(rid("s"), "S", f"{text} End."), profile=Profile(short_name="New Ltd"))
    asked = {"reporting.channel": question("reporting.channel", text="Which number?")}

    both = compared(old, new, asked)

    (detail,) = both.details(next(one for one in both.records if one.difference.id == "s"))
    assert redlined(detail) == (f"[-Old-][+New+] Ltd calls [Which number?], [x.y]. {REST}[+ End.+]")


def test_an_answer_is_called_by_its_question_where_one_asks_it():
    answers = Answer(rid("a.b"), rid("scope"), "yes"), Answer(rid("c.d"), rid("scope"), "yes")
    both = made(became=answers, **{"a.b": question("a.b", text="Who\n decides?")})

    assert [record.name for record in both.records] == ["Who decides?", "c.d"]


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 5000, "  \n "])
def test_a_name_is_one_short_line_whatever_it_was(text):
    (record,) = made(became=(role("r", f"{text}\nb"),)).records

    assert "\n" not in record.name
    assert 0 < len(record.name) <= NAME_MOST + 1


def test_equal_plans_have_no_changes():
    both = compared(plan_with(LEAD), plan_with(LEAD), {})

    assert both.records == ()
    assert (both.count, both.material) == (0, 0)


def test_the_same_spans_tell_both_sides():
    _, detail = only(made(SCOPE, became=(replace(SCOPE, prose=f"Nothing. {REST}"),)))

    assert isinstance(detail.redline[0], Span)
    old = "".join(one.text for one in detail.redline if one.kind is not SpanKind.ADDED)
    assert old == f"The plan covers all sites. {REST}"


def test_a_plan_without_a_profile_name_still_reads():
    both = compared(Plan(rid("a")), plan_with(LEAD), {})

    assert [record.name for record in both.records] == ["Incident lead"]
