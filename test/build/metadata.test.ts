import assert from 'node:assert/strict';
import {it} from 'node:test';
import {readPackages} from '../../src/build/distribution/metadata.js';
import {temporaryFolder} from './temporary-folder.js';

const METADATA = 'Metadata-Version: 2.4\nName: Some-Package\nVersion: 1.2\n';

const LICENCES: readonly (readonly [fields: string, licence: string])[] = [
  ['License: BSD\nLicense-Expression: BSD-3-Clause\n', 'BSD-3-Clause'],
  ['License: Apache-2.0\n', 'Apache-2.0'],
  ['Classifier: License :: OSI Approved :: BSD License\n', 'BSD License'],
  ['\nLicense: this is a line of the description\n', 'see its text'],
];

for (const [fields, licence] of LICENCES) {
  it(`${JSON.stringify(fields)} names the licence "${licence}"`, async t => {
    const folder = await temporaryFolder(t, {'some-1.2.dist-info/METADATA': METADATA + fields});
    const [found] = await readPackages(folder);
    assert.deepEqual(found, {name: 'some-package', version: '1.2', licence, licenceText: ''});
  });
}

it('Texts of licences are found wherever they lie, authors are none', async t => {
  const folder = await temporaryFolder(t, {
    'some-1.2.dist-info/METADATA': METADATA,
    'some-1.2.dist-info/LICENSE': 'first text',
    'some-1.2.dist-info/licenses/COPYING.more': 'second text',
    'some-1.2.dist-info/licenses/AUTHORS': 'a person',
  });
  const [found] = await readPackages(folder);
  assert.match(found?.licenceText ?? '', /first text[^]*second text/);
  assert.doesNotMatch(found?.licenceText ?? '', /a person/);
});

it('A package without a name is refused', async t => {
  const folder = await temporaryFolder(t, {'x.dist-info/METADATA': 'Version: 1\n'});
  await assert.rejects(readPackages(folder), /names no package/);
});
