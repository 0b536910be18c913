import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {asInWheels, debianNames, isPips} from '../../src/build/own/debian.js';

void describe('Debian’s packages for a runtime of one’s own', () => {
  it('are told from those of pip', () => {
    const packages = ['debian:python3-django-filters', 'django-htmx', './debian:folder'];
    assert.deepEqual(debianNames(packages), ['python3-django-filters']);
    assert.deepEqual(packages.filter(isPips), ['django-htmx', './debian:folder']);
  });

  it('have their metadata where wheels have it', () => {
    const places = {
      'django_filter-24.3.dist-info/METADATA': 'django_filter-24.3.dist-info/METADATA',
      'Markdown-3.7.egg-info/PKG-INFO': 'Markdown-3.7.dist-info/METADATA',
      'foo-1.0-py3.13.egg-info/entry_points.txt': 'foo-1.0.dist-info/entry_points.txt',
      'rest_framework/views.py': 'rest_framework/views.py',
    };
    for (const [path, place] of Object.entries(places)) assert.equal(asInWheels(path), place);
  });
});
