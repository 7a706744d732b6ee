import type { ShippedPackage } from './shippedPackages.ts';

/** What `package.json` says of the guide itself. */
export interface Product {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** A part of the product, as CycloneDX names its fields. */
export interface Component {
  readonly type: 'library';
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly licenses: readonly (
    | { readonly license: { readonly id: string } }
    | { readonly expression: string }
  )[];
  readonly purl: string;
  readonly externalReferences?: readonly { readonly type: 'vcs'; readonly url: string }[];
  readonly properties: readonly { readonly name: typeof originProperty; readonly value: string }[];
}

/** Says how the code of a component got into the product: `ShippedPackage.origin`. */
export const originProperty = 'okta-api-authorization-guide:origin';

/**
 * Returns the software bill of materials: what the files of the site are made of. It names no time and
 * no serial number, so that the same content gives the same bytes.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(product: Product, packages: readonly ShippedPackage[]) {
  const root = `${product.name}@${product.version}`;
  const components = packages.map(component);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name: product.name,
        version: product.version,
        licenses: [{ license: { id: product.license } }],
      },
    },
    components,
    dependencies: [{ ref: root, dependsOn: components.map((each) => each['bom-ref']) }],
  } as const;
}

function component({ name, version, licence, source, origin }: ShippedPackage): Component {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    licenses:
      licence === undefined
        ? []
        : [/\s/.test(licence) ? { expression: licence } : { license: { id: licence } }],
    purl,
    ...(source === undefined ? {} : { externalReferences: [{ type: 'vcs', url: source }] }),
    properties: [{ name: originProperty, value: origin }],
  };
}
