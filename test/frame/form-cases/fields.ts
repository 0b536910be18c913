import {type FormCase, NEWLINES, SPECIAL, URLENCODED, clicked, note} from './form-case.js';

/** Kinds of control and what they hold. */
export const FIELDS: readonly FormCase[] = [
  clicked('GET with text', 'action=../search/', '<input name=q value="a b">'),
  clicked('GET replaces the query', 'action="../search/?old=1#part"', '<input name=q value=1>'),
  clicked('GET without entries', 'action=../search/?old=1', ''),
  clicked('GET to its own page', '', '<input name=q value=1>'),
  clicked('GET keeps no enctype', 'enctype=multipart/form-data', '<input name=q value=1>'),
  clicked('GET of a file sends its name', 'action=../x/', '<input type=file name=f id=f>', {
    do: 'choose',
    on: '#f',
    files: [note],
  }),
  clicked('POST urlencoded', URLENCODED, '<input name=a value=1><input name=b value=2>'),
  clicked('POST to its own page', 'method=post', '<input name=a value=1>'),
  clicked('POST keeps the query of its action', 'method=post action="?a=1&b"', '<input name=c>'),
  clicked('POST with an empty body', URLENCODED, ''),
  clicked('repeated names', URLENCODED, '<input name=a value=1><input name=a value=2>'),
  clicked('special characters', URLENCODED, `<input id=i name="n&m=é +">`, {
    do: 'fill',
    on: '#i',
    value: SPECIAL,
  }),
  clicked('newlines, urlencoded', URLENCODED, '<textarea id=t name="a&#10;b"></textarea>', {
    do: 'fill',
    on: '#t',
    value: NEWLINES,
  }),
  clicked('half a character', URLENCODED, '<input id=i name=a>', {
    do: 'run',
    code: 'document.querySelector("#i").value = "x\\ud83dy"',
  }),
  clicked(
    'checkboxes and radio buttons',
    URLENCODED,
    `<input type=checkbox name=c value=1 checked><input type=checkbox name=c value=2>
     <input type=checkbox name=c checked><input type=radio name=r value=1>
     <input type=radio name=r value=2 checked>`,
  ),
  clicked(
    'selects',
    URLENCODED,
    `<select name=s><option>text<option value="">empty</select>
     <select name=m multiple><option selected>1<option>2<option selected>3</select>
     <select name=d><option disabled selected>no</select>`,
  ),
  clicked(
    'disabled and nameless controls',
    URLENCODED,
    `<input value=nameless><input name="" value=1><input name=a value=1 disabled>
     <fieldset disabled><legend><input name=legend value=1></legend><input name=b></fieldset>
     <datalist><input name=d></datalist><input name=ok value=1>`,
  ),
  clicked(
    'kinds of input',
    URLENCODED,
    `<input type=hidden name=h value=1><input type=password name=p value=2>
     <input type=email name=e value="a@b.example"><input type=number name=n value=1.50>
     <input type=date name=d value=2030-01-02><input type=color name=c value="#ABCDEF">
     <input type=range name=r min=0 max=10 value=3><input type=submit name=s value=no>
     <input type=button name=b value=no><input type=reset name=x value=no>
     <output name=o>no</output>`,
  ),
  clicked('dirname', URLENCODED, '<input name=a value=שלום dir=auto dirname=a.dir>'),
  clicked('_charset_', URLENCODED, '<input type=hidden name=_charset_ value=x>'),
  clicked(
    'accept-charset of UTF-8',
    `${URLENCODED} accept-charset=utf-8`,
    '<input name=a value=é>',
  ),
  clicked('a formdata listener', URLENCODED, '<input name=a value=1>', {
    do: 'run',
    code: `document.forms[0].addEventListener('formdata', ({formData}) => {
      formData.append('added', '2');
      formData.delete('a');
    })`,
  }),
  clicked('a form-associated element', URLENCODED, '<x-field></x-field>', {
    do: 'run',
    code: `customElements.define('x-field', class extends HTMLElement {
      static formAssociated = true;
      constructor() { super(); this.setAttribute('name', 'x'); this.attachInternals().setFormValue('v'); }
    })`,
  }),
];
