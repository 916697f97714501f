"""The stops of the interview as the list beside it shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.services.interviewing.topics import TopicProgress, TopicState
from app.services.interviewing.walk import RESULT, SETTLED


@dataclass(frozen=True, slots=True)
class StopRow:
    """One stop: `words` say how far it is; `share` runs from 0 to 1.

    The last stop, at which the answers have been given, has no `state`.
    """

    key: str
    title: str
    words: str
    share: float = 0.0
    state: TopicState | None = None

    @property
    def said(self) -> str:
        """All of it in words."""
        return f"{self.title}, {self.words}" if self.words else self.title


def stop_rows(progress: Sequence[TopicProgress]) -> tuple[StopRow, ...]:
    """A row for each topic, and one for what came of them."""
    topics = (
        StopRow(item.topic.id, item.topic.title, state_words(item), _share(item), item.state)
        for item in progress
    )
    left = sum(len(item.open) for item in progress)
    words = _tr("{0} questions open").format(left) if left != 1 else _tr("1 question open")
    last = StopRow(RESULT, _tr("What your answers produce"), words)
    return (*topics, last)


def state_words(item: TopicProgress) -> str:
    """How far a topic is: `Begun, 3 of 7 answered, 1 to find out`."""
    parts = [_state(item.state)]
    counted = _tr("{0} of {1} answered").format(len(item.answered), len(item.asked))
    if item.state is TopicState.UNTOUCHED:
        counted = _tr("{0} questions").format(len(item.asked))
        if len(item.asked) == 1:
            counted = _tr("1 question")
    parts.append(counted)
    if item.handed:
        parts.append(_tr("{0} to find out").format(len(item.handed)))
    return " \u00b7 ".join(parts)


def headline(progress: Sequence[TopicProgress]) -> str:
    """How far the whole interview is: `5 of 8 topics done`."""
    settled = sum(item.state in SETTLED for item in progress)
    skipped = sum(item.state is TopicState.SKIPPED for item in progress)
    text = _tr("{0} of {1} topics done").format(settled - skipped, len(progress))
    return f"{text}, {_tr('{0} skipped').format(skipped)}" if skipped else text


def _state(state: TopicState) -> str:
    match state:
        case TopicState.DONE:
            return _tr("Done")
        case TopicState.BEGUN:
            return _tr("Begun")
        case TopicState.UNTOUCHED:
            return _tr("Not yet")
        case TopicState.SKIPPED:
            return _tr("Skipped")


def _share(item: TopicProgress) -> float:
    return (len(item.asked) - len(item.open)) / len(item.asked)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Interview", text)
