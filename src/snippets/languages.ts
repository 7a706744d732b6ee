import { curl } from './curl/curl.ts';
import { http } from './http/http.ts';
import { javascript } from './javascript/javascript.ts';
import type { Language } from './language.ts';

/** The languages in the order in which they are offered: the one list of them. */
export const languages: readonly Language[] = [http, curl, javascript];

/** Finds a language by its id; undefined when there is none, for example in an old link. */
export function languageOf(id: string): Language | undefined {
  return languages.find((language) => language.id === id);
}
