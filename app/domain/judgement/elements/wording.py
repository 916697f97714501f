"""Whether a sentence of some sections speaks of something."""

from collections.abc import Iterable

from app.domain.judgement.context import Context, applies
from app.domain.judgement.elements.element import Says
from app.domain.judgement.elements.matching import speaks_of
from app.domain.judgement.elements.outcome import Outcome
from app.domain.judgement.elements.probe import Probe
from app.domain.judgement.reach import Reach
from app.domain.judgement.reading import quotable_sentences
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind


class SaysProbe(Probe):
    """The first sentence of each section that uses a word of every group."""

    def __init__(self, test: Says) -> None:
        self._test = test
        self.sections = test.sections
        self._found: dict[str, bool] = {}

    def start(self, context: Context) -> None:
        """Read every section."""
        self._read(context, self.sections)

    def update(self, context: Context, reach: Reach) -> bool:
        """Read the sections that changed."""
        before = dict(self._found)
        changed = reach.ids(Kind.SECTION)
        self._read(context, [key for key in self.sections if RecordId(key) in changed])
        return self._found != before

    def outcome(self, context: Context) -> Outcome | None:  # noqa: ARG002 - probes are asked alike
        """Found or not; None when none of the sections applies."""
        if not self._found:
            return None
        names = " or ".join(repr(group[0]) for group in self._test.words[:1])
        gap = f"no sentence says so (looked for {names} and the like)"
        return Outcome(int(any(self._found.values())), 1, gap)

    def _read(self, context: Context, keys: Iterable[str]) -> None:
        for key in keys:
            section = context.plan.sections.get(RecordId(key))
            if section is None or not applies(section):
                self._found.pop(key, None)
            else:
                self._found[key] = sentence_in(self._test, section.prose) is not None


def sentence_in(test: Says, prose: str) -> int | None:
    """Which sentence of `prose` passes, counted from 0; None if none does."""
    for at, sentence in enumerate(quotable_sentences(prose)):
        if all(speaks_of(group, sentence) for group in test.words):
            return at
    return None
