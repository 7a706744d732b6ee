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
$privateKey = [RSA]::Create()
try {
    $privateKey.ImportFromPem($pem)
} catch {
    $found = if ($pem -match '-----BEGIN (.+?)-----') { $Matches[1] } else { 'no PEM' }
    if ($found -eq 'PRIVATE KEY') { throw "$env:OKTA_PRIVATE_KEY_FILE " + 'contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem' }
    throw "Found $found in $env:OKTA_PRIVATE_KEY_FILE, " + 'and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p ''crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync("old.jwk")), format: "jwk" }).export({ type: "pkcs8", format: "pem" })'' > okta-private-key.pem'
}

# This run makes a key pair for the proofs and discards it afterwards.
$dpopKey = [RSA]::Create(2048)

function ConvertTo-Base64Url([byte[]] $Bytes) {
    [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')
}

function New-Jwt([hashtable] $Header, [hashtable] $Claims, $Key) {
    $parts = $Header, $Claims | ForEach-Object {
        ConvertTo-Base64Url ([Encoding]::UTF8.GetBytes((ConvertTo-Json $_ -Compress)))
    }
    $data = [Encoding]::ASCII.GetBytes($parts -join '.')
    $signature = $Key.SignData($data, [HashAlgorithmName]::SHA256, [RSASignaturePadding]::Pkcs1)
    ($parts + (ConvertTo-Base64Url $signature)) -join '.'
}

function New-ClientAssertion {
    New-Jwt @{ alg = 'RS256'; kid = $keyId } @{
        aud = $tokenUrl
        iss = $clientId
        sub = $clientId
        jti = [guid]::NewGuid().ToString()
        exp = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds() + 300
    } $privateKey
}

function New-DpopProof([string] $Method, [string] $Url, [string] $Nonce, [string] $AccessToken) {
    $public = $dpopKey.ExportParameters($false)
    $jwk = @{ kty = 'RSA'; n = ConvertTo-Base64Url $public.Modulus; e = ConvertTo-Base64Url $public.Exponent }
    $claims = @{
        htm = $Method
        htu = $Url.Split('?')[0]
        jti = [guid]::NewGuid().ToString()
        iat = [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
    }
    if ($Nonce) { $claims.nonce = $Nonce }
    if ($AccessToken) {
        $claims.ath = ConvertTo-Base64Url ([SHA256]::HashData([Encoding]::ASCII.GetBytes($AccessToken)))
    }
    New-Jwt @{ typ = 'dpop+jwt'; alg = 'RS256'; jwk = $jwk } $claims $dpopKey
}

# Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.
function Request-AccessToken([string] $Nonce) {
    $parameters = @{
        Uri = $tokenUrl
        Method = 'Post'
        Headers = @{
            Accept = 'application/json'
            DPoP = New-DpopProof POST $tokenUrl -Nonce $Nonce
        }
        Body = @{
            grant_type = 'client_credentials'
            scope = $scope
            client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
            client_assertion = New-ClientAssertion
        }
        SkipHttpErrorCheck = $true
    }
    Invoke-WebRequest @parameters
}

$tokenResponse = Request-AccessToken
$nonce = [string] $tokenResponse.Headers['DPoP-Nonce']
if ($nonce -and $tokenResponse.Content -match 'use_dpop_nonce') {
    $tokenResponse = Request-AccessToken $nonce
}
if ($tokenResponse.StatusCode -ge 300) {
    throw "$($tokenResponse.StatusCode) $($tokenResponse.Content)"
}
$accessToken = ($tokenResponse.Content | ConvertFrom-Json).access_token

$parameters = @{
    Uri = $apiUrl
    Headers = @{
        Accept = 'application/json'
        Authorization = "DPoP $accessToken"
        DPoP = New-DpopProof GET $apiUrl -AccessToken $accessToken
    }
    SkipHttpErrorCheck = $true
}
$response = Invoke-WebRequest @parameters
if ($response.StatusCode -ge 300) {
    throw "$($response.StatusCode) $($response.Headers['WWW-Authenticate']) $($response.Content)"
}
$response.Content
