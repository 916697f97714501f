import inspect

from app.domain.errors import IrplanError
from app.signing import errors


def test_every_refusal_has_a_code_of_its_own():
    kinds = [
        each
        for _, each in inspect.getmembers(errors, inspect.isclass)
        if issubclass(each, IrplanError) and each.__module__ == errors.__name__
    ]

    codes = {kind.code for kind in kinds}

    assert len(codes) == len(kinds) > 20
    assert all(code.startswith(("signing.", "verifying.")) for code in codes)
