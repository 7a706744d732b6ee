// `npm start`: installs what is missing, builds the site and serves it.
import { ensurePackages, run } from './packages.mjs';
import { siteBase, startServer } from './serve.mjs';

console.log('Step 1 of 3: install the packages (about half a minute if any are missing).');
if (!(await ensurePackages())) process.exit(1);

console.log('Step 2 of 3: build the pages into dist/ (about half a minute).');
const code = await run('vite', ['build', '--logLevel', 'warn']);
if (code !== 0) {
  console.error('The build failed; see its output above.');
  process.exit(code);
}

console.log('Step 3 of 3: serve the pages.');
const wanted = process.env['PORT'];
try {
  const { url } = await startServer({
    base: siteBase(),
    host: process.env['HOST'] ?? '127.0.0.1',
    port: Number(wanted ?? 4173),
    // If somebody asks for a port, only that port is tried.
    tries: wanted === undefined ? 20 : 1,
  });
  console.log(`The guide is at ${url} (Ctrl+C stops it)`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(
    `The guide was built but cannot be served: ${reason}. Choose a free port: PORT=8080 npm start`,
  );
  process.exit(1);
}
