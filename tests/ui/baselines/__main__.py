"""Take every picture, and accept it when told to, once a person has looked at it.

python -m tests.ui.baselines FOLDER           pictures that are not as accepted, into FOLDER
python -m tests.ui.baselines FOLDER --accept  the same, and their digests are the accepted ones
"""

import sys
from pathlib import Path

from tests.ui.baselines.digests import compared, read_digests, write_digests
from tests.ui.baselines.running import take
from tests.ui.baselines.sheet import write_sheet


def main(folder: Path, *, accept: bool) -> int:
    """How the command ends: 1 when pictures differ and are not accepted."""
    taken = take(folder)
    found = compared(read_digests(), taken)
    for what, names in (("changed", found.changed), ("new", found.new), ("gone", found.gone)):
        for name in names:
            sys.stdout.write(f"{what}: {name}\n")
    if found.changed or found.new:
        sys.stdout.write(f"Look at them in {folder}, all at once in {write_sheet(folder)}.\n")
    if accept:
        write_digests(taken)
        sys.stdout.write(f"Accepted: {len(taken)} pictures.\n")
    return 1 if found and not accept else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), accept="--accept" in sys.argv[2:]))
