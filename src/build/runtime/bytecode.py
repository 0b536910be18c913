"""Compile modules to bytecode with the very Python that will run it."""

import importlib.util
import marshal

__all__ = ["compile_module"]

# PEP 552: the file carries a hash of its source, and nobody ever compares the two.
UNCHECKED_HASH = 0b01


def compile_module(source, filename):
    """
    Return the content of a .pyc file.

    ``source`` is a buffer with the module's text, ``filename`` what tracebacks will name. Raise
    ``SyntaxError`` where the text is not Python.
    """
    source = bytes(source)
    code = compile(source, filename, "exec", dont_inherit=True)
    return b"".join(
        (
            importlib.util.MAGIC_NUMBER,
            UNCHECKED_HASH.to_bytes(4, "little"),
            importlib.util.source_hash(source),
            marshal.dumps(code),
        )
    )
