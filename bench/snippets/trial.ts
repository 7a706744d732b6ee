import { differingParts } from './compare.ts';
import type { Execution, Workshop } from './execute.ts';
import type { Generated, SnippetGenerator } from './generator.ts';
import type { IntendedRequest } from './intendedRequest.ts';
import type { LoopbackServer, ReceivedRequest } from './loopbackServer.ts';
import type { InstalledTarget } from './targets.ts';

/** What came of asking one generator for one request in one target, and running what it gave. */
export type Trial =
  | { readonly kind: 'absent'; readonly why: string }
  | {
      readonly kind: 'run';
      readonly text: string;
      readonly stderr: string;
      readonly ranPayload: boolean;
      /** Empty when the server got what was intended and the program ended well. */
      readonly problems: readonly string[];
      /** As in `Generated`. */
      readonly sameRequest: boolean;
    };

/** Where trials take place. Only one may run at a time: the server tells no program from another. */
export interface Bench {
  readonly server: LoopbackServer;
  readonly workshop: Workshop;
}

/** Asks a generator for a request in a target, runs its program and compares what the server got. */
export async function tryOut(
  { server, workshop }: Bench,
  generator: SnippetGenerator,
  target: InstalledTarget,
  request: IntendedRequest,
): Promise<Trial> {
  const generated = await generator.generate(request, target.id, server.origin);
  if (generated.kind === 'absent') return generated;
  const { text, environment, sameRequest } = generated;
  server.take();
  const execution = await workshop.run(target, text, environment);
  return {
    kind: 'run',
    text,
    stderr: execution.stderr,
    ranPayload: execution.ranPayload,
    problems: problemsOf(generated, execution, server.take()),
    sameRequest,
  };
}

function problemsOf(
  { intended, requests }: Extract<Generated, { readonly kind: 'snippet' }>,
  { exitCode }: Execution,
  received: readonly ReceivedRequest[],
): readonly string[] {
  const [first] = received;
  if (exitCode === null) return ['took too long'];
  if (first === undefined) return ['sent nothing'];
  const parts = differingParts(intended, first);
  if (parts.length > 0) return parts;
  if (received.length !== requests) return [`sent ${received.length} requests`];
  return exitCode === 0 ? [] : [`right, but exit code ${exitCode}`];
}
