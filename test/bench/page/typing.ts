/** A reader edits a long file of a large project; the keyboard is the driver's. */
import type {ProjectFile} from '../../../src/protocol/project.js';
import {painted} from './painted.js';
import {playgrounds} from './playground.js';

/** What the driver waits for and reads. */
export interface Typing {
  /** The editor is there and has the focus. */
  readonly isReady: boolean;
  /** Milliseconds from each key until the end of the first frame with what it wrote. */
  readonly latencies: readonly number[];
  /** As long, from each click. */
  readonly clicks: readonly number[];
}

declare global {
  var typing: Typing | undefined;
}

/** A page of a small project shows what a frame takes by itself. */
const IS_SMALL = new URLSearchParams(location.search).has('small');
const FILES = IS_SMALL ? 2 : 300;
const LENGTH = IS_SMALL ? 2000 : 1_000_000;
const PATH = 'shop/catalogue.py';

const STATEMENT = (index: number): string => `
class Product${index}(models.Model):
    """Number ${index} of many."""
    name = models.CharField(max_length=200)
    price = models.DecimalField(max_digits=8, decimal_places=2, default=${index})

    def __str__(self):
        return f"{self.name} costs {self.price}"  # in any currency
`;

function files(): ProjectFile[] {
  let content = 'from django.db import models\n';
  for (let index = 0; content.length < LENGTH; index += 1) content += STATEMENT(index);
  const others = Array.from({length: FILES - 1}, (_, index) => ({
    path: `shop/part_${index}.py`,
    content: `from django.db import models\n${STATEMENT(index)}`,
  }));
  return [{path: PATH, content, selected: true}, ...others];
}

const [playground] = await playgrounds();
if (!playground) throw new Error('There is no playground.');
playground.files = files();
await playground.updateComplete;
// In the middle, as most of a long file is.
playground.reveal({path: PATH, line: 15_000});
await focused();

const latencies = measured('keydown');
const clicks = measured('click');
globalThis.typing = {isReady: true, latencies, clicks};

/** Milliseconds from each such event until what it changes is painted. */
function measured(type: 'keydown' | 'click'): readonly number[] {
  const found: number[] = [];
  const note = ({timeStamp}: Event): void =>
    void painted().then(({frame}) => found.push(frame - timeStamp));
  addEventListener(type, note, {capture: true});
  return found;
}

/** Until an editor has the focus. */
async function focused(): Promise<void> {
  const active = (root: Document | ShadowRoot): Element | null => {
    const {activeElement} = root;
    return activeElement?.shadowRoot ? active(activeElement.shadowRoot) : activeElement;
  };
  const end = performance.now() + 60_000;
  while (!active(document)?.matches('.cm-content')) {
    if (performance.now() > end) throw new Error('No editor came within a minute.');
    await new Promise(requestAnimationFrame);
  }
}
