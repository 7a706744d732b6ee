// `npm run machines`: draws each machine of the project into ARCHITECTURE.md.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { withMachinePictures } from './machinePictures.ts';
import { machines } from './machines.ts';
import { projectFolder } from './packages.mjs';

const file = path.join(projectFolder, 'ARCHITECTURE.md');
writeFileSync(file, withMachinePictures(readFileSync(file, 'utf8'), machines));
