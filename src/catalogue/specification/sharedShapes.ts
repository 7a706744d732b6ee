import type { ApiBodyShapes, BodyShape } from '../bodyShape.ts';

/** A shape this short is cheaper to repeat than to list. */
const shortest = 40;

/**
 * Lists each shape that occurs in several places once, leaves out shapes that no body uses, and
 * numbers the rest in the order in which the bodies use them.
 */
export function withSharedShapes({ shapes, bodies }: ApiBodyShapes): ApiBodyShapes {
  const all = [...shapes];
  const timesSeen = new Map<string, number>();
  for (const shape of [...shapes, ...Object.values(bodies)]) {
    visit(shape, (text) => timesSeen.set(text, (timesSeen.get(text) ?? 0) + 1));
  }
  const places = new Map<string, number>();
  const shared = (shape: BodyShape): BodyShape => {
    if (typeof shape !== 'object') return shape;
    const text = JSON.stringify(shape);
    if ((timesSeen.get(text) ?? 0) < 2 || text.length <= shortest) {
      return withChildren(shape, shared);
    }
    const known = places.get(text);
    if (known !== undefined) return known;
    const place = all.length;
    places.set(text, place);
    all.push('any');
    all[place] = withChildren(shape, shared);
    return place;
  };
  const sharedBodies = Object.entries(bodies).map(([id, shape]) => [id, shared(shape)] as const);
  for (const [place, shape] of shapes.entries()) all[place] = withChildren(shape, shared);
  return numbered(all, Object.fromEntries(sharedBodies));
}

/** The ids of operations that are in both, but whose bodies have different shapes. */
export function changedBodies(before: ApiBodyShapes, after: ApiBodyShapes): readonly string[] {
  return Object.keys(after.bodies).filter(
    (id) => Object.hasOwn(before.bodies, id) && textOf(before, id) !== textOf(after, id),
  );
}

/** A body with all the shapes that it leads to, for comparison. */
const textOf = ({ shapes, bodies }: ApiBodyShapes, id: string): string =>
  JSON.stringify(numbered(shapes, { body: bodies[id] ?? 'any' }));

/** Numbers the shapes that the bodies lead to, from 0 on. */
function numbered(
  all: readonly BodyShape[],
  bodies: Readonly<Record<string, BodyShape>>,
): ApiBodyShapes {
  const numbers = new Map<number, number>();
  const listed: BodyShape[] = [];
  const renumbered = (shape: BodyShape): BodyShape => {
    if (typeof shape !== 'number') return withChildren(shape, renumbered);
    const known = numbers.get(shape);
    if (known !== undefined) return known;
    const number = listed.length;
    numbers.set(shape, number);
    listed.push('any');
    listed[number] = renumbered(all[shape] ?? 'any');
    return number;
  };
  const named = Object.entries(bodies).map(([id, shape]) => [id, renumbered(shape)] as const);
  return { shapes: listed, bodies: Object.fromEntries(named) };
}

function visit(shape: BodyShape, see: (text: string) => void): void {
  if (typeof shape !== 'object') return;
  see(JSON.stringify(shape));
  withChildren(shape, (child) => {
    visit(child, see);
    return child;
  });
}

/** The same shape with the shapes within it replaced. */
function withChildren(shape: BodyShape, change: (child: BodyShape) => BodyShape): BodyShape {
  if (typeof shape !== 'object' || 'type' in shape) return shape;
  if ('items' in shape) return { ...shape, items: change(shape.items) };
  if ('anyOf' in shape) return { anyOf: shape.anyOf.map(change) };
  const each = (shapes: Readonly<Record<string, BodyShape>>) =>
    Object.fromEntries(Object.entries(shapes).map(([name, child]) => [name, change(child)]));
  return {
    ...shape,
    ...(shape.members === undefined ? {} : { members: each(shape.members) }),
    ...(shape.others === undefined ? {} : { others: change(shape.others) }),
    ...(shape.by === undefined
      ? {}
      : { by: { member: shape.by.member, shapes: each(shape.by.shapes) } }),
  };
}
