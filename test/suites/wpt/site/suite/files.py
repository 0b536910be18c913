"""The tests' files, which lie in an archive beside the project's own."""

import sys
import tempfile
import zipfile
from pathlib import Path
from types import ModuleType

__all__ = ["ROOT"]

ARCHIVE = Path(__file__).parent.parent / "files.zip"


def unpack():
    folder = Path(tempfile.mkdtemp(prefix="wpt-"))
    with zipfile.ZipFile(ARCHIVE) as archive:
        archive.extractall(folder)
    return folder


def make_importable(folder):
    """Let ``wptserve`` be imported without its sockets, threads and processes."""
    tools = folder / "tools"
    package = ModuleType("wptserve")
    package.__path__ = [str(tools / "wptserve" / "wptserve")]
    sys.modules["wptserve"] = package
    third_party = tools / "third_party"
    # At the end: the tests have folders that are called as modules of the standard library are.
    sys.path += [str(third_party / name / "src") for name in ("hpack", "hyperframe")]
    sys.path.append(str(folder))


ROOT = unpack()
make_importable(ROOT)
