<?php

const TOKEN_URL = 'https://integrator-1234567.okta.com/oauth2/v1/token';
const API_URL = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';
const CLIENT_ID = '0oaexampleclientid00';
const SCOPE = 'okta.groups.read';

$clientSecret = getenv('OKTA_CLIENT_SECRET')
    ?: fail('Set OKTA_CLIENT_SECRET to the client secret of the integration.');

$token = request(TOKEN_URL, [
    CURLOPT_HTTPHEADER => ['Accept: application/json'],
    CURLOPT_USERPWD => CLIENT_ID . ':' . $clientSecret,
    CURLOPT_POSTFIELDS => http_build_query([
        'grant_type' => 'client_credentials',
        'scope' => SCOPE,
    ]),
]);
$accessToken = json_decode($token)->access_token;

echo request(API_URL, [
    CURLOPT_HTTPHEADER => ['Accept: application/json', "Authorization: Bearer $accessToken"],
]), "\n";

/** Gives the body of the response. */
function request(string $url, array $options): string
{
    $curl = curl_init($url);
    $headers = [];
    curl_setopt_array($curl, $options + [
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
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    if ($status >= 300) {
        $challenge = $headers['www-authenticate'] ?? '';
        fail("$status $challenge $body");
    }
    return $body;
}

function fail(string $message): never
{
    fwrite(STDERR, "$message\n");
    exit(1);
}
