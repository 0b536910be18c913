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

/** Where the built runtime's `manifest.json` lies. */
declare module 'virtual:runtime-manifest-url' {
  const url: string;
  export default url;
}

/** An AssemblyScript module, compiled: the bytes of a WebAssembly module without imports. */
declare module '*?wasm' {
  const wasm: Uint8Array<ArrayBuffer>;
  export default wasm;
}
