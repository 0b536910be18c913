import {assert} from 'chai';
import {Installer} from '../../src/packages/index.js';
import {PlaygroundError, type FailureCode} from '../../src/protocol/failure.js';
import type {PyodideIdentity} from '../../src/protocol/interpreter.js';
import type {Packages, WheelStore} from '../../src/protocol/packages.js';
import {openStorage} from '../../src/storage/index.js';
import {distributionOf, indexOf, wheelAt} from './made.js';

const DJANGO = [
  {name: 'django', version: '5.2.19'},
  {name: 'asgiref', version: '3.13.0'},
];

const PYODIDE: PyodideIdentity = {
  version: '314.0.7',
  python: '3.14.2',
  abiVersion: '2026_0',
  arch: 'wasm32',
  platform: 'emscripten_5_0_3',
};

/** How wheels for it name it. */
const HERE = 'pyemscripten_2026_0_wasm32';

interface Options {
  readonly index?: string;
  readonly distribution?: string;
  readonly store?: WheelStore;
  readonly onBytes?: (loaded: number, total: number) => void;
}

function install(requirements: string, options: Options = {}): Promise<Packages> {
  const {index, distribution, store, onBytes = () => {}} = options;
  const place = {included: DJANGO, index, distribution, base: location.href};
  return new Installer(PYODIDE, store).install(requirements, place, onBytes);
}

async function versions(requirements: string, options?: Options): Promise<string[]> {
  const {installed} = await install(requirements, options);
  return installed.map(({name, version}) => `${name} ${version}`).toSorted();
}

async function fails(
  code: FailureCode,
  words: readonly string[],
  requirements: string,
  options?: Options,
): Promise<void> {
  const error = await install(requirements, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.instanceOf(error, PlaygroundError);
  assert.equal(error.code, code, error.message);
  for (const word of words) assert.include(error.message, word);
}

describe('Installer', () => {
  describe('with addresses', () => {
    it('has wheels, relative to the page, and tells how much of them is here', async () => {
      let told: readonly number[] = [];
      const onBytes = (loaded: number, total: number): void => void (told = [loaded, total]);
      const text = `
        # What the site needs
        ${wheelAt('made_up-1.0-py3-none-any.whl')}  # the first
        other @ ${new URL(wheelAt('other-2.1.post1-py2.py3-none-any.whl'), location.href).href}
      `;
      assert.deepEqual(await versions(text, {onBytes}), ['made-up 1.0', 'other 2.1.post1']);
      assert.isAbove(told[0] ?? 0, 500);
      assert.equal(told[0], told[1]);
    });

    it('checks hashes', async () => {
      const address = wheelAt('made_up-1.0-py3-none-any.whl');
      const bytes = await (await fetch(address)).arrayBuffer();
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      const sha256 = [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
      const wrong = sha256.replaceAll(/./g, '0');
      await versions(`${address} \\\n  --hash=sha256:${wrong} --hash=sha256:${sha256}`);
      await versions(`${address}#sha256=${sha256}`);
      await fails('package-unavailable', ['made_up', sha256], `${address} --hash=sha256:${wrong}`);
    });

    it('takes what they need from the others, wherever they stand', async () => {
      const text = [
        wheelAt('first-1.0-py3-none-any.whl', {needs: 'second>=2; python_version >= "3.8"'}),
        wheelAt('second-2.0-py3-none-any.whl', {needs: 'Django>=4.2'}),
        'second',
      ].join('\n');
      assert.deepEqual(await versions(text), ['first 1.0', 'second 2.0']);
    });

    it('leaves out what is not needed here, and takes the extras that are asked for', async () => {
      const needs = [
        ['needs', 'pywin32; sys_platform == "win32"'],
        ['needs', "backport; python_version < '3.9' or (os_name == 'nt' and extra == 'yaml')"],
        ['needs', 'reader; extra == "yaml"'],
      ] as const;
      const address = wheelAt('first-1.0-py3-none-any.whl', needs);
      const reader = wheelAt('reader-1.0-py3-none-any.whl');
      assert.deepEqual(await versions(address), ['first 1.0']);
      const named = new URL(address, location.href).href;
      assert.deepEqual(await versions(`first[yaml] @ ${named}\n${reader}`), [
        'first 1.0',
        'reader 1.0',
      ]);
      await fails('package-unavailable', ['first needs reader'], `first[YAML] @ ${named}`);
    });

    it('says what is wrong with a line', async () => {
      await fails('bad-requirement', ['-r base.txt', 'options of pip'], '-r base.txt');
      await fails('bad-requirement', ['names no package'], '??');
      await fails('bad-requirement', ['says nothing about versions'], 'made-up=1.0');
      await fails('bad-requirement', ['*-py3-none-any.whl'], '/made-up-1.0.tar.gz');
      await fails('bad-requirement', ['sha256'], 'made-up --hash=md5:00');
    });

    it('says what is wrong with a wheel, and names it', async () => {
      const file = 'made_up-1.0-py3-none-any.whl';
      await fails('package-unavailable', [file, '404'], `/nothing/${file}`);
      await fails('package-unavailable', [file, 'CORS'], `https://nowhere.invalid/${file}`);
      await fails('package-unfit', [file, 'damaged'], wheelAt(file, {broken: ''}));
      await fails('package-unfit', [file, 'Build'], wheelAt(file, {nameless: ''}));
      await fails('package-unfit', [file, 'other 1.0'], wheelAt(file, {holds: 'other'}));
      await fails('package-unfit', ['Python >=3.15'], wheelAt(file, {python: '>=3.15'}));
      const compiled = 'fast-1.0-cp314-cp314-manylinux_2_28_x86_64.whl';
      await fails('package-unfit', ['fast', 'compiled', HERE], wheelAt(compiled));
      const ofOtherPython = `fast-1.0-cp313-cp313-${HERE}.whl`;
      await fails('package-unfit', ['fast', 'compiled'], wheelAt(ofOtherPython));
    });

    it('has wheels that were compiled for here', async () => {
      for (const tag of [`cp314-cp314-${HERE}`, `cp311-abi3-${HERE}`, `py3-none-${HERE}`]) {
        assert.deepEqual(await versions(wheelAt(`fast-1.0-${tag}.whl`)), ['fast 1.0']);
      }
    });

    it('says which package it lacks, and who needs it', async () => {
      await fails('package-unavailable', ['made-up', 'no package index'], 'made-up');
      const address = wheelAt('first-1.0-py3-none-any.whl', {needs: 'second>=2'});
      await fails('package-unavailable', ['first needs second'], address);
      const other = wheelAt('second-1.0-py3-none-any.whl');
      await fails('package-conflict', ['first 1.0 needs second>=2'], `${address}\n${other}`);
    });

    it('leaves what the runtime has as it is', async () => {
      const {notes, installed} = await install('Django==5.1\nasgiref>=3');
      assert.deepEqual(installed, []);
      assert.equal(notes.length, 1);
      assert.include(notes[0], 'django 5.2.19');
      const address = wheelAt('first-1.0-py3-none-any.whl', {needs: 'Django>=6.0'});
      await fails('package-conflict', ['first 1.0 needs django>=6.0', '5.2.19'], address);
    });
  });

  describe('with an index', () => {
    it('chooses the newest release that runs here, from either form', async () => {
      const releases = [
        {version: '1.9'},
        {version: '1.10'},
        {version: '2.0rc1'},
        {version: '1.11', python: '>=3.15'},
        {version: '1.12', yanked: true},
        {version: '1.13', tag: 'cp314-cp314-win_amd64'},
      ];
      for (const html of [false, true]) {
        const index = indexOf({'made-up': releases}, html);
        assert.deepEqual(await versions('Made_Up', {index}), ['made-up 1.10']);
        assert.deepEqual(await versions('made-up==1.12', {index}), ['made-up 1.12']);
        assert.deepEqual(await versions('made-up>=2.0rc1', {index}), ['made-up 2.0rc1']);
        assert.deepEqual(await versions('made-up >=1.9, !=1.10', {index}), ['made-up 1.9']);
      }
    });

    it('chooses versions that fit each other, whichever is met first', async () => {
      const index = indexOf({
        first: [{version: '1.0', needs: ['shared']}],
        second: [{version: '1.0', needs: ['third']}],
        third: [{version: '1.0', needs: ['shared<2']}],
        shared: [{version: '1.5'}, {version: '2.0'}],
      });
      assert.deepEqual(await versions('first\nsecond', {index}), [
        'first 1.0',
        'second 1.0',
        'shared 1.5',
        'third 1.0',
      ]);
    });

    it('says which packages exclude each other', async () => {
      const index = indexOf({
        first: [{version: '1.0', needs: ['shared>=2']}],
        second: [{version: '1.0', needs: ['shared<2']}],
        shared: [{version: '1.5'}, {version: '2.0'}],
      });
      const words = ['first 1.0 needs shared>=2', 'second 1.0 needs shared<2'];
      await fails('package-conflict', words, 'first\nsecond', {index});
      await fails('package-conflict', ['shared>3'], 'shared>3', {index});
    });

    it('says what is not there, compiled, or not to be reached', async () => {
      const compiled = [{version: '1.0', tag: 'cp314-cp314-win_amd64'}];
      const index = indexOf({fast: compiled, first: [{version: '1.0', needs: ['fast']}]});
      await fails('package-unavailable', ['no package “made-up”'], 'made-up', {index});
      await fails('package-unfit', ['first needs fast', 'compiled'], 'first', {index});
      const nowhere = 'https://nowhere.invalid/simple';
      await fails('package-unavailable', ['made-up', nowhere], 'made-up', {index: nowhere});
    });
  });

  describe('with a distribution of Pyodide', () => {
    const TAG = `cp314-cp314-${HERE}`;

    it('takes from there what it has, and what that needs', async () => {
      const distribution = distributionOf({
        fast: [{version: '1.0', tag: TAG, needs: ['helper', 'typing-help>=4']}],
        helper: [{version: '1.1'}],
        'typing-help': [{version: '4.2'}],
      });
      const index = indexOf({fast: [{version: '2.0'}], made: [{version: '3.0', needs: ['fast']}]});
      const all = ['fast 1.0', 'helper 1.1', 'typing-help 4.2'];
      assert.deepEqual(await versions('Fast', {distribution}), all);
      assert.deepEqual(
        await versions('made', {distribution, index}),
        [...all, 'made 3.0'].toSorted(),
      );
    });

    it('leaves to the index what it has in no version that fits', async () => {
      const distribution = distributionOf({fast: [{version: '1.0', tag: TAG}]});
      const index = indexOf({fast: [{version: '2.0', tag: TAG}]});
      assert.deepEqual(await versions('fast>=2', {distribution, index}), ['fast 2.0']);
      await fails('package-conflict', ['fast>=2'], 'fast>=2', {distribution});
    });

    it('says what it lacks, and where that may be', async () => {
      const compiled = [{version: '1.0', tag: 'cp314-cp314-win_amd64'}];
      const index = indexOf({fast: compiled});
      await fails('package-unfit', ['fast', 'pyodideDistribution'], 'fast', {index});
      const distribution = distributionOf({other: [{version: '1.0'}]});
      await fails('package-unfit', ['fast', 'does not have it'], 'fast', {index, distribution});
    });

    it('checks what it is', async () => {
      const wrong = distributionOf({fast: [{version: '1.0', tag: TAG}]}, {sha256: '0'.repeat(64)});
      await fails('package-unavailable', ['fast', 'hash'], 'fast', {distribution: wrong});
      const older = distributionOf({fast: [{version: '1.0', tag: TAG}]}, {abi: '2025_0'});
      await fails('package-unavailable', ['another Python', HERE], 'fast', {distribution: older});
      const nowhere = new URL('/nothing/', location.href).href;
      const words = ['404', 'pyodideDistribution'];
      await fails('package-unavailable', words, 'fast', {distribution: nowhere});
      const library = distributionOf({blas: [{version: '1.0', library: true, depends: ['blas']}]});
      await fails('package-unfit', ['library blas'], 'blas', {distribution: library});
    });
  });

  describe('with a store', () => {
    after(() => caches.delete('django-playground-packages'));

    it('loads what has a known hash no second time, and the rest while it can', async () => {
      const {wheels: store} = openStorage();
      const address = wheelAt('made_up-1.0-py3-none-any.whl');
      const {key} = await install(address, {store});
      const sha256 = await store.hashOf(new URL(address, location.href).href);
      assert.exists(sha256);
      const nowhere = 'https://nowhere.invalid/made_up-1.0-py3-none-any.whl';
      assert.equal((await install(`${nowhere}#sha256=${sha256}`, {store})).key, key);
      await store.write(nowhere, sha256, (await store.read(sha256))!);
      assert.equal((await install(nowhere, {store})).key, key);
      await store.write(nowhere, sha256, new Uint8Array(3));
      await fails('package-unavailable', ['made_up'], nowhere, {store});
    });

    it('has the bytecode that was made of a wheel, unless it is damaged or of another Python', async () => {
      const {wheels: store} = openStorage();
      const address = wheelAt('made_up-1.0-py3-none-any.whl');
      const {images, uncompiled} = await install(address, {store});
      assert.deepEqual([images.length, uncompiled.length], [1, 1]);
      await uncompiled[0]!.keep(new Uint8Array([1, 2, 3]));
      const later = await install(address, {store});
      assert.deepEqual(later.images[1]?.zip, new Uint8Array([1, 2, 3]));
      assert.lengthOf(later.uncompiled, 0);
      const other = new Installer({...PYODIDE, version: '314.0.8'}, store);
      const elsewhere = await other.install(address, {included: [], base: location.href}, () => {});
      assert.lengthOf(elsewhere.uncompiled, 1);
      const damaged = {...store, read: () => Promise.resolve(new Uint8Array(3))};
      assert.lengthOf((await install(address, {store: damaged})).images, 1);
    });
  });
});
