/** A command of the guide’s command line, as one types it. */
export const verbatimCommand = (command: string): string => `npm run --silent guide -- ${command}`;
