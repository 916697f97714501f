import pytest

from app.domain.judgement.elements.answering import deciding, is_asked
from app.domain.judgement.elements.element import Answered, Bounds
from app.domain.judgement.elements.probes import probe_for
from app.domain.judgement.reach import reach_of
from app.domain.plan.changes import put
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from tests.builders import person, rid
from tests.unit.domain.judgement.elements.judging import counts, gap, outcome
from tests.unit.domain.judgement.subjects import context

BOTH = Answered(("why", "note"))


def said(key, value="Because."):
    return Answer(rid(key), rid("purpose"), value)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((said("why"), said("note")), (2, 2)),
        ((said("why"), said("note", " ")), (1, 2)),
        ((said("why", ""),), (0, 2)),
        ((), (0, 2)),
    ],
)
def test_all_questions_are_to_be_answered(answers, expected):
    assert counts(BOTH, *answers) == expected


def test_one_of_several_may_be_enough():
    assert counts(Answered(("why", "note"), 1), said("note")) == (1, 1)
    assert counts(Answered(("why", "note"), 1)) == (0, 1)


def test_no_is_an_answer():
    assert counts(Answered(("why",)), said("why", False)) == (1, 1)


def test_the_open_questions_are_asked_again():
    assert gap(BOTH, said("note")) == "not answered: “What is why?”"


def test_a_question_that_is_not_asked_is_not_needed():
    assert counts(Answered(("why", "detail"))) == (0, 1)
    assert counts(Answered(("why", "detail")), said("why")) == (1, 2)


def test_nobody_expects_answers_when_nothing_is_asked():
    assert outcome(Answered(("ot",))) is None
    assert counts(Answered(("ot",)), profile=Profile(uses_ot=True)) == (0, 1)


def test_no_more_are_needed_than_are_asked():
    assert counts(Answered(("why", "ot"), 2), said("why")) == (1, 1)


def test_a_question_no_template_has_is_always_asked():
    assert is_asked(context(), "own.question")
    assert gap(Answered(("own.question",))) == "not answered: “own.question”"
    assert counts(Answered(("own.question",)), said("own.question")) == (1, 1)


def test_what_decides_whether_it_is_asked_is_known():
    assert deciding(context(), Answered(("detail", "ot", "own"))) == ("why", "profile.uses_ot")


def test_records_do_not_matter_to_answers():
    before, now = context(), context(person("ada"))
    reach = reach_of((put(before.plan, person("ada")),))

    assert probe_for(before, Answered(("why",))).update(now, reach) is False


def test_some_answers_do_not_count():
    watched = Answered(("why",), other_than=("nobody",))

    assert counts(watched, said("why", "nobody")) == (0, 1)
    assert counts(watched, said("why", "the team")) == (1, 1)
    assert gap(watched, said("why", "nobody")) == "“What is why?” is answered with nobody"


def test_a_span_of_time_outside_of_the_limits_does_not_count():
    kept = Answered(("why",), bounds=Bounds(least=Duration(72, TimeUnit.MONTHS)))

    assert counts(kept, said("why", Duration(72, TimeUnit.MONTHS))) == (1, 1)
    assert counts(kept, said("why", Duration(12, TimeUnit.MONTHS))) == (0, 1)
    assert counts(kept, said("why", "long")) == (0, 1)
    assert gap(kept, said("why", Duration(12, TimeUnit.MONTHS))) == (
        "“What is why?” is answered with 12 months"
    )
