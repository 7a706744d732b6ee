// oxlint-disable-next-line import/no-unassigned-import -- the style comes with the code that needs it
import '../../styles/newVersion.css';

const noticeId = 'new-version';

/**
 * Says at the bottom of the window that there is a new version, and leaves the rest to the person.
 *
 * @param renew loads the new version
 */
export function offerNewVersion(renew: () => void): void {
  if (document.getElementById(noticeId) !== null) return;
  const notice = document.createElement('div');
  notice.id = noticeId;
  notice.role = 'status';
  notice.className = 'notice no-print';
  document.body.append(notice);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button';
  button.textContent = 'Load the new version';
  button.addEventListener('click', renew);
  // A status is read out when it changes, not when it appears.
  notice.append('A new version is ready. ', button);
}
