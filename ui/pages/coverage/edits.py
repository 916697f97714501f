"""What a person can decide about frameworks and requirements, each one step of the history."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import AnswerValue
from app.domain.plan.variables import PROFILE_PREFIX
from app.services.answering.answers import answer_changes
from app.services.clock import today
from app.services.vouching import attest, exclude, include, link, unlink, withdraw
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.models.requirement_view import RequirementView

ORIGIN = "coverage_page"


class CoverageEdits:
    """Edits of the open plan, in the name of whoever works at the desk."""

    def __init__(self, bridge: PlanBridge, desk: Desk) -> None:
        self._bridge = bridge
        self._desk = desk

    @property
    def today(self) -> date:
        """The present day."""
        return today(self._desk.workshop.clock)

    @property
    def person(self) -> str:
        """Who works with the plan; blank when nobody has said so."""
        return self._desk.settings.person

    def add_frameworks(self, names: dict[str, str]) -> None:
        """Judge the plan by further frameworks, given as names by id."""
        chosen = dict.fromkeys((*self._bridge.plan.profile.frameworks, *names))
        label = _tr("Add {0}").format(", ".join(names.values()))
        self._profile("frameworks", tuple(chosen), label)

    def remove_framework(self, keys: Sequence[str], name: str) -> None:
        """Judge the plan no longer by a framework, known by any of `keys`."""
        chosen = self._bridge.plan.profile.frameworks
        rest = tuple(item for item in chosen if item not in keys)
        self._profile("frameworks", rest, _tr("Remove {0}").format(name))

    def choose_baseline(self, baseline: str) -> None:
        """Judge by the requirements of one baseline; blank: by all."""
        self._profile("baseline", baseline, _tr("Baseline"))

    def attest(self, view: RequirementView, attestation: Attestation) -> None:
        """State that a requirement is met."""
        self._apply(attest(self._bridge.plan, attestation), _tr("Attest {0}"), view)

    def withdraw(self, view: RequirementView) -> None:
        """Take an attestation back."""
        self._apply(withdraw(self._bridge.plan, view.key), _tr("Take back: {0} attested"), view)

    def link(self, view: RequirementView, record: EvidenceRecord) -> None:
        """File evidence, and link it to a requirement."""
        self._apply(link(self._bridge.plan, record, view.key), _tr("Evidence of {0}"), view)

    def unlink(self, view: RequirementView, record: RecordId) -> None:
        """Link evidence no longer to a requirement."""
        changes = unlink(self._bridge.plan, record, view.key)
        self._apply(changes, _tr("Unlink evidence of {0}"), view)

    def exclude(self, view: RequirementView, reason: str) -> None:
        """Take a requirement out."""
        exclusion = Exclusion(view.key, reason, self.person, self.today)
        changes = exclude(self._bridge.plan, exclusion)
        self._apply(changes, _tr("{0} does not apply"), view)

    def include(self, view: RequirementView) -> None:
        """Let a requirement apply again."""
        self._apply(include(self._bridge.plan, view.key), _tr("{0} applies"), view)

    def _profile(self, field: str, value: AnswerValue, label: str) -> None:
        """As if the question had been answered, so that text which rests on it follows."""
        plan, template = self._bridge.plan, self._bridge.template
        question = template.questions.get(f"{PROFILE_PREFIX}{field}")
        changed: dict[str, Any] = {field: value}
        changes: ChangeSet = (put(plan, replace(plan.profile, **changed)),)
        if question is not None:
            changes = answer_changes(plan, template, question, value)
        self._bridge.apply(changes, label, ORIGIN)

    def _apply(self, changes: ChangeSet, label: str, view: RequirementView) -> None:
        self._bridge.apply(changes, label.format(view.status.requirement.id), ORIGIN)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CoverageEdits", text)
