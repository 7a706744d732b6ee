import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { glossaryPath } from '../glossary/glossaryPath.ts';
import { handbookPath } from '../handbook/handbookPaths.ts';
import { leaveTokenPath } from '../leaveToken/leaveTokenPath.ts';
import { searchPath } from './searchPath.ts';

const doors = [
  {
    path: 'errors/',
    label: 'An error',
    means: 'Okta’s text, a code, a header or a whole transcript: the cause and what to do.',
  },
  {
    path: 'operations/',
    label: 'An endpoint or a scope',
    means:
      'Which credential an operation accepts, and the fewest scopes for all the operations that you call.',
  },
  {
    path: 'tools/',
    label: 'A tool',
    means: 'Terraform, Postman, an SDK: which credential to use, and what the tool does silently.',
  },
  {
    path: glossaryPath,
    label: 'A term',
    means: 'Grant, nonce, client assertion: what it means, and what else it is called.',
  },
  {
    path: handbookPath('serviceApp', 'keys/'),
    label: 'A key',
    means: 'How to make, convert, rotate and host the key pair of a service app.',
  },
  {
    path: leaveTokenPath,
    label: 'An API token',
    means:
      'How a program stops using its token, step by step, or how to restrict a token that you have to keep.',
  },
  {
    path: 'check/',
    label: 'A method that you have in mind',
    means: 'The guide agrees, or shows the first answer that leads elsewhere.',
  },
] as const;

interface SearchScreenProps {
  readonly pages: readonly { readonly path: string; readonly title: string }[];
}

/** What can be searched, the doors into the guide, and its pages from A to Z. */
export function SearchScreen({ pages }: SearchScreenProps) {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2.5rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>Search the guide</h1>
        <p className="lead">
          One search finds errors, operations, scopes, tools, terms, pages and workshop cards.
        </p>
        <p className="needs-script">
          <a
            className="button"
            data-rank="primary"
            href={addresses.file(searchPath)}
            data-search=""
          >
            Open the search
          </a>
        </p>
        <p className="needs-script quiet">
          On every page, press <kbd>/</kbd> or choose “Search”. You can turn this key off in the
          search dialog. What you type is not sent anywhere.
        </p>
      </header>
      <ResultSection anchor="doors" title="Start from what you have">
        <dl className="facts">
          {doors.map(({ path, label, means }) => (
            <div key={path} className="contents">
              <dt>
                <a href={addresses.file(path)}>{label}</a>
              </dt>
              <dd>{means}</dd>
            </div>
          ))}
        </dl>
      </ResultSection>
      <ResultSection anchor="pages" title="Pages from A to Z">
        <ul className="list-disc ps-5 gap-x-8 sm:columns-2">
          {pages
            .toSorted((one, other) => one.title.localeCompare(other.title, 'en'))
            .map(({ path, title }) => (
              <li key={path}>
                <a href={addresses.file(path)}>{title}</a>
              </li>
            ))}
        </ul>
      </ResultSection>
    </article>
  );
}
