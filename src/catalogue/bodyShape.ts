import type { Bounds } from './bounds.ts';
import type { ApiId } from './operation.ts';

/**
 * What the specification says about a value in a JSON body, as far as it decides whether a call can
 * work: a type name if nothing more is said, the position of a shape in the API's list, or a shape.
 */
export type BodyShape =
  | PlainType
  | number
  | ScalarShape
  | ObjectShape
  | ListShape
  | AlternativeShapes;

export const scalarTypes = ['string', 'integer', 'number', 'boolean'] as const;
export type ScalarType = (typeof scalarTypes)[number];

/** `any` is a value about which the specification says nothing. */
export const plainTypes = [...scalarTypes, 'any'] as const;
export type PlainType = (typeof plainTypes)[number];

/** A text, number or truth value that the specification restricts. */
export interface ScalarShape extends Bounds {
  readonly type: ScalarType;
  /** The only values that it accepts. */
  readonly values?: readonly string[];
}

/**
 * An object. Each plain type lists the names of its members, separated by spaces: most members have
 * a plain type, and browsers load this file.
 */
export interface ObjectShape extends Readonly<Partial<Record<PlainType, string>>> {
  readonly members?: Readonly<Record<string, BodyShape>>;
  /** The names of the members that must be sent, separated by spaces. */
  readonly required?: string;
  /** The sender may choose the names of members. */
  readonly open?: true;
  /** The members whose names the sender chooses. */
  readonly others?: BodyShape;
  /** Which other shape it also has, by the text of one of its members. */
  readonly by?: { readonly member: string; readonly shapes: Readonly<Record<string, BodyShape>> };
}

export interface ListShape extends Readonly<Partial<Record<'minItems' | 'maxItems', number>>> {
  readonly items: BodyShape;
}

/** One of several shapes, or a combination of them. */
export interface AlternativeShapes {
  readonly anyOf: readonly BodyShape[];
}

/** The bodies of an API's operations. */
export interface ApiBodyShapes {
  /** Shapes that occur in several bodies. */
  readonly shapes: readonly BodyShape[];
  /** By the `operationId`; absent if an operation accepts no JSON, or any JSON. */
  readonly bodies: Readonly<Record<string, BodyShape>>;
}

/** The bodies of all operations, as they are committed (`bodyShapes.json`). */
export type BodyShapes = Readonly<Record<ApiId, ApiBodyShapes>>;

/** The text of the file: deterministic, one shape per line. */
export function bodyShapesText(all: BodyShapes): string {
  const apis = Object.entries(all).map(([api, { shapes, bodies }]) => {
    const listed = shapes.map((shape) => `      ${JSON.stringify(shape)}`).join(',\n');
    const named = Object.entries(bodies)
      .map(([id, shape]) => `      ${JSON.stringify(id)}: ${JSON.stringify(shape)}`)
      .join(',\n');
    return `  ${JSON.stringify(api)}: {\n    "shapes": [\n${listed}\n    ],\n    "bodies": {\n${named}\n    }\n  }`;
  });
  return `{\n${apis.join(',\n')}\n}\n`;
}
