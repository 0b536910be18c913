import type {Mail} from '../protocol/mail.js';

/** The site sent an e-mail, which nobody gets: the console shows it. */
export class PlaygroundMailEvent extends Event {
  static readonly type = 'django-playground-mail';
  readonly mail: Mail;

  constructor(mail: Mail) {
    super(PlaygroundMailEvent.type, {bubbles: true, composed: true});
    this.mail = mail;
  }
}

declare global {
  interface HTMLElementEventMap {
    [PlaygroundMailEvent.type]: PlaygroundMailEvent;
  }
}
