import {assert} from 'chai';
import {completeProject, findsStaticFilesAlike} from '../../src/project/index.js';
import type {ProjectFile} from '../../src/protocol/project.js';

const VIEWS: ProjectFile = {path: 'shop/views.py', content: 'one = 1\n'};
const SETTINGS = {path: 'mysite/settings.py', content: 'ROOT_URLCONF = "shop.urls"\n'};
const URLS: ProjectFile = {path: 'shop/urls.py', content: 'urlpatterns = []\n'};
const BEFORE = [VIEWS, SETTINGS, URLS];

function alike(files: readonly ProjectFile[]): boolean {
  return findsStaticFilesAlike(completeProject(BEFORE), completeProject(files));
}

describe('findsStaticFilesAlike', () => {
  it('says yes after an edit of a view', () => {
    assert.isTrue(alike([{...VIEWS, content: 'one = 2\n'}, SETTINGS, URLS]));
  });

  it('says no where a file came or went', () => {
    assert.isFalse(alike([...BEFORE, {path: 'shop/static/admin/css/base.css', content: ''}]));
    assert.isFalse(alike([SETTINGS, URLS]));
  });

  it('says no where the settings differ', () => {
    const settings = {...SETTINGS, content: `${SETTINGS.content}STATIC_URL = "/assets/"\n`};
    assert.isFalse(alike([VIEWS, settings, URLS]));
  });
});
