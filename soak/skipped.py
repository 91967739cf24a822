"""Why a part is left out."""


class Skipped(Exception):
    """A part that cannot be run here, and why."""
