import type {Step} from '../../parity/visitor.js';

export const visit: readonly Step[] = [
  {path: '/feed/', status: 200, contains: '<pubDate>Thu, 02 Nov 2023'},
  {path: '/feed/', status: 200, contains: '&lt;b&gt;Bold&lt;/b&gt; talk'},
  {path: '/feed/atom/', status: 200, contains: 'xmlns="http://www.w3.org/2005/Atom"'},
  {path: '/feed/podcast/', status: 200, contains: '<p:episode of="walks">2</p:episode>'},
  {path: '/talks/feed/', status: 200, contains: '№ 1: &amp;lt;b&amp;gt;Bold'},
  {path: '/cooking/feed/', status: 404, contains: 'There is no show “cooking”.'},
  {
    path: '/feed/',
    headers: {'If-Modified-Since': 'Sat, 04 Nov 2023 00:00:00 GMT'},
    status: 304,
  },
  {path: '/walks/', status: 200, contains: 'Emoji 🎙️'},
  {path: '/walks/4/', status: 200, contains: 'Emoji 🎙️'},
];
