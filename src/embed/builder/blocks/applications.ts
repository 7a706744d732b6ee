import { bashWord } from '#snippets/encoders/bashWord.ts';
import { javascriptString } from '#snippets/encoders/javascriptString.ts';

import { type EmbedChoice, moduleAddress } from './embedChoice.ts';
import { elementJsx, frameJsx } from './jsx.ts';
import { elementMarkup, frameMarkup, scriptMarkup } from './markup.ts';
import { aboutFrame, elementLabel, frameLabel, type Platform } from './platform.ts';

/** Fetches the types of a framework into the program's sources. */
function typesCommand({ site, release }: EmbedChoice, framework: 'react' | 'vue'): string {
  const folder = `${site}embed/${release.version}/`;
  return [
    'curl --fail --create-dirs --output-dir src/okta-auth-guide --remote-name-all',
    ...['embed.d.ts', `${framework}.d.ts`].map((file) => bashWord(folder + file)),
  ].join(' \\\n  ');
}

const terminal = { file: 'Terminal', where: 'in your project folder' } as const;

export const react: Platform = {
  id: 'react',
  label: 'React with TypeScript',
  source: {
    title: 'React, custom HTML elements',
    url: 'https://react.dev/reference/react-dom/components#custom-html-elements',
  },
  blocks: [
    {
      id: 'element',
      label: elementLabel,
      about:
        'React 19 sets the element’s attributes and listens to its events (`onready`, `onanswer`). Step 2 downloads the types into your source folder.',
      parts: (choice) => [
        { file: 'index.html', where: 'in `<head>`', text: scriptMarkup(choice) },
        { ...terminal, text: typesCommand(choice, 'react') },
        { file: 'A component (.tsx)', where: 'in its JSX', text: elementJsx(choice) },
      ],
    },
    {
      id: 'frame',
      label: frameLabel,
      about: aboutFrame,
      parts: (choice) => [
        { file: 'A component (.tsx)', where: 'in its JSX', text: frameJsx(choice) },
      ],
    },
  ],
};

export const vue: Platform = {
  id: 'vue',
  label: 'Vue with TypeScript',
  source: {
    title: 'Vue and web components',
    url: 'https://vuejs.org/guide/extras/web-components.html',
  },
  blocks: [
    {
      id: 'element',
      label: elementLabel,
      about:
        'Vue’s compiler has to treat okta-auth-guide as a custom element. The new component loads the guide’s module when it is first shown.',
      parts: (choice) => [
        {
          file: 'vite.config.ts',
          where: 'as the options of `vue()`',
          text: `{ template: { compilerOptions: { isCustomElement: (tag) => tag === 'okta-auth-guide' } } }`,
        },
        { ...terminal, text: typesCommand(choice, 'vue') },
        {
          file: 'src/AuthorizationGuide.vue',
          where: 'a new component',
          text: [
            '<script setup lang="ts">',
            `const guide: string = ${javascriptString(moduleAddress(choice))};`,
            'void import(/* @vite-ignore */ guide);',
            '</script>',
            '',
            '<template>',
            ...elementMarkup(choice)
              .split('\n')
              .map((line) => `  ${line}`),
            '</template>',
          ].join('\n'),
        },
      ],
    },
    {
      id: 'frame',
      label: frameLabel,
      about: aboutFrame,
      parts: (choice) => [
        { file: 'A component (.vue)', where: 'in its template', text: frameMarkup(choice) },
      ],
    },
  ],
};
