import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {it} from 'node:test';
import {writeTzdata} from '../../src/build/distribution/debian-tzdata.js';
import {listFiles} from '../../src/build/files.js';
import {temporaryFolder} from './temporary-folder.js';

it("A system's time zones become the package that zoneinfo looks for", async t => {
  const zoneinfo = await temporaryFolder(t, {
    'tzdata.zi': '# version 2026f\n',
    'zone.tab': '# no zone',
    UTC: 'TZif2',
    'America/Argentina/Salta': 'TZif2',
    'right/UTC': 'TZif2',
    localtime: 'TZif2',
  });
  const sitePackages = await temporaryFolder(t, {});
  await writeTzdata(zoneinfo, sitePackages);
  assert.deepEqual(await listFiles(sitePackages), [
    'tzdata-2026.6.dist-info/METADATA',
    'tzdata/__init__.py',
    'tzdata/zoneinfo/America/Argentina/Salta',
    'tzdata/zoneinfo/America/Argentina/__init__.py',
    'tzdata/zoneinfo/America/__init__.py',
    'tzdata/zoneinfo/UTC',
    'tzdata/zoneinfo/__init__.py',
    'tzdata/zones',
  ]);
  const zones = await readFile(join(sitePackages, 'tzdata/zones'), 'utf8');
  assert.equal(zones, 'America/Argentina/Salta\nUTC\n');
});
