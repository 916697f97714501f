"""A record that is asked for or changed, before anybody touched its form."""

from dataclasses import dataclass, field
from typing import Any

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from ui.models.record_options import Option


@dataclass(frozen=True, slots=True)
class Draft:
    """What a form begins with; `editing` None adds a record, `copied` is what it is a copy of.

    `regimes` are those a duty can come from.
    """

    kind: Kind
    heading: str
    values: dict[str, Any] = field(default_factory=dict)
    editing: RecordId | None = None
    copied: RecordId | None = None
    regimes: tuple[Option, ...] = ()
