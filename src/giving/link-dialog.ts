import {html, render} from 'lit';

export interface LinkDialogTexts {
  readonly title: string;
  readonly hint: string;
  readonly close: string;
}

/**
 * Show a link to be copied by hand, all of it selected. The focus goes back to where it was.
 *
 * @param container What the dialog is put into.
 */
export function showLink(container: HTMLElement, link: string, texts: LinkDialogTexts): void {
  const dialog = document.createElement('dialog');
  dialog.className = 'link';
  dialog.setAttribute('part', 'dialog');
  dialog.setAttribute('aria-labelledby', 'link-title');
  render(
    html`<form method="dialog">
      <h2 id="link-title">${texts.title}</h2>
      <p id="link-hint">${texts.hint}</p>
      <textarea
        readonly
        rows="4"
        aria-labelledby="link-title"
        aria-describedby="link-hint"
        spellcheck="false"
        .value=${link}
      ></textarea>
      <button type="submit" part="button">${texts.close}</button>
    </form>`,
    dialog,
  );
  dialog.addEventListener('close', () => dialog.remove());
  // Escape is the dialog's alone.
  dialog.addEventListener('keydown', event => event.stopPropagation());
  container.append(dialog);
  dialog.showModal();
  const text = dialog.querySelector('textarea');
  text?.focus();
  text?.select();
}
