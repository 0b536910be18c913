import {PlaygroundError} from '../protocol/failure.js';

export interface Superuser {
  readonly name: string;
  readonly password: string;
}

/**
 * The `superuser` attribute, read. The first colon ends the name, so a password may contain more.
 *
 * @throws PlaygroundError `bad-superuser`.
 */
export function parseSuperuser(text: string): Superuser {
  const [, name = '', password = ''] = /^([^:]*):?([^]*)$/.exec(text.trim()) ?? [];
  const missing = name.trim() === '' ? 'name' : password === '' ? 'password' : undefined;
  if (missing !== undefined) {
    throw new PlaygroundError({
      code: 'bad-superuser',
      message:
        `The superuser ${JSON.stringify(text)} has no ${missing}. ` +
        `Write a name, a colon and a password: superuser="admin:secret".`,
    });
  }
  return {name: name.trim(), password};
}
