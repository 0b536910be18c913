import type {Step} from '../../parity/visitor.js';

export const visit: readonly Step[] = [
  {path: '/', status: 302, location: '/en/'},
  {path: '/', headers: {'Accept-Language': 'fr, ar;q=0.9'}, status: 302, location: '/ar/'},
  {path: '/en/', status: 200, contains: '<html lang="en" dir="ltr">'},
  {path: '/de/', status: 200, contains: '0 Bücher im Regal <A>'},
  {path: '/ar/', status: 200, contains: '<html lang="ar" dir="rtl">'},
  {path: '/ar/', status: 200, contains: 'كتابان (2) على الرف'},
  {path: '/ar/', status: 200, contains: '3 كتب على الرف'},
  {path: '/en/books/', status: 200, contains: 'books: Novel'},
  {path: '/de/buecher/', status: 200, contains: 'Bücher: Roman'},
  {path: '/ar/%D9%83%D8%AA%D8%A8/', status: 200, contains: 'كتب: رواية'},
  {path: '/de/books/', status: 404},
  {
    path: '/at-once/',
    headers: {'Accept-Language': 'de'},
    status: 200,
    contains: '"here": "de"',
  },
  {path: '/numbers/', status: 200, contains: '"number": "1.234.567,89"'},
  {path: '/catalog.js', status: 200, contains: 'gettext'},
  {
    path: '/catalog.js',
    headers: {'Accept-Language': 'ar-EG, de;q=0.9'},
    status: 200,
    contains: 'n%100',
  },
  {
    path: '/catalog.json',
    headers: {'Accept-Language': 'de-AT'},
    status: 200,
    contains: '"catalog"',
  },
  {path: '/order/', headers: {'Accept-Language': 'ar'}, status: 200, contains: 'سعر'},
  {
    path: '/i18n/setlang/',
    fields: {language: 'de', next: '/en/'},
    status: 302,
    location: '/de/',
  },
  {path: '/order/', status: 200, contains: 'Preis'},
  // What was chosen counts for more than what the browser says.
  {path: '/order/', headers: {'Accept-Language': 'ar'}, status: 200, contains: 'Gedichte'},
  {
    path: '/order/',
    fields: {title: 'Faust', kind: 'p', price: 'viel', day: '31.02.2024'},
    status: 200,
    contains: 'Bitte eine Zahl eingeben.',
  },
  {
    path: '/order/',
    fields: {title: 'Faust', kind: 'p', price: '1.234,50', day: '28.02.2024'},
    status: 200,
    contains: 'Faust Gedichte 1.234,50',
  },
  {
    path: '/i18n/setlang/',
    fields: {language: 'xx', next: 'https://elsewhere.example/'},
    status: 302,
    location: '/',
  },
];
