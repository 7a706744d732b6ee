import { groupAt, groupId } from '#org/sampleGroups.ts';

import { type Answer, apiError, jsonAnswer } from './answer.ts';

/** Longer links are left out: they would only repeat a very long query. */
const longestSelfLink = 4096;

/**
 * Answers `GET /api/v1/groups`: a page of made-up groups, with Okta's links to itself and to the next page.
 *
 * The links keep the other query parameters byte for byte. `limit` is at most 10,000, which is also what counts
 * without it; `after` is the id of the last group of the page before.
 *
 * @param target the request's path and query as they were sent
 */
export function groupsPage(count: number, origin: string, target: string): Answer {
  const [path, query] = split(target);
  const parameters = new URLSearchParams(query);
  const given = parameters.get('limit') ?? '10000';
  const limit = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (limit < 1 || limit > 10_000) return apiError('E0000001', 'limit');
  const ids = Array.from({ length: count }, (_, index) => groupId(index));
  const after = parameters.get('after');
  const start = after === null ? 0 : ids.indexOf(after) + 1;
  if (after !== null && start === 0) return apiError('E0000001', 'after');

  const page = ids.slice(start, start + limit);
  const last = page.at(-1);
  const self = link(`${origin}${target}`, 'self');
  const others = query.split('&').filter((pair) => pair !== '' && !/^after(?:=|$)/.test(pair));
  const links = [
    ...(self.length > longestSelfLink ? [] : [self]),
    ...(last === undefined || start + limit >= count
      ? []
      : [link(`${origin}${path}?${[`after=${last}`, ...others].join('&')}`, 'next')]),
  ];
  return jsonAnswer(
    200,
    page.map((_, index) => groupAt(start + index, origin)),
    links.length === 0 ? {} : { link: links },
  );
}

function split(target: string): readonly [string, string] {
  const mark = target.indexOf('?');
  return mark === -1 ? [target, ''] : [target.slice(0, mark), target.slice(mark + 1)];
}

/** A Link header (RFC 8288); what would end the URL or the header is encoded. */
function link(url: string, relation: 'self' | 'next'): string {
  const safe = url.replaceAll(
    /[^!#-;=?-~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `<${safe}>; rel="${relation}"`;
}
