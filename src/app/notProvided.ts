/**
 * Stands in for an effect that a machine was not given.
 *
 * @returns a function that throws Error if the machine runs all the same
 */
export const notProvided = (name: string) => (): never => {
  throw new Error(`The machine needs "${name}": give it with \`provide\`.`);
};
