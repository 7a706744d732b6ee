import { labRecordedId } from '#screens/lab/labIds.ts';

/**
 * Says why the lab cannot run in a document that is not a secure context, and opens the recorded
 * exchanges instead.
 *
 * @param place where the lab would be drawn
 * @see https://w3c.github.io/webappsec-secure-contexts/
 */
export function showRecordedInstead(place: HTMLElement): void {
  const which = parent === self ? 'This page' : 'This page, or one around it,';
  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.dataset['tone'] = 'warn';
  notice.textContent = `${which} was loaded over plain HTTP. The lab makes keys and signs with WebCrypto, which browsers offer only over HTTPS or on localhost. Below are the recorded messages of an exchange with each method.`;
  place.replaceChildren(notice);
  place.classList.remove('island-to-come');
  document.querySelector(`#${labRecordedId}`)?.setAttribute('open', '');
}
