/* A documentation site's switch between light and dark: an attribute, and nothing else. */
const {on = 'html', attribute, light, dark} = document.querySelector('[data-switch]').dataset;
const target = document.querySelector(on);

if (matchMedia('(prefers-color-scheme: dark)').matches) target.setAttribute(attribute, dark);

document.querySelector('[data-switch]').addEventListener('click', () => {
  const isDark = target.getAttribute(attribute) === dark;
  target.setAttribute(attribute, isDark ? light : dark);
});
