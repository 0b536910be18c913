/** The reader changed a file's text. */
export class EditEvent extends Event {
  static readonly type = 'django-playground-edit';
  readonly path: string;
  readonly content: string;

  constructor(path: string, content: string) {
    super(EditEvent.type);
    this.path = path;
    this.content = content;
  }
}

declare global {
  interface HTMLElementEventMap {
    [EditEvent.type]: EditEvent;
  }
}
