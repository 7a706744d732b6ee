import {
  type ApiId,
  apiIds,
  type Catalogue,
  type CatalogueOperation,
} from '#catalogue/operation.ts';

/** Where the choice of operations is drawn, once its script is there. */
export const operationsIslandId = 'operations-desk';

/** The page that lists the operations of a tag. */
export interface OperationTag {
  readonly api: ApiId;
  readonly tag: string;
  /** Below the base: `operations/management/group/`. */
  readonly path: string;
  readonly operations: readonly CatalogueOperation[];
}

/** Parts of addresses: they never change, and hold small letters and dashes only. */
const apiSegments: Readonly<Record<ApiId, string>> = {
  management: 'management',
  governance: 'governance',
  myAccount: 'my-account',
  oauth: 'oauth',
};

/** Every tag with its operations, in the order of the specifications. */
export function operationTags({ operations }: Catalogue): readonly OperationTag[] {
  return apiIds.flatMap((api) => {
    const ofApi = operations.filter((operation) => operation.api === api);
    const tags = [...new Set(ofApi.map(({ tag }) => tag))].toSorted((one, other) =>
      one.localeCompare(other, 'en'),
    );
    return tags.map((tag) => ({
      api,
      tag,
      path: tagPath(api, tag),
      operations: ofApi.filter((operation) => operation.tag === tag),
    }));
  });
}

function tagPath(api: ApiId, tag: string): string {
  const segment = tag
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
  return `operations/${apiSegments[api]}/${segment}/`;
}

/** Where an operation stands on the page of its tag, below the base. */
export function operationAnchor({ api, tag, id }: CatalogueOperation): string {
  return `${tagPath(api, tag)}#${id}`;
}
