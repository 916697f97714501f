from app.cli import exits


def test_scripts_can_tell_the_endings_apart():
    codes = [
        exits.FINE,
        exits.FINDINGS,
        exits.USAGE,
        exits.FAILED,
        exits.INTERRUPTED,
    ]

    assert codes == [0, 1, 2, 3, 130]
