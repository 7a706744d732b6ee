import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { offlinePlugin } from './src/app/offlinePlugin.ts';
import { prerenderPlugin } from './src/app/prerenderPlugin.ts';
import { siteSettings } from './src/app/siteSettings.ts';

const settings = siteSettings(process.env);

export default defineConfig({
  base: settings.base,
  appType: 'custom',
  plugins: [react(), tailwindcss(), prerenderPlugin(settings), offlinePlugin()],
  // Generous: the machines that run this are shared, and no test asserts a time.
  test: {
    testTimeout: 60_000,
    hookTimeout: 180_000,
    include: ['{src,scripts,e2e}/**/*.test.{ts,tsx}'],
  },
  build: {
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        site: 'index.html',
        plainPage: 'src/app/plainPage.ts',
        operationsPage: 'src/app/operationsPage.tsx',
        handoutPage: 'src/app/handoutPage.ts',
        presentPage: 'src/app/presentPage.ts',
        answerPage: 'src/app/answerPage.ts',
        ownCardsPage: 'src/app/ownCardsPage.ts',
        workshopPage: 'src/app/workshopPage.ts',
        embedBuilderPage: 'src/app/embedBuilderPage.ts',
        mermaidFrame: 'src/app/mermaidFrame.ts',
      },
      output: {
        // Small modules of the first page that other pages need too: one file compresses better
        // than ten.
        codeSplitting: {
          groups: [
            {
              name: 'parts',
              test: /src\/(ui\/(Field|RadioGroup|TextField|TextWithCode)|screens\/(formChoice|ResultSection|StateLink)|browser\/(downloadButtons|mermaidProtocol|navigation|offerDownload))\.tsx?$/,
            },
          ],
        },
      },
    },
  },
});
