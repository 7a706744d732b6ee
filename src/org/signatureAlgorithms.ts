/** What Okta accepts from clients and in DPoP proofs (facts C16, D15). */
export const signatureAlgorithms = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'] as const;
