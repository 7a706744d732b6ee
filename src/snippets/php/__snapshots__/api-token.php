<?php

const API_URL = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10';

$apiToken = getenv('OKTA_API_TOKEN')
    ?: fail('Set OKTA_API_TOKEN to the API token.');

$curl = curl_init(API_URL);
curl_setopt_array($curl, [
    CURLOPT_HTTPHEADER => ['Accept: application/json', "Authorization: SSWS $apiToken"],
    CURLOPT_RETURNTRANSFER => true,
]);
$body = curl_exec($curl);
if ($body === false) {
    fail(curl_error($curl));
}
$status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
if ($status >= 300) {
    fail("$status $body");
}
echo $body, "\n";

function fail(string $message): never
{
    fwrite(STDERR, "$message\n");
    exit(1);
}
