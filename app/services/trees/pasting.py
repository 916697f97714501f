"""An outline or table of names as calls of a communication tree."""

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.trees import TreeNode
from app.services.trees.called import Directory
from app.services.trees.outline_text import names_in
from app.services.trees.shaping import new_call


def pasted(plan: Plan, tree: RecordId, parent: RecordId | None, text: str) -> ChangeSet:
    """Adds the names in `text` under the call `parent` (None: to start with).

    A name that a role, person or party of the plan goes by calls that; any other is a group.

    Raises:
        TreeTextRefused: see `names_in`.
    """
    directory = Directory(plan)
    made: list[TreeNode] = []
    for one in names_in(text):
        above = parent if one.above is None else made[one.above].id
        made.append(new_call(plan, tree, above, directory.find(one.name)))
    return tuple(put(plan, node) for node in made)
