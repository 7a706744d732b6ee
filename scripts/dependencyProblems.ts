/** A package of the bill of materials, reduced to what matters here. */
export interface ShippedDependency {
  readonly name: string;
  readonly version: string;
}

/** What npm's lock file says about an installed package; `dev` if only `devDependencies` ask for it. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

/**
 * Compares what is shipped with what `package.json` calls a dependency. If both agree, `npm audit
 * --omit=dev` looks at everything that reaches a browser.
 *
 * @param shipped packages whose own files are in the site
 * @param dependencies the names under `dependencies`
 * @param locked `packages` of package-lock.json
 */
export function dependencyProblems(
  shipped: readonly ShippedDependency[],
  dependencies: readonly string[],
  locked: Readonly<Record<string, LockedPackage>>,
): readonly string[] {
  const isDependency = ({ name, version }: ShippedDependency): boolean =>
    Object.entries(locked).some(
      ([folder, each]) =>
        folder.endsWith(`node_modules/${name}`) &&
        each.version === version &&
        !each.dev &&
        !each.devOptional,
    );
  return [
    ...shipped
      .filter((each) => !isDependency(each))
      .map(
        ({ name, version }) =>
          `${name} ${version} is shipped, but neither it nor what needs it is listed under dependencies`,
      ),
    ...dependencies
      .filter((name) => !shipped.some((each) => each.name === name))
      .map((name) => `${name} is listed under dependencies, but none of it is shipped`),
  ];
}
