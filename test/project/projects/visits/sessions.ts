import type {Step} from '../../parity/visitor.js';

export const visit: readonly Step[] = [
  {path: '/', status: 200, contains: '{"items": {}, "messages": [], "user": "AnonymousUser"'},
  {path: '/add/tea/', status: 302, location: '/'},
  {path: '/', status: 200, contains: '["success: tea is in the basket."]'},
  {path: '/', status: 200, contains: '"messages": []'},
  {path: '/add/tea/', status: 302},
  {path: '/', status: 200, contains: 'doubt warning: Are you sure?'},
  {path: '/renew/', status: 200, contains: '{"gone": true, "other": true, "items": {"tea": 2}}'},
  {path: '/expire/browser/', status: 200, contains: '{"age": 1000, "with browser": true}'},
  {path: '/expire/soon/', status: 200, contains: '"age": 60'},
  {path: '/expire/later/', status: 200, contains: '"with browser": false'},
  {path: '/expire/usual/', status: 200, contains: '"age": 1000'},
  {path: '/cookie/', status: 200, contains: 'Come again.'},
  {path: '/cookie/', status: 200, contains: 'Cookies are kept.'},
  {path: '/log-in/', status: 200, contains: 'ada True'},
  {path: '/', status: 200, contains: '"user": "ada"'},
  {path: '/log-out/', status: 200, contains: 'AnonymousUser'},
  {path: '/', status: 200, contains: '"items": {}'},
  {path: '/add/milk/', status: 302},
  {path: '/empty/', status: 200, contains: 'True None'},
  ...['db', 'cache', 'cached_db', 'file', 'signed_cookies'].map(name => ({
    path: `/engines/${name}/`,
    status: 200,
    contains: '"found": {"number": 42, "text": "\\u00fc"}, "number": 43',
  })),
  {path: '/clear/', status: 200, contains: '0'},
];
