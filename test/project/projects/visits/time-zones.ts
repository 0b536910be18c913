import type {Step} from '../../parity/visitor.js';

const choose = (zone: string): Step => ({
  path: '/zone/',
  fields: {zone},
  status: 302,
  location: '/',
});
const add = (start: string, status: number, contains: string): Step => ({
  path: '/add/',
  fields: {name: 'New', start},
  status,
  contains,
});

export const visit: readonly Step[] = [
  {path: '/', status: 200, contains: '<h1>Europe/Berlin</h1>'},
  {path: '/', status: 200, contains: 'New Year: 2024-01-01 00h30 CET'},
  {path: '/days/', status: 200, contains: '["2024-01-01", "New Year"]'},
  add('2024-07-01 12:00', 200, 'New 2024-07-01 10h00 UTC'),
  add('2024-03-31 02:30', 400, 'it may be ambiguous or it may not exist'),
  add('2024-10-27 02:30', 400, 'it may be ambiguous or it may not exist'),
  choose('America/New_York'),
  {path: '/', status: 200, contains: 'New Year: 2023-12-31 18h30 EST'},
  {path: '/days/', status: 200, contains: '["2023-12-31", "New Year"]'},
  add('2024-10-27 02:30', 200, 'New 2024-10-27 06h30 UTC'),
  {path: '/parsed/', status: 200, contains: '2024-05-05 14h00 UTC'},
  choose('Pacific/Kiritimati'),
  {path: '/days/', status: 200, contains: '"zone": "Pacific/Kiritimati"'},
  choose('Asia/Kathmandu'),
  {path: '/', status: 200, contains: 'New Year: 2024-01-01 05h15 +0545'},
  {path: '/zone/', fields: {zone: 'Atlantis'}, status: 400, contains: 'ZoneInfoNotFoundError'},
  {path: '/zone/', fields: {zone: '../passwd'}, status: 400, contains: 'ValueError'},
  {
    path: '/edges/',
    status: 200,
    contains: '"folds": ["2024-10-27 00h30 UTC", "2024-10-27 01h30 UTC"]',
  },
  {path: '/zones/', status: 200, contains: '"US/Eastern": true'},
];
