"""How columns share the width of a table, in both formats."""

from collections.abc import Sequence

_LEAST_WEIGHT = 0.01


def shared_widths(
    weights: Sequence[float], claims: Sequence[float], total: float
) -> tuple[float, ...]:
    """Divide `total` by `weights`, giving every column its claim first if all claims fit."""
    if not weights:
        return ()
    weights = [max(weight, _LEAST_WEIGHT) for weight in weights]
    scale = total / sum(weights)
    if sum(claims) >= total:
        return tuple(weight * scale for weight in weights)
    claiming: set[int] = set()
    while True:
        free = total - sum(claims[i] for i in claiming)
        rest = sum(w for i, w in enumerate(weights) if i not in claiming)
        shares = [
            claims[i] if i in claiming else weight * free / rest for i, weight in enumerate(weights)
        ]
        short = {i for i, share in enumerate(shares) if share < claims[i] - 1e-6}
        if not short:
            return tuple(shares)
        claiming |= short
