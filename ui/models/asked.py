"""Requirements as one section sees them, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.requirements import Confidence, Framework
from ui.bridge.words import short_name
from ui.models.verdict_words import brief_of, verdict_word

ADDITION: Final = " | "
"""What parts the gist of a requirement from the notes and recommendations of its source."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement as one section sees it."""

    framework: Framework
    status: RequirementStatus
    section: str

    @property
    def gist(self) -> str:
        """What it asks for, in our own words."""
        item = self.status.requirement
        return (item.text or item.title).split(ADDITION)[0]

    @property
    def uncertain(self) -> bool:
        """Whether nobody has checked it against its source."""
        return self.status.requirement.confidence is Confidence.MEMORY

    @property
    def brief(self) -> str:
        """What is missing in this section, and how much elsewhere; else what is decided of it."""
        if self.status.verdict not in (Verdict.PARTLY, Verdict.NOT_MET):
            return brief_of(self.status)
        here = [
            item.element for item in self.status.missing if item.element.section == self.section
        ]
        elsewhere = len(self.status.missing) - len(here)
        tr = QCoreApplication.translate
        parts = []
        if here:
            named = "; ".join(element.label for element in here)
            parts.append(tr("Requirements", "Missing here: {0}.").format(named))
        if elsewhere:
            alone = tr("Requirements", "Nothing missing here, {0} in other sections.")
            more = tr("Requirements", "{0} more in other sections.")
            parts.append((more if here else alone).format(elsewhere))
        return " ".join(parts)

    @property
    def target(self) -> str:
        """Where the window shows it in full."""
        return f"requirement:{self.framework.id}/{self.status.requirement.id}"

    @property
    def said(self) -> str:
        """All of it in words."""
        item = self.status.requirement
        verify = QCoreApplication.translate("Requirements", "From memory, verify before use.")
        parts = (
            f"{item.id} {item.title}.",
            f"{verdict_word(self.status.verdict)}.",
            self.gist,
            self.brief,
            verify if self.uncertain else "",
        )
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Group:
    """A framework and what it asks of the section."""

    framework: Framework
    asked: tuple[Asked, ...]

    @property
    def name(self) -> str:
        """What the framework is called where there is little room."""
        return short_name(self.framework.name)

    @property
    def summary(self) -> str:
        """How many of its requirements are met."""
        met = sum(one.status.verdict is Verdict.MET for one in self.asked)
        text = QCoreApplication.translate("Requirements", "{0} of {1} met")
        return text.format(met, len(self.asked))


def asked_of(
    statuses: Sequence[tuple[Framework, RequirementStatus]], section: str
) -> tuple[Asked, ...]:
    """The requirements of `statuses` as `section` sees them."""
    return tuple(Asked(framework, status, section) for framework, status in statuses)


def grouped(asked: Sequence[Asked]) -> tuple[Group, ...]:
    """`asked` framework by framework, in the order given."""
    parts = (tuple(each) for _, each in groupby(asked, key=lambda one: one.framework.id))
    return tuple(Group(part[0].framework, part) for part in parts)
