import pytest

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import Plan
from app.services.cancelling import Cancelled
from app.services.importing.checking import TOLD_EVERY, Take, check
from app.services.importing.problems import ProblemKind
from tests.unit.services.importing.tabling import plan_of, preview, reader, table

ADA = Person(
    RecordId("ada"),
    "Ada Byron",
    channels=(
        Channel(ChannelKind.EMAIL, "ada@x.org"),
        Channel(ChannelKind.PHONE, "+44 20 7946 0958"),
    ),
)


def advised(text, *people):
    return [one.advised for one in preview(text, plan_of(*people)).candidates]


def said(candidate, kind):
    return [problem.text for problem in candidate.problems if problem.kind is kind]


def test_rows_about_nobody_known_are_added():
    shown = preview("Name|Mobile\nAda Byron|07700 900123\nBo Ek|07700 900124")

    assert [one.advised for one in shown.candidates] == [Take.ADD, Take.ADD]
    assert [one.ways for one in shown.candidates] == [(Take.ADD, Take.SKIP)] * 2
    assert shown.name == "people.csv"


def test_a_row_without_a_name_can_only_be_left_out():
    (candidate,) = preview("Name|Mobile\n|07700 900123").candidates

    assert candidate.advised is Take.SKIP
    assert candidate.ways == (Take.SKIP,)


def test_somebody_in_the_plan_is_updated():
    (candidate,) = preview("Name|Title\nada  byron|Head", plan_of(ADA)).candidates

    assert candidate.advised is Take.UPDATE
    assert candidate.ways == (Take.ADD, Take.UPDATE, Take.SKIP)
    assert candidate.changes
    assert said(candidate, ProblemKind.KNOWN) == ["\u2018Ada Byron\u2019 is in the plan already."]


def test_an_update_that_says_nothing_new_is_told():
    (candidate,) = preview("Name|E-mail\nAda Byron|ADA@x.org", plan_of(ADA)).candidates

    assert candidate.updated == ADA
    assert not candidate.changes


def test_the_same_mail_under_a_like_name_is_the_same_person():
    (candidate,) = preview("Name|E-mail\nAda Lovelace|ada@x.org", plan_of(ADA)).candidates

    assert candidate.advised is Take.UPDATE
    assert "e-mail" in said(candidate, ProblemKind.KNOWN)[0]


def test_the_number_of_an_office_may_be_shared():
    (candidate,) = preview("Name|Phone\nBo Ek|020 7946 0958", plan_of(ADA)).candidates

    assert candidate.advised is Take.ADD
    assert candidate.ways == (Take.ADD, Take.UPDATE, Take.SKIP)
    assert "\u2018Ada Byron\u2019" in said(candidate, ProblemKind.SHARED)[0]


def test_a_row_that_stands_twice_is_left_out_the_second_time():
    shown = preview("Name|Title\nAda Byron|x\nBo Ek|y\nADA BYRON|z")

    assert [one.advised for one in shown.candidates] == [Take.ADD, Take.ADD, Take.SKIP]
    assert said(shown.candidates[2], ProblemKind.DOUBLE) == ["Row 2 is called the same."]
    assert shown.candidates[2].ways == (Take.ADD, Take.SKIP)


def test_a_like_name_with_the_same_mail_stands_twice_and_a_shared_number_does_not():
    shown = preview(
        "Name|E-mail|Phone\nAda Byron|ada@x.org|\nAda B Byron|ada@x.org|\n"
        "Bo Ek||020 7946 0958\nCy Ek||020 7946 0958"
    )

    assert [one.advised for one in shown.candidates] == [Take.ADD, Take.SKIP, Take.ADD, Take.ADD]
    assert "e-mail" in said(shown.candidates[1], ProblemKind.DOUBLE)[0]
    assert said(shown.candidates[3], ProblemKind.SHARED) == [
        "Row 4 has the same number or address."
    ]


def test_one_record_is_updated_by_one_row():
    text = "Name|E-mail\nAda Byron|other@x.org\nAda Lovelace|ada@x.org"

    assert advised(text, ADA) == [Take.UPDATE, Take.ADD]


def test_a_sure_row_has_the_record_before_one_that_only_may_be_about_it():
    shown = preview("Name|Phone\nBo Ek|020 7946 0958\nAda Byron|", plan_of(ADA))

    assert [one.advised for one in shown.candidates] == [Take.ADD, Take.UPDATE]
    assert shown.candidates[0].ways == (Take.ADD, Take.SKIP)


def test_worst_problems_stand_first():
    (candidate,) = preview("Name|Mobile\nAda Byron|12", plan_of(ADA)).candidates

    assert candidate.problems[0].kind is ProblemKind.NUMBER


def test_trainings_of_one_topic_for_two_audiences_differ():
    shown = preview("Audience|Topic\nAll|Calls\nCrisis team|Calls\nall|calls", kind=Kind.TRAINING)

    assert [one.advised for one in shown.candidates] == [Take.ADD, Take.ADD, Take.SKIP]


def test_remarks_of_the_columns_are_handed_on():
    shown = preview("Goal|Due\na|03/04/2026", kind=Kind.ROADMAP)

    assert len(shown.remarks) == 1


def test_checking_tells_how_far_it_is_and_can_be_stopped():
    made = table("Name\n" + "\n".join(f"Person {at}" for at in range(2 * TOLD_EVERY)))
    told = []

    def tell(share, what):
        told.append((share, what))
        if len(told) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        check(Plan(RecordId("p")), Kind.PERSON, made, reader(made, Kind.PERSON), tell)

    assert told == [(0.0, "Row 2"), (0.5, f"Row {TOLD_EVERY + 2}")]
