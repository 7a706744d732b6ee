/** The page that reads what a program really called, below the base. */
export const auditPath = 'operations/audit/';

/** Where the reader is drawn, once its script is there. */
export const auditIslandId = 'audit-reader';
