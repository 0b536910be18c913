/** The texts of windows over the site, and of visitors who have it side by side. */
export interface WindowStrings {
  /** What a window is called until its page has a title. */
  readonly untitled: string;
  /** Name of the button that closes a window, which has the title. */
  readonly close: (title: string) => string;
  /** Name of the button that brings a window to the front. */
  readonly front: (title: string) => string;
  /** Name of the menu of a link, with what can be done with it. */
  readonly linkMenu: string;
  readonly openWindow: string;
  readonly copyAddress: string;
  /** Where there is no clipboard. */
  readonly notCopied: (address: string) => string;
  /** What a visitor is called for whom the author gives no name. */
  readonly visitor: (number: number) => string;
  /** What a visitor's part of the output is called. */
  readonly sees: (visitor: string) => string;
  readonly back: string;
  readonly forward: string;
  readonly reload: string;
  /** Name of a visitor's address line. */
  readonly address: (visitor: string) => string;
}
