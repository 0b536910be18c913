import type {Step, Upload} from '../../parity/visitor.js';

const file = (name: string, text: string, type = 'text/plain'): Upload => ({
  name,
  type,
  bytes: new TextEncoder().encode(text),
});
const all = Uint8Array.from({length: 1800}, (_, index) => index % 256);
const binary: Upload = {name: 'all.bin', type: 'application/octet-stream', bytes: all};
const small = file('notes.txt', 'one\ntwo\r\nthree: ü');

export const visit: readonly Step[] = [
  {path: '/', status: 200, contains: 'enctype="multipart/form-data"'},
  {path: '/', fields: {title: 'None'}, status: 200, contains: 'This field is required.'},
  {
    path: '/',
    fields: {title: 'Empty', file: file('empty.txt', '')},
    status: 200,
    contains: 'The submitted file is empty.',
  },
  {
    path: '/',
    fields: {title: 'Wrong', file: file('page.html', '<b>')},
    status: 200,
    contains: 'File extension “html” is not allowed.',
  },
  {
    path: '/',
    fields: {title: 'Large', file: file('large.txt', 'x'.repeat(5001))},
    status: 200,
    contains: 'large.txt is too large: 5001 bytes.',
  },
  {path: '/', fields: {title: 'Notes', file: small}, status: 302, location: '/'},
  {
    path: '/',
    fields: {title: 'Bytes', file: {...binary, name: '../../Größe (1).bin'}},
    status: 302,
    location: '/',
  },
  {path: '/', status: 200, contains: 'documents/bytes/Größe_1.bin'},
  {path: '/media/documents/notes/notes.txt', status: 200, contains: 'three: ü'},
  {path: '/1/', status: 200, contains: 'two\r\nthree'},
  {path: '/2/?attachment', status: 200},
  {path: '/looked-at/', fields: {text: 'no file'}, status: 200, contains: '[]'},
  {
    path: '/looked-at/',
    fields: {
      a: [small, file('utf.txt', 'ü', 'text/plain; charset=latin-1; format=flowed')],
      b: binary,
    },
    status: 200,
    contains: '"class": "TemporaryUploadedFile", "on disk": true, "chunks": [700, 700, 400]',
  },
  {
    path: '/looked-at/',
    fields: {a: ['1', '2', '3', '4'].map(name => file(name, name))},
    status: 400,
    contains: 'The number of files exceeded settings.DATA_UPLOAD_MAX_NUMBER_FILES.',
  },
  {
    path: '/several/',
    fields: {files: [small, {...binary, name: 'sub/folder/all.bin'}]},
    status: 200,
    contains: '"sizes": {"2.lst": 33, "all.bin": 1800, "notes.txt": 18}',
  },
  {path: '/several/', fields: {}, status: 400, contains: 'This field is required.'},
  {
    path: '/filtered/',
    fields: {files: [file('draft.txt', 'skipped'), small], text: 'kept'},
    status: 200,
    contains: '{"notes.txt": "ONE\\nTWO',
  },
  {
    path: '/filtered/',
    fields: {files: [small, file('virus.exe', 'x'), file('late.txt', 'late')], text: 'late'},
    status: 200,
    contains: '"fields": ["csrfmiddlewaretoken"]',
  },
  {path: '/1/delete/', status: 405},
  {path: '/1/delete/', fields: {}, status: 302, location: '/'},
  {path: '/1/', status: 404},
  {path: '/', status: 200, contains: 'documents/bytes/Größe_1.bin'},
];
