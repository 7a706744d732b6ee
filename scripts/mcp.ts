// `npm run --silent mcp`: the guide as an MCP server over standard input and output. Nothing but the protocol may be
// written to standard output.
import { readFileSync } from 'node:fs';

import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';

import { siteSettings } from '#site/siteSettings.ts';

import { guideServer } from './guideServer.ts';

const { base, origin } = siteSettings(process.env);
const manifest: unknown = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);
const version =
  typeof manifest === 'object' && manifest !== null && 'version' in manifest
    ? String(manifest.version)
    : '0';
await guideServer({
  site: origin + base,
  today: new Date().toISOString().slice(0, 10),
  version,
}).connect(new StdioServerTransport());
