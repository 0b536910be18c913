import type {Step} from '../../parity/visitor.js';

export const visit: readonly Step[] = [
  {path: '/', status: 200, contains: 'en'},
  {path: '/', headers: {'Accept-Language': 'he, de;q=0.5'}, status: 200, contains: 'he'},
  {path: '/articles/article-1/', status: 200, contains: 'article-1'},
  {path: '/sitemap.xml', status: 200, contains: '/sitemap-articles.xml?p=2</loc>'},
  {path: '/sitemap-articles.xml', status: 200, contains: '<lastmod>2024-02-28</lastmod>'},
  {path: '/sitemap-articles.xml?p=3', status: 200, contains: '<priority>0.5</priority>'},
  {path: '/sitemap-articles.xml?p=4', status: 404, contains: 'Page 4 empty'},
  {path: '/sitemap-articles.xml?p=x', status: 404, contains: 'No page'},
  {path: '/sitemap-pages.xml', status: 200, contains: '/?a=1&amp;b=&lt;2&gt;</loc>'},
  {path: '/sitemap-translated.xml', status: 200, contains: 'hreflang="x-default"'},
  {path: '/sitemap-generic.xml', status: 200, contains: '<lastmod>2024-03-04</lastmod>'},
  {
    path: '/sitemap-generic.xml',
    headers: {'If-Modified-Since': 'Mon, 04 Mar 2024 00:00:00 GMT'},
    status: 200,
  },
  {
    path: '/sitemap-generic.xml',
    headers: {'If-Modified-Since': 'Tue, 05 Mar 2024 00:00:00 GMT'},
    status: 304,
  },
  {path: '/sitemap-none.xml', status: 404, contains: 'No sitemap available for section'},
  {path: '/own.xml', status: 200, contains: 'often="monthly"/></pages>'},
  {path: '/he/about/', status: 200, contains: 'he'},
];
