"""Translations of the interface, Qt's own words with them."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.paths import data_folder


def install_translators(app: QCoreApplication, locale: QLocale | None = None) -> bool:
    """Use the language of `locale` (None: the system's); False when we speak English only.

    Qt's words change only together with ours, so that a window never mixes two languages.
    """
    locale = locale or QLocale.system()
    folder = data_folder("resources") / "translations"
    ours = QTranslator(app)
    if not ours.load(locale, "irplan", "_", str(folder)):
        return False
    app.installTranslator(ours)
    qts = QTranslator(app)
    if qts.load(
        locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(qts)
    return True
