import { csharp } from './csharp/csharp.ts';
import { curl } from './curl/curl.ts';
import { go } from './go/go.ts';
import { http } from './http/http.ts';
import { java } from './java/java.ts';
import { javascript } from './javascript/javascript.ts';
import type { Language } from './language.ts';
import { dotnetSdk } from './officialTools/dotnetSdk.ts';
import { goSdk } from './officialTools/goSdk.ts';
import { javaSdk } from './officialTools/javaSdk.ts';
import { powershellModule } from './officialTools/powershellModule.ts';
import { pythonSdk } from './officialTools/pythonSdk.ts';
import { terraform } from './officialTools/terraform.ts';
import { terraformModule } from './officialTools/terraformModule.ts';
import { php } from './php/php.ts';
import { powershell } from './powershell/powershell.ts';
import { python } from './python/python.ts';
import { ruby } from './ruby/ruby.ts';
import { typescript } from './typescript/typescript.ts';

/**
 * The one list of all languages, in the order in which they are offered. A page starts with the
 * first.
 */
export const languages: readonly Language[] = [
  curl,
  http,
  javascript,
  typescript,
  python,
  go,
  java,
  csharp,
  php,
  ruby,
  powershell,
  pythonSdk,
  goSdk,
  javaSdk,
  dotnetSdk,
  powershellModule,
  terraform,
  terraformModule,
];

/** Finds a language by its id; undefined if there is none, for example in an old link. */
export function languageOf(id: string): Language | undefined {
  return languages.find((language) => language.id === id);
}
