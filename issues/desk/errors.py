"""Why the desk refuses: sentences for the editor who asked, each with what to do."""


class DeskError(Exception):
    """A decision that cannot be taken as asked. `str(error)` is for people; `field` names a form's field."""

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.field = field


class DecidedMeanwhileError(DeskError):
    """Somebody else decided after the editor's page was drawn."""


class PassageNotFoundError(DeskError):
    """The passage does not stand in the document."""


class PassageAmbiguousError(DeskError):
    """The passage stands several times; `places` are the offsets (start, end) of each, in order."""

    def __init__(self, message: str, *, places: tuple[tuple[int, int], ...], field: str = "") -> None:
        super().__init__(message, field=field)
        self.places = places
