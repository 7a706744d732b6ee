/** The file that the commands write the private key to, in the current folder. */
export const privateKeyFileName = 'okta-private-key.pem';

/** The same key for what reads a JWK only. */
export const privateJwkFileName = 'okta-private-key.jwk';

/** The file with the public key, which the program never needs. */
export const publicJwkFileName = 'public-key.jwk';

/** The file with all public keys: what is hosted. */
export const keySetFileName = 'jwks.json';
