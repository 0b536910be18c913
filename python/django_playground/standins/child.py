"""
What a Python does that was started as a process; see ``processes.py``.

It is told what to do in an environment variable, so that no value is written into source text.
"""

import atexit
import io
import os
import runpy
import sys
import traceback
import types
import warnings

__all__ = ["ORDER", "START", "main"]

ORDER = "DJANGO_PLAYGROUND_CHILD"

START = f"""
import json, os, sys
order = json.loads(os.environ.pop({ORDER!r}))
sys.path[:] = order["library"]
from django_playground.standins import child
child.main(order)
"""

# What Python's command line knows and makes no difference here.
WITHOUT_VALUE = frozenset("bBdEhiIOPqRsSuvx")

USAGE = "Only scripts, -c and -m can be run, with -W and flags without a value."


def main(order):
    """Run Python as its command line says, and answer with the exit code."""
    os.environ.clear()
    os.environ.update(order["env"])
    if order["umask"] != -1:
        os.umask(order["umask"])
    _open_streams(order)
    code = _exit_code(lambda: _run(order["args"]))
    code = _exit_code(atexit._run_exitfuncs) or code
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os.write(order["answer"], str(code).encode())


def _open_streams(order):
    encoding, _, errors = os.environ.get("PYTHONIOENCODING", "utf-8").partition(":")
    for name, errors_otherwise in (("stdout", "strict"), ("stderr", "backslashreplace")):
        raw = open(order[name], "wb", buffering=0, closefd=False)  # noqa: SIM115
        stream = io.TextIOWrapper(
            io.BufferedWriter(raw),
            encoding or "utf-8",
            errors or errors_otherwise,
            line_buffering=name == "stderr",
        )
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)
    if order["stdin"] == -1:
        sys.stdin = io.StringIO()
    else:
        sys.stdin = open(order["stdin"], encoding=encoding or "utf-8", closefd=False)  # noqa: SIM115


def _exit_code(function):
    try:
        function()
    except SystemExit as exit:
        if exit.code is None:
            return 0
        if isinstance(exit.code, int):
            return exit.code & 0xFF
        print(exit.code, file=sys.stderr)
        return 1
    except BaseException as exception:
        _print(exception)
        return 1
    return 0


def _print(exception):
    """Print an exception as Python does, without what has led from here to its code."""
    here = {__file__, runpy.__file__}
    trace = exception.__traceback__
    while trace and trace.tb_frame.f_code.co_filename in here:
        trace = trace.tb_next
    traceback.print_exception(exception.with_traceback(trace), file=sys.stderr)


def _run(args):
    _install()
    options = iter(args)
    warning_options = os.environ.get("PYTHONWARNINGS", "").split(",")
    for option in options:
        if option[:2] == "-W":
            warning_options.append(option[2:] or next(options))
        elif option[:2] in ("-c", "-m"):
            break
        elif option in ("-V", "--version"):
            print(f"Python {sys.version.split()[0]}")
            return
        elif option == "-" or option[:1] != "-":
            break
        elif not set(option[1:]) <= WITHOUT_VALUE:
            sys.exit(f"unknown option {option}: {USAGE}")
    else:
        option = "-"
    warnings._processoptions([entry for entry in warning_options if entry])
    python_path = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    sys.path[:0] = [path for path in python_path if path]
    main = types.ModuleType("__main__")
    main.__builtins__ = __builtins__
    sys.modules["__main__"] = main
    if option[:2] == "-m":
        name = option[2:] or next(options)
        sys.argv = ["-m", *options]
        sys.path.insert(0, os.getcwd())
        runpy._run_module_as_main(name)
    elif option[:2] == "-c":
        source = option[2:] or next(options)
        sys.argv = ["-c", *options]
        sys.path.insert(0, "")
        exec(compile(source, "<string>", "exec"), vars(main))
    elif option == "-":
        sys.argv = ["-", *options]
        sys.path.insert(0, "")
        exec(compile(sys.stdin.read(), "<stdin>", "exec"), vars(main))
    else:
        _run_script(option, list(options), main)


def _run_script(path, args, main):
    try:
        with open(path, "rb") as file:
            source = file.read()
    except OSError as error:
        print(f"can't open file {path!r}: {error}", file=sys.stderr)
        sys.exit(2)
    sys.argv = [path, *args]
    sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
    main.__file__ = path
    exec(compile(source, path, "exec"), vars(main))


def _install():
    """Put the stand-ins in place that need nothing from outside of Python."""
    from . import event_loop, hashes, processes, servers, started_threads, threads, timezones

    event_loop.install()
    threads.install()
    started_threads.install()
    servers.install()
    hashes.install(hashes.pbkdf2_in_python, hashes.scrypt_refused)
    timezones.find_zones()
    processes.install()
