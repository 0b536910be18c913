/** An e-mail that the site sent. There is nobody to send it to: it is shown. */
export interface Mail {
  /** With the owner's name, e.g. `Ann <ann@example.com>`. */
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  /** As plain text; empty where it is in HTML alone. */
  readonly text: string;
  /** Its source, where it has one; it is not to be trusted. */
  readonly html?: string;
  readonly attachments: readonly MailAttachment[];
}

/** What was sent along, without its bytes. */
export interface MailAttachment {
  readonly name: string;
  /** E.g. `application/pdf`. */
  readonly type: string;
  /** Bytes. */
  readonly size: number;
}
