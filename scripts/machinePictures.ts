import type { PicturedMachine } from './machines.ts';
import { stateDiagramText, type UndrawnTransition, undrawnTransitions } from './stateDiagram.ts';

const begin = '<!-- Machines: written by npm run machines, do not edit by hand -->';
const end = '<!-- End of the machines -->';

/**
 * Puts the picture of each machine between the two marks of a document.
 *
 * @throws Error when a mark is missing
 */
export function withMachinePictures(
  document: string,
  machines: readonly PicturedMachine[],
): string {
  const [before, rest, ...more] = document.split(`${begin}\n`);
  const after = rest?.split(`${end}\n`)[1];
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The document must contain "${begin}" once, and "${end}" after it.`);
  }
  return `${before}${begin}\n\n${machines.map(machineSection).join('\n')}\n${end}\n${after}`;
}

function machineSection({ machine, file, about }: PicturedMachine): string {
  const undrawn = [...new Set(undrawnTransitions(machine).map(inWords))];
  return [
    `### \`${machine.id}\``,
    '',
    `${about} [${file}](${file})`,
    '',
    '```mermaid',
    stateDiagramText(machine),
    '```',
    '',
    ...(undrawn.length > 0 ? [`Not drawn: ${undrawn.join('; ')}.`, ''] : []),
  ].join('\n');
}

function inWords({ state, event, target }: UndrawnTransition): string {
  const where = state === '' ? 'anywhere' : `in \`${state}\``;
  return `\`${event}\` ${where} ${target === undefined ? 'changes no state' : `leads to \`${target}\``}`;
}
