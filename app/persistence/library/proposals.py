"""Answers the library offers: defaults of questions, and what overlays propose."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.interview.conditions import Condition
from app.domain.interview.questions import AnswerDoesNotFit, Question, fit
from app.domain.interview.template import Proposal
from app.persistence.library.problems import Placed, Problems

Offer = tuple[str, Any, Condition | None]
"""A question's id, the offered answer as the file spells it, and when it is offered."""


def proposals_from(
    offers: Iterable[Placed[Offer]], questions: Mapping[str, Question], problems: Problems
) -> tuple[Proposal, ...]:
    """The offers whose answers fit their questions; what does not fit is noted."""
    read = (_proposal(offer, questions, problems) for offer in offers)
    return tuple(proposal for proposal in read if proposal is not None)


def _proposal(
    offer: Placed[Offer], questions: Mapping[str, Question], problems: Problems
) -> Proposal | None:
    name, raw, when = offer.item
    question = questions.get(name)
    if question is None:
        problems.note(offer.file, offer.place, f"'{name}' names no question")
        return None
    try:
        return Proposal(name, fit(question, raw), when)
    except AnswerDoesNotFit as error:
        problems.note(offer.file, offer.place, str(error))
        return None
