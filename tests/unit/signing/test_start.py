import subprocess
import sys

HEAVY = ("pyhanko", "lxml", "cryptography", "asn1crypto", "fontTools")


def test_importing_the_package_imports_nothing_heavy():
    code = f"import app.signing, sys; print([m for m in {HEAVY!r} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"
