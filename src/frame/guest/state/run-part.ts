/**
 * Runs what not every document gets, since it is too large to be a part of the guest.
 *
 * @param name What the script puts into the window, to be taken from there.
 */
export function runPart(script: string, name: string): unknown {
  const element = document.createElement('script');
  element.textContent = script;
  document.documentElement.append(element);
  element.remove();
  const part: unknown = Reflect.get(window, name);
  Reflect.deleteProperty(window, name);
  return part;
}
