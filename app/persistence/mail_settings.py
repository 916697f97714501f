"""How letters are sent, as the settings file spells it; no password ever stands there."""

from typing import Any

from app.domain.plan.texts import cleaned
from app.services.reminding.mail_settings import MailSettings, Security

_SUNDAY = 6


def mail_data(settings: MailSettings) -> dict[str, Any]:
    """The settings as JSON has them."""
    return {
        "host": settings.host,
        "port": settings.port,
        "security": settings.security.value,
        "user": settings.user,
        "sender": settings.sender,
        "to": list(settings.to),
        "digest_on": settings.digest_on,
    }


def mail_of(data: object) -> MailSettings:
    """The settings in `data`, defaults in place of anything unreadable."""
    if not isinstance(data, dict):
        return MailSettings()
    known = {item.value: item for item in Security}
    usual = MailSettings()
    port, to = _number(data.get("port")), data.get("to")
    return MailSettings(
        host=_line(data.get("host")),
        port=usual.port if port is None else port,
        security=known.get(str(data.get("security")), usual.security),
        user=_line(data.get("user")),
        sender=_line(data.get("sender")),
        to=tuple(filter(None, map(_line, to))) if isinstance(to, list) else (),
        digest_on=_weekday(data.get("digest_on")),
    )


def _line(value: object) -> str:
    return " ".join(cleaned(value).split()) if isinstance(value, str) else ""


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _weekday(value: object) -> int | None:
    """Counted from Monday as 0."""
    number = _number(value)
    return number if number is not None and 0 <= number <= _SUNDAY else None
