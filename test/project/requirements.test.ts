import {assert} from 'chai';
import {readFiles, requirementsOf} from '../../src/project/index.js';

function lines(attribute: string): string[] {
  return requirementsOf([], attribute).split('\n');
}

describe('requirements', () => {
  it('of a tag come with spaces or commas between them', () => {
    assert.deepEqual(lines('a-1-py3-none-any.whl  b'), ['a-1-py3-none-any.whl', 'b']);
    assert.deepEqual(lines('a, b,c\n d'), ['a', 'b', 'c', 'd']);
    assert.deepEqual(lines('a>=1,<2, b ~= 1.0, c == 1.*'), ['a>=1,<2', 'b~=1.0', 'c==1.*']);
    assert.equal(requirementsOf([], null), '');
  });

  it('are those of the tag and those of the project’s file', () => {
    const files = [
      {path: 'docs/requirements.txt', content: 'x'},
      {path: 'requirements.txt', content: '# Ours\nb\n'},
    ];
    assert.equal(requirementsOf(files, 'a'), 'a\n# Ours\nb');
  });

  it('are a file, where a script has them', async () => {
    const tag = document.createElement('django-playground');
    tag.innerHTML = `
      <script type="text/x-django" path="views.py">pass</script>
      <script type="text/x-requirements" hidden>
        a
        b
      </script>`;
    const [, file] = await readFiles(tag);
    assert.deepEqual(file, {path: 'requirements.txt', content: 'a\nb\n', hidden: true});
  });
});
