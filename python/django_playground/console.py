"""Text that Python prints or logs, passed on as it comes, and standard input."""

import codecs
import io
import sys

__all__ = ["NoInput", "TypedInput", "flush", "output_stream", "read_password"]


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
        if text := self._decode(bytes(data)):
            self._output(self._stream, text)
        return len(data)


def output_stream(name, output):
    """
    Return a text stream that calls ``output(name, text)`` for each line, and when flushed.

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


class NoInput(io.TextIOBase):
    """Standard input while requests are answered: there is nobody to ask."""

    def readable(self):
        return True

    def read(self, size=-1):
        raise io.UnsupportedOperation(
            "A view cannot read from standard input: nobody sits at the server's keyboard. "
            "Take what the reader types from request.GET or request.POST instead of input()."
        )

    readline = __next__ = read


class TypedInput(io.StringIO):
    """Standard input of a command, as if its lines were typed at a terminal and shown there."""

    # True once a command wanted more than there is.
    exhausted = False

    def isatty(self):
        return True

    def readline(self, size=-1):
        line = self.read_line(size)
        if line:
            print(line.removesuffix("\n"))
        return line

    def read_line(self, size=-1):
        """Return the next line without showing it."""
        line = super().readline(size)
        self.exhausted = not line
        return line


def read_password(prompt="Password: ", stream=None, **options):
    """Stand for ``getpass.getpass()``: ask on standard output, show nothing of the answer."""
    print(prompt, end="", flush=True)
    line = sys.stdin.read_line()
    print()
    if not line:
        raise EOFError
    return line.removesuffix("\n")
