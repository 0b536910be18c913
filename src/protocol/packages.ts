/** Packages that a project needs beside those of the runtime. */
import type {Image} from './interpreter.js';
import type {Shared} from './snapshot.js';

/** A Python package in one version. */
export interface PackageVersion {
  /** In its normal form: lower case, `-` between words. */
  readonly name: string;
  readonly version: string;
}

/** A package whose modules are yet to be compiled. */
export interface Uncompiled {
  /** Its image. */
  readonly zip: Shared;
  /**
   * Have its bytecode from now on, also on later visits. Never rejects.
   *
   * @param bytecode An image, made by an interpreter that has run no project's code.
   */
  keep(bytecode: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Packages as an interpreter gets them. */
export interface Packages {
  /** Names what they hold, by the hashes of their wheels. */
  readonly key: string;
  /** Mounted over site-packages: sources, and their bytecode as far as there is any by now. */
  readonly images: readonly Image[];
  /** Those that have no bytecode by now. */
  readonly uncompiled: readonly Uncompiled[];
  readonly installed: readonly PackageVersion[];
  /** What is to be said about them: one sentence each. */
  readonly notes: readonly string[];
}

/** Keeps wheels, and what was made of them, by their hashes. None of its methods ever rejects. */
export interface WheelStore {
  /** @param sha256 In hexadecimal. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The hash of what was last at an address, or under a name that is none. */
  hashOf(url: string): Promise<string | undefined>;
  write(url: string, sha256: string, wheel: Uint8Array<ArrayBuffer>): Promise<void>;
}
