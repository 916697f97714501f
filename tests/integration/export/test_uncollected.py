import gc

import pytest

from app.export.uncollected import uncollected


@pytest.fixture
def collecting():
    before = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if before else gc.disable)()


@pytest.mark.usefixtures("collecting")
def test_garbage_is_left_alone_meanwhile():
    with uncollected():
        assert not gc.isenabled()

    assert gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_an_error_switches_collecting_on_again():
    with pytest.raises(ZeroDivisionError), uncollected():
        _ = 1 / 0

    assert gc.isenabled()


@pytest.mark.usefixtures("collecting")
def test_whoever_switched_it_off_keeps_it_off():
    gc.disable()

    with uncollected():
        pass

    assert not gc.isenabled()
