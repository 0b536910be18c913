"""
``sys.modules`` without JavaScript.

Missing: a hash. Some of Pyodide's modules are JavaScript objects, which no set can hold, and a set
of all modules is what Django makes of them to know which files a project has. Once they have been
imported nobody looks them up again, and who does imports them anew.

Delete it when JavaScript objects can be hashed.
"""

import sys

__all__ = ["install"]


def install():
    """Forget the modules that are none of Python's."""
    for name, module in list(sys.modules.items()):
        try:
            hash(module)
        except TypeError:
            del sys.modules[name]
