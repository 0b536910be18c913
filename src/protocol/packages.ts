/** Packages that a project needs beside those of the runtime. */
import type {Image} from './interpreter.js';

/** A Python package in one version. */
export interface PackageVersion {
  /** In its normal form: lower case, `-` between words. */
  readonly name: string;
  readonly version: string;
}

/** Packages as an interpreter gets them. */
export interface Packages {
  /** Names what they hold, by the hashes of their wheels. */
  readonly key: string;
  /** Mounted over site-packages. */
  readonly images: readonly Image[];
  readonly installed: readonly PackageVersion[];
  /** What is to be said about them: one sentence each. */
  readonly notes: readonly string[];
}

/** Keeps wheels by their hashes. None of its methods ever rejects. */
export interface WheelStore {
  /** @param sha256 In hexadecimal. */
  read(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** The hash of what was last at an address. */
  hashOf(url: string): Promise<string | undefined>;
  write(url: string, sha256: string, wheel: Uint8Array<ArrayBuffer>): Promise<void>;
}
