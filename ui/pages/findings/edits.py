"""What a person can do about findings, each one step of the plan's history."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.findings import Finding
from app.domain.judgement.remedies import Remedy
from app.domain.plan.changes import ChangeSet
from app.services.accepting import Acceptance, accept, take_back
from ui.bridge.session import PlanBridge

ORIGIN = "findings"


class FindingEdits:
    """Every edit tells in a sentence what it did; a blank one says that nothing was done."""

    def __init__(self, bridge: PlanBridge) -> None:
        self._bridge = bridge

    def remedies(self, findings: Sequence[Finding]) -> tuple[Remedy, ...]:
        """The quick-fixes there are now; none for findings that only a person can mend."""
        if self._bridge.read_only:
            return ()
        found = (self._bridge.judgement.remedy(finding) for finding in findings)
        return tuple(remedy for remedy in found if remedy is not None)

    def mend(self, findings: Sequence[Finding]) -> str:
        """Apply the quick-fixes of `findings` as one step.

        One after the other, since a fix may mend more than the finding it is for.
        """
        if len(findings) == 1:
            return self._mend_one(findings[0])
        label = _tr("Quick-fix of {0} findings").format(len(findings))
        self._bridge.end_merge()
        done = sum(self._mended(finding, label) for finding in findings)
        self._bridge.end_merge()
        if not done:
            return ""
        left = len(self._still_open(findings))
        if not left:
            return _tr("All {0} findings are mended.").format(len(findings))
        return _tr("{0} findings are mended, {1} need a person.").format(len(findings) - left, left)

    def accept(self, findings: Sequence[Finding], acceptance: Acceptance) -> str:
        """Keep in the plan why `findings` are accepted."""
        label = _tr("Accept: {0}").format(findings[0].reason)
        if len(findings) > 1:
            label = _tr("Accept {0} findings").format(len(findings))
        if not self._apply(accept(self._bridge.plan, findings, acceptance), label):
            return ""
        if len(findings) > 1:
            return _tr("{0} findings are accepted.").format(len(findings))
        return _tr("Accepted: {0}").format(findings[0].reason)

    def take_back(self, findings: Sequence[Finding]) -> str:
        """Let accepted findings be open again."""
        keys = [finding.key for finding in findings]
        label = _tr("Take an acceptance back")
        if not self._apply(take_back(self._bridge.plan, keys), label):
            return ""
        if len(findings) > 1:
            return _tr("{0} findings are open again.").format(len(findings))
        return _tr("Open again: {0}").format(findings[0].reason)

    def _mend_one(self, finding: Finding) -> str:
        for remedy in self.remedies((finding,)):
            if self._apply(remedy.changes, remedy.label):
                return _tr("Done: {0}.").format(remedy.label)
        return ""

    def _mended(self, finding: Finding, label: str) -> bool:
        if not self._still_open((finding,)):
            return False
        return any(
            self._bridge.apply(remedy.changes, label, ORIGIN, ORIGIN)
            for remedy in self.remedies((finding,))
        )

    def _still_open(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        keys = {finding.key for finding in self._bridge.judgement.findings()}
        return tuple(finding for finding in findings if finding.key in keys)

    def _apply(self, changes: ChangeSet, label: str) -> bool:
        if self._bridge.read_only:
            return False
        return self._bridge.apply(changes, label, ORIGIN)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FindingEdits", text)
