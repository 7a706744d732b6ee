/** The licences of all software that the site ships, as the build writes them; below the base. */
export const licencesPath = 'licences.txt';
/** The same software as a bill of materials that programs read; below the base. */
export const billOfMaterialsPath = 'sbom.cdx.json';
