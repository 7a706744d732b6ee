import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { auditIslandId } from './auditPath.ts';
import { AuditForm } from './AuditForm.tsx';

const command = `npm run --silent guide -- scopes --from access.log
npm run --silent guide -- scopes --from browser.har --granted scopes.txt
npm run --silent guide -- scopes --from sync.py --from export.json --csv`;

/** From what a program really called to the fewest scopes: the reader with its script, and the way without. */
export function AuditScreen() {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2.5rem]">
      <header className="stack [--gap:1rem]">
        <nav aria-label="Breadcrumb">
          <a href={addresses.file('operations/')}>All operations</a>
        </nav>
        <h1 tabIndex={-1}>Find the fewest scopes for what your program calls</h1>
        <p className="lead">
          Provide what you have: a log, a recording, a collection or the code itself. You get the
          operations in it, the fewest scopes for them, and which scopes to keep, remove or add.
        </p>
      </header>
      <div id={auditIslandId} className="needs-script">
        <div inert>
          <AuditForm onRead={notYet} />
        </div>
      </div>
      <ResultSection anchor="what-is-read" title="What the guide can read">
        <dl className="facts">
          {forms.map(({ name, what }) => (
            <div key={name} className="contents">
              <dt>{name}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </ResultSection>
      <ResultSection anchor="what-is-not-read" title="Privacy and limits">
        <ul className="list-disc ps-5">
          <li>Everything happens on this page. Nothing is sent, stored or put in the address.</li>
          <li>
            Headers, cookies, query strings, bodies and responses are ignored. IDs in paths are not
            shown.
          </li>
          <li>
            What is not recognised is listed and never guessed. A path alone does not name an
            operation, because several can have the same path.
          </li>
          <li>
            A recording shows what was called while it ran. What your program calls once a month may
            be missing, so look at its code as well before you remove a scope.
          </li>
        </ul>
      </ResultSection>
      <ResultSection anchor="command-line" title="On the command line">
        <p>
          The same reader runs in Node.js, without a size limit. Use it in CI, or if your browser
          runs no scripts:
        </p>
        <pre className="code" tabIndex={0} aria-label="Commands">
          <code>{command}</code>
        </pre>
      </ResultSection>
    </article>
  );
}

const notYet = () => undefined;

const forms = [
  {
    name: 'HAR file',
    what: 'A recording of HTTP traffic from a browser or a proxy. The method and address of each entry are read.',
  },
  { name: 'Postman collection', what: 'Version 2.0 or 2.1, with folders and variables.' },
  {
    name: 'Access log',
    what: 'Common and combined formats, nginx, Envoy, HAProxy, Squid, IIS, load balancers, log lines of HTTP clients, CSV and JSON lines.',
  },
  {
    name: 'System Log export',
    what: 'JSON or CSV. An event has the path of its request but no method. If the event says what was created, changed or removed, that identifies the operation; otherwise the path is listed. Calls are grouped by app and API token.',
  },
  {
    name: 'Source code',
    what: 'Calls through Okta’s SDKs, and requests to its APIs, in JavaScript, TypeScript, Python, Go, Java, C#, PowerShell, PHP, Ruby and shell.',
  },
  { name: 'List', what: 'Operation IDs, methods with paths, or cURL commands, one on each line.' },
];
