import assert from 'node:assert/strict';
import {it} from 'node:test';
import {prune} from '../../src/build/distribution/prune.js';
import {listFiles} from '../../src/build/files.js';
import {temporaryFolder} from './temporary-folder.js';

it('What a running site never reads goes, all else stays', async t => {
  const folder = await temporaryFolder(t, {
    'django/conf/locale/de/LC_MESSAGES/django.po': '',
    'django/conf/locale/de/LC_MESSAGES/django.mo': '',
    'django/contrib/gis/admin.py': '',
    'django/test/client.py': '',
    'sqlparse/tests/test_it.py': '',
    'django-5.2.dist-info/RECORD': '',
    'django-5.2.dist-info/METADATA': '',
  });
  await prune(folder);
  assert.deepEqual(await listFiles(folder), [
    'django-5.2.dist-info/METADATA',
    'django/conf/locale/de/LC_MESSAGES/django.mo',
    'django/test/client.py',
  ]);
});

it('A module that needs what goes is an error', async t => {
  const folder = await temporaryFolder(t, {
    'django/db/maps.py': 'def points():\n    from django.contrib.gis import geos\n',
  });
  await assert.rejects(prune(folder), /django\/db\/maps\.py imports django\.contrib\.gis/);
});
