"""Make HTML of a Markdown file, with a library and extensions that are named."""

import sys
from pathlib import Path

library, path, *extensions = sys.argv[1:]
source = Path(path).read_text(encoding="utf-8")

if library == "mistune":
    import mistune

    print(mistune.create_markdown(escape=False, plugins=extensions)(source))
else:
    import markdown

    print(markdown.markdown(source, extensions=extensions))
