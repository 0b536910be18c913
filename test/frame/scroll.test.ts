import {assert} from 'chai';
import {SITE_ORIGIN} from '../../src/protocol/http.js';
import {makeOutput} from './output.js';

const URL = `${SITE_ORIGIN}/polls/`;

/** A long page that says where it is whenever it has scrolled. */
const LONG = `<!DOCTYPE html><title>T</title><style>:target { color: rgb(255, 0, 0) }</style><body>
  <a id=go href=#far>Far</a><a id=top href=#>Top</a>
  <div style="height: 5000px"></div><p id=far>Far away</p><div style="height: 5000px"></div>
  <script>
    const far = document.querySelector('#far');
    onscroll = () => parent.postMessage(
      {y: scrollY, hash: location.hash, color: getComputedStyle(far).color}, '*');
    onmessage = ({data}) => document.querySelector(data).click();
  </script>`;

const PLACE = {url: URL, state: null, index: 0, length: 1, isManual: false};

interface Place {
  readonly y: number;
  readonly hash: string;
  readonly color: string;
}

describe('a place in the document', () => {
  let frame: ReturnType<typeof makeOutput>;
  beforeEach(() => (frame = makeOutput()));
  afterEach(() => frame.remove());

  it('is where a fragment leads, with everything a browser does there', async () => {
    await frame.show(LONG, {url: URL});
    const scrolled = frame.heard();
    frame.post('#go');
    assert.equal((await frame.next('entry')).entry.url, `${URL}#far`);
    const {y, hash, color} = (await scrolled) as Place;
    assert.isAbove(y, 4000);
    assert.equal(hash, '#far');
    assert.equal(color, 'rgb(255, 0, 0)');
    frame.post('#top');
    assert.equal((await frame.next('entry')).entry.url, `${URL}#`);
  });

  it('is where the address says', async () => {
    const scrolled = frame.heard();
    await frame.show(LONG, {url: `${URL}#far`});
    assert.isAbove(((await scrolled) as Place).y, 4000);
  });

  it('is where the reader was before', async () => {
    const scrolled = frame.heard();
    await frame.show(LONG, {url: `${URL}#far`, position: {x: 0, y: 1234}});
    assert.equal(((await scrolled) as Place).y, 1234);
  });

  it('is where the host leads', async () => {
    await frame.show(LONG, {url: URL});
    const scrolled = frame.heard();
    frame.output.send({kind: 'entered', place: {...PLACE, url: `${URL}#far`}});
    assert.isAbove(((await scrolled) as Place).y, 4000);
    const back = frame.heard();
    frame.output.send({kind: 'entered', place: PLACE});
    assert.equal(((await back) as Place).y, 0);
  });

  it('is reported', async () => {
    await frame.show(LONG, {url: URL, position: {x: 0, y: 50}});
    assert.deepEqual((await frame.next('scrolled')).position, {x: 0, y: 50});
  });
});
