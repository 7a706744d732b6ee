import type { Plugin } from 'vite';

/** What the diagram's editor is for: the path, the traces and the machines. */
const drawn = /\/(flowDiagram|sequenceDiagram|stateDiagram-v2|dagre|sizeCapture)-[^/]*\.mjs$/;
const otherKind = '\0not-drawn-here';

/**
 * Leaves out of the build what Mermaid would load for other kinds of diagrams, layouts and formulas:
 * half of all scripts, for texts that nobody writes here. Anybody who does is told where they can be drawn.
 */
export function drawnDiagramsPlugin(): Plugin {
  return {
    name: 'drawn-diagrams',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer, { kind }) {
      const isAskedByMermaid = importer?.includes('/node_modules/mermaid/dist/') === true;
      return isAskedByMermaid && kind === 'dynamic-import' && !drawn.test(source)
        ? otherKind
        : undefined;
    },
    load(id) {
      return id === otherKind ? `throw new Error(${JSON.stringify(notDrawnHere)});` : undefined;
    },
  };
}

const notDrawnHere =
  'This page draws flowcharts, sequence diagrams and state diagrams. For another kind, open the text in mermaid.live.';
