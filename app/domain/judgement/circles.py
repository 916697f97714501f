"""Which calls of communication trees wait for each other."""

from collections.abc import Mapping

from app.domain.plan.ids import RecordId
from app.domain.plan.trees import TreeNode

_NO_CALLS: Mapping[RecordId, TreeNode] = {}


class Circles:
    """Finds the calls whose way up comes back to them; no part of a way is walked twice."""

    def __init__(self) -> None:
        self._nodes = _NO_CALLS
        self._known: dict[RecordId, bool] = {}

    def holds(self, nodes: Mapping[RecordId, TreeNode], key: RecordId) -> bool:
        """Whether the way up from the call `key` of `nodes` comes back to it.

        What was found is remembered as long as `nodes` are the same.
        """
        if nodes is not self._nodes:
            self._nodes, self._known = nodes, {}
        if key not in self._known:
            self._walk(key)
        return self._known[key]

    def _walk(self, key: RecordId) -> None:
        way: dict[RecordId, int] = {}
        at: RecordId | None = key
        while at is not None and at in self._nodes and at not in self._known and at not in way:
            way[at] = len(way)
            at = self._nodes[at].parent
        met = way.get(at, len(way)) if at is not None else len(way)
        self._known[key] = False
        self._known.update((one, place >= met) for one, place in way.items())
