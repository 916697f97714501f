"""What a plan is held against, apart from its own template."""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.judgement.elements.element import Element
from app.domain.judgement.regimes import Regime
from app.domain.judgement.requirements import Framework


def _empty_shelf(_: str) -> Framework | None:
    return None


@dataclass(frozen=True, slots=True)
class Standards:
    """Frameworks, the elements of a plan they need, and the regimes of notification.

    `shelf` gives another framework by its id when the profile chooses one that is not among
    `frameworks`; None when there is none of that id.
    """

    frameworks: tuple[Framework, ...] = ()
    elements: tuple[Element, ...] = ()
    regimes: tuple[Regime, ...] = ()
    shelf: Callable[[str], Framework | None] = _empty_shelf
