from app.domain.interview.conditions import Answered
from app.domain.interview.questions import AnswerKind
from app.domain.interview.template import Proposal
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.proposals import Offer, proposals_from
from tests.builders import question

ASKED = {"people.count": question("people.count", AnswerKind.NUMBER)}


def _read(name, raw):
    problems = Problems()
    offer: Placed[Offer] = Placed(
        "overlays/a.yaml", f"proposals.{name}", (name, raw, Answered("scope.sites"))
    )
    return proposals_from([offer], ASKED, problems), problems.lines


def test_an_offer_becomes_a_proposal_with_its_condition():
    proposals, told = _read("people.count", 3)

    assert proposals == (Proposal("people.count", 3, Answered("scope.sites")),)
    assert told == []


def test_an_offer_that_is_no_answer_is_told():
    proposals, told = _read("people.count", "many")

    assert proposals == ()
    assert told == ["overlays/a.yaml: proposals.people.count: expected a whole number, 0 or more"]


def test_an_offer_to_no_question_is_told():
    _, told = _read("people.names", "x")

    assert told == ["overlays/a.yaml: proposals.people.names: 'people.names' names no question"]
