export {prepareRendering} from './rendering.js';
