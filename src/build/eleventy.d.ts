/** As much of Eleventy as is used; it comes without types. */
declare module '@11ty/eleventy' {
  interface Configuration {
    addGlobalData(name: string, value: unknown): void;
  }

  export class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        readonly configPath: string;
        readonly quietMode: boolean;
        readonly config: (eleventy: Configuration) => void;
      },
    );
    /** Make the pages without writing them. */
    toJSON(): Promise<readonly {readonly url: string; readonly content: string}[]>;
    /** Write the pages and the files that go with them. */
    write(): Promise<void>;
  }
}
