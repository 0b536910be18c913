/** The Python package that renders with JavaScript, as it goes with a project that is given away. */
import init from '../../python/rendering/django_playground_js/__init__.py?raw';
import errors from '../../python/rendering/django_playground_js/errors.py?raw';
import script from '../../python/rendering/django_playground_js/node.mjs?raw';
import node from '../../python/rendering/django_playground_js/node.py?raw';
import props from '../../python/rendering/django_playground_js/props.py?raw';
import rendering from '../../python/rendering/django_playground_js/rendering.py?raw';
import response from '../../python/rendering/django_playground_js/response.py?raw';
import views from '../../python/rendering/django_playground_js/views.py?raw';
import type {StoredFile} from '../protocol/project.js';

const FILES: Readonly<Record<string, string>> = {
  '__init__.py': init,
  'errors.py': errors,
  'node.mjs': script,
  'node.py': node,
  'props.py': props,
  'rendering.py': rendering,
  'response.py': response,
  'views.py': views,
};

export function rendererFiles(): StoredFile[] {
  return Object.entries(FILES).map(([name, text]) => ({
    path: `django_playground_js/${name}`,
    content: new TextEncoder().encode(text),
  }));
}
