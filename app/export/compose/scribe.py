"""What a plan states, in the words of one language: the values and tables of the document."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from string import Formatter

from app.domain.document.inline import plain
from app.domain.document.labels import Labels
from app.domain.document.tree import Anchor, Cell, Column, Inline, Inlines, OpenPoint, Table, Tone
from app.domain.plan.durations import Duration
from app.domain.plan.plan import Plan, Record, kind_of
from app.export.compose.place_names import record_place


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes about `plan`; `say` gives every word that is not the plan's own."""

    plan: Plan
    say: Labels

    def words(self, text: str) -> Inlines:
        """`text`, or a visible gap when it is blank."""
        return plain(text) if text.strip() else (OpenPoint(self.say("gap.not-stated")),)

    def cell(self, text: str, tone: Tone = Tone.NEUTRAL, *, strong: bool = False) -> Cell:
        """One paragraph a line of `text`; a visible gap when it is blank."""
        lines = [line for line in text.splitlines() if line.strip()] or [""]
        return Cell(tuple(self.words(line) for line in lines), tone, strong)

    def marked(self, record: Record, content: Cell | str) -> Cell:
        """The first cell of a record's row, which is the place called by the record."""
        shown = self.cell(content) if isinstance(content, str) else content
        first, *others = shown.paragraphs or ((),)
        place = Anchor(record_place(kind_of(record), record.id))
        return replace(shown, paragraphs=((place, *first), *others))

    def listed(self, items: Sequence[str]) -> Cell:
        """One paragraph an item; a visible gap when there is none."""
        stated = tuple(plain(item) for item in items if item.strip())
        return Cell(stated) if stated else self.cell("")

    def span(self, duration: Duration | None) -> str:
        """A duration in words; blank while undecided."""
        return "" if duration is None else self.say.span(duration)

    def day(self, when: date | None) -> str:
        """A date such as 30 November 2026; blank when there is none."""
        return "" if when is None else self.say.date(when)

    def moment(self, when: datetime | None, clock: str = "%H:%M") -> str:
        """A time such as 30 November 2026, 16:40 UTC; blank when there is none."""
        if when is None:
            return ""
        try:
            when = when.astimezone(UTC)
        except OverflowError:  # at either end of the calendar, where no clock runs
            return self.say.date(when)
        return self.say("date.moment", date=self.say.date(when), time=format(when, clock))

    def commas(self, items: Iterable[str]) -> str:
        """The items on one line; blank ones are left out."""
        return self.say("list.comma").join(item for item in items if item)

    def lead(self, key: str, **values: object) -> str:
        """The label `key` as it stands before what it tells."""
        return self.say("list.label", label=self.say(key, **values))

    def labelled(self, key: str, text: str) -> str:
        """`text` behind the label `key`; blank when it says nothing."""
        return f"{self.lead(key)} {text}" if text.strip() else ""

    def sentence(self, key: str, **values: Inlines | str) -> Inlines:
        """The label `key` with more than text in its blanks."""
        made: list[Inline] = []
        said = ""
        for text, name, _, _ in Formatter().parse(self.say(key)):
            value = values[name] if name is not None else ""
            if isinstance(value, str):
                said += text + value
            else:
                made += (*plain(said + text), *value)
                said = ""
        return (*made, *plain(said))

    def table(
        self,
        caption: str,
        heads: Mapping[str, float],
        rows: Iterable[Sequence[Cell | str]],
        anchor: str = "",
    ) -> Table:
        """A table whose first cells head their rows; plain strings become cells.

        `heads` gives the weight of each column by the label of its head.
        """
        made = tuple(
            tuple(self.cell(item) if isinstance(item, str) else item for item in row)
            for row in rows
        )
        columns = tuple(Column(self.say(key), weight) for key, weight in heads.items())
        return Table(caption, columns, made, anchor, row_heads=True)
