import type {Step} from '../../parity/visitor.js';

const add = (title: string, stars: string): Step => ({
  path: '/entries/',
  fields: {title, stars},
  status: 302,
  location: '/entries/',
});

export const visit: readonly Step[] = [
  {path: '/', status: 200, contains: '["only_async", "OnlySync"]'},
  {path: '/', fields: {}, status: 405},
  add('First', '3'),
  add('Second', '5'),
  {path: '/entries/', status: 200, contains: 'First, Second'},
  {path: '/entries/1/', status: 200, contains: 'First has 3 stars'},
  {path: '/entries/9/', status: 404, contains: 'No Entry matches the given query.'},
  {path: '/failed/', status: 404, contains: 'No Entry matches the given query.'},
  {path: '/queries/', status: 200, contains: '"streamed": [3, 5, 1, 1, 2, 3], "first": 13'},
  {path: '/related/', status: 200, contains: '"prefetched": [["made", "renamed"], []]'},
  {path: '/refused/', status: 200, contains: 'SynchronousOnlyOperation: You cannot call this'},
  {path: '/bridged/', status: 200, contains: '"after": [14, 6], "said": "less", "kept": true'},
  {path: '/from-sync/', status: 200, contains: '{"count": true, "exists": true}'},
  {path: '/together/', status: 200, contains: '["slow True", "quick True", "a True", "b True"]'},
  {path: '/late/', status: 504, contains: 'It took too long.'},
  {path: '/cancelled/', status: 200, contains: '["cancelled", "cleaned up"]'},
  {path: '/signals/', status: 200, contains: '["async", "sync, True"]'},
  {path: '/cache/', status: 200, contains: '"many": {"n": 5, "made": "made"}'},
  {path: '/session/', status: 200, contains: '{"visits": 1, "user": "AnonymousUser", "keys": 1}'},
  {path: '/session/', status: 200, contains: '"visits": 2'},
  {path: '/stream/', status: 200, contains: 'First\nSecond\nend'},
  {path: '/members/', status: 302, location: '/log-in/?next=/members/'},
];
