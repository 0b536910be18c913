/** What is wrong with a name that somebody gave a file. */
export type NameProblem =
  | 'empty'
  | 'control'
  | 'absolute'
  | 'backslash'
  | 'climbs'
  | 'folder'
  | 'gap'
  | 'reserved'
  | 'long'
  | 'inside-file'
  | 'is-folder'
  | 'readonly'
  | 'taken';

/** Every text of the code pane but those that come late. */
export interface FilesStrings {
  /** Of the tabs, the tree and the menu's button. */
  readonly files: string;
  readonly menu: string;
  readonly copy: string;
  readonly copied: string;
  readonly notCopied: string;
  /** How to go from reading to editing. */
  readonly edit: string;
  readonly changed: string;
  readonly readonly: string;
  readonly binary: string;
  /** What stands for folded lines. */
  readonly lines: (count: number) => string;
  readonly plainEditor: string;
  readonly noEditor: string;
  readonly tryAgain: string;
  /** What is only said once something is done with files. */
  readonly operations: () => Promise<OperationsStrings>;
}

/** Every text of what can be done with files: menu, dialog, notices. */
export interface OperationsStrings {
  readonly dismiss: string;
  readonly newFile: string;
  readonly upload: string;
  readonly uploadFolder: string;
  readonly rename: string;
  readonly duplicate: string;
  readonly remove: string;
  readonly resetFile: string;
  readonly compare: string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly showHidden: string;
  readonly name: string;
  readonly nameHint: string;
  readonly create: string;
  readonly cancel: string;
  readonly replace: string;
  readonly keepBoth: string;
  readonly undo: string;
  readonly undone: string;
  readonly removed: (path: string) => string;
  readonly wasReset: (path: string) => string;
  readonly added: (count: number) => string;
  readonly exists: (paths: readonly string[]) => string;
  /** @param limit In megabytes. */
  readonly tooLarge: (name: string, limit: number, isText: boolean) => string;
  readonly unreadable: (name: string) => string;
  readonly isReadonly: (path: string) => string;
  readonly notImportable: (part: string) => string;
  readonly problems: Readonly<Record<NameProblem, (path: string) => string>>;
}
