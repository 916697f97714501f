"""Comments gathered into conversations, each about one record."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.lifecycle.reviewing.items import record_meant
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan

About = tuple[Kind, RecordId]
"""The record that is spoken of."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment and its answers, the oldest first; `about` is None where it names no record."""

    about: About | None
    first: Comment
    answers: tuple[Comment, ...] = ()

    @property
    def comments(self) -> tuple[Comment, ...]:
        """All that was said."""
        return (self.first, *self.answers)


def threads(plan: Plan, about: About | None = None) -> tuple[Thread, ...]:
    """The conversations on one record, or all of them; the one that began last comes first."""
    said: dict[RecordId, list[Comment]] = {}
    known: dict[RecordId, Comment] = {}
    for comment in plan.comments.values():
        said.setdefault(_root(plan, comment, known).id, []).append(comment)
    made = (_thread(plan.comments[key], comments) for key, comments in said.items())
    kept = [one for one in made if about is None or one.about == about]
    return tuple(sorted(kept, key=lambda one: (one.first.at, one.first.id), reverse=True))


def root_of(plan: Plan, comment: Comment) -> Comment:
    """The comment that began the conversation `comment` belongs to."""
    return _root(plan, comment, {})


def counts(plan: Plan) -> Mapping[About, int]:
    """How many comments each record has that nobody has resolved, answers among them."""
    return Counter(
        one.about for one in threads(plan) if one.about is not None for _ in one.comments
    )


def _thread(first: Comment, comments: list[Comment]) -> Thread:
    later = sorted(comments, key=lambda one: (one.at, one.id))
    answers = tuple(one for one in later if one.id != first.id)
    return Thread(record_meant(first.about), first, answers)


def _root(plan: Plan, comment: Comment, known: dict[RecordId, Comment]) -> Comment:
    """As `root_of`; `known` holds the roots that were found before, and gets those found now.

    Of comments that answer each other in a circle, the one whose id comes first is the root.
    """
    path: dict[RecordId, Comment] = {}
    at: Comment | None = comment
    last = comment
    while at is not None and at.id not in path and at.id not in known:
        path[at.id] = last = at
        at = _answered(plan, at)
    if at is None:
        root = last
    elif at.id in known:
        root = known[at.id]
    else:
        circle = list(path)[list(path).index(at.id) :]
        root = path[min(circle)]
    known.update(dict.fromkeys(path, root))
    return root


def _answered(plan: Plan, comment: Comment) -> Comment | None:
    meant = record_meant(comment.about)
    if meant is None or meant[0] is not Kind.COMMENT:
        return None
    return plan.comments.get(meant[1])
