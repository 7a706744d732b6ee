import { resultName } from '#guide/resultName.ts';
import type { Tool, ToolWay } from '#guide/tools/tool.ts';
import { toolGroups, tools } from '#guide/tools/tools.ts';
import { TextWithCode } from '#ui/TextWithCode.tsx';

import { MethodMark } from '../MethodMark.tsx';
import { ResultSection } from '../ResultSection.tsx';
import { useAddresses } from '../site.tsx';
import { StateLink } from '../StateLink.tsx';
import { toolPath } from './toolPaths.ts';

/** The list of tools, by what they are used for. */
export function ToolsScreen() {
  return (
    <article className="stack [--gap:2.5rem]">
      <header className="stack [--gap:1rem]">
        <h1 tabIndex={-1}>Tools and SDKs</h1>
        <p className="lead">
          Which credential to use with each tool, in which format, and what the tool does without
          telling you.
        </p>
      </header>
      {toolGroups.map(({ id, heading }) => (
        <ResultSection key={id} anchor={id} title={heading}>
          <ul className="stack grid gap-x-14 lg:grid-cols-2">
            {tools
              .filter(({ group }) => group === id)
              .map((tool) => (
                <Entry key={tool.id} tool={tool} />
              ))}
          </ul>
        </ResultSection>
      ))}
      <p>
        Is your tool missing? <StateLink answers={[]}>Answer up to four questions</StateLink> about
        the program that makes the calls.
      </p>
    </article>
  );
}

function Entry({ tool }: { readonly tool: Tool }) {
  const addresses = useAddresses();
  return (
    <li className="stack [--gap:0.25rem]">
      <h3>
        <a href={addresses.file(toolPath(tool))}>{tool.name}</a>
      </h3>
      <p>
        <TextWithCode text={tool.summary} />
      </p>
      <p className="quiet flex flex-wrap gap-x-6 gap-y-1">
        {nodesOf(tool).map((node) => (
          <MethodMark key={node} node={node} name={resultName(node)} />
        ))}
      </p>
    </li>
  );
}

/** Where the ways of a tool lead, each place once. */
const nodesOf = ({ ways }: Tool): readonly ToolWay['node'][] => [
  ...new Set(ways.map(({ node }) => node)),
];
