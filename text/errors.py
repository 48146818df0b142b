"""The root of every error that jinbiao raises on purpose."""


class JinbiaoError(Exception):
    """Something a person can act on: the message says what was wrong, where, and what to do.

    `exit_status` is what the command line ends with when the error reaches it.
    """

    exit_status = 1


class UnreadableInputError(JinbiaoError):
    """A file, folder or stream that cannot be taken in; nothing of it was imported."""

    exit_status = 3


class UsageError(JinbiaoError):
    """Something asked for in a way that cannot be carried out."""

    exit_status = 2
