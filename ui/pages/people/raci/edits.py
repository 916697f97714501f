"""What a person changes in the RACI table, each one step of the plan's history."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.roles import Raci
from app.services.raci import editing
from app.services.raci.checking import Fix
from app.services.raci.editing import Parts, Place
from app.services.raci.generating import Proposal, adopted
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.models.raci_words import fix_text, letters, role_name
from ui.models.record_edits import removal, same_name

ORIGIN = "raci_tab"


class RaciEdits:
    """Every edit says whether it changed anything; nothing does in a plan that is only read."""

    def __init__(self, bridge: PlanBridge) -> None:
        self._bridge = bridge

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._bridge.plan

    def give(self, places: Sequence[Place], part: Raci | None, *, more: bool) -> bool:
        """Give the cells one part, or none; `more` adds it to what they have, or takes it off."""
        if part is not None and more:
            changes = editing.part_toggled(self.plan, places, part)
        else:
            parts = () if part is None else (part,)
            changes = editing.cells_set(self.plan, dict.fromkeys(places, parts))
        return self._apply(changes, self._parts_label(places, "" if part is None else part.value))

    def cycle(self, place: Place) -> bool:
        """Give a cell the next part."""
        now = editing.parts_of(self.plan.raci[place[0]], place[1])
        parts = editing.next_part(now)
        changes = editing.cells_set(self.plan, {place: parts})
        return self._apply(changes, self._parts_label((place,), letters(parts)))

    def paste(self, chosen: Mapping[Place, Parts]) -> bool:
        """Put a block from the clipboard into the table."""
        return self._apply(editing.cells_set(self.plan, chosen), _tr("Paste into the RACI table"))

    def add(self, behind: RecordId | None) -> RecordId | None:
        """A new activity behind another (None: last), whose name is still to be typed."""
        name, number = _tr("New activity"), 2
        while same_name(self.plan, Kind.RACI, name, None):
            name, number = _tr("New activity {0}").format(number), number + 1
        at = None if behind is None else self.plan.raci.index(behind) + 1
        key, changes = editing.added(self.plan, name, at)
        done = self._apply(changes, _tr("Add an activity"), f"{ORIGIN}:new:{key}")
        return key if done else None

    def rename(self, key: RecordId, name: str, *, new: bool) -> str:
        """Name an activity; what is wrong with the name, blank when nothing is."""
        name = " ".join(name.split())
        if not name:
            return _tr("An activity needs a name; it keeps the one it has.")
        if same_name(self.plan, Kind.RACI, name, key):
            return _tr("There is an activity called \u201c{0}\u201d already.").format(short(name))
        label = _tr("Add activity {0}") if new else _tr("Rename activity to {0}")
        merge = f"{ORIGIN}:new:{key}" if new else ""
        changes = editing.renamed(self.plan, key, name)
        self._apply(changes, label.format(short(name)), merge)
        self._bridge.end_merge()
        return ""

    def copy(self, key: RecordId) -> RecordId | None:
        """Copy an activity with its parts."""
        name = number = self.plan.raci[key].activity
        number, count = _tr("{0} (copy)").format(name), 2
        while same_name(self.plan, Kind.RACI, number, None):
            number, count = _tr("{0} (copy {1})").format(name, count), count + 1
        new, changes = editing.copied(self.plan, key, number)
        return new if self._apply(changes, _tr("Duplicate {0}").format(short(name))) else None

    def move(self, key: RecordId, to: RecordId) -> bool:
        """Put an activity where another stands."""
        name = self.plan.raci[key].activity
        return self._apply(editing.moved(self.plan, key, to), _tr("Move {0}").format(short(name)))

    def remove(self, key: RecordId) -> bool:
        """Take an activity out."""
        name = self.plan.raci[key].activity
        changes = removal(self.plan, Kind.RACI, key)
        return self._apply(changes, _tr("Remove {0}").format(short(name)))

    def lost_with(self, key: RecordId) -> str:
        """The parts that go with an activity; blank when it has none."""
        row = self.plan.raci[key]
        told = (
            f"{letters(editing.parts_of(row, role))} {role_name(self.plan, role)}"
            for role in dict.fromkeys(item.role for item in row.assignments)
        )
        return ", ".join(told)

    def mend(self, fix: Fix) -> bool:
        """Apply a quick-fix."""
        return self._apply(fix.changes, fix_text(self.plan, fix))

    def adopt(self, chosen: Sequence[Proposal]) -> bool:
        """Take rows from the playbooks."""
        words = counted(len(chosen), _tr("1 row"), _tr("{n} rows"))
        label = _tr("RACI from playbooks: {0}").format(words)
        return self._apply(adopted(self.plan, chosen), label)

    def _parts_label(self, places: Sequence[Place], told: str) -> str:
        if len(places) != 1:
            clear = _tr("Clear {0} cells of the RACI table").format(len(places))
            return _tr("{0} in {1} cells").format(told, len(places)) if told else clear
        activity, role = places[0]
        name = short(self.plan.raci[activity].activity)
        label = _tr("{0}: {1} {2}") if told else _tr("{0}: clear {2}")
        return label.format(name, told, role_name(self.plan, role))

    def _apply(self, changes: ChangeSet, label: str, merge: str = "") -> bool:
        if self._bridge.read_only:
            return False
        return self._bridge.apply(changes, label, ORIGIN, merge)


def short(name: str) -> str:
    """A name no longer than a line of the history has room for."""
    return name if len(name) <= 44 else f"{name[:43].rstrip()}\u2026"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Raci", text)
