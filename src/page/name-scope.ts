/** A scope of a script, as far as it is about one name. */
export class NameScope {
  readonly #outer: NameScope | null;
  readonly #kind: 'window' | 'function' | 'block';
  #declares = false;

  /**
   * @param kind What a `var` belongs to is a function, or the window, where it is no declaration of
   *   the script's own.
   */
  constructor(outer: NameScope | null, kind: 'window' | 'function' | 'block') {
    this.#outer = outer;
    this.#kind = kind;
  }

  /** The scope that a `var` belongs to. */
  get ofVar(): NameScope {
    return this.#kind === 'block' && this.#outer ? this.#outer.ofVar : this;
  }

  /** Whether the name means something of the script's own here, once the whole script was seen. */
  get isDeclared(): boolean {
    return this.#declares || (this.#outer?.isDeclared ?? false);
  }

  /** Takes note that the name is declared here. */
  declare(): void {
    this.#declares = this.#kind !== 'window';
  }
}
