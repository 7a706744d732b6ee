<?php

const TOKEN_URL = 'https://integrator-1234567.okta.com/oauth2/v1/token';
const API_URL = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const CLIENT_ID = '0oaexampleclientid00';
const KEY_ID = 'example-key-id';
const SCOPE = 'okta.groups.read';

$keyFile = getenv('OKTA_PRIVATE_KEY_FILE')
    ?: fail('Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).');
$pem = (string) @file_get_contents($keyFile);
$privateKey = openssl_pkey_get_private(ltrim($pem, "\xEF\xBB\xBF"), '');
if (!$privateKey) {
    preg_match('/-----BEGIN (.+?)-----/', $pem, $found);
    $found = $found[1] ?? 'no PEM';
    fail("Found $found in $keyFile, " . 'and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p \'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync("old.jwk")), format: "jwk" }).export({ type: "pkcs8", format: "pem" })\' > okta-private-key.pem');
}
$key = openssl_pkey_get_details($privateKey);
if (($key['type'] ?? null) !== OPENSSL_KEYTYPE_RSA) {
    fail("$keyFile " . 'contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem');
}

// This run makes a key pair for the proofs and discards it afterwards.
putenv('RANDFILE=/dev/null'); // Otherwise openssl_pkey_new writes ~/.rnd.
$dpopKey = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_RSA, 'private_key_bits' => 2048]);

// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.
$token = request(TOKEN_URL, fn (?string $nonce) => [
    CURLOPT_HTTPHEADER => [
        'Accept: application/json',
        'DPoP: ' . dpopProof('POST', TOKEN_URL, ['nonce' => $nonce], $dpopKey),
    ],
    CURLOPT_POSTFIELDS => http_build_query([
        'grant_type' => 'client_credentials',
        'scope' => SCOPE,
        'client_assertion_type' => 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        'client_assertion' => jwt(['alg' => 'RS256', 'kid' => KEY_ID], [
            'aud' => TOKEN_URL,
            'iss' => CLIENT_ID,
            'sub' => CLIENT_ID,
            'jti' => bin2hex(random_bytes(16)),
            'exp' => time() + 300,
        ], $privateKey),
    ]),
]);
$accessToken = json_decode($token)->access_token;

$ath = base64url(hash('sha256', $accessToken, true));
echo request(API_URL, fn () => [
    CURLOPT_HTTPHEADER => [
        'Accept: application/json',
        "Authorization: DPoP $accessToken",
        'DPoP: ' . dpopProof('GET', API_URL, ['ath' => $ath], $dpopKey),
    ],
]), "\n";

/** Gives the body of the response. When the server asks for a nonce, the options are made again with it. */
function request(string $url, callable $options, ?string $nonce = null): string
{
    $curl = curl_init($url);
    $headers = [];
    curl_setopt_array($curl, $options($nonce) + [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$headers): int {
            [$name, $value] = explode(':', $line, 2) + [1 => ''];
            $headers[strtolower($name)] = trim($value);
            return strlen($line);
        },
    ]);
    $body = curl_exec($curl);
    if ($body === false) {
        fail(curl_error($curl));
    }
    $freshNonce = $headers['dpop-nonce'] ?? null;
    if (!$nonce && $freshNonce && str_contains($body, 'use_dpop_nonce')) {
        return request($url, $options, $freshNonce);
    }
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    if ($status >= 300) {
        $challenge = $headers['www-authenticate'] ?? '';
        fail("$status $challenge $body");
    }
    return $body;
}

function dpopProof(string $method, string $url, array $claims, OpenSSLAsymmetricKey $key): string
{
    $rsa = openssl_pkey_get_details($key)['rsa'];
    $jwk = ['kty' => 'RSA', 'n' => base64url($rsa['n']), 'e' => base64url($rsa['e'])];
    return jwt(['typ' => 'dpop+jwt', 'alg' => 'RS256', 'jwk' => $jwk], array_filter([
        'htm' => $method,
        'htu' => explode('?', $url)[0],
        'jti' => bin2hex(random_bytes(16)),
        'iat' => time(),
        ...$claims,
    ]), $key);
}

function jwt(array $header, array $claims, OpenSSLAsymmetricKey $key): string
{
    $input = base64url(json_encode($header)) . '.' . base64url(json_encode($claims));
    openssl_sign($input, $signature, $key, OPENSSL_ALGO_SHA256);
    return $input . '.' . base64url($signature);
}

function base64url(string $bytes): string
{
    return rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
}

function fail(string $message): never
{
    fwrite(STDERR, "$message\n");
    exit(1);
}
