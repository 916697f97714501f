"""The results of a simulation in words."""

from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.judgement.deadlines.case import zone_named
from app.domain.judgement.reachability.calls import UNSTATED_MINUTES, Obstacle
from app.domain.judgement.reachability.losses import SinglePoint
from app.domain.judgement.reachability.moment import WEEKDAYS
from app.domain.judgement.reachability.results import (
    Answer,
    NodeResult,
    Reachability,
    TreeResult,
    Why,
)
from app.domain.plan.people import ChannelKind

CHANNEL_WORDS: Final = {
    ChannelKind.MOBILE: "mobile",
    ChannelKind.PHONE: "phone",
    ChannelKind.EMAIL: "e-mail",
    ChannelKind.MESSENGER: "messenger",
    ChannelKind.PAGER: "pager",
    ChannelKind.OTHER: "another way",
}
_OBSTACLE_WORDS: Final = {
    Obstacle.DOWN: "down",
    Obstacle.AWAY: "away",
    Obstacle.OFF_DUTY: "not there at that time",
    Obstacle.NEVER_ANSWERED: "never answered",
}
_WHY_WORDS: Final = {
    Why.STRANDED: "never called: it hangs below no call that is made",
    Why.NOBODY: "the plan names nobody to call",
    Why.NO_ADDRESS: "the plan has no address for the ways to call",
    Why.DOWN: "all ways to call are down",
    Why.AWAY: "everybody to call is away",
    Why.OFF_DUTY: "nobody to call is there at that time",
    Why.NEVER_ANSWERED: "the ways to call are never answered",
}
_MINUTES_PER_HOUR: Final = 60
_MOST_NAMED: Final = 3
NOTHING_TRIED: Final = "There is no call to try."
RULES: Final = (
    "A caller calls one after the other, in the order of the plan.",
    "Each way to reach somebody takes an equal share of the time allowed for the call, of "
    f"{UNSTATED_MINUTES} minutes where the plan states no time.",
    "Who is there, and whether it is working hours (weekdays 09:00 to 17:00 where the plan states "
    "none), is judged at the beginning.",
    "Whom the plan does not surely say to be away counts as there.",
    "Nobody answers: the caller makes the calls below where the plan says what to do then, "
    "otherwise nobody makes them.",
)
"""What somebody who reads a result has to know."""
GUESSED: Final = "availability not certain"


def minutes_words(minutes: float) -> str:
    """Such as `8 min` or `2 h 5 min`; a part of a minute counts as one."""
    whole = -int(-minutes // 1)
    hours, rest = divmod(whole, _MINUTES_PER_HOUR)
    if not hours:
        return f"{rest} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def headline(result: Reachability) -> str:
    """How many are reached by when, and who never is."""
    whole, lost = len(result.nodes), result.unreached
    if not whole:
        return NOTHING_TRIED
    if result.last is None:
        return f"None of {whole} is reached."
    within = minutes_words(result.last)
    if not lost:
        return f"All {whole} are reached within {within}."
    names = _listed(node.name for node in lost)
    verb = "is" if len({node.name for node in lost}) == 1 else "are"
    return f"{whole - len(lost)} of {whole} reached within {within}; {names} {verb} never reached."


def moment_words(result: Reachability) -> str:
    """When it begins: `Monday 03:00, out of working hours (23 Nov 2026, Europe/London)`."""
    zone = result.scenario.zone
    at = result.scenario.at.astimezone(zone_named(zone))
    hours = "in working hours" if result.in_hours else "out of working hours"
    return f"{WEEKDAYS[at.weekday()]} {at:%H:%M}, {hours} ({at.day} {at:%b %Y}, {zone})"


def answer_words(answer: Answer) -> str:
    """Who answers and how, such as `Ada Byron by mobile, at try 2`."""
    late = f", at try {answer.tries}" if answer.tries > 1 else ""
    return f"{answer.name} by {CHANNEL_WORDS[answer.kind]}{late}"


def why_words(node: NodeResult, names: dict[str, str]) -> str:
    """Why nobody is reached; `names` are those of all calls by id. Blank for who is reached."""
    match node.why:
        case None:
            return ""
        case Why.NOT_CALLED:
            above = names.get(node.blocked or "", "a call above")
            return f"not called: {above} is not reached, and the plan names no way round"
        case Why.SEVERAL:
            parts = (
                f"{one.name} {_way(one.kind)} {_OBSTACLE_WORDS[one.obstacle]}"
                for one in node.tries
                if one.obstacle is not None
            )
            return "; ".join(dict.fromkeys(parts))
        case why:
            return _WHY_WORDS[why]


def remarks(node: NodeResult) -> tuple[str, ...]:
    """What is to be known of a result that is less certain than it looks, or too late."""
    return tuple(_remarks(node))


def point_words(point: SinglePoint, names: dict[str, str]) -> str:
    """What the loss of one person or channel costs; `names` are those of all calls by id."""
    lost = (
        f"Without {point.name}"
        if point.channel is None
        else f"Without {CHANNEL_WORDS[point.channel]} calls"
        if point.channel in {ChannelKind.MOBILE, ChannelKind.PHONE, ChannelKind.PAGER}
        else f"Without {CHANNEL_WORDS[point.channel]}"
    )
    cut = [names.get(key, key) for key in point.cut]
    verb = "is" if len(set(cut)) == 1 else "are"
    return f"{lost}, {_listed(cut)} {verb} not reached."


def limit_words(tree: TreeResult) -> str:
    """What the severity allows and who is later than that; blank where it states no time."""
    if tree.limit is None:
        return ""
    late = [node.name for node in tree.nodes if node.late]
    hours = "in" if tree.limit.in_hours else "out of"
    allowed = (
        f"{tree.limit.level} leaves {minutes_words(tree.limit.minutes)} to escalate {hours} "
        "working hours"
    )
    if not late:
        return f"{allowed}: nobody is too late."
    return f"{allowed}: {_listed(late)} {'is' if len(set(late)) == 1 else 'are'} too late."


def node_names(result: Reachability) -> dict[str, str]:
    """The names of all calls by id."""
    return {node.node: node.name for node in result.nodes}


def _remarks(node: NodeResult) -> Iterator[str]:
    if node.late:
        yield "later than the severity allows"
    if node.stands_in and node.begun is not None:
        yield "called by somebody who stands in"
    if node.answer is not None and node.answer.guessed:
        yield GUESSED
    if not node.timed and node.tries:
        yield f"no time stated, counted as {UNSTATED_MINUTES} min"


def _way(kind: ChannelKind) -> str:
    return f"({CHANNEL_WORDS[kind]})"


def _listed(names: Iterable[str]) -> str:
    """Names, each once, of many only the first."""
    known = list(dict.fromkeys(names))
    if len(known) > _MOST_NAMED:
        return f"{', '.join(known[:_MOST_NAMED])} and {len(known) - _MOST_NAMED} more"
    return " and ".join((", ".join(known[:-1]), known[-1])) if len(known) > 1 else "".join(known)
