import {describeDjangoForms} from '../exhaustive/django-forms.js';
import {ENCODINGS} from '../frame/form-cases/encodings.js';
import {FIELDS} from '../frame/form-cases/fields.js';

const PLAIN = new Set(['GET with text', 'POST urlencoded', 'repeated names', 'special characters']);

// That all of them come out of the frame as they should is tested there, byte by byte. All of them
// before Django have a part of their own: `npm test -- exhaustive`.
describeDjangoForms([...FIELDS.filter(({name}) => PLAIN.has(name)), ...ENCODINGS]);
