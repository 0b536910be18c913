import {LOGIN} from './sample-sites.js';
import type {Step, Upload} from './visitor.js';

/** A visit of one of the demo's sites. */
interface DemoVisit {
  readonly superuser?: string;
  readonly steps: readonly Step[];
}

const PICTURE: Upload = {
  name: 'dot.gif',
  type: 'image/gif',
  bytes: Uint8Array.from(
    Buffer.from('R0lGODlhAQABAIAAAP8AAP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64'),
  ),
};

const POLLS: readonly Step[] = [
  {path: '/', status: 302, location: '/polls/'},
  {path: '/polls/', status: 200, contains: 'scone'},
  {path: '/polls/?page=2', status: 200, contains: 'Page 2 of 3'},
  {path: '/polls/?page=9', status: 404},
  {path: '/polls/?q=SPACES', status: 200, contains: 'Tabs or spaces?'},
  {path: '/static/polls/style.css', status: 200, contains: 'dots.svg'},
  {path: '/static/polls/logo.svg', status: 200, contains: '<svg'},
  {path: '/polls/2/', status: 200, contains: 'Whatever the formatter says'},
  {path: '/polls/2/', fields: {}, status: 200, contains: 'Pick an answer first.'},
  {path: '/polls/2/', fields: {choice: '4'}, status: 302, location: '/polls/2/results/'},
  {path: '/polls/2/results/', status: 200, contains: 'You voted for “Spaces”.'},
  {path: '/polls/2/', fields: {choice: '4'}, status: 302, location: '/polls/2/results/'},
  {path: '/polls/2/results/', status: 200, contains: 'already'},
  {path: '/polls/suggest/', status: 302, location: '/accounts/login/?next=/polls/suggest/'},
  {path: '/accounts/login/?next=/polls/suggest/', status: 200},
  {
    path: '/accounts/login/?next=/polls/suggest/',
    fields: {username: 'admin', password: 'wrong', next: '/polls/suggest/'},
    status: 200,
    contains: 'Please enter a correct username',
  },
  {
    path: '/accounts/login/?next=/polls/suggest/',
    fields: {username: 'admin', password: 'admin', next: '/polls/suggest/'},
    status: 302,
    location: '/polls/suggest/',
  },
  {path: '/polls/suggest/', status: 200, contains: 'multipart/form-data'},
  {
    path: '/polls/suggest/',
    fields: {text: 'Cats?', choices: 'Yes'},
    status: 200,
    contains: 'two to six different answers',
  },
  {
    path: '/polls/suggest/',
    fields: {text: 'Cats?', choices: 'Yes\r\nAlways', picture: {...PICTURE, name: 'a.txt'}},
    status: 200,
    contains: 'not allowed',
  },
  {
    path: '/polls/suggest/',
    fields: {text: 'Cats?', choices: 'Yes\r\nAlways', picture: PICTURE},
    status: 302,
    location: '/polls/10/',
  },
  {path: '/polls/10/', status: 200, contains: '/media/polls/dot.gif'},
  {path: '/media/polls/dot.gif', status: 200, contains: 'GIF89a'},
  {path: '/polls/', status: 200, contains: 'Cats?'},
  {path: '/admin/', status: 200, contains: 'Pollster administration'},
  {path: '/admin/polls/question/', status: 200, contains: '10 questions'},
  {path: '/admin/polls/question/?q=scone', status: 200, contains: '1 question'},
  {path: '/admin/polls/question/2/change/', status: 200, contains: 'choices-TOTAL_FORMS'},
  {
    path: '/admin/polls/question/',
    fields: {action: 'reset_votes', _selected_action: '2'},
    status: 302,
  },
  {path: '/admin/polls/question/', status: 200, contains: 'are back at zero'},
  {path: '/polls/2/results/', status: 200, contains: '0 %'},
  {path: '/accounts/logout/', fields: {}, status: 302, location: '/polls/'},
  {path: '/admin/', status: 302},
];

const BOOKING: readonly Step[] = [
  {path: '/', status: 200, contains: 'max="8"'},
  {
    path: '/',
    fields: {name: '<Ada>', guests: '9', day: '2000-01-01'},
    status: 200,
    contains: 'That day is over.',
  },
  {
    path: '/',
    fields: {name: '<Ada>', guests: '8', day: '2999-01-01'},
    status: 200,
    contains: 'See you, &lt;Ada&gt;!',
  },
];

const PLANTS: readonly Step[] = [
  {path: '/', status: 302, location: '/admin/'},
  ...LOGIN,
  {
    path: '/admin/app/plant/add/',
    fields: {name: 'Fern', light: 'shade', watered: '2020-01-01', every: '7'},
    status: 302,
    location: '/admin/app/plant/',
  },
  {path: '/admin/app/plant/', status: 200, contains: 'icon-no.svg'},
  {
    path: '/admin/app/plant/',
    fields: {action: 'water', _selected_action: '1'},
    status: 302,
  },
  {path: '/admin/app/plant/', status: 200, contains: 'icon-yes.svg'},
];

/** By page, one for each playground in it. */
export const DEMO_STEPS: Readonly<Record<string, readonly DemoVisit[]>> = {
  'index.html': [{superuser: 'admin:admin', steps: POLLS}],
  'blog.html': [{steps: BOOKING}, {superuser: 'admin:admin', steps: PLANTS}],
};
