"""The shape of each kind of library file, as pydantic models; nothing else uses pydantic."""
