import bodyShapesJson from './bodyShapes.json' with { type: 'json' };
import type { BodyShape, BodyShapes } from './bodyShape.ts';
import type { CatalogueOperation } from './operation.ts';

/** As committed. It is heavy: pages load it with `import()`, together with the catalogue. */
export const oktaBodyShapes = bodyShapesJson as unknown as BodyShapes;

/** What an operation's JSON body has to be, with the shapes that its numbers stand for. */
export interface OperationBodyShape {
  readonly shape: BodyShape;
  readonly shapes: readonly BodyShape[];
}

/** What Okta's specification says of an operation's JSON body; undefined where it says nothing. */
export function bodyShapeOf({
  api,
  id,
}: Pick<CatalogueOperation, 'api' | 'id'>): OperationBodyShape | undefined {
  const { shapes, bodies } = oktaBodyShapes[api];
  const shape = Object.hasOwn(bodies, id) ? bodies[id] : undefined;
  return shape === undefined ? undefined : { shape, shapes };
}
