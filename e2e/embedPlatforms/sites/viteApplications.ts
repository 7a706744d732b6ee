import { inPage, partAt, type PlatformSite, words } from '../platformSite.ts';

const style = `<style>body { margin: 0 auto; max-width: 50rem; padding: 0 1rem; font: 1rem/1.5 sans-serif } header { position: sticky; top: 0; padding: 1rem 0; background: #eee }</style>`;

const indexHtml = (head: string, main: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A program</title><link rel="icon" href="data:,">
${style}
${head}
</head><body><header>A program</header><div id="app"></div><script type="module" src="/src/${main}"></script></body></html>
`;

const strict = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  strict: true,
  noUnusedLocals: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['vite/client'],
};

const more = Array.from(
  { length: 30 },
  () => '<p>More words, so that the page can be scrolled.</p>',
);

/** Everything that a program may say to the element and hear from it. */
const everyMember = `
export function listen(guide: OktaAuthGuideElement): () => void {
  const say = (event: CustomEvent<GuideState>): void => console.info(event.detail.answers.length, event.detail.node, event.detail.kind);
  const measure = (event: CustomEvent<{ readonly height: number }>): void => console.info(event.detail.height);
  const mend = (event: CustomEvent<{ readonly message: string }>): void => console.info(event.detail.message);
  guide.addEventListener('ready', say);
  guide.addEventListener('answer', say);
  guide.addEventListener('outcome', say);
  guide.addEventListener('height', measure);
  guide.addEventListener('error', mend);
  guide.goTo('oauth-yes');
  guide.reset();
  return () => {
    guide.removeEventListener('ready', say);
    guide.removeEventListener('answer', say);
    guide.removeEventListener('outcome', say);
    guide.removeEventListener('height', measure);
    guide.removeEventListener('error', mend);
  };
}
`;

const attributes =
  'start="audience" view="service-app/set-up" accent="#1a5fb4" show="compact" heading="2" languages="curl" org="acme.okta.com" ops="listUsers" reserve="900" loading="eager" sandbox="allow-scripts" frame-title="The guide"';

export const reactSite: PlatformSite = {
  platform: 'react',
  program: 'React 19.3.1, TypeScript 7.0.2 and Vite 8.3.8',
  packages: [
    'vite@8.3.8',
    '@vitejs/plugin-react@6.3.0',
    'react@19.3.1',
    'react-dom@19.3.1',
    '@types/react@19.3.0',
    '@types/react-dom@19.3.0',
    'typescript@7.0.2',
  ],
  files: ({ element, frame }) => ({
    'index.html': indexHtml(partAt(element, 0), 'main.tsx'),
    'vite.config.ts': `import react from '@vitejs/plugin-react';\nexport default { plugins: [react()] };\n`,
    'tsconfig.json': JSON.stringify({
      compilerOptions: { ...strict, jsx: 'react-jsx' },
      include: ['src'],
    }),
    'src/main.tsx': `import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { GuideElement } from './GuideElement';
import { GuideFrame } from './GuideFrame';
function Program() {
  const [shown, show] = useState(location.search === '?frame' ? 'frame' : 'element');
  if (shown === 'other') return <p><button onClick={() => show('element')}>${words.back.element}</button> <button onClick={() => show('frame')}>${words.back.frame}</button></p>;
  return <><p>${words.before}</p>{shown === 'frame' ? <GuideFrame /> : <GuideElement />}<p>${words.after} <button onClick={() => show('other')}>${words.away}</button></p>${more.join('')}</>;
}
createRoot(document.querySelector('#app') ?? document.body).render(<Program />);
`,
    'src/GuideElement.tsx': `export function GuideElement() {\n  return (\n${inPage(element)}\n  );\n}\n`,
    'src/GuideFrame.tsx': `export function GuideFrame() {\n  return (\n${inPage(frame)}\n  );\n}\n`,
    'src/everything.tsx': `import { useEffect, useRef } from 'react';
import type { GuideState, OktaAuthGuideElement } from './okta-auth-guide/embed.d.ts';
${everyMember}
export function Everything() {
  const guide = useRef<OktaAuthGuideElement>(null);
  useEffect(() => (guide.current === null ? undefined : listen(guide.current)), []);
  return <okta-auth-guide ref={guide} theme="page" src="https://guide.example/" ${attributes}
    onready={(event) => console.info(event.detail.node)} onanswer={(event) => console.info(event.detail.kind)}
    onoutcome={(event) => console.info(event.detail.answers)} onheight={(event) => console.info(event.detail.height)}
    onerror={(event) => console.info(event.detail.message)}><a href="/">The guide</a></okta-auth-guide>;
}
// @ts-expect-error -- there is no such theme
export const wrong = <okta-auth-guide theme="blue" />;
`,
  }),
  build: ({ element }) => [
    ['sh', '-c', partAt(element, 1)],
    ['vite', 'build', '--logLevel', 'warn'],
  ],
  compile: ['tsc', '--project', '.'],
  output: 'dist',
  page: (block) => `?${block}`,
};

export const vueSite: PlatformSite = {
  platform: 'vue',
  program: 'Vue 3.5.45, TypeScript 5.9.3 and Vite 8.3.8',
  packages: [
    'vite@8.3.8',
    '@vitejs/plugin-vue@6.0.11',
    'vue@3.5.45',
    'vue-tsc@3.3.14',
    'typescript@5.9.3',
  ],
  files: ({ element, frame }) => ({
    'index.html': indexHtml('', 'main.ts'),
    'vite.config.ts': `import vue from '@vitejs/plugin-vue';\nexport default { plugins: [vue(${partAt(element, 0)})] };\n`,
    'tsconfig.json': JSON.stringify({
      compilerOptions: { ...strict, jsx: 'preserve' },
      vueCompilerOptions: { strictTemplates: true },
      include: ['src'],
    }),
    'src/main.ts': `import { createApp } from 'vue';\nimport Program from './Program.vue';\ncreateApp(Program).mount('#app');\n`,
    'src/AuthorizationGuide.vue': inPage(element),
    'src/GuideFrame.vue': `<template>\n${inPage(frame)}\n</template>\n`,
    'src/Program.vue': `<script setup lang="ts">
import { ref } from 'vue';
import AuthorizationGuide from './AuthorizationGuide.vue';
import GuideFrame from './GuideFrame.vue';
const shown = ref(location.search === '?frame' ? 'frame' : 'element');
</script>
<template>
<p v-if="shown === 'other'"><button @click="shown = 'element'">${words.back.element}</button> <button @click="shown = 'frame'">${words.back.frame}</button></p>
<template v-else><p>${words.before}</p><GuideFrame v-if="shown === 'frame'" /><AuthorizationGuide v-else /><p>${words.after} <button @click="shown = 'other'">${words.away}</button></p>${more.join('')}</template>
</template>
`,
    'src/Everything.vue': `<script setup lang="ts">
import { onMounted, onUnmounted, ref } from 'vue';
import { listen } from './everything';
import type { OktaAuthGuideElement } from './okta-auth-guide/embed.d.ts';
const guide = ref<OktaAuthGuideElement>();
let leave = (): void => undefined;
onMounted(() => { if (guide.value !== undefined) leave = listen(guide.value); });
onUnmounted(() => leave());
</script>
<template>
<okta-auth-guide ref="guide" theme="page" ${attributes}
  @ready="(event) => console.info(event.detail.node)" @answer="(event) => console.info(event.detail.kind)"
  @outcome="(event) => console.info(event.detail.answers)" @height="(event) => console.info(event.detail.height)"
  @error="(event) => console.info(event.detail.message)"><a href="/">The guide</a></okta-auth-guide>
<!-- vue-tsc 3.3.14 knows no event beside an attribute src, whatever the types say. -->
<okta-auth-guide src="https://guide.example/" />
</template>
`,
    'src/everything.ts': `import type { GuideState, OktaAuthGuideElement } from './okta-auth-guide/embed.d.ts';\n${everyMember}`,
  }),
  build: ({ element }) => [
    ['sh', '-c', partAt(element, 1)],
    ['vite', 'build', '--logLevel', 'warn'],
  ],
  compile: ['vue-tsc', '--noEmit', '--project', '.'],
  output: 'dist',
  page: (block) => `?${block}`,
};
