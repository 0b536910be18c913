"""
``subprocess``, for Python itself.

Missing: processes. What Django and its users start most often is Python, as in
``[sys.executable, "manage.py", "check"]``, and that can be had: a subinterpreter is another Python
in the same memory, with modules, settings, arguments and streams of its own. It runs from its
start to its end before anything else goes on. ``child.py`` is what happens in it.

No other program is there, which is said as on a machine where it is not installed.

Delete it when Pyodide can start processes. Once it has ``concurrent.interpreters``, these are to
be used instead of CPython's own test module.
"""

import json
import os
import shlex
import subprocess
import sys
import tempfile
from errno import EACCES, ENOENT
from itertools import count
from pathlib import PurePath

from .child import ORDER, START

__all__ = ["Popen", "install"]

# Where a system has it, so that what is built from the name looks as it does there.
EXECUTABLE = "/usr/bin/python3"

MISSING = FileNotFoundError, ENOENT

# What a shell does about a program that is not there.
NOT_FOUND = """
import sys
print(f"sh: {sys.argv[1]}: only Python can be run in a browser", file=sys.stderr)
sys.exit(127)
"""

_library = []
_pids = count(2)


class Popen(subprocess.Popen):
    """Runs Python in a subinterpreter, and says of all other programs that they are not there."""

    def _get_handles(self, stdin, stdout, stderr):
        """Have files where there would be pipes: who reads comes after who writes."""
        c2pread, c2pwrite = self._output(stdout)
        if stderr == subprocess.STDOUT:
            errread, errwrite = -1, c2pwrite
        else:
            errread, errwrite = self._output(stderr)
        self._joined = stderr == subprocess.STDOUT
        if stdin == subprocess.PIPE:
            p2cread, p2cwrite = _channel()
        else:
            p2cread, p2cwrite = self._descriptor(stdin), -1
        return p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite

    def _output(self, given):
        return _channel() if given == subprocess.PIPE else (-1, self._descriptor(given))

    def _descriptor(self, given):
        if given is None:
            return -1
        if given == subprocess.DEVNULL:
            return self._get_devnull()
        return given if isinstance(given, int) else given.fileno()

    def _execute_child(
        self,
        args,
        executable,
        preexec_fn,
        close_fds,
        pass_fds,
        cwd,
        env,
        startupinfo,
        creationflags,
        shell,
        p2cread,
        p2cwrite,
        c2pread,
        c2pwrite,
        errread,
        errwrite,
        restore_signals,
        gid,
        gids,
        uid,
        umask,
        start_new_session,
        process_group,
    ):
        """Run the child, at once unless it is to be given input."""
        program, *args = _command(args, executable, shell)
        if not PurePath(program).name.startswith("python"):
            if not shell:
                _refuse(program)
            args = ["-c", NOT_FOUND, program]
        self.pid = next(_pids)
        self._child_created = True
        self._order = {
            "args": args,
            "cwd": os.fsdecode(cwd or os.curdir),
            "env": {os.fsdecode(k): os.fsdecode(v) for k, v in (env or os.environ).items()},
            "umask": umask,
            "library": _library,
            "stdin": p2cread,
            "stdout": c2pwrite,
            "stderr": errwrite,
            "joined": self._joined,
        }
        # What the parent does not need once the child has run.
        self._ends = {
            write if read != -1 else -1
            for read, write in ((c2pread, c2pwrite), (errread, errwrite), (p2cwrite, p2cread))
        } - {-1}
        if hasattr(self, "_devnull"):
            self._ends.add(self._devnull)
        self._closed_child_pipe_fds = True
        if p2cwrite == -1:
            self._finish()

    def _finish(self):
        """Run the child, if it has not run, and note how it ended."""
        if self.returncode is not None:
            return
        try:
            self.returncode = _run(self._order)
        finally:
            for descriptor in self._ends:
                os.close(descriptor)

    def _internal_poll(self, *args, **kwargs):
        if self.stdin is None or self.stdin.closed:
            self._finish()
        return self.returncode

    def _wait(self, timeout):
        self._finish()
        return self.returncode

    def communicate(self, input=None, timeout=None):
        if self.stdin:
            self._stdin_write(input)
        self.wait()
        results = []
        for stream in (self.stdout, self.stderr):
            results.append(stream.read() if stream else None)
            if stream:
                stream.close()
        return tuple(results)

    def send_signal(self, sig):
        """End a child that waits for its input; any other has ended."""
        if self.poll() is None:
            self.returncode = -sig


def install():
    """Let ``subprocess`` run Python."""
    subprocess.Popen = Popen
    subprocess._can_fork_exec = True
    sys.executable = EXECUTABLE
    _library[:] = [path for path in sys.path if path]


def _channel():
    """Return two descriptors of a new file without a name, to read from and to write to."""
    writing, path = tempfile.mkstemp()
    reading = os.open(path, os.O_RDONLY)
    os.unlink(path)
    return reading, writing


def _command(args, executable, shell):
    if isinstance(args, (str, bytes, os.PathLike)):
        args = shlex.split(os.fsdecode(args)) if shell else [args]
    program, *rest = map(os.fsdecode, args)
    return [os.fsdecode(executable or program), *rest]


def _refuse(program):
    """Say that a program is not there, or is a file but none that can be run."""
    error, number = (PermissionError, EACCES) if os.path.isfile(program) else MISSING
    raise error(number, "Python is the only program that can be run in a browser", program)


def _run(order):
    """Run Python in a subinterpreter, and return its exit code."""
    from _testcapi import run_in_subinterp

    with tempfile.TemporaryFile() as answer, _Inherited(order), _unchanged():
        # A folder that is not there is the caller's to hear of.
        os.chdir(order["cwd"])
        os.environ[ORDER] = json.dumps({**order, "answer": answer.fileno()})
        run_in_subinterp(START)
        answer.seek(0)
        # Without one it was not Python's code that failed, and a signal would have ended it.
        return int(answer.read() or -6)


class _Inherited:
    """The streams that a child shares with this Python, which are no files here."""

    def __init__(self, order):
        self._order = order
        self._files = []

    def __enter__(self):
        for name, stream in (("stdout", sys.stdout), ("stderr", sys.stderr)):
            if self._order[name] == -1:
                file = tempfile.TemporaryFile()
                self._files.append((file, stream))
                self._order[name] = file.fileno()
        if self._order["joined"]:
            self._order["stderr"] = self._order["stdout"]

    def __exit__(self, *exception):
        for file, stream in self._files:
            file.seek(0)
            stream.write(file.read().decode(errors="replace"))
            file.close()


class _unchanged:
    """Keep what all interpreters have in common: the folder, the environment, the mask."""

    def __enter__(self):
        self._folder, self._environment = os.getcwd(), dict(os.environ)
        self._mask = os.umask(0)
        os.umask(self._mask)

    def __exit__(self, *exception):
        os.chdir(self._folder)
        os.umask(self._mask)
        os.environ.clear()
        os.environ.update(self._environment)
