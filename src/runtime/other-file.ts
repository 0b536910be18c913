import {Setback} from './setback.js';

/** What came is not the file: cut off, altered, or a page that some network puts in its place. */
export class OtherFile extends Setback {
  constructor() {
    super('the server sent something else');
  }
}
