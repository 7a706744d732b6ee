/** A command, an argument or a file that cannot be used; the message becomes the one line on stderr. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** Printed below the message when the person does not know the commands. */
  readonly usage: string | undefined;

  constructor(message: string, usage?: string) {
    super(message);
    this.usage = usage;
  }
}
