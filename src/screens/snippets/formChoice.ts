import { atSentenceStart } from '#guide/atSentenceStart.ts';
import type { OutcomeId } from '#guide/nodeIds.ts';
import { type Form, formsFor, type KeyType, type RequestKind } from '#snippets/form.ts';

/** Which form of a method's request a page shows; what the method has only one of does not count. */
export interface FormChoice {
  readonly variant: Form['variant'];
  readonly keyType: KeyType;
  readonly request: RequestKind;
}

/** DPoP first: an app made in the Admin Console today refuses a plain Bearer request (fact D2). */
export const defaultFormChoice: FormChoice = {
  variant: 'dpop',
  keyType: 'RSA',
  request: 'single',
};

/** The language that a page begins with: the first of `languages`, for code that must not carry them. */
export const defaultLanguageId = 'curl';

/** Completes what a person has picked with the defaults. */
export function formChoiceOf(picked: {
  readonly [Part in keyof FormChoice]?: FormChoice[Part] | undefined;
}): FormChoice {
  return {
    variant: picked.variant ?? defaultFormChoice.variant,
    keyType: picked.keyType ?? defaultFormChoice.keyType,
    request: picked.request ?? defaultFormChoice.request,
  };
}

export function isDefaultForm({ variant, keyType, request }: FormChoice): boolean {
  return (
    variant === defaultFormChoice.variant &&
    keyType === defaultFormChoice.keyType &&
    request === defaultFormChoice.request
  );
}

/** Finds the form of a method that a choice means. */
export function chosenForm(method: OutcomeId, choice: FormChoice): Form {
  const forms = formsFor(method).filter(({ request }) => request === choice.request);
  const chosen =
    forms.find(
      ({ variant, keyType }) => variant === choice.variant && keyType === choice.keyType,
    ) ?? forms[0];
  if (chosen === undefined) throw new RangeError(`${method} has no form for ${choice.request}.`);
  return chosen;
}

/** Names a form for a heading or a link: `DPoP, RSA key, one request`. */
export function formLabel(form: Form): string {
  return atSentenceStart([...credentialWords(form), requestLabels[form.request]].join(', '));
}

/** Names what a form proves itself with: `DPoP, RSA key`; empty where its method has no key. */
export function credentialLabel(form: Form): string {
  return credentialWords(form).join(', ');
}

function credentialWords({ keyType, variant }: Form): readonly string[] {
  return keyType === null ? [] : [variantLabels[variant], `${keyType} key`];
}

/** How an access token is sent. */
export const variantLabels: Readonly<Record<Form['variant'], string>> = {
  bearer: 'Bearer',
  dpop: 'DPoP',
};

export const requestLabels: Readonly<Record<RequestKind, string>> = {
  single: 'one request',
  everything: 'a whole program',
};
