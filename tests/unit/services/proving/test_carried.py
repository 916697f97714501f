from app.services.proving.carried import NOTHING, Carried


def test_nothing_is_carried_by_a_strangers_file():
    assert Carried("", None, False, None, ()) == NOTHING


def test_the_data_do_not_flood_a_log():
    assert "secret" not in repr(Carried(data=b"secret"))
