"""Who is reached, as lines for people."""

from collections.abc import Iterator

from app.cli.output import printable
from app.domain.judgement.reachability.results import NodeResult, Reachability, TreeResult
from app.domain.judgement.reachability.wording import (
    GUESSED,
    answer_words,
    headline,
    limit_words,
    minutes_words,
    moment_words,
    node_names,
    point_words,
    remarks,
    why_words,
)

_WHEN_WIDTH = 12
_INDENT = "  "


def lines(result: Reachability) -> Iterator[str]:
    """The case, the headline, each tree call by call, and the single points of failure."""
    names = node_names(result)
    yield moment_words(result)
    yield printable(headline(result))
    for tree in result.trees:
        yield ""
        yield from _tree(tree, names)
    if result.points:
        yield ""
        yield "Single points of failure"
        yield from (f"  {printable(point_words(point, names))}" for point in result.points)
    guessed = [node.answer.name for node in result.nodes if node.answer and node.answer.guessed]
    if guessed:
        yield ""
        yield printable(
            f"{GUESSED.capitalize()}, counted as there: {', '.join(dict.fromkeys(guessed))}."
        )


def _tree(tree: TreeResult, names: dict[str, str]) -> Iterator[str]:
    yield printable(tree.name)
    if tree.limit is not None:
        yield f"  {printable(limit_words(tree))}"
    for node in tree.nodes:
        yield from _node(node, names)
    if tree.odds is not None:
        share = tree.odds
        yield (
            f"  all reached: {_percent(tree.chance)} exactly; {_percent(share.share)} of "
            f"{share.runs} runs ({_percent(share.low)} to {_percent(share.high)})"
        )


def _node(node: NodeResult, names: dict[str, str]) -> Iterator[str]:
    indent = _INDENT * (node.depth + 1)
    when = "never" if node.answer is None else minutes_words(node.answer.minute)
    said = (
        why_words(node, names)
        if node.answer is None
        else f"{answer_words(node.answer)}, {node.answer.local:%a %H:%M} there"
    )
    yield f"{indent}{when:<{_WHEN_WIDTH}}{printable(f'{node.name}: {said}')}"
    if node.odds is not None:
        yield f"{indent}{'':<{_WHEN_WIDTH}}{_odds(node)}"
    for remark in remarks(node):
        if remark != GUESSED:
            yield f"{indent}{'':<{_WHEN_WIDTH}}! {remark}"


def _odds(node: NodeResult) -> str:
    odds = node.odds
    if odds is None or not odds.share:
        return f"chance {_percent(node.chance)}"
    said = f"chance {_percent(node.chance)} (runs {_percent(odds.low)} to {_percent(odds.high)})"
    if odds.median is not None:
        said += f", half of the runs within {minutes_words(odds.median)}"
    if odds.ninetieth is not None:
        said += f", 9 of 10 within {minutes_words(odds.ninetieth)}"
    return said


def _percent(share: float) -> str:
    """With one digit behind the point; only what is certain has 100."""
    return f"{min(int(share * 1000 + 1e-9), 1000) / 10:.1f}%"
