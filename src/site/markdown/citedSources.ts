import { attributeOf, type Element, hasClass, isElement, type Node, textOf } from './elements.ts';

/** A source as a mark opens it: its link, and what is beside that. */
interface Opened {
  /** Distinguishes it from others: two sources may have one address. */
  readonly name: string;
  readonly url: string;
  readonly title: string;
  readonly date: string;
}

/** What the marks of a page cite, by their places in its list of sources. */
export interface CitedSources {
  /** The places of what a mark opens. */
  readonly placesOf: (mark: Element) => readonly number[];
  /** What is cited but not in the page's list; the list continues with it. */
  readonly unlisted: () => readonly (Opened & { readonly place: number })[];
}

const listedId = /^source-(\d+)$/;

/** The place of an entry of the page's list of sources; undefined for any other element. */
export function listedPlace(element: Element): number | undefined {
  const [, place] = listedId.exec(attributeOf(element, 'id') ?? '') ?? [];
  return place === undefined ? undefined : Number(place);
}

/**
 * Reads which sources the marks of a page open.
 *
 * @param elements all of the page's
 */
export function citedSources(elements: readonly Element[]): CitedSources {
  const opened = new Map<string, readonly Opened[]>();
  const places = new Map<string, number>();
  for (const element of elements) {
    const id = attributeOf(element, 'id');
    if (id !== undefined && hasClass(element, 'opened-sources')) {
      opened.set(id, openedIn(element.childNodes));
    }
    const place = listedPlace(element);
    const link = place === undefined ? undefined : element.childNodes.find(isElement);
    if (place !== undefined && link !== undefined) places.set(nameOf(link), place);
  }
  const listed = places.size;
  const unlisted = new Map<string, Opened & { readonly place: number }>();
  return {
    placesOf: (mark) =>
      (opened.get(attributeOf(mark, 'popovertarget') ?? '') ?? []).map((source) => {
        const known = places.get(source.name);
        if (known !== undefined) return known;
        const place = listed + unlisted.size + 1;
        places.set(source.name, place);
        unlisted.set(source.name, { ...source, place });
        return place;
      }),
    unlisted: () => [...unlisted.values()],
  };
}

const nameOf = (link: Element): string => `${attributeOf(link, 'href')} ${textOf(link)}`;

/** Links, each with the text after it. */
function openedIn(nodes: readonly Node[]): readonly Opened[] {
  return nodes.flatMap((node, index) => {
    if (!isElement(node)) return [];
    const after = nodes[index + 1];
    return [
      {
        name: nameOf(node),
        url: attributeOf(node, 'href') ?? '',
        title: textOf(node),
        date: after === undefined || isElement(after) ? '' : textOf(after).trim(),
      },
    ];
  });
}
