import { Fragment, type ReactNode, useId } from 'react';

import type { EdgeState } from '#diagram/graph.ts';
import type { Theme } from '#diagram/palette.ts';
import type { Scene, SceneEdge, SceneNode } from '#diagram/scene.ts';
import type { NodeId } from '#guide/nodeIds.ts';

import { type FileInk, fileInk } from './fileInk.ts';

/** Where a node of a drawing leads. */
export interface NodeLink {
  /** What the node is and how it stands. */
  readonly name: string;
  /** Absent for the current node. */
  readonly address: string | undefined;
}

interface SceneDrawingProps {
  readonly scene: Scene;
  readonly caption: string;
  /** What it shows, in a sentence or two. */
  readonly description: string;
  /**
   * `page`: drawn by the classes of `styles/diagram.css`, in the page's theme. A theme: a file of its
   * own, drawn by attributes, so that office programs show it too.
   */
  readonly appearance: 'page' | Theme;
  /** Whether a page shows it at its own size, not as wide as there is room. */
  readonly isSmall?: boolean;
  /** Makes a list of links of the nodes; without it the drawing is one picture. */
  readonly linkOf?: (node: NodeId) => NodeLink;
}

/**
 * A laid-out graph. Weight, fill and ticks show the path, dashes show what is ruled out, so that
 * nothing depends on colour.
 */
export function SceneDrawing(props: SceneDrawingProps) {
  const { scene, caption, description, appearance, isSmall = false, linkOf } = props;
  const id = useId();
  const { width, height, edges, nodes } = scene;
  const file = appearance === 'page' ? undefined : fileInk(appearance);
  const idOf = (part: string): string => (file === undefined ? `${id}${part}` : part);
  const isOneStep = (edge: SceneEdge): boolean =>
    linkOf !== undefined && nodes.some((node) => node.id === edge.from && isAsked(node));
  const leads = new Set(edges.filter(isOneStep));
  // A title would show beside the pointer, all over the links.
  const isTitled = file !== undefined || linkOf === undefined;
  return (
    <svg
      {...(file?.frame(width, height) ?? { className: 'decision-map' })}
      {...(file === undefined && isSmall && { width: width * enlarged, height: height * enlarged })}
      viewBox={`0 0 ${width} ${height}`}
      role={linkOf === undefined ? 'img' : 'list'}
      {...(isTitled
        ? { 'aria-labelledby': `${idOf('title')} ${idOf('description')}` }
        : { 'aria-label': caption })}
    >
      {isTitled && <title id={idOf('title')}>{caption}</title>}
      {isTitled && <desc id={idOf('description')}>{description}</desc>}
      {file !== undefined && <rect width={width} height={height} {...file.paper} />}
      {file === undefined ? (
        <PageEdges edges={edges} leads={leads} />
      ) : (
        <FileEdges edges={edges} file={file} />
      )}
      {nodes.map((node) => (
        <NodeBox
          key={node.id}
          node={node}
          isLead={[...leads].some(({ to }) => to === node.id)}
          link={linkOf?.(node.id)}
          file={file}
        />
      ))}
    </svg>
  );
}

/** Makes the letters of a drawing in a page as large as the small text around it. */
const enlarged = 1.1;

const nameOf = ({ from, to }: SceneEdge): string => `${from} ${to}`;
const isAsked = ({ kind, state }: SceneNode): boolean => kind === 'question' && state === 'current';

/**
 * What the classes of a page go by. Options of the page, and what an answer to them leads to here,
 * have the same `data-leads`: pointing at one lights the other.
 */
const marks = (state: string, leadsTo: NodeId | undefined, file: FileInk | undefined) =>
  file === undefined ? { 'data-state': state, 'data-leads': leadsTo } : {};

interface PageEdgesProps {
  readonly edges: readonly SceneEdge[];
  /** Those that the next answer may take. */
  readonly leads: ReadonlySet<SceneEdge>;
}

/** The lines and their answers, drawn by classes. */
function PageEdges({ edges, leads }: PageEdgesProps) {
  const marked = (edge: SceneEdge, state: string) =>
    marks(state, leads.has(edge) ? edge.to : undefined, undefined);
  return (
    <>
      <g aria-hidden="true" className="map-lines">
        {edges.map((edge) => (
          <Fragment key={nameOf(edge)}>
            <path d={edge.path} {...marked(edge, edge.state)} />
            <polygon points={edge.arrow} {...marked(edge, edge.state)} />
          </Fragment>
        ))}
      </g>
      <g aria-hidden="true" className="map-answers">
        {edges.map((edge) =>
          // The letters keep the line away by a stroke of their own.
          edge.answers.map(({ answer, state, tick, text, x, y }) => [
            tick !== undefined && <path key={`${answer} tick`} d={tick} />,
            <text key={answer} x={x} y={y} {...marked(edge, state)}>
              {text}
            </text>,
          ]),
        )}
      </g>
    </>
  );
}

/**
 * The same by attributes, set once for everything in the same state: set on each element, they doubled the
 * size of the file.
 */
function FileEdges({
  edges,
  file,
}: {
  readonly edges: readonly SceneEdge[];
  readonly file: FileInk;
}) {
  const answers = edges.flatMap((edge) => edge.answers);
  const ticks = answers.flatMap(({ tick }) => tick ?? []);
  return (
    <g aria-hidden="true">
      {statesOf(edges).map((state) => (
        <Fragment key={state}>
          <g {...file.line(state)}>
            {edges
              .filter((edge) => edge.state === state)
              .map((edge) => (
                <path key={nameOf(edge)} d={edge.path} />
              ))}
          </g>
          <g {...file.arrow(state)}>
            {edges
              .filter((edge) => edge.state === state)
              .map((edge) => (
                <polygon key={nameOf(edge)} points={edge.arrow} />
              ))}
          </g>
        </Fragment>
      ))}
      <g {...file.paper}>
        {answers.map(({ answer, room }) => (
          <rect key={answer} {...room} />
        ))}
      </g>
      {ticks.length > 0 && (
        <g {...file.tick}>
          {ticks.map((tick) => (
            <path key={tick} d={tick} />
          ))}
        </g>
      )}
      {statesOf(answers).map((state) => (
        <g key={state} {...file.answer(state)}>
          {answers
            .filter((each) => each.state === state)
            .map(({ answer, text, x, y }) => (
              <text key={answer} x={x} y={y}>
                {text}
              </text>
            ))}
        </g>
      ))}
    </g>
  );
}

/** The states of things that are drawn, in the order in which they first appear. */
const statesOf = (things: readonly { readonly state: EdgeState }[]): readonly EdgeState[] => [
  ...new Set(things.map(({ state }) => state)),
];

interface NodeBoxProps {
  readonly node: SceneNode;
  readonly isLead: boolean;
  readonly link: NodeLink | undefined;
  readonly file: FileInk | undefined;
}

function NodeBox({ node, isLead, link, file }: NodeBoxProps) {
  const { id, kind, state, outline, detail, lines } = node;
  const inPage = { className: 'map-node', 'data-node': id, 'data-kind': kind };
  return (
    <g
      role={link === undefined ? undefined : 'listitem'}
      {...(file === undefined ? inPage : file.nodeText(node))}
      {...marks(state, isLead ? id : undefined, file)}
    >
      <Linked link={link}>
        <path d={outline} {...file?.outline(node)} />
        {detail !== undefined && <path d={detail} {...file?.detail(node)} />}
        {lines.map(({ text, x, y }, index) => (
          <text key={text} x={x} y={y}>
            {/* Read without the picture, the lines must not run together. */}
            {index < lines.length - 1 ? `${text} ` : text}
          </text>
        ))}
      </Linked>
    </g>
  );
}

interface LinkedProps {
  readonly link: NodeLink | undefined;
  readonly children: ReactNode;
}

function Linked({ link, children }: LinkedProps) {
  if (link === undefined) return children;
  const { address, name } = link;
  return address === undefined ? (
    <g role="link" aria-disabled="true" aria-current="page" aria-label={name}>
      {children}
    </g>
  ) : (
    <a href={address} aria-label={name}>
      {children}
    </a>
  );
}
