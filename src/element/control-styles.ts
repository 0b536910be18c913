import {css} from 'lit';

/** What is pressed and typed into, and the rows that hold it. */
export const controlStyles = css`
  .toolbar,
  .address {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4em;
    min-width: 0;
    margin: 0;
    padding: 0.4em 0.5em;
    border-bottom: 1px solid var(--_line);
    background: var(--_surface);
  }

  .address {
    flex-wrap: nowrap;
  }

  .title {
    flex: 1 1 8em;
    min-width: 0;
    padding-inline-start: 0.4em;
    font-weight: 600;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    flex: none;
    min-width: var(--_control);
    min-height: var(--_control);
    margin: 0;
    padding: 0 0.8em;
    border: 1px solid transparent;
    border-radius: var(--_inner-radius);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.9333em;
    font-weight: 500;
    letter-spacing: inherit;
    cursor: pointer;
  }

  button:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_text) 8%, transparent);
  }

  button:focus-visible,
  input:focus-visible,
  summary:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 1px;
  }

  button:disabled {
    opacity: 0.4;
    cursor: default;
  }

  button.primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }

  button.primary:hover:not(:disabled) {
    background: color-mix(in srgb, var(--_accent) 90%, var(--_on-accent));
  }

  button.icon {
    width: var(--_control);
    padding: 0;
  }

  svg {
    flex: none;
    width: 1.15em;
    height: 1.15em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .toolbar [aria-haspopup='menu']::after {
    content: '';
    width: 0.35em;
    height: 0.35em;
    margin-block-end: 0.2em;
    border: solid currentColor;
    border-width: 0 0.12em 0.12em 0;
    rotate: 45deg;
  }

  :host(:dir(rtl)) .directional svg {
    transform: scaleX(-1);
  }

  .address input {
    flex: 1;
    min-width: 0;
    height: var(--_control);
    margin: 0;
    padding: 0 0.7em;
    border: 1px solid var(--_line);
    border-radius: var(--_inner-radius);
    background: var(--_background);
    color: inherit;
    font: 0.8667em/1 var(--_mono);
    direction: ltr;
  }

  /* Below this a coarse pointer's screen zooms in when such a field is touched, and stays so. */
  @media (pointer: coarse) {
    .address input {
      font-size: max(16px, 0.8667em);
    }
  }

  /* What a button's icon says already is then only heard. */
  @container django-playground (max-width: 760px) {
    .toolbar button:not(.primary) svg + .label {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    .toolbar button:not(.primary):has(svg) {
      padding: 0;
    }

    .toolbar [aria-haspopup='menu']::after {
      display: none;
    }
  }

  /* The title has a row of its own, where it is given. */
  @container django-playground (max-width: 440px) {
    .toolbar {
      justify-content: flex-end;
    }

    .title {
      flex-basis: 100%;
    }
  }
`;
