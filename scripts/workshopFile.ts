// `npm run workshop-file [-- FILE]`: the whole workshop as one HTML file that opens with a double
// click, without a server and without a network. It is the site's own `take-along/workshop.html`,
// from a new build; FILE (default `workshop.html`) is where it goes. With SITE_URL set, its links
// lead to that site.
import { workshopFilePath } from '#workshop/file/workshopFilePath.ts';

import { fileOfBuild } from './fileOfBuild.ts';

await fileOfBuild(
  'workshop-file',
  workshopFilePath,
  'workshop.html',
  'double-click it to open it.',
);
