/** Where the choice of operations is drawn, once its script is there. */
export const operationsIslandId = 'operations-desk';
