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
if (($key['ec']['curve_name'] ?? null) !== 'prime256v1') {
    fail("$keyFile " . 'contains no P-256 key. Choose the code for RSA keys, or make a P-256 key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out okta-private-key.pem');
}

// This run makes a key pair for the proofs and discards it afterwards.
putenv('RANDFILE=/dev/null'); // Otherwise openssl_pkey_new writes ~/.rnd.
$dpopKey = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);

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
        'client_assertion' => jwt(['alg' => 'ES256', 'kid' => KEY_ID], [
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
    $ec = openssl_pkey_get_details($key)['ec'];
    [$x, $y] = [base64url(bytes32($ec['x'])), base64url(bytes32($ec['y']))];
    $jwk = ['kty' => 'EC', 'crv' => 'P-256', 'x' => $x, 'y' => $y];
    return jwt(['typ' => 'dpop+jwt', 'alg' => 'ES256', 'jwk' => $jwk], array_filter([
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
    openssl_sign($input, $der, $key, OPENSSL_ALGO_SHA256);
    // openssl writes the two numbers of a signature in DER; a JWT takes them as 32 bytes each.
    $r = substr($der, 4, ord($der[3]));
    $s = substr($der, 6 + strlen($r));
    return $input . '.' . base64url(bytes32($r) . bytes32($s));
}

function bytes32(string $number): string
{
    return str_pad(ltrim($number, "\0"), 32, "\0", STR_PAD_LEFT);
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
