/** Ends when every promise that has been answered so far has been heard. */
export const settled = (): Promise<void> => new Promise((done) => void setImmediate(done));
