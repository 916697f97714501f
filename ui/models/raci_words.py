"""What the RACI table says in the words of the window."""

from PySide6.QtCore import QCoreApplication

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.roles import Raci
from app.services.raci.checking import Deed, Fix, Load, Note, Rule
from app.services.raci.editing import Parts
from ui.bridge.words import counted
from ui.models.record_names import name_of
from ui.models.record_words import choice_text


def letters(parts: Parts) -> str:
    """The letters of a cell, such as A/R."""
    return "/".join(part.value for part in parts)


def parts_said(parts: Parts) -> str:
    """The same in words; a cell without a part says so."""
    if not parts:
        return _tr("no part")
    return ", ".join(choice_text(part).lower() for part in parts)


def role_name(plan: Plan, role: RecordId) -> str:
    """What a role is called; its id where the plan does not define it."""
    return name_of(plan, Kind.ROLE, role) if role in plan.roles else str(role)


def load_text(load: Load) -> str:
    """How many activities a role answers for and does, in short."""
    accountable, responsible = load[Raci.ACCOUNTABLE], load[Raci.RESPONSIBLE]
    return f"{accountable}A {responsible}R"


def load_said(load: Load) -> str:
    """How many activities a role has each part in."""
    told = [f"{choice_text(part).lower()} {load[part]}" for part in Raci if load[part]]
    if not told:
        return _tr("No part in any activity.")
    return _tr("Activities: {0}.").format(", ".join(told))


def note_text(plan: Plan, note: Note) -> str:
    """One rule that is broken, as a sentence."""
    names = ", ".join(role_name(plan, role) for role in note.roles)
    match note.rule:
        case Rule.NOBODY_ACCOUNTABLE:
            return _tr("Nobody is accountable; exactly one role must be.")
        case Rule.SEVERAL_ACCOUNTABLE:
            return _tr("{0} are accountable; exactly one role must be.").format(names)
        case Rule.NOBODY_RESPONSIBLE:
            return _tr("Nobody is responsible; make at least one role do the work.")
        case Rule.ONLY_ACCOUNTABLE:
            return _tr("{0} is accountable, but nobody is said to do the work.").format(names)
        case Rule.UNKNOWN_ROLE:
            return _tr("The plan does not define: {0}. Take it out or define it.").format(names)
        case Rule.ONLY_INFORMED | Rule.NO_PART:
            return _role_text(note, names)


def note_short(note: Note) -> str:
    """The same in the few words that fit below an activity."""
    words = {
        Rule.NOBODY_ACCOUNTABLE: _tr("No A"),
        Rule.SEVERAL_ACCOUNTABLE: _tr("{0} roles are A").format(len(note.roles)),
        Rule.NOBODY_RESPONSIBLE: _tr("No R"),
        Rule.ONLY_ACCOUNTABLE: _tr("A without R"),
        Rule.UNKNOWN_ROLE: _tr("Role that is not defined"),
        Rule.ONLY_INFORMED: _tr("Only I, but acts"),
        Rule.NO_PART: _tr("No part"),
    }
    return words[note.rule]


def fix_text(plan: Plan, fix: Fix) -> str:
    """What a quick-fix does."""
    name = role_name(plan, fix.role)
    match fix.deed:
        case Deed.MAKE_ACCOUNTABLE:
            return _tr("Make {0} accountable").format(name)
        case Deed.KEEP_ACCOUNTABLE:
            return _tr("Only {0} stays accountable").format(name)
        case Deed.MAKE_RESPONSIBLE:
            return _tr("{0} does it too").format(name)
        case Deed.TAKE_OUT:
            return _tr("Take {0} out").format(name)


def _role_text(note: Note, name: str) -> str:
    steps = counted(note.steps, _tr("1 step"), _tr("{n} steps"))
    if note.rule is Rule.ONLY_INFORMED:
        said = _tr("{0} does {1} of playbooks, but is only informed in this table.")
        return said.format(name, steps)
    if note.steps:
        return _tr("{0} does {1} of playbooks, but has no part in this table.").format(name, steps)
    return _tr("{0} has no part in any activity.").format(name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Raci", text)
