/**
 * The manifest of a built runtime: part of the package's code, and `manifest.json` beside the files
 * it names.
 */
import type {PyodideIdentity} from './interpreter.js';

export interface RuntimeManifest {
  /** Raised when a reader of older manifests would go wrong. */
  readonly format: 2;
  readonly pyodide: PyodideIdentity;
  readonly wasm: RuntimeFile;
  /** The standard library's bytecode, a stored zip like all images. */
  readonly stdlib: RuntimeFile;
  /** Its sources, for tracebacks. */
  readonly stdlibSources: RuntimeFile;
  /** The series used where the author names none. */
  readonly defaultSeries: string;
  /** By series, e.g. `5.2`. */
  readonly series: Readonly<Record<string, RuntimeSeries>>;
  /** Everything that is in these files, for the reader's right to know. */
  readonly packages: readonly RuntimePackage[];
}

/** A file with its content's hash in its name, cacheable for ever. */
export interface RuntimeFile {
  /** Relative to the manifest. */
  readonly url: string;
  /** Size in bytes, uncompressed. */
  readonly bytes: number;
  /** Size in bytes as most hosts send it, compressed with gzip. */
  readonly gzip?: number;
  /** SHA-256 in the form of an `integrity` attribute: `sha256-…`. */
  readonly integrity: string;
}

export interface RuntimeSeries {
  /** Django's exact version. */
  readonly django: string;
  /** How often its default password hasher iterates. */
  readonly passwordIterations: number;
  /** Django, what it needs and our own package: everything but what follows. */
  readonly image: RuntimeFile;
  /** Translations and formats of all languages but English. */
  readonly locales: RuntimeFile;
  /** The sources of the bytecode in `image`, for tracebacks. */
  readonly sources: RuntimeFile;
  /** Packages that a runtime of one's own has beside those. */
  readonly added?: {readonly image: RuntimeFile; readonly sources: RuntimeFile};
  readonly packages: readonly RuntimePackage[];
}

export interface RuntimePackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression where the package gives one. */
  readonly licence: string;
  /** The licence's full text, relative to the manifest. */
  readonly licenceFile?: string;
  /** `index`, `debian` or `npm`: where it was taken from. */
  readonly source: string;
}
