"""Telephone numbers of the world, from the `phonenumbers` library."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from typing_extensions import override

from app.services.importing.phones import PhoneReading, Phones

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

LONGEST: Final = 80
"""Characters; the library looks no further than 250, and no number is half as long."""

_NO_COUNTRY: Final = "has no country code: choose the country such numbers belong to"
_NOT_A_NUMBER: Final = "is no telephone number"


class WorldPhones(Phones):
    """Reads as libphonenumber does, which knows each country's ranges."""

    @override
    def regions(self) -> tuple[str, ...]:
        from phonenumbers import SUPPORTED_REGIONS

        return tuple(sorted(SUPPORTED_REGIONS))

    @override
    def read(self, text: str, region: str) -> PhoneReading:
        return _read(text.strip(), region.upper())


@lru_cache(maxsize=8192)
def _read(text: str, region: str) -> PhoneReading:
    from phonenumbers import NumberParseException, parse

    if len(text) > LONGEST:
        return PhoneReading("", _NOT_A_NUMBER)
    try:
        number = parse(text, region or None)
    except NumberParseException as error:
        return PhoneReading("", _refusal(error, text))
    return _judged(number, text)


def _judged(number: "PhoneNumber", text: str) -> PhoneReading:
    from phonenumbers import (
        PhoneNumberFormat,
        ValidationResult,
        format_number,
        is_possible_number_with_reason,
        is_valid_number,
    )

    match is_possible_number_with_reason(number):
        case ValidationResult.IS_POSSIBLE:
            shown = format_number(number, PhoneNumberFormat.INTERNATIONAL)
        case ValidationResult.TOO_LONG:
            return PhoneReading("", "is too long for a telephone number there")
        case ValidationResult.INVALID_COUNTRY_CODE:
            return PhoneReading("", "has a country code that does not exist")
        case _:
            return PhoneReading("", "is too short for a telephone number there")
    if any(char.isalpha() for char in text) and not _ends_in_extension(text, number):
        return PhoneReading(shown, "has letters in it; see whether the number is right")
    if not is_valid_number(number):
        return PhoneReading(shown, "is in no range of numbers given out there; call it once")
    return PhoneReading(shown)


def _ends_in_extension(text: str, number: "PhoneNumber") -> bool:
    return number.extension is not None and text.rstrip().endswith(number.extension)


def _refusal(error: Exception, text: str) -> str:
    from phonenumbers import NumberParseException

    kind = getattr(error, "error_type", None)
    if kind == NumberParseException.INVALID_COUNTRY_CODE:
        return _NO_COUNTRY if "+" not in text else "has a country code that does not exist"
    if kind == NumberParseException.TOO_LONG:
        return "is too long for a telephone number"
    if kind in {NumberParseException.TOO_SHORT_AFTER_IDD, NumberParseException.TOO_SHORT_NSN}:
        return "is too short for a telephone number"
    return _NOT_A_NUMBER
