import type { Tool } from '#guide/tools/tool.ts';

/** Where the list of tools lies, below the base. */
export const toolsPath = 'tools/';

/** Where a tool's page lies, below the base. */
export const toolPath = ({ id }: Pick<Tool, 'id'>): string => `${toolsPath}${id}/`;
