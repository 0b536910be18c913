/** The project's `manage.py`. */
export function manageText(settingsModule: string): string {
  return `#!/usr/bin/env python
"""Run a management command of this project."""

import os
import sys

from django.core.management import execute_from_command_line

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "${settingsModule}")
    execute_from_command_line(sys.argv)
`;
}

/** The module through which a server of one of the two kinds reaches the project. */
export function serverText(kind: 'asgi' | 'wsgi', settingsModule: string): string {
  return `"""This project as ${kind === 'asgi' ? 'an ASGI' : 'a WSGI'} application."""

import os

from django.core.${kind} import get_${kind}_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "${settingsModule}")

application = get_${kind}_application()
`;
}
