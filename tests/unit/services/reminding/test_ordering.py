from app.services.reminding.ordering import Order


def test_nothing_is_told_unless_a_way_is_named():
    order = Order()

    ways = (order.mail, order.notify, order.digest, order.dry_run, order.at_once)
    assert not any(ways)
