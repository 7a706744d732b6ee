/** A published loader. Its bytes never change, because hosts pin their hash. */
export interface LoaderRelease {
  /** Folder below `embed/`. */
  readonly version: string;
  /** Value of the `integrity` attribute. @see https://www.w3.org/TR/SRI/ */
  readonly integrity: `sha384-${string}`;
}

/** All releases, the latest last. `npm run embed:release` makes the next one. */
export const releases: readonly LoaderRelease[] = [
  {
    version: '1.0.0',
    integrity: 'sha384-JBuJuii04CPEpkOOLdW6j3t47WphBIm+l/yMy/ExGWSdYNWkk+NAZgtFQ+4RohKJ',
  },
  {
    version: '1.1.0',
    integrity: 'sha384-HBZyfmZUrDebCFoNkCPQvzu+cNKNgNzyVva10l+lvb+FFpD4+PyWm526WkoHChAt',
  },
  {
    version: '1.2.0',
    integrity: 'sha384-6yZZRkeBTwlZqm6f+iybKt+w0GMmMEDfq1YSDKEpNXyE/peVqyQXPdsmqEYSTX0Z',
  },
];
