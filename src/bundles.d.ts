/** A module and all it imports as one self-contained ES module: its URL. */
declare module '*?bundle-url' {
  const url: string;
  export default url;
  /** As the runtime's own files are described. */
  export const file: import('./protocol/runtime.js').RuntimeFile;
}

/** A module and all it imports as one classic script: its text. */
declare module '*?bundle-text' {
  const text: string;
  export default text;
}

/** A page that holds such a script and nothing else: its URL. */
declare module '*?bundle-page-url' {
  const url: string;
  export default url;
  /** As the runtime's own files are described. */
  export const file: import('./protocol/runtime.js').RuntimeFile;
}

/** The markup of such a page. */
declare module '*?bundle-page-text' {
  const text: string;
  export default text;
}

/** The built runtime. */
declare module 'virtual:runtime' {
  /** What is in it, known without asking for it. */
  export const manifest: import('./protocol/runtime.js').RuntimeManifest;
  /** The URL of a file that the manifest names; what it does not name is an address already. */
  export const locate: (name: string) => string;
}

/** An AssemblyScript module, compiled: the bytes of a WebAssembly module without imports. */
declare module '*?wasm' {
  const wasm: Uint8Array<ArrayBuffer>;
  export default wasm;
}

/** A file of Python as it is. */
declare module '*.py?raw' {
  const text: string;
  export default text;
}

/** A file of JavaScript as it is. */
declare module '*.mjs?raw' {
  const text: string;
  export default text;
}
