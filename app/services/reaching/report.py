"""The results of a simulation as data for programs."""

from dataclasses import asdict

from app.domain.judgement.reachability.losses import SinglePoint
from app.domain.judgement.reachability.repeated import Odds
from app.domain.judgement.reachability.results import Answer, NodeResult, Reachability, TreeResult
from app.domain.judgement.reachability.scenario import Rates, Scenario
from app.domain.judgement.reachability.wording import headline, node_names, remarks, why_words
from app.domain.plan.people import ChannelKind

REPORT_FORMAT = "irplan-reach/1"
"""Names the shape of the report."""


def reach_data(result: Reachability) -> dict[str, object]:
    """Everything a result says; times are minutes, chances shares, moments ISO 8601."""
    names = node_names(result)
    return {
        "format": REPORT_FORMAT,
        "scenario": _scenario(result.scenario, in_hours=result.in_hours),
        "headline": headline(result),
        "calls": len(result.nodes),
        "reached": len(result.nodes) - len(result.unreached),
        "trees": [_tree(tree, names) for tree in result.trees],
        "single_points": [_point(point) for point in result.points],
    }


def _scenario(scenario: Scenario, *, in_hours: bool) -> dict[str, object]:
    outages = scenario.outages
    return {
        "at": scenario.at.isoformat(),
        "zone": scenario.zone,
        "in_working_hours": in_hours,
        "severity": scenario.severity,
        "tree": scenario.tree,
        "down": sorted(kind.value for kind in outages.kinds),
        "single_sign_on_down": outages.sign_on,
        "only_out_of_band": outages.in_band,
        "away": sorted(scenario.away),
        "rates": _rates(scenario.rates),
        "runs": scenario.runs,
        "seed": scenario.seed,
    }


def _rates(rates: Rates) -> dict[str, object]:
    def shown(given: dict[ChannelKind, float]) -> dict[str, float]:
        return {kind.value: given[kind] for kind in ChannelKind if kind in given}

    return {"usual": shown(dict(rates.usual)), "out_of_hours": shown(dict(rates.out_of_hours))}


def _tree(tree: TreeResult, names: dict[str, str]) -> dict[str, object]:
    return {
        "id": tree.tree,
        "name": tree.name,
        "all_reached_after": tree.complete,
        "chance_of_all": tree.chance,
        "odds_of_all": _odds(tree.odds),
        "limit": None if tree.limit is None else asdict(tree.limit),
        "calls": [_node(node, names) for node in tree.nodes],
    }


def _node(node: NodeResult, names: dict[str, str]) -> dict[str, object]:
    return {
        "id": node.node,
        "name": node.name,
        "begun_after": node.begun,
        "called_by": node.caller,
        "stands_in": node.stands_in,
        "answer": None if node.answer is None else _answer(node.answer),
        "why_not": None if node.why is None else node.why.value,
        "why_not_words": why_words(node, names),
        "blocked_by": node.blocked,
        "tries": [
            {
                "person": one.person,
                "name": one.name,
                "channel": one.kind.value,
                "chance": one.chance,
                "obstacle": None if one.obstacle is None else one.obstacle.value,
            }
            for one in node.tries
        ],
        "late": node.late,
        "chance": node.chance,
        "odds": _odds(node.odds),
        "remarks": list(remarks(node)),
    }


def _answer(answer: Answer) -> dict[str, object]:
    return {
        "after": answer.minute,
        "local": answer.local.isoformat(),
        "person": answer.person,
        "name": answer.name,
        "channel": answer.kind.value,
        "try": answer.tries,
    }


def _odds(odds: Odds | None) -> dict[str, object] | None:
    return None if odds is None else asdict(odds)


def _point(point: SinglePoint) -> dict[str, object]:
    return {
        "person": point.person,
        "name": point.name,
        "channel": None if point.channel is None else point.channel.value,
        "cut_off": list(point.cut),
    }
