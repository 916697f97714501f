"""Ask LibreOffice about the signatures of files; runs under the Python that LibreOffice uses.

Usage: libreoffice_verdicts.py [--lines] FOLDER FILE...; prints one line of true/false per file, as
JSON. With --lines it prints of each file the ids of its signature lines and whether each is signed.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]


def main(arguments: list[str]) -> None:
    asked = signature_lines if arguments[0] == "--lines" else verdicts
    folder, *files = arguments[1:] if asked is signature_lines else arguments
    office = start(Path(folder))
    try:
        context = connect(Path(folder).name)
        for file in files:
            print(json.dumps(asked(context, file)), flush=True)  # noqa: T201
    finally:
        office.terminate()
        office.wait(30)


def start(folder: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [
            *("soffice", "--headless", "--norestore", "--nologo"),
            f"--accept=pipe,name={folder.name};urp;",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        ],
        env=os.environ | {"HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def connect(pipe: str):
    manager = uno.getComponentContext().ServiceManager
    resolver = manager.createInstance("com.sun.star.bridge.UnoUrlResolver")
    for _ in range(100):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001
            time.sleep(0.3)
    raise SystemExit("LibreOffice did not start")


def verdicts(context, file: str) -> list[bool]:
    manager, url = context.ServiceManager, uno.systemPathToFileUrl(str(Path(file).resolve()))
    storage, stream = None, None
    if file.endswith(".pdf"):
        access = manager.createInstanceWithContext("com.sun.star.ucb.SimpleFileAccess", context)
        stream = access.openFileRead(url)
    else:
        factory = manager.createInstanceWithContext("com.sun.star.embed.StorageFactory", context)
        zip_format = PropertyValue("StorageFormat", 0, "ZipFormat", 0)
        options = uno.Any("[]com.sun.star.beans.PropertyValue", (zip_format,))
        storage = uno.invoke(factory, "createInstanceWithArguments", ((url, 1, options),))
    name = "com.sun.star.security.DocumentDigitalSignatures"
    checker = manager.createInstanceWithArgumentsAndContext(name, ("1.2",), context)
    found = checker.verifyDocumentContentSignatures(storage, stream)
    return [each.SignatureIsValid for each in found if each.Signer is not None]


def signature_lines(context, file: str) -> dict[str, bool]:
    desktop = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.frame.Desktop", context
    )
    options = (PropertyValue("Hidden", 0, True, 0), PropertyValue("ReadOnly", 0, True, 0))
    url = uno.systemPathToFileUrl(str(Path(file).resolve()))
    document = desktop.loadComponentFromURL(url, "_blank", 0, options)
    try:
        page = document.getDrawPage()
        shapes = [page.getByIndex(number) for number in range(page.getCount())]
        return {
            shape.SignatureLineId: shape.SignatureLineIsSigned
            for shape in shapes
            if getattr(shape, "IsSignatureLine", False)
        }
    finally:
        document.close(True)


if __name__ == "__main__":
    main(sys.argv[1:])
