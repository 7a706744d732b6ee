import type { OutputBundle, OutputChunk } from 'rolldown';

/** Takes Vite's own index.html out of the bundle: it is the template of all pages. */
export function takeTemplate(bundle: OutputBundle): string {
  const built = bundle['index.html'];
  if (built?.type !== 'asset') {
    throw new Error('The build made no index.html, which is the template of all pages.');
  }
  delete bundle['index.html'];
  // The attribute would keep scripts and styles from loading in a frame without an origin.
  return String(built.source).replaceAll(' crossorigin', '');
}

/** The tags that load the font of the text with the page. */
export function fontPreloads(bundle: OutputBundle, base: string): string {
  return Object.keys(bundle)
    .filter((name) => /hyperlegible-next-latin-wght-normal.*\.woff2$/.test(name))
    .map(
      (name) =>
        `<link rel="preload" href="${base}${name}" as="font" type="font/woff2" crossorigin>`,
    )
    .join('');
}

/**
 * Returns the address of an entry's script.
 *
 * @throws Error when the build made none of this name
 */
export function scriptAddress(bundle: OutputBundle, name: string, base: string): string {
  return `${base}${entryOf(bundle, name).fileName}`;
}

function entryOf(bundle: OutputBundle, name: string): OutputChunk {
  for (const output of Object.values(bundle)) {
    if (output.type === 'chunk' && output.isEntry && output.name === name) return output;
  }
  throw new Error(`The build made no script named ${name}.`);
}

/**
 * Returns the address of a style.
 *
 * @throws Error when the build made none of this name
 */
export function styleAddress(bundle: OutputBundle, name: string, base: string): string {
  const style = Object.keys(bundle).find((path) =>
    new RegExp(`^assets/${name}-[^/]+\\.css$`).test(path),
  );
  if (style === undefined) throw new Error(`The build made no style named ${name}.`);
  return `${base}${style}`;
}

/** The site's styles with those of the presenter and of the plans, their fonts within them. */
export function stylesInOne(bundle: OutputBundle, base: string): string {
  return ['site', 'presenterIsland', 'room', 'handouts']
    .map((name) => {
      const style = bundle[styleAddress(bundle, name, base).slice(base.length)];
      return style?.type === 'asset' ? String(style.source) : '';
    })
    .join('\n')
    .replaceAll(/url\(["']?([^"')]+\.woff2)["']?\)/g, (_, address: string) => {
      const font = bundle[address.slice(base.length)];
      if (font?.type !== 'asset') throw new Error(`The build made no font ${address}.`);
      return `url(data:font/woff2;base64,${Buffer.from(font.source).toString('base64')})`;
    });
}
