import {
  type FormCase,
  MULTIPART,
  NEWLINES,
  PLAIN,
  URLENCODED,
  clicked,
  note,
  odd,
  untyped,
} from './form-case.js';

/** How entries are written. */
export const ENCODINGS: readonly FormCase[] = [
  clicked('multipart without files', MULTIPART, '<input name=a value=1><input name=a value=é>'),
  clicked('multipart with a file', MULTIPART, '<input type=file name=f id=f>', {
    do: 'choose',
    on: '#f',
    files: [note],
  }),
  clicked('multipart with several files', MULTIPART, '<input type=file name=f id=f multiple>', {
    do: 'choose',
    on: '#f',
    files: [note, odd, untyped],
  }),
  clicked('multipart with no file chosen', MULTIPART, '<input type=file name=f>'),
  clicked(
    'multipart names and newlines',
    MULTIPART,
    "<textarea id=t name='a\"b&#10;é'></textarea>",
    {
      do: 'fill',
      on: '#t',
      value: NEWLINES,
    },
  ),
  clicked('multipart without entries', MULTIPART, ''),
  clicked('urlencoded with no file chosen', URLENCODED, '<input type=file name=f>'),
  clicked('urlencoded with a file', URLENCODED, '<input type=file name=f id=f>', {
    do: 'choose',
    on: '#f',
    files: [odd],
  }),
  clicked('text/plain', PLAIN, '<input name="a b" value="c=d & é"><input name=e>'),
  clicked(
    'text/plain newlines and a file',
    PLAIN,
    '<textarea id=t name=a></textarea><input type=file name=f id=f>',
    {
      do: 'fill',
      on: '#t',
      value: NEWLINES,
    },
    {do: 'choose', on: '#f', files: [note]},
  ),
  clicked('an unknown enctype', `${URLENCODED} enctype=application/json`, '<input name=a value=1>'),
  clicked('an unknown method', 'method=put action=../save/', '<input name=a value=1>'),
  clicked('attributes in capitals', 'METHOD=POST ENCTYPE=MULTIPART/FORM-DATA', '<input name=a>'),
];
