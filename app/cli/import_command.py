"""`irplan import`: the rows of a CSV or vCard file taken into a plan."""

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import printable, say, say_json
from app.cli.working import working_on
from app.domain.errors import IrplanError

if TYPE_CHECKING:
    from app.cli.command import Commands
    from app.domain.plan.kinds import Kind
    from app.domain.plan.plan import Plan
    from app.services.importing.checking import Preview, Take
    from app.services.importing.columns import Columns
    from app.services.importing.drafts import ImportOptions
    from app.services.importing.tables import Table
    from app.services.importing.taking import Taken

FORMAT: Final = "irplan-import/1"
NOWHERE: Final = "-"
"""In `--map`, a column that is left out."""
_KINDS: Final = (
    "people",
    "parties",
    "metrics",
    "training",
    "exercises",
    "roadmap",
    "resources",
    "documents",
    "log_sources",
    "distribution",
    "terms",
    "actions",
)


class ColumnUnknown(IrplanError):
    """A column or a field is named that is not there."""

    code: ClassVar[str] = "import.unknown-column"


class ColumnsUnfit(IrplanError):
    """The columns do not say what a record is called, or two say the same."""

    code: ClassVar[str] = "import.columns-unfit"


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "import",
        "Take the rows of a CSV or vCard file into a plan. Rows about people and things that are "
        "in the plan already update them; rows that stand twice in the file are left out.",
        run,
        'irplan import plan.irplan contacts.csv --as people --map "Rufnummer=mobile" --dry-run',
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("file", type=Path, metavar="FILE", help="a CSV, TSV or vCard file")
    made.add_argument(
        "--as", dest="kind", required=True, choices=_KINDS, metavar="KIND", help=", ".join(_KINDS)
    )
    made.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help=f"where a column leads to, {NOWHERE} for nowhere; the others are told by their "
        "heads. May be given again; a wrong field names those there are",
    )
    made.add_argument(
        "--country",
        default=None,
        metavar="CODE",
        help="the country of telephone numbers without a prefix, such as GB; without it the "
        "first jurisdiction of the plan",
    )
    made.add_argument(
        "--as-written",
        action="store_true",
        help="keep telephone numbers as they are written, not as +44 20 7946 0958",
    )
    known = made.add_mutually_exclusive_group()
    known.add_argument(
        "--skip-known", action="store_true", help="leave out what is in the plan already"
    )
    known.add_argument("--add-known", action="store_true", help="add it once more")
    made.add_argument("--dry-run", action="store_true", help="say what would happen, do nothing")
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Take the rows over; 1 when some need a look."""
    from app.domain.plan.kinds import Kind
    from app.services.importing.taking import take

    kind = Kind(arguments.kind)
    table = workshop.read_table(arguments.file)
    columns = _columns(workshop, table, kind, arguments.map)
    with working_on(workshop, arguments.plan) as opened:
        options = _options(workshop, opened.plan, arguments)
        preview = workshop.import_preview(opened.plan, kind, table, columns, options)
        taken = take(opened.plan, preview, _chosen(preview, arguments))
        if not arguments.dry_run:
            opened.session.apply(taken.changes, taken.label)
    if arguments.json:
        say_json(_report(preview, taken, columns, table, dry=arguments.dry_run))
    else:
        _print(preview, taken, dry=arguments.dry_run)
    return FINDINGS if _troubles(preview) else FINE


def _columns(workshop: Workshop, table: "Table", kind: "Kind", stated: Sequence[str]) -> "Columns":
    """As proposed, but for what is stated; a field that is stated leaves its proposed column."""
    from app.services.importing.columns import problems_of, propose
    from app.services.importing.fields import field_named

    columns = list(propose(table, kind))
    for pair in stated:
        head, _, key = pair.rpartition("=")
        at = _place(table, head.strip())
        field = _field(kind, key.strip())
        if field and not getattr(field_named(kind, field), "several", False):
            columns = ["" if known == field else known for known in columns]
        columns[at] = field
    problems = problems_of(columns, kind)
    if problems:
        heads = ", ".join(f"'{head}'" for head in table.heads)
        raise ColumnsUnfit(f"{problems[0]} The columns are {heads}: use --map.", file=table.name)
    return tuple(columns)


def _place(table: "Table", head: str) -> int:
    folded = [known.casefold() for known in table.heads]
    if head.casefold() in folded:
        return folded.index(head.casefold())
    heads = ", ".join(f"'{known}'" for known in table.heads)
    raise ColumnUnknown(
        f"{table.name} has no column '{head}'; its columns are {heads}.", column=head
    )


def _field(kind: "Kind", key: str) -> str:
    from app.services.importing.fields import import_fields

    known = [field.key for field in import_fields(kind)]
    if key == NOWHERE:
        return ""
    if key in known:
        return key
    raise ColumnUnknown(
        f"There is no field '{key}' for {kind.value}; choose one of {', '.join(known)}, or "
        f"{NOWHERE} to leave the column out.",
        field=key,
    )


def _options(workshop: Workshop, plan: "Plan", arguments: argparse.Namespace) -> "ImportOptions":
    from dataclasses import replace

    options = workshop.import_options(plan)
    if arguments.country is not None:
        region = arguments.country.strip().upper()
        if region not in workshop.phones.regions():
            raise ColumnUnknown(
                f"'{arguments.country}' is no country code; use one of two letters such as GB.",
                country=arguments.country,
            )
        options = replace(options, region=region)
    return replace(options, international=not arguments.as_written)


def _chosen(preview: "Preview", arguments: argparse.Namespace) -> "Mapping[int, Take]":
    from app.services.importing.checking import Take

    if not (arguments.skip_known or arguments.add_known):
        return {}
    way = Take.SKIP if arguments.skip_known else Take.ADD
    return {
        at: way
        for at, candidate in enumerate(preview.candidates)
        if candidate.advised is Take.UPDATE
    }


def _troubles(preview: "Preview") -> int:
    from app.services.importing.problems import Weight

    return sum(
        problem.weight is not Weight.TELLS
        for candidate in preview.candidates
        for problem in candidate.problems
    )


def _print(preview: "Preview", taken: "Taken", *, dry: bool) -> None:
    say(*(f"Note: {printable(remark)}" for remark in preview.remarks))
    for candidate in preview.candidates:
        for problem in candidate.problems:
            place = f"{preview.counted} {candidate.draft.number}"
            column = f", {problem.head}" if problem.head else ""
            who = f" ({candidate.draft.name})" if candidate.draft.name else ""
            say(printable(f"{place}{column}{who}: {problem.text}"))
    say(
        f"{'Would add' if dry else 'Added'} {taken.added}, "
        f"{'update' if dry else 'updated'} {taken.updated}, "
        f"{'leave' if dry else 'left'} {taken.same} as they are, "
        f"{'skip' if dry else 'skipped'} {taken.skipped}."
    )


def _report(
    preview: "Preview", taken: "Taken", columns: "Columns", table: "Table", *, dry: bool
) -> dict[str, object]:
    return {
        "format": FORMAT,
        "kind": preview.kind.value,
        "file": preview.name,
        "dry_run": dry,
        "columns": dict(zip(table.heads, columns, strict=True)),
        "remarks": list(preview.remarks),
        "added": taken.added,
        "updated": taken.updated,
        "same": taken.same,
        "skipped": taken.skipped,
        "problems": [
            {
                "row": candidate.draft.number,
                "column": problem.head,
                "name": candidate.draft.name,
                "kind": problem.kind.value,
                "weight": problem.weight.value,
                "text": problem.text,
            }
            for candidate in preview.candidates
            for problem in candidate.problems
        ],
    }
