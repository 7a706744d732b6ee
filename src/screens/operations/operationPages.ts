import {
  type ApiId,
  apiIds,
  type Catalogue,
  type CatalogueOperation,
} from '#catalogue/operation.ts';
import { tagTitle } from '#catalogue/title.ts';

/** The page that lists the operations of a tag. */
export interface OperationTag {
  readonly api: ApiId;
  readonly tag: string;
  /** As people say it: `User Role Targets`. */
  readonly title: string;
  /** Below the base: `operations/management/group/`. */
  readonly path: string;
  readonly operations: readonly CatalogueOperation[];
}

/** Parts of addresses: they never change, and contain only lower-case letters and hyphens. */
const apiSegments: Readonly<Record<ApiId, string>> = {
  management: 'management',
  governance: 'governance',
  myAccount: 'my-account',
  oauth: 'oauth',
};

/** Every tag with its operations, in the order of the APIs and of the titles. */
export function operationTags(catalogue: Catalogue): readonly OperationTag[] {
  return apiIds.flatMap((api) => {
    const ofApi = catalogue.operations.filter((operation) => operation.api === api);
    return [...new Set(ofApi.map(({ tag }) => tag))]
      .map((tag) => ({
        api,
        tag,
        title: tagTitle(catalogue, api, tag),
        path: tagPath(api, tag),
        operations: ofApi.filter((operation) => operation.tag === tag),
      }))
      .toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
  });
}

function tagPath(api: ApiId, tag: string): string {
  const segment = tag
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .toLowerCase();
  return `operations/${apiSegments[api]}/${segment}/`;
}

/** Where an operation is on the page of its tag, below the base. */
export function operationAnchor({ api, tag, id }: CatalogueOperation): string {
  return `${tagPath(api, tag)}#${id}`;
}
