import * as fc from 'fast-check';

/** A value that holds itself, which `postMessage` delivers as it is. */
const cyclic = fc.anything().map((value) => {
  const list: unknown[] = [value];
  list.push(list, { list });
  return list;
});

/** Cheap to send, and whoever goes through it to its end stands still. */
// oxlint-disable-next-line unicorn/no-new-array -- a list of nothing but holes
export const listOfHoles: readonly unknown[] = new Array(4_294_967_295);

/**
 * Whatever another window, a worker or an entry of the history can deliver: all that survives a
 * structured clone, also what JSON has no form for.
 *
 * @see https://html.spec.whatwg.org/multipage/structured-data.html
 */
export const clonedValues: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
    }),
  },
  fc.bigInt(),
  cyclic,
  fc.constantFrom(
    Object.create(null),
    { toString: 1, valueOf: 1 },
    { toJSON: 1 },
    { length: -1 },
    new Error('forged'),
    /forged/,
    listOfHoles,
  ),
);

/**
 * A message with something else in the place of one of its parts, at whatever depth, or beside them.
 *
 * @param values what is put there
 */
export function forgeriesOf(
  message: unknown,
  values: fc.Arbitrary<unknown> = clonedValues,
): fc.Arbitrary<unknown> {
  if (Array.isArray(message)) {
    const items: readonly unknown[] = message;
    return fc.oneof(
      values,
      ...items.map((item, index) =>
        forgeriesOf(item, values).map((forged) => items.with(index, forged)),
      ),
      values.map((added) => [...items, added]),
    );
  }
  if (typeof message !== 'object' || message === null) return values;
  const withPart = (name: string) => (part: unknown) => ({ ...message, [name]: part });
  return fc.oneof(
    values,
    ...Object.entries(message).map(([name, part]) => forgeriesOf(part, values).map(withPart(name))),
    values.map(withPart('added')),
  );
}
