"""Whether the people asked can approve a version at all."""

from collections.abc import Iterable

from app.domain.lifecycle.approving.names import among, key_of
from app.domain.plan.acts import Route
from app.domain.plan.upkeep import ApprovalRule


def unfit(route: Route | None, authors: Iterable[str]) -> str | None:
    """What is wrong with `route` for a version written by `authors`, in a sentence; or None."""
    if route is None or not route.approvers:
        return "Name at least one person who approves."
    people = (*route.reviewers, *route.approvers)
    if not all(map(key_of, people)):
        return "Name every reviewer and approver."
    if _repeated(route.reviewers) or _repeated(route.approvers):
        return "Name each reviewer and each approver once."
    written = tuple(authors)
    for person in people:
        if among(person, written):
            return f"{person} changed this version and cannot review or approve it."
    for person in route.approvers:
        if among(person, route.reviewers):
            return f"{person} cannot both review and approve."
    return _uncountable(route)


def _uncountable(route: Route) -> str | None:
    if not 0 <= route.reviews <= len(route.reviewers):
        return f"Name at least {route.reviews} reviewers."
    if route.rule is ApprovalRule.QUORUM and not 1 <= route.quorum <= len(route.approvers):
        return f"Name at least {route.quorum} approvers for the quorum."
    return None


def _repeated(people: tuple[str, ...]) -> bool:
    return len({key_of(person) for person in people}) < len(people)
