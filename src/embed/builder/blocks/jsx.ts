import { javascriptString } from '#snippets/encoders/javascriptString.ts';

import { heightOfRoom, paddingOfRoom } from '../room.ts';
import {
  attributesOf,
  type EmbedChoice,
  frameAddress,
  frameTitle,
  fullAddress,
} from './embedChoice.ts';

/** Encodes an attribute: in plain quotes where nothing in it has a meaning, else as a JavaScript string. */
const jsxAttribute = (name: string, value: string): string =>
  /^[\w #%,./:=?+-]*$/.test(value) ? `${name}="${value}"` : `${name}={${javascriptString(value)}}`;

/** Encodes a text for JSX, and for MDX, where letters may be Markdown too. */
const jsxText = (text: string): string =>
  /^[\p{L}\d][\p{L}\d ,.?’]*$/u.test(text) ? text : `{${javascriptString(text)}}`;

/** The element in JSX, which MDX has too. */
export function elementJsx(choice: EmbedChoice): string {
  return [
    '<okta-auth-guide',
    ...attributesOf(choice).map(([name, value]) => `  ${jsxAttribute(name, value)}`),
    `  style={{ display: 'block', width: '100%', paddingBottom: '${paddingOfRoom(choice.heights)}' }}`,
    '>',
    `  <a ${jsxAttribute('href', fullAddress(choice))}>${jsxText(choice.heading)}</a>`,
    '</okta-auth-guide>',
  ].join('\n');
}

/** A plain frame in JSX. */
export function frameJsx(choice: EmbedChoice): string {
  return [
    `<div style={{ containerType: 'inline-size', width: '100%' }}>`,
    '  <iframe',
    `    ${jsxAttribute('src', frameAddress(choice))}`,
    `    title="${frameTitle}"`,
    '    width="100%"',
    `    height={${choice.heights[720]}}`,
    '    loading="lazy"',
    `    style={{ width: '100%', height: '${heightOfRoom(choice.heights)}', border: 0 }}`,
    '  />',
    '</div>',
  ].join('\n');
}
