/** Steps that build on each other, and the prose around them. Nothing here runs anything. */
export {pageName} from './address.js';
export {carryOver, type CarriedFiles, type Conflict} from './carry-over.js';
export {loadPage} from './load-page.js';
export {commandOf, commandsOf, playgroundOf, PROSE} from './prose.js';
export {matchRuns} from './runs.js';
export type {ChainStrings} from './strings.js';
export {resolveSteps, type Step, type LoadedPage, type StepSources} from './steps.js';
