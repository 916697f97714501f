"""Nothing we install may bind those who pass the program on."""

import importlib.metadata
import re

EITHER_WAY = {"pyside6-essentials", "shiboken6"}
"""Qt offers the LGPL beside the GPL and stays replaceable: docs/adr/0001-licence-and-layout.md."""

BINDING = re.compile(
    r"\b(A?GPL|SSPL|BUSL)|Affero|(?<!Lesser )General Public License|non-?commercial", re.IGNORECASE
)


def stated(distribution: importlib.metadata.Distribution) -> str:
    """Return the licence as named in the metadata; a whole text counts by its first line."""
    data = distribution.metadata
    classifiers = [name for name in data.get_all("Classifier") or () if name.startswith("License")]
    texts = [*(data.get_all("License-Expression") or ()), *(data.get_all("License") or ())]
    return "; ".join([*(text.split("\n")[0] for text in texts), *classifiers])


def is_binding(name: str, licence: str) -> bool:
    if name.lower().replace("_", "-") in EITHER_WAY:
        return False
    return BINDING.search(licence) is not None


def test_no_installed_package_is_under_a_binding_licence():
    bound = {
        distribution.name: stated(distribution)
        for distribution in importlib.metadata.distributions()
        if is_binding(distribution.name, stated(distribution))
    }

    assert bound == {}


def test_the_rule_knows_a_binding_licence_when_it_sees_one():
    assert is_binding("x", "GPL-3.0-only")
    assert is_binding("x", "License :: OSI Approved :: GNU General Public License v3 (GPLv3)")
    assert is_binding("x", "AGPL-3.0-or-later")
    assert not is_binding("x", "MIT")
    assert not is_binding(
        "x", "License :: OSI Approved :: GNU Lesser General Public License (LGPL)"
    )
    assert not is_binding("PySide6_Essentials", "LGPL-3.0-only OR GPL-3.0-only")
