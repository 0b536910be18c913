import {type FormCase, GO, URLENCODED, go} from './form-case.js';

/** Forms that scripts send or have a hand in. */
export const SCRIPTS: readonly FormCase[] = [
  {
    name: 'submit()',
    html: `<form id=f ${URLENCODED}><input name=a value=1 required><button name=b>Go</button></form>`,
    actions: [{do: 'submit', on: '#f'}],
  },
  {
    name: 'submit() tells no listener and checks nothing',
    html: `<form id=f ${URLENCODED} onsubmit="return false"><input name=a required></form>`,
    actions: [{do: 'submit', on: '#f'}],
  },
  {
    name: 'requestSubmit()',
    html: `<form id=f ${URLENCODED}><input name=a value=1></form>`,
    actions: [{do: 'requestSubmit', on: '#f'}],
  },
  {
    name: 'requestSubmit() with a button',
    html: `<form id=f ${URLENCODED}><button id=b name=b value=2>Go</button></form>`,
    actions: [{do: 'requestSubmit', on: '#f', submitter: '#b'}],
  },
  {
    name: 'a listener that changes a field',
    html: `<form id=f ${URLENCODED}><input name=a value=1>${GO}</form>`,
    actions: [
      {
        do: 'run',
        code: `document.forms[0].onsubmit = () => { document.forms[0].a.value = 'changed' }`,
      },
      go,
    ],
  },
  {
    name: 'a listener that changes the action',
    html: `<form ${URLENCODED}>${GO}</form>`,
    actions: [
      {
        do: 'run',
        code: `document.forms[0].onsubmit = event => { event.target.action = '../changed/' }`,
      },
      go,
    ],
  },
  {
    name: 'a listener that stops the event on its way',
    html: `<form ${URLENCODED}><input name=a value=1>${GO}</form>`,
    actions: [
      {do: 'run', code: `document.forms[0].onsubmit = event => event.stopPropagation()`},
      go,
    ],
  },
  {
    name: 'a listener that stops the event at once',
    html: `<form ${URLENCODED}><input name=a value=1>${GO}</form>`,
    actions: [
      {do: 'run', code: `document.forms[0].onsubmit = event => event.stopImmediatePropagation()`},
      go,
    ],
  },
  {
    name: 'a listener that sends the form itself',
    html: `<form ${URLENCODED}><input name=a value=1>${GO}</form>`,
    actions: [
      {
        do: 'run',
        code: `document.forms[0].onsubmit = event => { event.preventDefault(); event.target.submit() }`,
      },
      go,
    ],
  },
  {
    name: 'two submissions at once, of which the second counts',
    html: `<form id=f ${URLENCODED}><input name=a value=1>${GO}</form>`,
    actions: [
      {do: 'submit', on: '#f'},
      {do: 'run', code: `document.forms[0].a.value = 2`},
      {do: 'submit', on: '#f'},
    ],
  },
  {
    name: 'a return key in a field',
    html: `<form ${URLENCODED}><input id=i name=a value=1><button name=b value=default>Go</button></form>`,
    // What a browser does with the key: a click on the first button.
    actions: [
      {do: 'run', code: `document.querySelector('#i').form.querySelector('button').click()`},
    ],
  },
];
