/** The file in the current folder that the commands write the private key to. */
export const privateKeyFileName = 'okta-private-key.pem';

/** The same key, for tools that read only a JWK. */
export const privateJwkFileName = 'okta-private-key.jwk';

/** The file with the public key, which the program never needs. */
export const publicJwkFileName = 'public-key.jwk';

/** The file with all public keys, which is hosted. */
export const keySetFileName = 'jwks.json';
