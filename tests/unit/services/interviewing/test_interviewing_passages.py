"""The plan's own words that an answer changed."""

from app.domain.comparing.redline import Span, SpanKind
from app.domain.plan.changes import apply, put
from app.domain.plan.sections import Section
from app.services.interviewing.passages import passages
from tests.builders import rid
from tests.unit.services.interviewing.interviews import TEMPLATE, answered, drafted


def told(before, after):
    """Each passage as its section, what went and what came."""
    return [
        (
            str(passage.section),
            text(passage, SpanKind.REMOVED),
            text(passage, SpanKind.ADDED),
        )
        for passage in passages(before, after, TEMPLATE)
    ]


def text(passage, kind):
    spans = (piece for piece in passage.pieces if isinstance(piece, Span))
    return "|".join(span.text for span in spans if span.kind is kind)


def test_nothing_is_told_while_nothing_differs():
    plan = drafted(profile__legal_name="Northwind")

    assert told(plan, plan) == []
    assert told(plan, answered(plan, "loose", "Not in any text")) == []


def test_a_word_that_an_answer_fills_is_marked_in_its_sentence():
    before = drafted(profile__legal_name="Northwind")

    (passage,) = passages(before, answered(before, "profile.legal_name", "Sea"), TEMPLATE)

    spans = [piece for piece in passage.pieces if isinstance(piece, Span)]
    assert [(span.kind, span.text) for span in spans] == [
        (SpanKind.REMOVED, "Northwind"),
        (SpanKind.ADDED, "Sea"),
        (SpanKind.SAME, " is in scope."),
    ]
    assert passage.title == "Scope"


def test_what_nobody_has_said_is_an_ellipsis():
    before = drafted()

    assert told(before, answered(before, "profile.legal_name", "Sea")) == [
        ("scope", "\N{HORIZONTAL ELLIPSIS}", "Sea")
    ]


def test_a_paragraph_and_a_section_come_with_an_answer():
    before = drafted()

    assert told(before, answered(before, "cards", True)) == [
        ("scope", "", "Cards are in scope."),
        ("cards", "No cards are taken", "Keep card data short"),
    ]


def test_entries_of_a_list_come_one_by_one():
    before = drafted(cards=True)

    assert told(before, answered(before, "brand", "Own")) == [("scope", "", "Cards of Own.")]


def test_hostile_words_stay_words():
    before = drafted(profile__legal_name="Northwind")

    found = told(before, answered(before, "profile.legal_name", "<b>{{cards}}</b> *x*"))

    assert found == [("scope", "Northwind", "<b>{{cards}}</b> *x*")]


def test_a_section_of_its_own_that_is_new_is_not_compared():
    before = drafted()
    after = apply(before, (put(before, Section(rid("own"), "Own", "Words.")),))

    assert told(before, after) == []
