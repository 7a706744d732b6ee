/**
 * Stands for an effect in a machine that was given none.
 *
 * @returns a function that throws Error when the machine runs all the same
 */
export const notProvided = (name: string) => (): never => {
  throw new Error(`The machine needs "${name}": give it with \`provide\`.`);
};
