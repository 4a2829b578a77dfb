// Loads what tests/install-npm has installed.
import {createRequire} from 'node:module';

export const load = createRequire(new URL('../build/npm/package.json', import.meta.url));
