/** Where the whole decision lies without a path on it, below the base: as a picture, and as Mermaid text for old renderers. */
export const decisionFiles = { picture: 'decision.svg', plainText: 'decision.plain.mmd' } as const;
