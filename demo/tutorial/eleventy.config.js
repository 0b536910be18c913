import markdownIt from 'markdown-it';
// In a site of one's own: `import djangoPlayground from 'django-playground/markdown-it'`.
import djangoPlayground from '../../src/markdown/markdown-it.ts';

/** How Eleventy makes the tutorial of its Markdown. */
export default function configure(eleventy) {
  eleventy.setLibrary('md', markdownIt({html: true}).use(djangoPlayground));
  eleventy.addGlobalData('layout', 'page.njk');
  eleventy.addCollection('parts', pages =>
    pages
      .getAll()
      .filter(page => page.data.part)
      .toSorted((one, other) => one.data.part - other.data.part),
  );
  eleventy.addPassthroughCopy({
    'demo/demo.css': 'demo.css',
    'demo/icon.svg': 'icon.svg',
    'demo/tutorial/packages': 'packages',
    'demo/tutorial/tutorial.css': 'tutorial.css',
  });
}

export const config = {
  // What stands between braces in the examples is Django's.
  markdownTemplateEngine: false,
  templateFormats: ['md'],
};
