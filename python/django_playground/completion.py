"""What may be written after ``manage.py``."""

import argparse

from django.apps import apps
from django.core.management import get_commands, load_command_class

__all__ = ["command_names", "command_words"]

# Django's names for arguments that are apps.
APP_ARGUMENTS = {"app_label", "app_labels"}


def command_names():
    """Return the names of all commands, those of the project first."""
    commands = get_commands()
    return sorted(commands, key=lambda name: (str(commands[name]).startswith("django."), name))


def command_words(name):
    """Return the options of a command, and its apps or choices; nothing of one that is none."""
    app = get_commands().get(name)
    if app is None:
        return []
    command = load_command_class(app, name) if isinstance(app, str) else app
    actions = command.create_parser("manage.py", name)._actions
    words = []
    for action in actions:
        if action.help is argparse.SUPPRESS:
            continue
        long = [option for option in action.option_strings if option.startswith("--")]
        words.extend(long or action.option_strings)
        if action.option_strings:
            continue
        if action.dest in APP_ARGUMENTS or action.metavar in APP_ARGUMENTS:
            words.extend(config.label for config in apps.get_app_configs())
        words.extend(map(str, action.choices or ()))
    return words
