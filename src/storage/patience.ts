/** How long the storage may take before it counts as broken, in milliseconds. */
export interface Patience {
  /** To open the database, and to read: someone waits, who can do without. */
  readonly read: number;
  /** To write, which nobody waits for. */
  readonly write: number;
}
