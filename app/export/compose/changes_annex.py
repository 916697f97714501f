"""The annex with what changed since an earlier state of the plan.

What a sentence says of a change is quoted as it is, in English.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final, assert_never

from app.domain.comparing.comparison import Fate
from app.domain.document.inline import Mark, plain
from app.domain.document.labels import Labels
from app.domain.document.tree import Block, Cell, Facts, Inlines, Paragraph, Table, Voice
from app.domain.judgement.engine import Judgement
from app.domain.lifecycle.matter import LIFE
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.export.compose.annexes import annex_heading
from app.export.compose.redlines import redlined
from app.export.compose.scribe import Scribe
from app.services.changes.compared import Changed, Compared, Detail, compared
from app.services.changes.since import Since

MOST_CHANGES: Final = 300
"""Changes that are printed; of more, the material ones come first."""

PEOPLE: Final = frozenset({Kind.PERSON, Kind.PARTY})
"""Records whose data are not printed once they have left the plan."""

HEADS: Final = {"changes.record": 1.8, "changes.change": 5.0, "changes.weight": 0.9}


@dataclass(frozen=True, slots=True)
class _Change:
    """One change: of a field, or with a blank `field` of the record itself."""

    record: Changed
    field: str

    @property
    def material(self) -> bool:
        return self.field in self.record.material


def changes_annex(since: Since, judgement: Judgement, scribe: Scribe) -> tuple[Block, ...]:
    """A table for each kind of record, of a row a change; it says so when there is none."""
    made = compared(since.plan, scribe.plan, judgement.template.questions)
    changes = [
        _Change(record, field)
        for record in made.records
        if record.difference.kind not in LIFE
        for field in record.fields
    ]
    printed = _most_telling(changes)
    left_out = len(changes) - len(printed)
    return (
        annex_heading("changes", _title(since, scribe)),
        _facts(since, changes, scribe),
        *_notes(changes, scribe),
        *_tables(printed, made, scribe),
        *((_note(scribe.say("changes.left-out", n=left_out)),) if left_out else ()),
    )


def _title(since: Since, scribe: Scribe) -> str:
    if since.revision:
        return scribe.say("changes.title-revision", revision=since.revision)
    return scribe.say("changes.title", version=since.point)


def _facts(since: Since, changes: Sequence[_Change], scribe: Scribe) -> Facts:
    material = sum(change.material for change in changes)
    return Facts(
        (
            (scribe.say("changes.compared"), plain(_begun_at(since, scribe))),
            (scribe.say("changes.count"), plain(str(len(changes)))),
            (scribe.say("changes.count-material"), plain(str(material))),
        )
    )


def _begun_at(since: Since, scribe: Scribe) -> str:
    if since.revision:
        return scribe.say("changes.revision", revision=since.revision)
    day = _issued(since, scribe.plan) or _issued(since, since.plan)
    key = "changes.version-of" if day else "changes.version"
    return scribe.say(key, version=since.point, date=scribe.day(day))


def _notes(changes: Sequence[_Change], scribe: Scribe) -> Iterator[Paragraph]:
    if changes:
        yield _note(f"{scribe.say('changes.signs')} {scribe.say('changes.proposed')}")
    else:
        yield Paragraph(plain(scribe.say("changes.none")))


def _note(text: str) -> Paragraph:
    return Paragraph(plain(text), Voice.NOTE)


def _most_telling(changes: Sequence[_Change]) -> list[_Change]:
    """As many as are printed, in the plan's order."""
    places = sorted(range(len(changes)), key=lambda at: not changes[at].material)
    return [changes[at] for at in sorted(places[:MOST_CHANGES])]


def _tables(changes: Iterable[_Change], made: Compared, scribe: Scribe) -> Iterator[Table]:
    for kind, own in groupby(changes, lambda change: change.record.difference.kind):
        caption = scribe.say(f"changes-of.{kind.value}")
        rows = _rows(own, made, scribe)
        yield scribe.table(caption, HEADS, rows, f"table:changes:{kind.value}")


def _rows(
    changes: Iterable[_Change], made: Compared, scribe: Scribe
) -> Iterator[tuple[Cell | str, ...]]:
    for record, own in groupby(changes, lambda change: change.record):
        details = made.details(record)
        for change in own:
            said = tuple(_said(change, details, scribe.say))
            material = scribe.say("answer.yes" if change.material else "answer.no")
            yield (
                scribe.listed((record.name,)),
                Cell(said),
                Cell((plain(material),), strong=change.material),
            )


def _said(change: _Change, details: Sequence[Detail], say: Labels) -> Iterator[Inlines]:
    """What became of a field; of a record that came only that it did, since the plan states it."""
    match change.record.difference.fate:
        case Fate.EDITED | Fate.MOVED:
            for detail in details:
                if detail.field == change.field:
                    yield _sentence(detail, say)
                    yield from redlined(detail.redline, say)
        case Fate.ADDED:
            yield plain(say("changes.added"))
        case Fate.REMOVED:
            yield plain(say("changes.removed"))
            if change.record.difference.kind not in PEOPLE:
                yield from (_sentence(detail, say) for detail in details)
        case _:
            assert_never(change.record.difference.fate)


def _sentence(detail: Detail, say: Labels) -> Inlines:
    if not detail.words:
        return plain(detail.change)
    lead = say("list.label", label=detail.words)
    return (*plain(lead, Mark.BOLD), *plain(f" {detail.change}"))


def _issued(since: Since, plan: Plan) -> date | None:
    """The day of the version, as `plan` lists it."""
    listed = (item for item in plan.versions.values() if item.number.strip() == since.point)
    return next((item.issued_on for item in listed), None)
