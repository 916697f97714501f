from app.domain.judgement.standards import Standards


def test_a_shelf_nobody_filled_gives_nothing():
    assert Standards().shelf("nist-csf-2-0") is None
