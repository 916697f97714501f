"""Opening the key that somebody signs with, wherever it is kept.

Imports cryptography; itself imported only from inside the functions of `app.signing`.
"""

from datetime import datetime
from typing import assert_never

from app.services.signing import Key, KeyFile, KeyToken
from app.signing.identity import Identity


def open_identity(key: Key, at: datetime) -> Identity:
    """The identity that `key` names, fit for signing at the aware moment `at`.

    Raises:
        SigningError: The file or token, its secret or the certificate does not serve.
    """
    match key:
        case KeyFile():
            from app.signing.identity_file import load_identity

            return load_identity(key, at)
        case KeyToken():
            from app.signing.identity_token import load_token_identity

            return load_token_identity(key, at)
        case _:
            assert_never(key)
