import { understoodParts } from '#screens/siteFrame/understoodParts.ts';
import { shortened } from '#screens/siteFrame/shortened.ts';
import { segmentsOf } from '#share/address.ts';
import { nearestPage } from '#share/nearestPage.ts';

/**
 * Says on the page for unknown addresses which part of the address is known, and links to the
 * nearest page. Does nothing if another screen has replaced it.
 *
 * @param pathname as in `location.pathname`
 * @param base where the site lives, begins and ends with `/`
 */
export function tellUnderstood(pathname: string, base: string): void {
  const place = document.querySelector<HTMLElement>(`#${understoodParts.place}`);
  if (place === null) return;
  const known = place.querySelector(understoodParts.known);
  const unknown = place.querySelector(understoodParts.unknown);
  const link = place.querySelector<HTMLAnchorElement>(understoodParts.nearest);
  if (known === null || unknown === null || link === null) return;
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  const pages = (place.dataset['pages'] ?? '').split(' ');
  const { page, unknown: rest } = nearestPage(segmentsOf(inside), pages);
  if (page !== '') {
    for (const part of [known, link]) part.parentElement?.removeAttribute('hidden');
    known.textContent = `/${page}`;
    link.href = `${base}${page}`;
    link.textContent = `Go to the nearest page, /${page}`;
  }
  if (rest.length === 0) unknown.parentElement?.remove();
  else unknown.textContent = shortened(rest.join('/'));
  place.classList.remove('invisible');
}
