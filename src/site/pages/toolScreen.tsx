import { ToolScreen } from '#screens/tools/ToolScreen.tsx';
import { ToolsScreen } from '#screens/tools/ToolsScreen.tsx';

import type { DrawnScreen } from './drawnScreen.ts';
import type { ToolPage } from './pages.ts';

/** The screen of a tool's page, or of their list, with what its head says. */
export function toolScreen({ tool }: ToolPage): DrawnScreen {
  if (tool === undefined) {
    return {
      title: 'Tools and SDKs',
      description:
        'Terraform, Postman, Okta’s SDKs, Workflows, MCP servers and more: which credential each accepts, in which format, and what each does silently.',
      screen: <ToolsScreen />,
    };
  }
  return {
    title: `${tool.name}: credential, scopes, errors`,
    description: `${tool.name}: which credential to use for Okta’s APIs and in which format, which scopes to grant, which errors to expect, and what happens silently.`,
    screen: <ToolScreen tool={tool} />,
  };
}
