import { useAddresses } from '#screens/site.tsx';

import { AnswerTable } from './AnswerTable.tsx';
import { cardYaml } from './cardYaml.ts';
import { exampleCard } from './exampleCard.ts';
import { cardSchemaPath, ownCardsId } from './ownCardsPaths.ts';

/** The page on which a teacher writes cards; without JavaScript, it explains the format. */
export function OwnCardsScreen() {
  const addresses = useAddresses();
  return (
    <article className="stack [--gap:2rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>Write your own cards</h1>
        <p className="lead">
          Describe a case of your own and choose its answers. The guide works out the result. Share
          the cards as a file or as a link; nothing is sent anywhere.
        </p>
      </header>
      <div id={ownCardsId} className="needs-script island-to-come">
        <p role="status">Loading the form.</p>
      </div>
      <section className="stack" aria-labelledby="format">
        <h2 id="format">The format</h2>
        <p>
          A file is YAML, or JSON, which is YAML too. Any editor that supports JSON Schema checks it
          while you write: <a href={addresses.file(cardSchemaPath)}>the schema</a>. You can leave
          out a card’s result, because it follows from the answers.
        </p>
        <pre className="code" tabIndex={0} aria-label="A file with one card">
          <code>{cardYaml([exampleCard])}</code>
        </pre>
        <noscript>
          <h3>The answers</h3>
          <AnswerTable />
        </noscript>
      </section>
    </article>
  );
}
