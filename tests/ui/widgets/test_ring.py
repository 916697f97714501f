"""The ring."""

import pytest

from ui.widgets.ring import CompletenessRing, percent


@pytest.mark.parametrize(
    ("share", "shown"), [(0.0, 0), (0.004, 0), (0.5, 50), (0.999, 99), (1.0, 100)]
)
def test_a_hundred_percent_means_that_nothing_is_left(share, shown):
    assert percent(share) == shown


def test_a_screen_reader_hears_the_percentage(host):
    ring = CompletenessRing(host)

    ring.set_share(0.51)

    assert ring.accessibleName() == "51 percent complete"


def test_the_ring_can_be_painted_at_every_share(host):
    ring = CompletenessRing(host)
    pictures = []
    for share in (0.0, 0.5, 1.0):
        ring.set_share(share)
        pictures.append(ring.grab().toImage())

    assert pictures[0] != pictures[1] != pictures[2]
