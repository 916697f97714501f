"""One window per person."""

from ui.bridge.single_instance import SingleInstance


def test_the_first_start_hears_of_the_second(qtbot, qapp, tmp_path):
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    assert not second.claim()
    first.listen()

    with qtbot.waitSignal(first.asked) as asked:
        assert second.hand_over("/plans/ö plan.irplan")

    assert asked.args == ["/plans/ö plan.irplan"]
    first.release()


def test_another_start_may_follow_once_the_first_has_ended(qapp, tmp_path):
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    first.claim()
    first.release()

    assert second.claim()
    second.release()


def test_nobody_answers_where_nobody_listens(qapp, tmp_path):
    assert not SingleInstance(tmp_path).hand_over("/plans/a.irplan")
