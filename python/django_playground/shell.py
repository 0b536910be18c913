"""The interactive shell of ``manage.py shell``, a line at a time."""

import builtins
import code
import sys
from rlcompleter import Completer

from django.core.management import get_commands, load_command_class

from . import console

__all__ = ["Shell"]

NO_INPUT = (
    "The shell reads its lines from the page, and has none for input(). "
    "Assign what you would have typed to a variable instead."
)

# What a terminal sends for Ctrl+C.
INTERRUPT = "\x03"


class Shell:
    """An interactive console with the project's models, as Django's own shell imports them."""

    def __init__(self):
        namespace = _automatic_imports()
        if not hasattr(builtins, "exit"):
            namespace["exit"] = namespace["quit"] = sys.exit
        self._console = code.InteractiveConsole(namespace, "<console>")
        self._completer = Completer(namespace)

    def push(self, line):
        """
        Run a line, or keep it until the statement is complete. Ctrl+C drops what was kept.

        Return ``complete``, ``incomplete``, or ``ended`` once ``exit()`` was called.
        """
        if line == INTERRUPT:
            self._console.resetbuffer()
            print("KeyboardInterrupt")
            return "complete"
        stdin, sys.stdin = sys.stdin, console.NoInput(NO_INPUT)
        try:
            return "incomplete" if self._console.push(line) else "complete"
        except SystemExit:
            return "ended"
        finally:
            sys.stdin = stdin
            console.flush()

    def complete(self, text):
        """Return what a name, or the attribute of one, may be the beginning of."""
        found = []
        # As readline asks: for one after the other, until there is none.
        while (match := self._completer.complete(text, len(found))) is not None:
            found.append(match)
        # It adds a bracket to what can be called.
        return [name for name in dict.fromkeys(each.rstrip("()") for each in found) if name.strip()]


def _automatic_imports():
    """Import what Django's shell, or the project's own in its place, imports; say so."""
    command = load_command_class(get_commands()["shell"], "shell")
    return dict(command.get_namespace(verbosity=1, no_imports=False))
