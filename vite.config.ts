import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { drawnDiagramsPlugin } from './src/site/drawnDiagramsPlugin.ts';
import { licencesPlugin } from './src/site/licences/licencesPlugin.ts';
import { offlinePlugin } from './src/site/offline/offlinePlugin.ts';
import { prerenderPlugin } from './src/site/prerenderPlugin.ts';
import { scriptGroups } from './src/site/scriptGroups.ts';
import { siteSettings } from './src/site/siteSettings.ts';

const settings = siteSettings(process.env);
/** The files that stand in scripts which a plugin builds on their own. */
const builtApart = new Set<string>();

export default defineConfig({
  base: settings.base,
  appType: 'custom',
  plugins: [
    react(),
    tailwindcss(),
    drawnDiagramsPlugin(),
    prerenderPlugin(settings, builtApart),
    offlinePlugin(builtApart),
    licencesPlugin(builtApart),
  ],
  // Generous: the machines that run this are shared, and no test asserts a time.
  test: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    setupFiles: ['src/testing/sameChances.ts'],
    include: ['{src,scripts,e2e}/**/*.test.{ts,tsx}'],
  },
  build: {
    modulePreload: {
      polyfill: false,
      // A page is read before its scripts run: what they import would compete with its style and its font.
      resolveDependencies: (_file, dependencies, { hostType }) =>
        hostType === 'html' ? [] : dependencies,
    },
    // What a page loads has its limits in `npm run size`; Mermaid's chunk comes when somebody asks for it.
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      // Drawing every page is what this build is for, and takes its time.
      checks: { bundlerTimings: false },
      input: {
        site: 'index.html',
        plainPage: 'src/app/entries/plainPage.ts',
        auditWorker: 'src/app/entries/auditWorker.ts',
        handouts: 'src/styles/handouts.css',
        mermaidFrame: 'src/app/entries/mermaidFrame.ts',
      },
      output: {
        codeSplitting: { groups: [...scriptGroups] },
      },
    },
  },
});
