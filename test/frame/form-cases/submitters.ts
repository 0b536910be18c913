import {type FormCase, GO, URLENCODED, go} from './form-case.js';

/** Which button sends what, and where to. */
export const SUBMITTERS: readonly FormCase[] = [
  {
    name: 'the button’s name and value',
    html: `<form ${URLENCODED}><button name=go value=1>1</button><button id=go name=go value=2>2</button><input name=after></form>`,
    actions: [go],
  },
  {
    name: 'a submit input',
    html: `<form ${URLENCODED}><input name=a><input type=submit id=go name=_save value="Save é"></form>`,
    actions: [go],
  },
  {
    name: 'formaction, formmethod and formenctype',
    html: `<form action=../no/><input name=a value=1><button id=go name=b formaction=../yes/?q=1 formmethod=post formenctype=multipart/form-data>Go</button></form>`,
    actions: [go],
  },
  {
    name: 'an empty formaction',
    html: `<form ${URLENCODED}><input name=a value=1><button id=go formaction>Go</button></form>`,
    actions: [go],
  },
  {
    name: 'formmethod=get on a form that posts',
    html: `<form ${URLENCODED}><input name=a value=1><button id=go formmethod=get>Go</button></form>`,
    actions: [go],
  },
  {
    name: 'an unknown formmethod',
    html: `<form ${URLENCODED}><input name=a value=1><button id=go formmethod=what>Go</button></form>`,
    actions: [go],
  },
  {
    name: 'controls and a button outside of the form',
    html: `<input form=f name=before value=1><form id=f ${URLENCODED}><input name=in value=2></form><input form=f name=after value=3><button id=go form=f name=b value=4>Go</button>`,
    actions: [go],
  },
  {
    name: 'an image button',
    html: `<form ${URLENCODED}><input name=a value=1><input type=image id=go name=map alt=Go width=40 height=30 src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></form>`,
    actions: [{do: 'clickAt', on: '#go', x: 7, y: 5}],
  },
  {
    name: 'an image button without a name',
    html: `<form action=../map/><input type=image id=go alt=Go width=40 height=30 src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"></form>`,
    actions: [{do: 'clickAt', on: '#go', x: 3, y: 4}],
  },
  {
    name: 'an element within the button',
    html: `<form ${URLENCODED}><button name=b value=1><b id=go>Go</b></button></form>`,
    actions: [go],
  },
  {
    name: 'novalidate',
    html: `<form novalidate ${URLENCODED}><input name=a required>${GO}</form>`,
    actions: [go],
  },
  {
    name: 'formnovalidate',
    html: `<form ${URLENCODED}><input name=a required><button id=go formnovalidate>Go</button></form>`,
    actions: [go],
  },
  {
    name: 'controls that hide the form’s own names',
    html: `<form ${URLENCODED}><input name=action value=1><input name=method value=2><input name=submit value=3><input name=getAttribute value=4><input name=id value=5><input name=enctype value=6>${GO}</form>`,
    actions: [go],
  },
  {
    name: 'a form in a shadow tree',
    html: `<x-host></x-host>`,
    actions: [
      {
        do: 'run',
        code: `const root = document.querySelector('x-host').attachShadow({mode: 'closed'});
          root.innerHTML = '<form method=post action=../save/><input name=a value=1><button name=b value=2>Go</button></form>';
          root.querySelector('button').click()`,
      },
    ],
  },
  {
    name: 'a form in a shadow tree that came with the markup',
    html: `<x-host><template shadowrootmode=open><form ${URLENCODED}><input name=a value=1><button>Go</button></form></template></x-host>`,
    actions: [
      {
        do: 'run',
        code: `document.querySelector('x-host').shadowRoot.querySelector('button').click()`,
      },
    ],
  },
  {
    name: 'another base',
    html: `<base href="../elsewhere/"><form method=post action="save/"><input name=a value=1>${GO}</form>`,
    actions: [go],
  },
  {
    name: 'a form without an action under another base',
    html: `<base href="../elsewhere/"><form method=post><input name=a value=1>${GO}</form>`,
    actions: [go],
  },
  {
    name: 'a target',
    html: `<form ${URLENCODED} target=_top><input name=a value=1><button id=go formtarget=_self>Go</button></form>`,
    actions: [go],
  },
  {
    name: 'a form that begins in a table',
    html: `<table><form ${URLENCODED}><tr><td><input name=a value=1>${GO}</td></tr></form></table>`,
    actions: [go],
  },
];
