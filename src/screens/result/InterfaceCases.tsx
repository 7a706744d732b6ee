import type { InterfaceCase } from '#guide/outcome.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { Cited } from '../Cited.tsx';
import { StateLink } from '../StateLink.tsx';

/** The interfaces in which a reader can find their own: a contents list, then each with its answers. */
export function InterfaceCases({ cases }: { readonly cases: readonly InterfaceCase[] }) {
  return (
    <>
      <ul className="list-disc ps-5">
        {cases.map(({ id, heading }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <TextWithCode text={heading} />
            </a>
          </li>
        ))}
      </ul>
      {cases.map((each) => (
        <section key={each.id} className="stack [--gap:0.5rem]">
          <h3 id={each.id} tabIndex={-1}>
            <TextWithCode text={each.heading} />
          </h3>
          <dl className="facts">
            <dt>Do the three methods apply?</dt>
            <dd>
              <Cited of={each.isThisApi} />
            </dd>
            <dt>Credential</dt>
            <dd>
              <Cited of={each.credential} />
            </dd>
            {each.host !== undefined && (
              <>
                <dt>Host</dt>
                <dd>{each.host.startsWith('https:') ? <code>{each.host}</code> : each.host}</dd>
              </>
            )}
            {each.readOn.length > 0 && (
              <>
                <dt>Read next</dt>
                <dd>
                  {each.readOn.map(({ url, title }) => (
                    <a key={url} href={url}>
                      {title}
                    </a>
                  ))}
                </dd>
              </>
            )}
            {each.goOn !== undefined && (
              <>
                <dt>Next</dt>
                <dd>
                  <StateLink answers={each.goOn.answers}>{each.goOn.label}</StateLink>
                </dd>
              </>
            )}
          </dl>
        </section>
      ))}
    </>
  );
}
