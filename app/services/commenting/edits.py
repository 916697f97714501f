"""What people do with comments, as changes of the plan."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.lifecycle.reviewing.items import about
from app.domain.plan.changes import ChangeSet, made_on, put, remove
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId, new_id
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.texts import cleaned
from app.services.commenting.threads import root_of

LONGEST = 4000
"""Letters of one comment; what is longer belongs into the plan."""
LONGEST_NAME = 200
"""Letters of its author's name."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody says; `at` is UTC."""

    author: str
    text: str
    at: datetime


def flaw(remark: Remark) -> str:
    """The field for want of which nothing can be said: `text`, `author`; blank for none."""
    if not _plain(remark.text) or len(_plain(remark.text)) > LONGEST:
        return "text"
    return "" if 0 < len(_name(remark.author)) <= LONGEST_NAME else "author"


def commented(plan: Plan, kind: Kind, key: RecordId, remark: Remark) -> ChangeSet:
    """Says something about the record `key` of `kind`."""
    return (put(plan, _comment(about(kind, key), remark)),)


def answered(plan: Plan, comment: Comment, remark: Remark) -> ChangeSet:
    """Answers in the conversation that `comment` belongs to."""
    first = root_of(plan, comment)
    return (put(plan, _comment(about(Kind.COMMENT, first.id), remark)),)


def reworded(plan: Plan, comment: Comment, text: str) -> ChangeSet:
    """Puts a comment otherwise; it stays its author's, and of its time."""
    return (put(plan, replace(comment, text=_plain(text))),)


def resolved(plan: Plan, comment: Comment) -> ChangeSet:
    """Takes a comment out of the plan; with the first of a conversation go its answers."""
    first = root_of(plan, comment)
    if first.id != comment.id:
        return (remove(plan, Kind.COMMENT, comment.id),)
    whole = [one for one in plan.comments.values() if root_of(plan, one).id == first.id]
    return made_on(plan, tuple(remove(plan, Kind.COMMENT, one.id) for one in whole))


def _comment(on: str, remark: Remark) -> Comment:
    return Comment(new_id("comment"), on, _name(remark.author), _plain(remark.text), remark.at)


def _plain(text: str) -> str:
    return cleaned(text).strip()


def _name(text: str) -> str:
    return " ".join(cleaned(text).split())
