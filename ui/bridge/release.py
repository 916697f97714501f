"""Which release this is."""


def version() -> str:
    """The installed version; `development` in a checkout that was never installed."""
    from importlib import metadata

    try:
        return metadata.version("irplan")
    except metadata.PackageNotFoundError:
        return "development"
