/** Reads JSON of a known shape; the place is for the error. */
export function recordAt(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new TypeError(`${place}: expected an object`);
  }
  return value as Readonly<Record<string, unknown>>;
}

export function listAt(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${place}: expected a list`);
  return value;
}

export function textAt(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new TypeError(`${place}: expected a text`);
  return value;
}

export function numberAt(value: unknown, place: string): number {
  if (typeof value !== 'number') throw new TypeError(`${place}: expected a number`);
  return value;
}

export function textsAt(value: unknown, place: string): readonly string[] {
  return listAt(value, place).map((item, index) => textAt(item, `${place}[${index}]`));
}
