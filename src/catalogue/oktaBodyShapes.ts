import bodyShapesJson from './bodyShapes.json' with { type: 'json' };
import type { BodyShape, BodyShapes } from './bodyShape.ts';
import type { CatalogueOperation } from './operation.ts';

/**
 * The committed body shapes. They are large: pages load them with `import()`, together with the
 * catalogue.
 */
export const oktaBodyShapes = bodyShapesJson as unknown as BodyShapes;

/** What an operation's JSON body must be, with the shapes that its numbers refer to. */
export interface OperationBodyShape {
  readonly shape: BodyShape;
  readonly shapes: readonly BodyShape[];
}

/** What Okta's specification says about an operation's JSON body; undefined if it says nothing. */
export function bodyShapeOf({
  api,
  id,
}: Pick<CatalogueOperation, 'api' | 'id'>): OperationBodyShape | undefined {
  const { shapes, bodies } = oktaBodyShapes[api];
  const shape = Object.hasOwn(bodies, id) ? bodies[id] : undefined;
  return shape === undefined ? undefined : { shape, shapes };
}
