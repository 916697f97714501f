"""Roles a template merges: whatever names a merged role names the role it became part of."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from app.domain.interview.template import StartingRecord
from app.domain.plan.links import LINKS
from app.domain.plan.plan import Kind, Record, kind_of
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment, Role
from app.domain.plan.trees import NodeTarget, TreeNode
from app.persistence.library.changing import Sections
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.rewording import RoleWords, reworded
from app.persistence.library.schema.template import TemplateFile

_WEIGHT: Final = {Raci.ACCOUNTABLE: 0, Raci.RESPONSIBLE: 0, Raci.CONSULTED: 1, Raci.INFORMED: 2}
"""A role keeps its weightiest parts in an activity; who acts needs not be told."""

Starting = list[Placed[StartingRecord]]


def role_merge(
    header: Placed[TemplateFile],
    base: Iterable[Placed[StartingRecord]],
    starting: Iterable[Placed[StartingRecord]],
    problems: Problems,
) -> RoleWords:
    """What the template `header` merges; a role that is not there is noted and not merged."""
    stated = header.item.merged_roles
    now = dict(_names(starting))
    known = now | dict(_names(base))
    into: dict[str, str] = {}
    for merged, kept in stated.items():
        if merged not in known:
            mistake = f"there is no role '{merged}'"
        elif kept in stated:
            mistake = f"'{kept}' is itself merged into '{stated[kept]}'"
        elif kept not in now:
            mistake = f"there is no role '{kept}'"
        else:
            into[merged] = kept
            continue
        problems.note(header.file, f"merged_roles.{merged}", mistake)
    called = {name: now.get(into.get(role, role), name) for role, name in known.items()}
    return RoleWords(into, now, {old: new for old, new in called.items() if old != new})


def _names(starting: Iterable[Placed[StartingRecord]]) -> Iterator[tuple[str, str]]:
    for placed in starting:
        if isinstance(placed.item.record, Role):
            yield placed.item.record.id, placed.item.record.name


def merge_sections(sections: Sections, roles: RoleWords) -> Sections:
    """The sections with every merged role named as the role it became part of."""
    if not roles.into:
        return sections
    return {
        key: Placed(placed.file, placed.place, reworded(placed.item, roles))
        for key, placed in sections.items()
    }


def merge_starting(starting: Starting, roles: RoleWords) -> Starting:
    """The records without the merged roles, and with every link to them led on.

    A call that would follow one to the same role is left out; its own calls move up.
    """
    if not roles.into:
        return starting
    return _collapsed(
        [
            Placed(placed.file, placed.place, replace(placed.item, record=_led(record, roles)))
            for placed in starting
            if not (isinstance(record := placed.item.record, Role) and record.id in roles.into)
        ]
    )


def _led(record: Record, roles: RoleWords) -> Record:
    links = LINKS.get(kind_of(record), {})
    made: Any = reworded(record, roles, {link.partition(".")[0] for link in links})
    if isinstance(made, RaciActivity):
        return replace(made, assignments=_parts(made, roles))
    for field, kind in links.items():
        if kind is Kind.ROLE:
            made = replace(made, **{field: _led_on(getattr(made, field), roles)})
    if isinstance(made, TreeNode) and made.target is NodeTarget.ROLE:
        made = replace(made, target_id=_led_on(made.target_id, roles))
    led: Record = made
    return led


def _led_on(named: Any, roles: RoleWords) -> Any:  # noqa: ANN401 - an id, several or none
    if isinstance(named, tuple):
        return tuple(dict.fromkeys(roles.into.get(role, role) for role in named))
    return roles.into.get(named, named)


def _parts(row: RaciActivity, roles: RoleWords) -> tuple[RaciAssignment, ...]:
    """Each part once, and of every role only the weightiest."""
    led = [replace(part, role=_led_on(part.role, roles)) for part in row.assignments]
    least: dict[str, int] = {}
    for part in led:
        least[part.role] = min(_WEIGHT[part.part], least.get(part.role, _WEIGHT[part.part]))
    return tuple(part for part in dict.fromkeys(led) if _WEIGHT[part.part] == least[part.role])


def _collapsed(starting: Starting) -> Starting:
    while True:
        nodes = [placed.item for placed in starting if isinstance(placed.item.record, TreeNode)]
        again = next((item for item in nodes if _calls_again(item, nodes)), None)
        if again is None:
            return starting
        starting = [
            _moved_up(placed, again.record) for placed in starting if placed.item is not again
        ]


def _calls_again(item: StartingRecord, nodes: list[StartingRecord]) -> bool:
    """Whether `item` calls the role that its one parent, there whenever it is, has called.

    A call with alternatives, or below some, stays: what is above and below it differs.
    """
    node: Any = item.record
    same_id = [other for other in nodes if other.record.id == node.id]
    parents = [other for other in nodes if other.record.id == node.parent]
    if len(same_id) > 1 or len(parents) != 1 or parents[0] is item:
        return False
    above: Any = parents[0].record
    same = (node.target, node.target_id) == (above.target, above.target_id)
    always = parents[0].when in {None, item.when}
    return same and always and node.target is NodeTarget.ROLE


def _moved_up(placed: Placed[StartingRecord], gone: Any) -> Placed[StartingRecord]:  # noqa: ANN401
    node = placed.item.record
    if not isinstance(node, TreeNode) or node.parent != gone.id:
        return placed
    moved = replace(placed.item, record=replace(node, parent=gone.parent))
    return Placed(placed.file, placed.place, moved)
