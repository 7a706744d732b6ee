import { ciRunner, terraform } from './infrastructure.ts';
import { accessGateway, mcpServers, orgToOrg, siem, workflows } from './oktaProducts.ts';
import { bruno, curlOnWindows, postman, powershellModule } from './requestTools.ts';
import { dotnetSdk, goSdk, javaSdk, nodeSdk, pythonSdk } from './sdks.ts';
import type { Tool, ToolGroupId } from './tool.ts';

/** Tools of a kind, as the list has them. */
export interface ToolGroup {
  readonly id: ToolGroupId;
  readonly heading: string;
}

/** In the order of the list. */
export const toolGroups: readonly ToolGroup[] = [
  { id: 'code', heading: 'In your own code: Okta’s SDKs' },
  { id: 'infrastructure', heading: 'Infrastructure and pipelines' },
  { id: 'okta', heading: 'Okta’s products, and products connected to Okta' },
  { id: 'hand', heading: 'By hand' },
];

/**
 * Every tool that has a page: the one list of them. Where a text fits several, the earlier one is named
 * first, so Terraform comes before the SDK for Go, whose words it repeats.
 */
export const tools: readonly Tool[] = [
  terraform,
  ciRunner,
  nodeSdk,
  pythonSdk,
  goSdk,
  javaSdk,
  dotnetSdk,
  workflows,
  mcpServers,
  orgToOrg,
  accessGateway,
  siem,
  postman,
  bruno,
  curlOnWindows,
  powershellModule,
];
