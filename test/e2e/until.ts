export {until} from '../setup/until.js';
