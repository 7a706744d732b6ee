<?php

const API_URL = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';

const HINTS = [
    'E0000011' => 'The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active.',
    'E0000006' => 'The owner of the API token lacks the admin role for this: the token has the rights of its owner.',
    'E0000005' => 'No usable Authorization header reached Okta.',
    'E0000047' => 'The rate limit is still used up: try again later, or make fewer calls.',
];

set_exception_handler(function (Throwable $error): never {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
});

$apiToken = getenv('OKTA_API_TOKEN')
    ?: throw new RuntimeException('Set OKTA_API_TOKEN to the API token.');

for ($url = API_URL; $url !== null; $url = nextPage($response)) {
    $response = send($url, fn () => [
        CURLOPT_HTTPHEADER => ['Accept: application/json', "Authorization: SSWS $apiToken"],
    ])->orFail();
    echo $response->body, "\n";
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
