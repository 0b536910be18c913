"""Text that Python prints or logs, passed on as it comes, and standard input."""

import codecs
import io
import logging
import sys
import warnings
from contextlib import contextmanager

__all__ = [
    "Asked",
    "NoInput",
    "TypedInput",
    "flush",
    "install_levels",
    "output_stream",
    "read_password",
    "replayed",
]

# How serious what is written now is, where logging or a warning says so.
_level = None

# Whether what is written now was written before, when the same command ran with fewer answers.
_is_replaying = False


class _Writer(io.RawIOBase):
    """Pass on what is written as text, also where a character comes in two parts."""

    def __init__(self, name, output):
        self.name = f"<{name}>"
        self.mode = "w"
        self._stream = name
        self._output = output
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode

    def writable(self):
        return True

    def write(self, data):
        text = self._decode(bytes(data))
        if text and not _is_replaying:
            # The level only where there is one: print() has none.
            self._output(self._stream, text, *filter(None, [_level]))
        return len(data)


def output_stream(name, output):
    """
    Return a text stream that calls ``output(name, text)`` for each line, and when flushed.

    What is logged comes as ``output(name, text, level)``, e.g. with ``warning``.

    It is no terminal, so Django prints without colours.
    """
    return io.TextIOWrapper(
        _Writer(name, output),
        encoding="utf-8",
        errors="backslashreplace",
        newline="\n",
        line_buffering=True,
    )


def flush():
    """Pass on lines that were begun and not ended."""
    sys.stdout.flush()
    sys.stderr.flush()


def install_levels():
    """Tell of what logging and warnings write how serious it is."""
    emit, show = logging.StreamHandler.emit, warnings.showwarning

    def emit_with_level(self, record):
        with _written_as(record.levelname.lower()):
            emit(self, record)

    def show_with_level(*args, **options):
        with _written_as("warning"):
            show(*args, **options)

    logging.StreamHandler.emit = emit_with_level
    warnings.showwarning = show_with_level


@contextmanager
def _written_as(level):
    global _level
    flush()
    before, _level = _level, level
    try:
        yield
        flush()
    finally:
        _level = before


@contextmanager
def replayed(stdin):
    """Pass nothing on until the last line of ``stdin`` is read: all before was seen already."""
    global _is_replaying
    flush()
    _is_replaying = bool(stdin)
    try:
        yield
    finally:
        _end_replay()


def _end_replay():
    global _is_replaying
    if _is_replaying:
        flush()
        _is_replaying = False


class Asked(BaseException):
    """
    A command asks for more than it was given.

    No ``Exception``, so that a command that survives whatever goes wrong does not survive this.
    """

    def __init__(self, hidden):
        """``hidden`` is whether the answer is a secret."""
        super().__init__()
        self.hidden = hidden


class NoInput(io.TextIOBase):
    """Standard input while requests are answered: there is nobody to ask."""

    reason = (
        "A view cannot read from standard input: nobody sits at the server's keyboard. "
        "Take what the reader types from request.GET or request.POST instead of input()."
    )

    def __init__(self, reason=reason):
        """``reason`` is what whoever reads is told."""
        super().__init__()
        self.reason = reason

    def readable(self):
        return True

    def read(self, size=-1):
        raise io.UnsupportedOperation(self.reason)

    readline = __next__ = read


class TypedInput(io.StringIO):
    """Standard input of a command, as if its lines were typed at a terminal and shown there."""

    # True once a command wanted more than there is.
    exhausted = False

    def __init__(self, text, *, interactive=False):
        """``interactive`` raises ``Asked`` where the text ends."""
        super().__init__(text)
        self._interactive = interactive
        self._length = len(text)

    def isatty(self):
        return True

    def readline(self, size=-1):
        line = self.read_line(size)
        if line:
            print(line.removesuffix("\n"))
        return line

    def read_line(self, size=-1, *, hidden=False):
        """Return the next line without showing it."""
        line = super().readline(size)
        self.exhausted = not line
        if self.tell() == self._length:
            if not line and self._interactive:
                flush()
                raise Asked(hidden)
            _end_replay()
        return line


def read_password(prompt="Password: ", stream=None, **options):
    """Stand for ``getpass.getpass()``: ask on standard output, show nothing of the answer."""
    print(prompt, end="", flush=True)
    line = sys.stdin.read_line(hidden=True)
    print()
    if not line:
        raise EOFError
    return line.removesuffix("\n")
