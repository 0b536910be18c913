import {css} from 'lit';

/** Looks of prose that acts. Whatever the page says of such elements wins. */
export const proseStyles = css`
  :where([data-django-live]) {
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }

  :where(a[data-django-live]) {
    color: LinkText;
  }

  :where([data-django-live='manage']) {
    text-decoration-style: dotted;
  }

  /* Commands are written from left to right. */
  :where(code, kbd, samp, pre):where([data-django-live='manage']) {
    direction: ltr;
    unicode-bidi: isolate;
  }

  :where([data-django-live='manage']:hover) {
    text-decoration-style: solid;
  }

  :where([data-django-live]:focus-visible) {
    outline: 2px solid;
    outline-offset: 2px;
  }

  @media screen {
    /* It takes no room, so that no line is broken anew when it comes. */
    :where([data-django-live='manage'])::after {
      position: absolute;
      margin-block-start: -0.35em;
      margin-inline-start: 0.1em;
      font-size: 0.8em;
      content: '▸';
      content: '▸' / '';
    }

    :where([data-django-live='manage']:not(code, kbd, samp, pre):dir(rtl))::after {
      content: '◂';
      content: '◂' / '';
    }

    :where([data-django-state='busy'])::after {
      content: '…';
      content: '…' / '';
    }

    :where([data-django-state='done'])::after {
      content: '✓';
      content: '✓' / '';
    }

    :where([data-django-state='failed'])::after {
      content: '✗';
      content: '✗' / '';
    }
  }
`;
