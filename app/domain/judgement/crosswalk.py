"""Which requirements of different frameworks ask for the same, and who says so."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from app.domain.judgement.requirements import Confidence


class Relation(Enum):
    """What one requirement is to the other; in `SUBSET` the other asks for all of it and more."""

    EQUAL = "equal"
    SUBSET = "subset"
    SUPERSET = "superset"
    INTERSECT = "intersect"
    RELATED = "related"

    @property
    def turned(self) -> "Relation":
        """What the other requirement is to the one."""
        return _TURNED.get(self, self)


_TURNED: Final = {Relation.SUBSET: Relation.SUPERSET, Relation.SUPERSET: Relation.SUBSET}


class SourceKind(Enum):
    """Who relates the two: an authority or publisher, somebody else, or the makers of irplan."""

    OFFICIAL = "official"
    SECONDARY = "secondary"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """A requirement and the `other` it is related to, both by framework and requirement id.

    The other may belong to a part of its framework that no pack holds.
    """

    framework: str
    requirement: str
    other_framework: str
    other_requirement: str
    relation: Relation
    source: str
    source_kind: SourceKind
    confidence: Confidence

    @property
    def turned(self) -> "CrosswalkRow":
        """The same, told of the other requirement."""
        return replace(
            self,
            framework=self.other_framework,
            requirement=self.other_requirement,
            other_framework=self.framework,
            other_requirement=self.requirement,
            relation=self.relation.turned,
        )


class Crosswalk:
    """Rows found from either end."""

    def __init__(self, rows: Iterable[CrosswalkRow] = ()) -> None:
        self.rows = tuple(rows)
        self._by_requirement: dict[tuple[str, str], list[CrosswalkRow]] = {}
        for row in self.rows:
            for told in (row, row.turned):
                key = (told.framework, told.requirement)
                self._by_requirement.setdefault(key, []).append(told)

    def also(self, framework_id: str, requirement_id: str) -> tuple[CrosswalkRow, ...]:
        """What the requirement is related to, best sources first; each row is told of it.

        Both ids are spelled as in the framework's pack.
        """
        found = self._by_requirement.get((framework_id, requirement_id), [])
        return tuple(sorted(found, key=_rank))


_KINDS: Final = tuple(SourceKind)


def _rank(row: CrosswalkRow) -> tuple[int, str, str]:
    return _KINDS.index(row.source_kind), row.other_framework, row.other_requirement
