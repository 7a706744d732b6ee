<?php

const TOKEN_URL = 'https://integrator-1234567.okta.com/oauth2/v1/token';
const API_URL = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const CLIENT_ID = '0oaexampleclientid00';
const SCOPE = 'okta.groups.read';

const HINTS = [
    'invalid_client' => 'Compare the org domain, the client ID and the client secret with the integration in Okta.',
    'invalid_scope' => 'Check the names of the scopes: request at least one, and only okta.* scopes.',
    'consent_required' => 'Request only scopes that the integration is registered with.',
    'insufficient_scope' => 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.',
    'invalid_token' => 'The access token has expired, or another server issued it.',
    'E0000006' => 'The scope is there but the permission is not: check the admin role of the integration.',
    'E0000005' => 'No usable Authorization header reached Okta.',
    'E0000047' => 'The rate limit is still used up: try again later, or make fewer calls.',
];

set_exception_handler(function (Throwable $error): never {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
});

$clientSecret = getenv('OKTA_CLIENT_SECRET')
    ?: throw new RuntimeException('Set OKTA_CLIENT_SECRET to the client secret of the integration.');

$okta = new OktaClient($clientSecret);
for ($url = API_URL; $url !== null; $url = nextPage($response)) {
    $response = $okta->call($url);
    echo $response->body, "\n";
}

final class OktaClient
{
    private string $accessToken;
    private int $expiresAt = 0;

    public function __construct(private readonly string $clientSecret) {}

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
            CURLOPT_USERPWD => CLIENT_ID . ':' . $this->clientSecret,
            CURLOPT_POSTFIELDS => http_build_query([
                'grant_type' => 'client_credentials',
                'scope' => SCOPE,
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
