import {type FormCase, GO, URLENCODED, go} from './form-case.js';

/** Forms that are not sent. */
export const SILENT: readonly FormCase[] = [
  {
    name: 'onsubmit="return false"',
    html: `<form ${URLENCODED} onsubmit="return false">${GO}</form>`,
    actions: [go],
    sendsNothing: true,
  },
  {
    name: 'onsubmit that stops the event and returns false',
    html: `<form ${URLENCODED} onsubmit="event.stopPropagation(); return false">${GO}</form>`,
    actions: [go],
    sendsNothing: true,
  },
  {
    name: 'a listener that stops the event at once, then prevents it',
    html: `<form ${URLENCODED}>${GO}</form>`,
    actions: [
      {
        do: 'run',
        code: `document.forms[0].addEventListener('submit', event => {
          event.stopImmediatePropagation();
          event.preventDefault();
        })`,
      },
      go,
    ],
    sendsNothing: true,
  },
  {
    name: 'a listener on the window that prevents the event',
    html: `<form ${URLENCODED}>${GO}</form>`,
    actions: [{do: 'run', code: `addEventListener('submit', event => event.preventDefault())`}, go],
    sendsNothing: true,
  },
  {
    name: 'a listener on the button that prevents the click',
    html: `<form ${URLENCODED}><button id=go onclick="return false">Go</button></form>`,
    actions: [go],
    sendsNothing: true,
  },
  {
    name: 'a field that is not valid',
    html: `<form ${URLENCODED}><input name=a required>${GO}</form>`,
    actions: [go],
    sendsNothing: true,
  },
  {
    name: 'method=dialog',
    html: `<dialog open><form method=dialog><button id=go>Close</button></form></dialog>`,
    actions: [go],
    sendsNothing: true,
  },
  {
    name: 'a submit event of a script’s own',
    html: `<form ${URLENCODED}><input name=a></form>`,
    actions: [
      {do: 'run', code: `document.forms[0].dispatchEvent(new Event('submit', {bubbles: true}))`},
    ],
    sendsNothing: 'engine',
  },
  {
    name: 'a form that is not in the document',
    html: '',
    actions: [{do: 'run', code: `document.createElement('form').submit()`}],
    sendsNothing: true,
  },
  {
    name: 'a form that is taken away by its own listener',
    html: `<form ${URLENCODED} onsubmit="this.remove()">${GO}</form>`,
    actions: [go],
    sendsNothing: true,
  },
];
