import {expect} from 'chai';
import {AssetStore} from '../../src/runtime/assets.js';
import type {RuntimeManifest} from '../../src/protocol/runtime.js';
import type {Progress} from '../../src/protocol/stage.js';

const FILE = {url: 'data:,0123456789', bytes: 10, integrity: ''};

/** The smallest module there is. */
const MODULE = {url: 'data:application/wasm;base64,AGFzbQEAAAA=', bytes: 8, integrity: ''};

function manifest(changes: Partial<RuntimeManifest>): RuntimeManifest {
  return {
    format: 2,
    pyodide: {version: '', python: '', abiVersion: '', arch: 'wasm32', platform: ''},
    wasm: MODULE,
    stdlib: FILE,
    stdlibSources: FILE,
    defaultSeries: '5.2',
    series: {
      '5.2': {
        django: '5.2.1',
        passwordIterations: 1,
        image: FILE,
        locales: FILE,
        sources: FILE,
        packages: [],
      },
    },
    packages: [],
    ...changes,
  };
}

function store(changes: Partial<RuntimeManifest> = {}): AssetStore {
  return new AssetStore({
    manifest: manifest(changes),
    locate: name => new URL(name, location.href).href,
    worker: {...FILE, url: 'data:,worker'},
  });
}

async function failure(work: Promise<unknown>): Promise<unknown> {
  try {
    return await work;
  } catch (error) {
    return error;
  }
}

const ignore = (): void => {};

describe('the files of a runtime', () => {
  it('are downloaded once, with true progress', async () => {
    const assets = store();
    const steps: Progress[] = [];
    const [first, second] = await Promise.all([
      assets.images({series: '5.2', locales: false}, progress => steps.push(progress)),
      assets.images({series: null, locales: false}, ignore),
    ]);
    expect(first.map(({place}) => place)).to.deep.equal(['stdlib', 'packages']);
    expect(first[0]?.zip).to.equal(second[0]?.zip);
    const [stdlib] = first;
    expect(await new Response(stdlib?.zip as Blob).text()).to.equal('0123456789');
    // Standard library and image have one address here, so they are one download.
    expect(steps.at(-1)).to.deep.equal({stage: 'download', loaded: 10, total: 10});
  });

  it('are announced all together, and only grow', async () => {
    const assets = store({stdlib: {...FILE, url: `${FILE.url}?`, bytes: 11}});
    const steps: Progress[] = [];
    const listen = (progress: Progress): number => steps.push(progress);
    await Promise.all([
      assets.images({series: null, locales: false}, listen),
      assets.module(listen),
    ]);
    const loaded = steps.map(step => step.loaded ?? 0);
    expect(new Set(steps.map(({total}) => total))).to.deep.equal(new Set([29]));
    expect(loaded).to.deep.equal(loaded.toSorted((one, other) => one - other));
    expect(loaded.at(-1)).to.equal(29);
  });

  it('are tried again after a failure', async () => {
    const assets = store({stdlib: {...FILE, url: '/test/runtime/nowhere.zip'}});
    for (const attempt of [1, 2]) {
      const error = await failure(assets.images({series: null, locales: false}, ignore));
      expect(error, `attempt ${attempt}`).to.have.property('code', 'runtime-unavailable');
      expect(error).to.have.property('message').that.includes('404');
    }
  });

  it('are those of a series that there is', async () => {
    const error = await failure(store().images({series: '4.2', locales: false}, ignore));
    expect(error).to.have.property('code', 'unknown-series');
    expect(error).to.have.property('message').that.includes('django="5.2"');
  });
});
