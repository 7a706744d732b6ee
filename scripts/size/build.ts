import path from 'node:path';

import { projectFolder } from '../packages.mjs';

/** The folder of the production build. */
export const build = path.join(projectFolder, 'dist');
