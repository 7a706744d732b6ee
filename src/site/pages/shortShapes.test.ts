import { createElement, Fragment } from 'react';
import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';

import { StaticMarkup } from '#ui/StaticMarkup.tsx';

import { withoutSeams, withShortAttributes, withShortShapes } from './shortShapes.ts';

test('shapes are closed in their own tags, and a text about them stays as it is', () => {
  const drawing = createElement(
    'svg',
    null,
    createElement('path', { d: 'M0,0', 'aria-label': '></path>' }),
    createElement('rect', { width: 1 }, createElement('title', null, 'A')),
    createElement('text', null, '<path></path>'),
  );
  expect(withShortShapes(renderToStaticMarkup(drawing))).toBe(
    '<svg><path d="M0,0" aria-label="&gt;&lt;/path&gt;"/><rect width="1"><title>A</title></rect><text>&lt;path&gt;&lt;/path&gt;</text></svg>',
  );
});

test('an empty value is left out of tags, and a text about one stays as it is', () => {
  const field = createElement(
    'p',
    null,
    createElement('button', { hidden: true, title: 'a=""', 'data-as': '' }, 'hidden=""'),
    createElement('input', { defaultValue: '', disabled: true }),
  );
  expect(withShortAttributes(renderToStaticMarkup(field))).toBe(
    '<p><button hidden title="a=&quot;&quot;" data-as>hidden=&quot;&quot;</button><input disabled value/></p>',
  );
});

test('texts are separated by comments only where a script will look for them', () => {
  const words = ['Service app', ' and ', 'API token'];
  const screen = createElement(
    'div',
    null,
    createElement('p', null, ...words),
    StaticMarkup({
      className: 'stack',
      children: createElement(
        Fragment,
        null,
        createElement('div', null, ...words),
        StaticMarkup({ children: createElement(Fragment, null, ...words) }),
        ...words,
      ),
    }),
    ...words,
  );
  expect(withoutSeams(renderToString(screen))).toBe(
    '<div><p>Service app<!-- --> and <!-- -->API token</p>' +
      '<div class="stack"><div>Service app and API token</div><div>Service app and API token</div>' +
      'Service app and API token</div>' +
      'Service app<!-- --> and <!-- -->API token</div>',
  );
});
