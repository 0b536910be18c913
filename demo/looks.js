/* Settings for the playground of this page, and what an author would write to have the same. */

const ATTRIBUTES = {
  layout: ['split', 'tabs', 'code', 'output'],
  theme: ['auto', 'light', 'dark'],
  'min-lines': 'e.g. 12',
  'max-lines': 'e.g. 10',
  'output-height': 'e.g. 16rem',
};

const PROPERTIES = {
  accent: 'Run and the selected tab',
  'on-accent': 'Text on the accent',
  background: 'Code and output',
  surface: 'Toolbar and tabs',
  text: 'Text',
  muted: 'Text of less weight',
  line: 'Lines between the parts',
  danger: 'Failures',
  focus: 'The focus ring',
  radius: 'Corners, e.g. 0',
  mono: 'Font of the code, e.g. Courier',
  'output-height': 'Height of the output, e.g. 16rem',
  'console-height': 'Height of the console’s lines, e.g. 8rem',
  'sticky-top': 'Height of what the page keeps at its top, e.g. 3rem',
  'code-keyword': 'Keywords',
  'code-string': 'Strings',
  'code-comment': 'Comments',
  'code-number': 'Numbers',
  'code-name': 'Names that are defined',
  'code-tag': 'Tags of HTML',
  'code-attribute': 'Attributes of HTML',
  'code-template': 'Tags of Django’s templates',
};

const NO_COLOURS = new Set(['radius', 'mono', 'output-height', 'console-height', 'sticky-top']);

const PARTS = [
  'toolbar',
  'title',
  'button',
  'run',
  'stop',
  'offer',
  'code',
  'tabs',
  'tree',
  'text',
  'splitter',
  'pane-tabs',
  'pane-tab',
  'output',
  'window',
  'window-bar',
  'visitor',
  'visitor-name',
  'address',
  'addresses',
  'menu',
  'dialog',
  'cover',
  'failure',
  'status',
  'console',
  'console-toggle',
  'console-log',
  'command-line',
];

const playground = document.querySelector('#shown');
const written = document.querySelector('#written');
const outlines = document.head.appendChild(document.createElement('style'));

/** @param {string} tag @param {object} [properties] @param {...(Node | string)} children */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A name, a note and what it is set with. */
function setting(name, note, ...controls) {
  const label = note ? [make('small', {}, note)] : [];
  return make('label', {}, make('code', {}, name), ...label, make('span', {}, ...controls));
}

function describe() {
  const attributes = Object.keys(ATTRIBUTES)
    .filter(name => playground.getAttribute(name))
    .map(name => ` ${name}="${playground.getAttribute(name)}"`);
  const style = [...playground.style].map(
    name => `\n  ${name}: ${playground.style.getPropertyValue(name).trim()};`,
  );
  const css = style.length > 0 ? `\n\ndjango-playground {${style.join('')}\n}` : '';
  written.textContent = `<django-playground${attributes.join('')}>${css}`;
}

function setAttribute(name, value) {
  if (value) playground.setAttribute(name, value);
  else playground.removeAttribute(name);
  describe();
}

function setProperty(name, value) {
  playground.style.setProperty(`--django-playground-${name}`, value);
  describe();
}

for (const [name, values] of Object.entries(ATTRIBUTES)) {
  const control = Array.isArray(values)
    ? make('select', {}, ...values.map(value => make('option', {}, value)))
    : make('input', {placeholder: values});
  control.addEventListener('change', () => setAttribute(name, control.value));
  document.querySelector('#attributes').append(setting(name, '', control));
}

for (const [name, note] of Object.entries(PROPERTIES)) {
  const text = make('input', {spellcheck: false});
  const controls = [text];
  text.addEventListener('input', () => setProperty(name, text.value));
  if (!NO_COLOURS.has(name)) {
    const picker = make('input', {type: 'color', ariaLabel: `Choose ${name}`});
    picker.addEventListener('input', () => {
      text.value = picker.value;
      setProperty(name, picker.value);
    });
    controls.push(picker);
  }
  const shown = setting(`--django-playground-${name}`, note, ...controls);
  document.querySelector('#properties').append(shown);
}

for (const name of PARTS) {
  const box = make('input', {type: 'checkbox', value: name});
  document.querySelector('#parts').append(make('label', {}, box, make('code', {}, name)));
}

document.querySelector('#parts').addEventListener('change', () => {
  const chosen = [...document.querySelectorAll('#parts :checked')];
  outlines.textContent = chosen
    .map(
      ({value}) => `#shown::part(${value}) { outline: 3px dashed deeppink; outline-offset: -3px }`,
    )
    .join('\n');
});

for (const form of document.querySelectorAll('main form')) {
  form.addEventListener('submit', event => event.preventDefault());
}

await customElements.whenDefined('django-playground');
await playground.updateComplete;
describe();
