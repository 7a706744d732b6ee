import type { Claim } from '#guide/claim.ts';
import { sourcesOf } from '#guide/citations.ts';
import { dpopFirstAnswer } from '#guide/claims/dpopClaims.ts';
import {
  accessTokenLastsOneHour,
  customRoleNeedsResourceSet,
  onlySuperAdminAssignsRoles,
  onlySuperAdminGrantsScopes,
  publicKeyAuthentication,
  scopeAndRoleBothBound,
} from '#guide/claims/serviceAppClaims.ts';
import { outcomes } from '#guide/outcomes/outcomes.ts';
import { shortestWalkTo } from '#guide/walks.ts';
import { CitedList, PageSourcesProvider } from '#screens/Cited.tsx';
import { ErrorEntry } from '#screens/errors/ErrorEntry.tsx';
import { TermsUsed } from '#screens/glossary/TermsUsed.tsx';
import { RecordedMessages } from '#screens/lab/RecordedMessages.tsx';
import { fragmentChoices } from '#screens/snippets/fragmentChoices.ts';
import { ResultSection } from '#screens/ResultSection.tsx';
import { useAddresses } from '#screens/site.tsx';
import { SourceList } from '#screens/SourceList.tsx';
import { pathOf } from '#share/address.ts';
import { encodeFragment } from '#share/fragment.ts';
import { CopyButton } from '#ui/CopyButton.tsx';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import {
  adminCommands,
  type Exercise,
  exercises,
  type HandsOnRequest,
  practiceClients,
  valuesToType,
} from './exercises.ts';
import { tasksId } from './handsOnPath.ts';
import { labTasks } from './labTasks.ts';
import { taskAnchor } from './taskAnchor.ts';
import type { RecordedTask } from './recordedTask.ts';

/** What these steps take at Okta; in the look-alike's window, one word does each. */
const atOkta: readonly Claim[] = [
  onlySuperAdminAssignsRoles,
  customRoleNeedsResourceSet,
  onlySuperAdminGrantsScopes,
];

/** What the tasks teach. */
const taught: readonly Claim[] = [
  publicKeyAuthentication,
  scopeAndRoleBothBound,
  dpopFirstAnswer,
  accessTokenLastsOneHour,
];

const sources = sourcesOf([atOkta, taught, exercises]);

interface HandsOnScreenProps {
  /** How each exercise went when the site was built, for people who cannot send the messages themselves. */
  readonly recorded: readonly RecordedTask[];
}

/** Meet the usual errors on purpose, and fix them: in the lab, or with requests against a look-alike org. */
export function HandsOnScreen({ recorded }: HandsOnScreenProps) {
  const addresses = useAddresses();
  return (
    <PageSourcesProvider value={sources}>
      <article className="stack [--gap:2.5rem]">
        <header className="stack [--gap:1rem]">
          <h1 tabIndex={-1}>Meet the errors, and fix them</h1>
          <p className="lead">
            Five requests that Okta refuses: read what comes back, change one thing, and try again.
            A model of an Okta org answers inside this page. Nothing reaches Okta.
          </p>
          <p>
            <a href={addresses.file('workshop/')}>Back to the workshop</a>
          </p>
        </header>
        <div id={tasksId} className="needs-script island-to-come">
          <p role="status">Loading the tasks.</p>
        </div>
        <noscript>
          <p className="notice">
            The tasks need JavaScript. Below, you can read each task and its messages, or do it in a
            terminal.
          </p>
        </noscript>
        <TermsUsed
          of={labTasks.map(({ about, learned }) => [{ text: about }, { text: learned }])}
        />
        <ResultSection anchor="taught" title="What the tasks teach">
          <CitedList of={taught} />
        </ResultSection>
        <ResultSection anchor="start" title="Another way: in your terminal">
          <p>
            The same tasks, with requests that you run yourself. A look-alike org answers on your
            own computer. With Node.js and a copy of this project, one command starts it. It is not
            Okta software, but it follows Okta’s published rules and uses Okta’s error texts. Ctrl+C
            stops it.
          </p>
          <pre className="code" tabIndex={0} aria-label="Command that starts the look-alike org">
            <code id="start-lookalike">npm run lookalike</code>
          </pre>
          <p>
            <CopyButton label="Copy the command" of="start-lookalike" />
          </p>
          <p>
            Its window prints lines that begin with <code>export</code>. Paste the lines for your
            language into a second window, and run the requests there. The first window prints a
            line for every request, with the reason if it is refused. In that window, you also act
            as the admin, with these commands:
          </p>
          <dl className="facts">
            {Object.entries(adminCommands).map(([command, does]) => (
              <div key={command} className="contents">
                <dt>
                  <code>{command}</code>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <h3>How to make these changes at Okta</h3>
          <CitedList of={atOkta} />
        </ResultSection>
        {exercises.map((exercise, index) => (
          <ExerciseSection
            key={exercise.id}
            exercise={exercise}
            number={index + 1}
            recorded={recorded.find(({ id }) => id === exercise.id)}
          />
        ))}
        <ResultSection anchor="sources" title="Sources">
          <SourceList sources={sources} />
        </ResultSection>
      </article>
    </PageSourcesProvider>
  );
}

function ExerciseSection({
  exercise,
  number,
  recorded,
}: {
  readonly exercise: Exercise;
  readonly number: number;
  readonly recorded: RecordedTask | undefined;
}) {
  const { id, title, story, wrong, error, hint, mend, mended } = exercise;
  return (
    <ResultSection anchor={id} title={`${number}. ${title}`}>
      <blockquote className="ps-5">{story}</blockquote>
      {recorded === undefined ? null : (
        <noscript>
          <h3 id={taskAnchor(exercise)}>What goes over the wire</h3>
          <RecordedMessages messages={recorded.wrong} />
          <h3>After the fix</h3>
          <RecordedMessages messages={recorded.right} />
        </noscript>
      )}
      <p className="needs-script">
        <a href={`#${taskAnchor(exercise)}`}>Do this task on this page</a>
      </p>
      <h3>Run the request</h3>
      <RequestToRun request={wrong} />
      <details className="prints-open">
        <summary className="py-2 font-semibold">A hint</summary>
        <p>{hint}</p>
      </details>
      <details className="prints-open">
        <summary className="py-2 font-semibold">What you should see, and why</summary>
        <dl>
          <ErrorEntry error={error} />
        </dl>
      </details>
      <details className="prints-open">
        <summary className="py-2 font-semibold">Fix the error</summary>
        <div className="stack">
          <p>
            <TextWithCode text={mend} />
          </p>
          <RequestToRun request={mended} />
        </div>
      </details>
    </ResultSection>
  );
}

const requestNames = { single: 'One request', everything: 'The whole program' } as const;
const clientNames: Readonly<Record<string, string>> = {
  [practiceClients.dpopRequired]: 'a service app that requires DPoP',
  [practiceClients.bearer]: 'a service app',
  [practiceClients.withoutRole]: 'a service app without an admin role',
};

/** Where the request is in the guide, with the values already typed in. */
function RequestToRun({ request }: { readonly request: HandsOnRequest }) {
  const addresses = useAddresses();
  const { answers } = shortestWalkTo(request.method);
  const fragment = encodeFragment(valuesToType(request), fragmentChoices);
  const form = request.variant === 'dpop' ? 'with DPoP' : 'with a bearer token';
  return (
    <ul className="list-disc ps-5">
      {request.before !== undefined && (
        <li>
          First type <code>{request.before}</code> in the look-alike’s window. It{' '}
          {adminCommands[request.before]}.
        </li>
      )}
      <li>
        <a href={`${addresses.file(pathOf(answers))}${fragment}`}>
          The request for the {outcomes[request.method].name}
        </a>
        , {form}. {requestNames[request.request]} for the operation <code>{request.operation}</code>
        .
      </li>
      <li>
        Client ID <code>{request.clientId}</code> ({clientNames[request.clientId]}), org{' '}
        <code>localhost:8443</code>. With JavaScript on, the link fills in both. Choose your
        language (Node.js is preselected), then copy the request and run it.
      </li>
    </ul>
  );
}
