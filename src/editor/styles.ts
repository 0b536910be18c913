import {css} from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }

  [role='tablist'] {
    display: flex;
    flex: none;
    overflow-x: auto;
    scrollbar-width: thin;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  [role='tab'] {
    flex: none;
    min-height: 2.5rem;
    padding: 0 0.85rem;
    border: 0;
    border-bottom: 2px solid transparent;
    border-radius: 0;
    background: none;
    color: var(--_muted);
    font: 500 0.8125rem/1 var(--_mono);
    cursor: pointer;
  }

  [role='tab']:hover {
    color: var(--_text);
  }

  [role='tab'][aria-selected='true'] {
    border-bottom-color: var(--_accent);
    background: var(--_background);
    color: var(--_text);
  }

  [role='tab']:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -3px;
  }

  .changed::after {
    content: '';
    display: inline-block;
    width: 0.4rem;
    height: 0.4rem;
    margin-inline-start: 0.45rem;
    border-radius: 50%;
    background: var(--_accent);
    vertical-align: 0.1rem;
  }

  [role='tabpanel'] {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }

  textarea {
    box-sizing: border-box;
    flex: 1;
    width: 100%;
    min-height: calc(1.55em * 6 + 1.6rem);
    max-height: var(--django-playground-editor-max-height, 34rem);
    padding: 0.8rem 1rem;
    border: 0;
    border-radius: 0;
    outline-offset: -2px;
    resize: none;
    background: var(--_background);
    color: var(--_text);
    font: 0.8125rem/1.55 var(--_mono);
    tab-size: 4;
    white-space: pre;
    overflow: auto;
  }

  textarea:focus-visible {
    outline: 2px solid var(--_focus);
  }

  textarea[readonly] {
    color: var(--_muted);
  }

  .binary {
    padding: 2rem 1rem;
    color: var(--_muted);
    text-align: center;
  }

  @media print {
    textarea {
      max-height: none;
    }
  }
`;
