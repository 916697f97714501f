"""What all integration tests share: the shipped library, and plans read and judged before."""

from collections.abc import Iterator

import pytest

from tests.once import worked_out_once


@pytest.fixture(scope="session", autouse=True)
def once() -> Iterator[None]:
    """Workshops of this process have one library, as those of the program do for hours."""
    with worked_out_once():
        yield
