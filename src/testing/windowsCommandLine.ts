/**
 * Reads the commands of a batch file as cmd does, with its extensions on and delayed expansion off: first it puts values
 * for percent signs, then it goes through quotation marks and carets. The phases are those that are described at
 * https://stackoverflow.com/a/4095133.
 *
 * @param environment what `%NAME%` stands for, by its name in capitals
 * @returns each command as it is handed on, without the lines that cmd itself carries out
 * @throws Error where cmd would take a character for its own: a pipe, another command, a redirection
 */
export function commandsOf(
  batch: string,
  program: string,
  environment: Readonly<Record<string, string>> = {},
): readonly string[] {
  const text = batch
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => expanded(line, environment));
  const commands: string[] = [];
  for (let index = 0; index < text.length; index += 1) {
    let line = text[index] ?? '';
    if (!line.trimStart().startsWith(program)) continue;
    let read = readLine(line);
    while (read.isContinued) {
      index += 1;
      // The first character of the next line is taken as it stands.
      line = `${line.slice(0, -1)}^${text[index] ?? ''}`;
      read = readLine(line);
    }
    commands.push(read.command.trimStart());
  }
  return commands;
}

/** The first phase: `%%` is a percent sign, `%1` an argument, of which there are none, `%NAME%` a variable. */
function expanded(line: string, environment: Readonly<Record<string, string>>): string {
  return line.replaceAll(
    /%(?:(%)|[\d*]|([^%:]+)(?::[^%]*)?%|)/g,
    (_, percent: string | undefined, name: string | undefined) =>
      percent ?? (name === undefined ? '' : (environment[name.toUpperCase()] ?? '')),
  );
}

/** The second phase: a caret takes the meaning from the next character, a quotation mark from all up to the next one. */
function readLine(line: string): { readonly command: string; readonly isContinued: boolean } {
  let command = '';
  let isQuoted = false;
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? '';
    if (character === '"') isQuoted = !isQuoted;
    if (!isQuoted && character === '^') {
      if (index === line.length - 1) return { command, isContinued: true };
      index += 1;
      command += line[index] ?? '';
    } else if (!isQuoted && '&|<>()'.includes(character)) {
      throw new Error(`cmd takes ${character} for its own at ${index} in ${line}`);
    } else {
      command += character;
    }
  }
  return { command, isContinued: false };
}

/**
 * Divides a command line as a program of Windows does at its start (`parse_cmdline` in Microsoft's C runtime). The first
 * argument is the program.
 */
export function argumentsOf(commandLine: string): readonly string[] {
  const [program = ''] = /^(?:"[^"]*"|[^\s"])*/.exec(commandLine) ?? [];
  const found: string[] = [program];
  let rest = commandLine.slice(program.length).replace(/^[ \t]+/, '');
  while (rest !== '') {
    let argument = '';
    let isQuoted = false;
    while (rest !== '' && (isQuoted || !/^[ \t]/.test(rest))) {
      const [, slashes = ''] = /^(\\*)/.exec(rest) ?? [];
      rest = rest.slice(slashes.length);
      if (rest.startsWith('"')) {
        argument += '\\'.repeat(Math.floor(slashes.length / 2));
        if (slashes.length % 2 === 1) {
          argument += '"';
        } else if (isQuoted && rest.startsWith('""')) {
          // Two beside each other, between two others, are one.
          argument += '"';
          rest = rest.slice(1);
        } else {
          isQuoted = !isQuoted;
        }
        rest = rest.slice(1);
      } else {
        argument += slashes + rest.slice(0, slashes === '' ? 1 : 0);
        if (slashes === '') rest = rest.slice(1);
      }
    }
    found.push(argument);
    rest = rest.replace(/^[ \t]+/, '');
  }
  return found;
}
