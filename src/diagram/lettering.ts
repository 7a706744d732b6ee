/** Size in units of the picture, and weight, that a kind of text is measured and drawn with. */
interface Lettering {
  readonly size: number;
  readonly weight: number;
  /** From one line's middle to the next, in units of the picture. */
  readonly leading: number;
}

/** The text in a box. */
export const nodeText: Lettering = { size: 15, weight: 600, leading: 16.5 };

/** An answer on its line; the weight is that of a chosen one, the widest. */
export const labelText: Lettering = { size: 14, weight: 600, leading: 15.4 };
