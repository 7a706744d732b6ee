import type { OutcomeId } from '#guide/nodeIds.ts';

import { errorsOf } from '../errors/errorPaths.ts';
import { useAddresses } from '../site.tsx';
import { type HandbookPart, handbookPath } from './handbookPaths.ts';

interface HandbookLink {
  /** A page of the method's handbook, or its errors. */
  readonly part: HandbookPart | 'errors';
  readonly label: string;
  /** The section of a result that said this before there was a handbook: published links name it. */
  readonly formerly?: string;
}

const links: readonly HandbookLink[] = [
  { part: '', label: 'The method in short: what it is, what it costs and risks' },
  { part: 'set-up/', label: 'Set it up, step by step', formerly: 'set-up' },
  {
    part: 'requests/',
    label: 'The requests in every language, with what comes back, and files for Postman and Bruno',
  },
  {
    part: 'errors',
    label: 'What usually goes wrong: errors, causes and remedies',
    formerly: 'troubles',
  },
  {
    part: 'details/',
    label: 'Credentials, limits, audit, and what is not known',
    formerly: 'more',
  },
  {
    part: 'then-and-now/',
    label: 'The 2023 article and today’s documentation',
    formerly: 'layers',
  },
];

/** Where the handbook says what holds for a method whatever was answered. */
export function HandbookLinks({ method }: { readonly method: OutcomeId }) {
  const addresses = useAddresses();
  return (
    <ul className="stack list-disc ps-5 [--gap:0.4rem]">
      {links.map(({ part, label, formerly }) => (
        <li key={label} id={formerly}>
          <a
            href={addresses.file(part === 'errors' ? errorsOf(method) : handbookPath(method, part))}
          >
            {label}
          </a>
        </li>
      ))}
    </ul>
  );
}
