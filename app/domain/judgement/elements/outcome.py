"""How far a plan passes one test of an element."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """`done` of the things `needed` are there; `gap` says in a few words what is not."""

    done: int
    needed: int
    gap: str = ""

    @property
    def passed(self) -> bool:
        """Whether nothing is missing."""
        return self.done >= self.needed
