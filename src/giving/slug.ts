/** The names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** A title as the name of a file that every system takes: `Über uns!` is `über-uns`. */
export function slug(title: string): string {
  const name = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return name === '' || RESERVED.test(name) ? 'django-project' : name;
}
