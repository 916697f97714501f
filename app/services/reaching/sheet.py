"""The results of a simulation as a table for spreadsheets and as text to paste."""

from collections.abc import Iterator

from app.domain.judgement.reachability.results import NodeResult, Reachability, TreeResult
from app.domain.judgement.reachability.wording import (
    CHANNEL_WORDS,
    headline,
    limit_words,
    moment_words,
    node_names,
    point_words,
    remarks,
    why_words,
)
from app.services.evidence.spreadsheet import csv_bytes, several

HEADS = (
    "Tree",
    "Call",
    "Reached",
    "After minutes",
    "Local time",
    "Who answers",
    "By",
    "Why not",
    "Chance",
    "Share of runs",
    "95 % from",
    "95 % to",
    "Half of runs within minutes",
    "9 of 10 runs within minutes",
    "Remarks",
)


def reach_csv(result: Reachability) -> bytes:
    """One row a call (RFC 4180), harmless to spreadsheets."""
    return csv_bytes(HEADS, reach_rows(result))


def reach_text(result: Reachability) -> str:
    """The same as a tab-separated table below its headline, to paste into a document."""
    names = node_names(result)
    points = (point_words(point, names) for point in result.points)
    limits = (f"{tree.name}: {limit_words(tree)}" for tree in result.trees if tree.limit)
    table = ("\t".join(" ".join(cell.split()) for cell in row) for row in _all_rows(result))
    parts = (moment_words(result), headline(result), *limits, *points, "", *table)
    return "\n".join(parts) + "\n"


def reach_rows(result: Reachability) -> tuple[tuple[str, ...], ...]:
    """The cells below `HEADS`, one row a call."""
    names = node_names(result)
    return tuple(_row(tree, node, names) for tree in result.trees for node in tree.nodes)


def _all_rows(result: Reachability) -> Iterator[tuple[str, ...]]:
    yield HEADS
    yield from reach_rows(result)


def _row(tree: TreeResult, node: NodeResult, names: dict[str, str]) -> tuple[str, ...]:
    answer = node.answer
    return (
        tree.name,
        node.name,
        "no" if answer is None else "yes",
        "" if answer is None else number(answer.minute),
        "" if answer is None else f"{answer.local:%Y-%m-%d %H:%M %z}",
        "" if answer is None else answer.name,
        "" if answer is None else CHANNEL_WORDS[answer.kind],
        why_words(node, names),
        number(node.chance),
        *_odds(node),
        several(remarks(node)),
    )


def _odds(node: NodeResult) -> tuple[str, ...]:
    odds = node.odds
    if odds is None:
        return ("",) * 5
    shares = (odds.share, odds.low, odds.high)
    times = (odds.median, odds.ninetieth)
    return (*map(number, shares), *("" if at is None else number(at) for at in times))


def number(value: float) -> str:
    """At most four digits behind the point, and no more than it takes."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
