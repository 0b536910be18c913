/** A module and all it imports as one self-contained ES module: its URL. */
declare module '*?bundle-url' {
  const url: string;
  export default url;
}

/** A module and all it imports as one classic script: its text. */
declare module '*?bundle-text' {
  const text: string;
  export default text;
}

/** The built runtime. */
declare module 'virtual:runtime' {
  /** What is in it, known without asking for it. */
  export const manifest: import('./protocol/runtime.js').RuntimeManifest;
  /** The URL of the folder with the files that the manifest names, a slash at its end. */
  export const folder: string;
}

/** An AssemblyScript module, compiled: the bytes of a WebAssembly module without imports. */
declare module '*?wasm' {
  const wasm: Uint8Array<ArrayBuffer>;
  export default wasm;
}
