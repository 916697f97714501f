"""The dialogs of the life of versions: submitting, declaring, handing over, exporting."""
