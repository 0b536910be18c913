import parseArgs from 'string-argv';

/** What is copied from a tutorial begins with how a command is called elsewhere. */
const CALL =
  /^\$?\s*(?:(?:python3?|py)\s+(?:-m\s+)?)?(?:\.\/)?(?:manage(?:\.py)?|django-admin|django)\s+/;

/** The arguments of a command, as after `manage.py`, however its call is written. */
export function parseCommand(line: string): string[] {
  return parseArgs(line.trim().replace(CALL, ''));
}

/** A command as it is noted once it has run, the same however its call is written. */
export function toNote(line: string): string {
  return parseCommand(line).join(' ');
}
