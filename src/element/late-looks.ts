/** What there is to the looks after the first paint. */
export {lateStyles} from './late-styles.js';
export {measureHead} from './measure-head.js';
export {SplitterMoves} from './splitter-moves.js';
export {wakeProse} from './wake-prose.js';
export {watchPageLooks} from './watch-page-looks.js';
