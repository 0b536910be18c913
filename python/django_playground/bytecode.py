"""Modules of packages, compiled by the Python that runs them, and not run."""

import importlib.util
import marshal
import warnings
from io import BytesIO
from zipfile import ZipFile

import django

__all__ = ["compile_image"]

# PEP 552: the file carries a hash of its source, and is passed over where the source is another, as
# where two packages bring the same file.
CHECKED_HASH = 0b11

SITE_PACKAGES = django.__path__[0].removesuffix("/django")


def compile_image(image):
    """
    Return the bytecode of all modules in an image, as another one to lay over it.

    Both are zips in which nothing is compressed, relative to site-packages. What is not Python, as
    templates of modules are not, is left out.
    """
    compiled = BytesIO()
    with ZipFile(BytesIO(image)) as sources, ZipFile(compiled, "w") as target:
        for path in sources.namelist():
            if path.endswith(".py") and (content := _compile(path, sources.read(path))):
                target.writestr(importlib.util.cache_from_source(path), content)
    return compiled.getvalue()


def _compile(path, source):
    try:
        with warnings.catch_warnings(action="ignore"):
            code = compile(source, f"{SITE_PACKAGES}/{path}", "exec", dont_inherit=True)
    except Exception:
        return None
    return b"".join(
        (
            importlib.util.MAGIC_NUMBER,
            CHECKED_HASH.to_bytes(4, "little"),
            importlib.util.source_hash(source),
            marshal.dumps(code),
        )
    )
