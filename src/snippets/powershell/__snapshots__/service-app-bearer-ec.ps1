using namespace System.Security.Cryptography
using namespace System.Text

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
trap { [Console]::Error.WriteLine($_); exit 1 }

$tokenUrl = 'https://integrator-1234567.okta.com/oauth2/v1/token'
$apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10'
$clientId = '0oaexampleclientid00'
$keyId = 'example-key-id'
$scope = 'okta.groups.read'

if (-not $env:OKTA_PRIVATE_KEY_FILE) {
    throw 'Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).'
}
$pem = Get-Content -Raw -LiteralPath $env:OKTA_PRIVATE_KEY_FILE
$privateKey = [ECDsa]::Create()
try {
    $privateKey.ImportFromPem($pem)
    if ($privateKey.KeySize -ne 256) { throw 'another curve' }
} catch {
    $found = if ($pem -match '-----BEGIN (.+?)-----') { $Matches[1] } else { 'no PEM' }
    if ($found -eq 'PRIVATE KEY') { throw "$env:OKTA_PRIVATE_KEY_FILE " + 'contains no P-256 key. Choose the code for RSA keys, or make a P-256 key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out okta-private-key.pem' }
    throw "Found $found in $env:OKTA_PRIVATE_KEY_FILE, " + 'and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p ''crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync("old.jwk")), format: "jwk" }).export({ type: "pkcs8", format: "pem" })'' > okta-private-key.pem'
}

function ConvertTo-Base64Url([byte[]] $Bytes) {
    [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')
}

function New-Jwt([hashtable] $Header, [hashtable] $Claims, $Key) {
    $parts = $Header, $Claims | ForEach-Object {
        ConvertTo-Base64Url ([Encoding]::UTF8.GetBytes((ConvertTo-Json $_ -Compress)))
    }
    $data = [Encoding]::ASCII.GetBytes($parts -join '.')
    $signature = $Key.SignData($data, [HashAlgorithmName]::SHA256, [DSASignatureFormat]::IeeeP1363FixedFieldConcatenation)
    ($parts + (ConvertTo-Base64Url $signature)) -join '.'
}

function New-ClientAssertion {
    New-Jwt @{ alg = 'ES256'; kid = $keyId } @{
        aud = $tokenUrl
        iss = $clientId
        sub = $clientId
        jti = [guid]::NewGuid().ToString()
        exp = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds() + 300
    } $privateKey
}

$parameters = @{
    Uri = $tokenUrl
    Method = 'Post'
    Headers = @{
        Accept = 'application/json'
    }
    Body = @{
        grant_type = 'client_credentials'
        scope = $scope
        client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
        client_assertion = New-ClientAssertion
    }
    SkipHttpErrorCheck = $true
}
$tokenResponse = Invoke-WebRequest @parameters
if ($tokenResponse.StatusCode -ge 300) {
    throw "$($tokenResponse.StatusCode) $($tokenResponse.Content)"
}
$accessToken = ($tokenResponse.Content | ConvertFrom-Json).access_token

$parameters = @{
    Uri = $apiUrl
    Headers = @{
        Accept = 'application/json'
        Authorization = "Bearer $accessToken"
    }
    SkipHttpErrorCheck = $true
}
$response = Invoke-WebRequest @parameters
if ($response.StatusCode -ge 300) {
    throw "$($response.StatusCode) $($response.Headers['WWW-Authenticate']) $($response.Content)"
}
$response.Content
