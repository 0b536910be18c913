"""Makes a wheel of the sources beside it, with nothing that would have to be installed."""

from pathlib import Path
from zipfile import ZipFile

NAME = "bench_shelf-1.0"
METADATA = """Metadata-Version: 2.1
Name: bench-shelf
Version: 1.0
Requires-Dist: django-filter>=24
"""


def build_wheel(folder, config_settings=None, metadata_directory=None):
    name = f"{NAME}-py3-none-any.whl"
    with ZipFile(Path(folder, name), "w") as wheel:
        wheel.write("bench_shelf/__init__.py")
        wheel.writestr(f"{NAME}.dist-info/METADATA", METADATA)
        wheel.writestr(f"{NAME}.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(f"{NAME}.dist-info/RECORD", "")
    return name
