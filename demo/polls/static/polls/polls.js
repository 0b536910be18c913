// Numbers of votes count up, unless the visitor has asked for less motion.
const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;

for (const element of calm ? [] : document.querySelectorAll('[data-count]')) {
  countUp(element, Number(element.textContent));
}

/**
 * @param {Element} element what shows the number
 * @param {number} target where it ends
 */
function countUp(element, target) {
  const started = performance.now();
  const step = (/** @type {number} */ now) => {
    const progress = Math.min(1, (now - started) / 600);
    element.textContent = String(Math.round(target * (1 - (1 - progress) ** 3)));
    if (progress < 1) requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}

// A picture is shown as soon as it is chosen.
const preview = document.querySelector('img[data-preview]');
const input = document.querySelector('input[name="picture"]');

if (preview instanceof HTMLImageElement && input instanceof HTMLInputElement) {
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    URL.revokeObjectURL(preview.src);
    preview.hidden = !file;
    if (file) preview.src = URL.createObjectURL(file);
  });
}
