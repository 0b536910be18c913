import type {Step} from '../parity/visitor.js';

/** What a reader sees and does in each step of the tutorial, by the step's name. */
export const VISITS: Readonly<Record<string, readonly Step[]>> = {
  welcome: [
    {path: '/', status: 200, contains: 'Welcome to the village library.'},
    {path: '/nowhere/', status: 404, contains: 'Django tried these URL patterns'},
  ],
  hours: [
    {path: '/', status: 200, contains: 'Welcome to the village library.'},
    {path: '/hours/tuesday/', status: 200, contains: 'we are open from 3 to 6 in the afternoon'},
    {path: '/hours/monday/', status: 200, contains: 'On monday we are closed.'},
    {path: '/hours/every%20day/', status: 404},
  ],
  admin: [
    {path: '/admin/login/', status: 200},
    {
      path: '/admin/login/?next=/admin/',
      fields: {username: 'ada', password: 'lovelace', next: '/admin/'},
      status: 302,
      location: '/admin/',
    },
    {path: '/admin/library/book/', status: 200, contains: 'Frankenstein'},
    {path: '/admin/library/book/add/', status: 200, contains: 'Year of publication'},
    {
      path: '/admin/library/book/add/',
      fields: {title: 'Cranford', author: 'Elizabeth Gaskell', year: '1853'},
      status: 302,
      location: '/admin/library/book/',
    },
    {path: '/admin/library/loan/', status: 200, contains: 'Middlemarch, lent to Dorothea'},
  ],
  detail: [
    {path: '/', status: 200, contains: 'Cranford'},
    {path: '/', status: 200, contains: '<a href="/books/12/">Frankenstein</a>'},
    {path: '/books/12/', status: 200, contains: 'Walton, Jan. 9, 2024 to Jan. 23, 2024'},
    {path: '/books/12/', status: 200, contains: '(overdue)'},
    {path: '/books/1000/', status: 404},
  ],
  lend: [
    {path: '/books/11/', status: 200, contains: 'Your name'},
    {path: '/books/11/lend/', status: 405},
    {
      path: '/books/11/lend/',
      fields: {reader: ' '},
      status: 200,
      contains: 'This field is required',
    },
    {path: '/books/11/lend/', fields: {reader: 'Harriet'}, status: 302, location: '/books/11/'},
    {path: '/books/11/', status: 200, contains: 'Harriet has it.'},
    {path: '/books/11/lend/', fields: {reader: 'Frank'}, status: 200, contains: 'Harriet has it.'},
    {path: '/loans/13/return/', fields: {}, status: 302, location: '/books/11/'},
    {path: '/loans/13/return/', fields: {}, status: 404},
    {path: '/books/11/', status: 200, contains: 'Borrow'},
  ],
  generic: [
    {path: '/', status: 200, contains: '<a href="/books/12/">Frankenstein</a>'},
    {path: '/books/11/', status: 200, contains: 'Your name'},
    {path: '/books/1000/', status: 404},
  ],
  style: [
    {path: '/', status: 200, contains: 'href="/static/library/style.css"'},
    {path: '/static/library/style.css', status: 200, contains: 'spines.svg'},
    {path: '/static/library/spines.svg', status: 200},
  ],
  desk: [
    {path: '/admin/login/', status: 200, contains: 'The librarian'},
    {
      path: '/admin/login/?next=/admin/',
      fields: {username: 'ada', password: 'lovelace', next: '/admin/'},
      status: 302,
    },
    {path: '/admin/library/book/', status: 200, contains: 'On the shelf'},
    {path: '/admin/library/book/12/change/', status: 200, contains: 'Walton'},
    {path: '/admin/library/loan/', status: 200, contains: 'Take the selected books back'},
    {
      path: '/admin/library/loan/',
      fields: {action: 'take_back', _selected_action: '12'},
      status: 302,
    },
    {path: '/admin/library/loan/', status: 200, contains: 'Books that are back: 1.'},
  ],
  footfall: [
    {path: '/', status: 200, contains: 'Read 1 time.'},
    {path: '/books/12/', status: 200, contains: 'Read 1 time.'},
    {path: '/', status: 200, contains: 'Read 2 times.'},
    {path: '/admin/login/', status: 200},
    {
      path: '/admin/login/?next=/admin/',
      fields: {username: 'ada', password: 'lovelace', next: '/admin/'},
      status: 302,
    },
    {path: '/admin/footfall/page/', status: 200, contains: '/books/12/'},
  ],
};
