<?php

const TOKEN_URL = 'https://integrator-1234567.okta.com/oauth2/v1/token';
const API_URL = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const CLIENT_ID = '0oaexampleclientid00';
const KEY_ID = 'example-key-id';
const SCOPE = 'okta.groups.read';

const HINTS = [
    'invalid_client' => 'Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock.',
    'invalid_scope' => 'Check the names of the scopes: request at least one, and only okta.* scopes.',
    'consent_required' => 'Have a super admin grant the scopes to the app (Okta API Scopes tab).',
    'invalid_dpop_proof' => 'The app requires DPoP: use the DPoP variant, or switch the requirement off in the app.',
    'insufficient_scope' => 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.',
    'invalid_token' => 'The access token has expired, or another server issued it.',
    'E0000006' => 'The scope is there but the permission is not: give the app an admin role that allows this.',
    'E0000005' => 'No usable Authorization header reached Okta.',
    'E0000047' => 'The rate limit is still used up: try again later, or make fewer calls.',
];

set_exception_handler(function (Throwable $error): never {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
});

$keyFile = getenv('OKTA_PRIVATE_KEY_FILE')
    ?: throw new RuntimeException('Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).');
$pem = (string) @file_get_contents($keyFile);
$privateKey = openssl_pkey_get_private(ltrim($pem, "\xEF\xBB\xBF"), '');
if (!$privateKey) {
    preg_match('/-----BEGIN (.+?)-----/', $pem, $found);
    $found = $found[1] ?? 'no PEM';
    throw new RuntimeException("Found $found in $keyFile, " . 'and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p \'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync("old.jwk")), format: "jwk" }).export({ type: "pkcs8", format: "pem" })\' > okta-private-key.pem');
}
$key = openssl_pkey_get_details($privateKey);
if (($key['type'] ?? null) !== OPENSSL_KEYTYPE_RSA) {
    throw new RuntimeException("$keyFile " . 'contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem');
}

$okta = new OktaClient($privateKey);
for ($url = API_URL; $url !== null; $url = nextPage($response)) {
    $response = $okta->call($url);
    echo $response->body, "\n";
}

final class OktaClient
{
    private string $accessToken;
    private int $expiresAt = 0;

    public function __construct(private readonly OpenSSLAsymmetricKey $privateKey) {}

    public function call(string $url): Response
    {
        $options = fn () => [
            CURLOPT_HTTPHEADER => ['Accept: application/json', 'Authorization: Bearer ' . $this->accessToken()],
        ];
        $response = send($url, $options);
        if ($response->status === 401 && $response->says('invalid_token')) {
            $this->expiresAt = 0;
            $response = send($url, $options);
        }
        return $response->orFail();
    }

    private function accessToken(): string
    {
        if (time() < $this->expiresAt - 60) {
            return $this->accessToken;
        }
        $response = send(TOKEN_URL, fn () => [
            CURLOPT_HTTPHEADER => ['Accept: application/json'],
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
                ], $this->privateKey),
            ]),
        ]);
        $token = json_decode($response->orFail()->body);
        $this->expiresAt = time() + $token->expires_in;
        return $this->accessToken = $token->access_token;
    }
}

final class Response
{
    public function __construct(public readonly int $status, public readonly string $body, private array $headers) {}

    public function header(string $name): string
    {
        return implode(', ', $this->headers[$name] ?? []);
    }

    public function says(string $code): bool
    {
        return str_contains($this->header('www-authenticate') . $this->body, $code);
    }

    public function orFail(): self
    {
        if ($this->status < 300) {
            return $this;
        }
        $lines = ["HTTP $this->status", $this->header('www-authenticate'), $this->body];
        foreach (HINTS as $code => $hint) {
            if ($this->says($code)) {
                $lines[] = $hint;
                break;
            }
        }
        if ($this->says('future')) {
            $ahead = time() - strtotime($this->header('date'));
            $lines[] = "Your clock is $ahead seconds ahead of Okta's.";
        }
        throw new RuntimeException(implode("\n", array_filter($lines)));
    }
}

/** Sends a request. While the rate limit is used up, it waits and sends the request again with fresh options. */
function send(string $url, callable $options): Response
{
    for ($attempt = 0; ; $attempt++) {
        $headers = [];
        $curl = curl_init($url);
        curl_setopt_array($curl, $options() + [
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$headers): int {
                [$name, $value] = explode(':', $line, 2) + [1 => ''];
                $headers[strtolower($name)][] = trim($value);
                return strlen($line);
            },
        ]);
        $body = curl_exec($curl);
        if ($body === false) {
            throw new RuntimeException(curl_error($curl));
        }
        $response = new Response(curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $body, $headers);
        if ($response->status !== 429 || $attempt === 5) {
            return $response;
        }
        sleep(max(1, min(60, (int) $response->header('x-rate-limit-reset') - time())));
    }
}

function nextPage(Response $response): ?string
{
    if (!preg_match('/<([^>]+)>; *rel="next"/', $response->header('link'), $match)) {
        return null;
    }
    $origin = substr(API_URL, 0, strpos(API_URL, '/', strlen('https://')) + 1);
    if (!str_starts_with($match[1], $origin)) {
        throw new RuntimeException("The next page is on another host: $match[1]");
    }
    return $match[1];
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
