"""The plan's own words that an answer changed: each sentence with the change marked."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from app.domain.comparing.excerpts import Piece, excerpt
from app.domain.comparing.redline import redline
from app.domain.document.prose.reader import read
from app.domain.document.prose.text import plain_text
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import all_answers
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.sections import Section
from app.domain.plan.variables import ORGANISATION, PROFILE_PREFIX
from app.services.previewing.spoken import spoken

WORDS_AROUND = 9
"""Words shown on either side of what changed."""
LONGEST = 45
"""Words shown of a passage that came or went as a whole."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where in the plan words changed, and which; `pieces` mark what went and what came."""

    section: RecordId
    title: str
    pieces: tuple[Piece, ...]


def passages(before: Plan, after: Plan, template: PlanTemplate) -> Iterator[Passage]:
    """What reads differently in `after`, in the order of its sections, worked out as asked for.

    Only the texts of sections are looked at, and of them only those that were changed or that
    mention an answer that differs.
    """
    mentions = tuple(f"{{{{{name}}}}}" for name in _differing(before, after))
    for key, section in after.sections.items():
        old = before.sections.get(key)
        if old is None or not _may_differ(old, section, mentions):
            continue
        was, now = _lines(old, before, template), _lines(section, after, template)
        for went, came in _replaced(was, now):
            pieces = excerpt(redline(went, came), WORDS_AROUND, LONGEST)
            yield Passage(key, section.title, pieces)


def _differing(before: Plan, after: Plan) -> Iterator[str]:
    """The names of variables that may stand for something else now."""
    old, new = all_answers(before), all_answers(after)
    names = [name for name in old.keys() | new.keys() if old.get(name) != new.get(name)]
    yield from names
    if any(name.startswith(PROFILE_PREFIX) for name in names):
        yield ORGANISATION


def _may_differ(old: Section, new: Section, mentions: tuple[str, ...]) -> bool:
    if old.prose != new.prose or old.not_applicable != new.not_applicable:
        return True
    return any(name in new.prose for name in mentions)


def _lines(section: Section, plan: Plan, template: PlanTemplate) -> list[str]:
    """What is read in a section, a paragraph each; a section that is left out says why."""
    if section.not_applicable.strip():
        return [section.not_applicable.strip()]
    said = plain_text(spoken(read(section.prose), plan, template))
    return [" ".join(line.split()) for line in said.splitlines() if line.strip()]


def _replaced(was: list[str], now: list[str]) -> Iterator[tuple[str, str]]:
    """Paragraphs that differ, each next to the one in whose place it came; blank for none."""
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            continue
        went, came = was[old_from:old_to], now[new_from:new_to]
        for at in range(max(len(went), len(came))):
            yield "".join(went[at : at + 1]), "".join(came[at : at + 1])
