"""Where the working draft stands, in words, and the one step that comes next."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.domain.lifecycle.approving.course import Course, Issue, Round, Stage
from app.domain.lifecycle.approving.editions import departed
from app.domain.plan.acts import Act, Deed
from app.domain.plan.plan import Plan
from app.services.approving.overview import awaited
from app.services.opening import RECALLED
from ui.bridge.words import day
from ui.models.version_words import moment_text


class Step(Enum):
    """What is to be done next."""

    SUBMIT = "submit"
    REVIEW = "review"
    APPROVE = "approve"
    REVIEW_AFTERWARDS = "review-afterwards"


@dataclass(frozen=True, slots=True)
class Standing:
    """`figure` says it in a few words, `lines` are whole sentences below that."""

    stage: Stage
    step: Step
    figure: str
    lines: tuple[str, ...]


def standing(plan: Plan, now: Course) -> Standing:
    """How the draft of `plan` stands, whose acts led to `now`."""
    if now.open is not None:
        return _in_review(now, now.open)
    lines = [*_last(now.last), *_issued(plan, now.latest)]
    owed = now.latest is not None and now.latest.review_owed and now.in_force is not None
    step = Step.REVIEW_AFTERWARDS if owed else Step.SUBMIT
    if now.stage is Stage.CHANGES_REQUESTED and now.last is not None:
        figure = _tr("Changes are requested to version {0}").format(now.last.version)
        return Standing(now.stage, Step.SUBMIT, figure, tuple(lines))
    if now.latest is None:
        lines.append(_tr("No version was approved yet. Submit the plan once it is ready."))
        return Standing(now.stage, step, _tr("The first version is being drafted"), tuple(lines))
    figure = _tr("A draft after version {0}").format(now.latest.version)
    return Standing(now.stage, step, figure, tuple(lines))


def recalled_text(act: Act) -> str:
    """What to say when an edit took a version back."""
    return _tr(
        "Version {0} was taken back from review because the plan was edited; its reviews are void."
    ).format(act.version)


def _in_review(now: Course, heard: Round) -> Standing:
    made = heard.submission
    said = _tr("Submitted by {0} on {1}: {2}").format(made.by, moment_text(made.at), made.reason)
    missing = tuple(_tr("It waits for {0}.").format(one) for one in awaited(heard))
    given = tuple(_given(act) for act in (*heard.reviews, *heard.approvals))
    warned = _tr("Editing the plan takes it back from review, and what was said of it is void.")
    step = Step.APPROVE if heard.reviewed else Step.REVIEW
    figure = _tr("Version {0} is in review").format(made.version)
    return Standing(now.stage, step, figure, (said, *given, *missing, warned))


def _given(act: Act) -> str:
    words = _tr("{0} approved it on {1}.")
    if act.deed is Deed.REVIEWED:
        words = _tr("{0} reviewed it on {1}.")
    return words.format(act.by, moment_text(act.at))


def _last(last: Act | None) -> Iterator[str]:
    """What ended the last round, unless it ended in a version."""
    if last is None:
        return
    if last.deed is Deed.CHANGES_REQUESTED:
        words = _tr("{0} requested them on {1}: {2}")
        yield words.format(last.by, moment_text(last.at), last.reason)
    elif last.deed is Deed.RECALLED and last.reason == RECALLED:
        yield recalled_text(last)
    elif last.deed is Deed.RECALLED:
        words = _tr("{0} took version {1} back from review on {2}; its reviews are void.")
        yield words.format(last.by, last.version, moment_text(last.at))


def _issued(plan: Plan, latest: Issue | None) -> Iterator[str]:
    """What holds of the version issued last."""
    if latest is None:
        return
    if latest.withdrawn is not None:
        words = _tr("Version {0} was withdrawn on {1}: no version is in force.")
        yield words.format(latest.version, moment_text(latest.withdrawn.at))
        return
    since = _tr("Version {0} is in force since {1}.")
    yield since.format(latest.version, moment_text(latest.act.at))
    if latest.review_owed and latest.act.due is not None:
        words = _tr("It was issued in an emergency; somebody else has to review it by {0}.")
        yield words.format(day(latest.act.due))
    if departed(plan):
        yield _tr("The plan was changed since then; submit it for a new version.")
    else:
        yield _tr("Nothing of it changed since then.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Versions", text)
