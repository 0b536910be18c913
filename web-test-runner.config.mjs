// Component tests: each room's own, in real browsers. `npx wtr` runs all of them,
// `npx wtr 'test/frame/**/*.test.ts'` some, and `--watch` again at each change.
import {register} from 'tsx/esm/api';

register();

const {componentTests} = await import('./test/setup/component-tests.ts');

export default await componentTests(import.meta.dirname);
