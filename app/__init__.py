"""The incident response plan builder without its windows."""
