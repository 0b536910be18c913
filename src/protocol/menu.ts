/** One thing that can be chosen from a menu. */
export interface MenuItem {
  readonly label: string;
  /** What it does, in a few words. */
  readonly hint?: string;
  /** Of an item that is on or off. */
  readonly checked?: boolean;
  /** Set off from the items before. */
  readonly begins?: boolean;
  readonly disabled?: boolean;
  act(): void;
}
