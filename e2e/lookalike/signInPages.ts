import type { OrgPerson } from './orgSettings.ts';

/** The page on which a person says who they are; a look-alike has no passwords. */
export function signInPage(app: string, people: readonly OrgPerson[]): string {
  const choices = people.map(
    ({ login }) =>
      `<button name="login" value="${markupText(login)}">${markupText(login)}</button>`,
  );
  return page(
    'Sign in to the look-alike org',
    `<p>The app <code>${markupText(app)}</code> asks to act in your name. Who are you?</p>
<form method="post">
${choices.join('\n')}
<button name="refuse" value="yes">Refuse</button>
</form>`,
  );
}

/**
 * The page that asks for the code that a device shows.
 *
 * @param form as the server has made it
 * @param error what was wrong with the code that was typed before, or that the person has refused
 */
export function codeInput(form: string, error: Error | undefined): string {
  if (error?.name === 'AbortedError') {
    return page('The device is not activated', '<p>You have refused. You can close this page.</p>');
  }
  return page(
    'Activate a device',
    `<p>${error === undefined ? 'Type the code that the device shows.' : 'This code cannot be used. Look at the device again.'}</p>
${withButton(form, 'Next')}`,
  );
}

/** The page on which a person compares the code with the one on the device. */
export function codeConfirmation(form: string, userCode: string): string {
  return page(
    'Activate a device',
    `<p>Does the device show <strong>${markupText(userCode)}</strong>?</p>
${withButton(form, 'Yes, it does')}`,
  );
}

/** The end of a device's activation. */
export const signedInPage = page(
  'The device is activated',
  '<p>Go back to the device. You can close this page.</p>',
);

function withButton(form: string, label: string): string {
  return form.replace('</form>', `<button>${label}</button></form>`);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
${body}
</html>
`;
}

function markupText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
