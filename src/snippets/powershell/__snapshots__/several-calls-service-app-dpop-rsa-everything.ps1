using namespace System.Security.Cryptography
using namespace System.Text

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
trap { [Console]::Error.WriteLine($_); exit 1 }

$tokenUrl = 'https://integrator-1234567.okta.com/oauth2/v1/token'
$clientId = '0oaexampleclientid00'
$keyId = 'example-key-id'
$scope = 'okta.groups.manage'

$hints = [ordered]@{
    'invalid_client' = 'Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock.'
    'invalid_scope' = 'Check the names of the scopes: request at least one, and only okta.* scopes.'
    'consent_required' = 'Have a super admin grant the scopes to the app (Okta API Scopes tab).'
    'invalid_dpop_proof' = 'Check the clock: a proof is good for five minutes and for one request.'
    'insufficient_scope' = 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.'
    'invalid_token' = 'The access token has expired, or another server issued it.'
    'E0000006' = 'The scope is there but the permission is not: give the app an admin role that allows this.'
    'E0000005' = 'No usable Authorization header reached Okta.'
    'E0000047' = 'The rate limit is still used up: try again later, or make fewer calls.'
}

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

# The calls in order: method, URL, and the JSON that is sent.
$calls = @(
    @{ Method = 'GET'; Url = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10' }
    @{
        Method = 'POST'
        Url = 'https://integrator-1234567.okta.com/api/v1/groups'
        Body = '{"profile":{"name":"Payroll"}}'
    }
    @{ Method = 'DELETE'; Url = 'https://integrator-1234567.okta.com/api/v1/groups/00gexamplegroup00001' }
)

# This run makes a key pair for the proofs and discards it afterwards.
$dpopKey = [RSA]::Create(2048)

$expiresAt = [DateTimeOffset]::MinValue

function Test-Answer($Response, [string] $Code) {
    "$($Response.Headers['WWW-Authenticate']) $($Response.Content)".Contains($Code)
}

function Assert-Success($Response, [string] $RequestName) {
    if ($Response.StatusCode -lt 300) { return }
    $code = $hints.Keys | Where-Object { Test-Answer $Response $_ } | Select-Object -First 1
    $hint = if ($code) { $hints[$code] }
    $challenge = [string] $Response.Headers['WWW-Authenticate']
    if ($Response.Content.Contains('future')) {
        $ahead = [DateTimeOffset]::UtcNow - [DateTimeOffset] [string] $Response.Headers['Date']
        $clock = "Your clock is $([Math]::Round($ahead.TotalSeconds)) seconds ahead of Okta's."
    }
    $lines = $RequestName, "HTTP $($Response.StatusCode)", $challenge, $Response.Content, $hint, $clock
    throw ($lines | Where-Object { $_ }) -join "`n"
}

# Sends a request. While the rate limit is used up, it waits and sends a fresh one.
function Send-Request([scriptblock] $NewRequest) {
    for ($attempt = 0; ; $attempt++) {
        $parameters = & $NewRequest
        # Follows no redirect: with SilentlyContinue, it comes back as an answer, which Assert-Success refuses.
        $response = Invoke-WebRequest @parameters -MaximumRedirection 0 -ErrorAction SilentlyContinue
        if ($response.StatusCode -ne 429 -or $attempt -eq 5) { return $response }
        $reset = [long] [string] $response.Headers['X-Rate-Limit-Reset']
        $seconds = $reset - [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
        Start-Sleep -Seconds ([Math]::Clamp([double] $seconds, 1, 60))
    }
}

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
function Request-AccessToken {
    $response = Send-Request {
        @{
            Uri = $tokenUrl
            Method = 'Post'
            Headers = @{
                Accept = 'application/json'
                DPoP = New-DpopProof POST $tokenUrl -Nonce $script:nonce
            }
            Body = @{
                grant_type = 'client_credentials'
                scope = $scope
                client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
                client_assertion = New-ClientAssertion
            }
            SkipHttpErrorCheck = $true
        }
    }
    $nonce = [string] $response.Headers['DPoP-Nonce']
    if ($nonce) { $script:nonce = $nonce }
    $response
}

function Get-AccessToken {
    if ([DateTimeOffset]::UtcNow.AddSeconds(60) -ge $script:expiresAt) {
        $response = Request-AccessToken
        if ($response.Headers['DPoP-Nonce'] -and (Test-Answer $response 'use_dpop_nonce')) {
            $response = Request-AccessToken
        }
        Assert-Success $response "POST $tokenUrl"
        $token = $response.Content | ConvertFrom-Json
        $script:expiresAt = [DateTimeOffset]::UtcNow.AddSeconds($token.expires_in)
        $script:accessToken = $token.access_token
    }
    $script:accessToken
}

function Invoke-Okta([string] $Method, [string] $Url, $Body) {
    foreach ($attempt in 1, 2) {
        $response = Send-Request {
            $accessToken = Get-AccessToken
            $parameters = @{
                Uri = $Url
                Method = $Method
                Headers = @{
                    Accept = 'application/json'
                    Authorization = "DPoP $accessToken"
                    DPoP = New-DpopProof $Method $Url -AccessToken $accessToken
                }
                SkipHttpErrorCheck = $true
            }
            # Without a content type, Invoke-WebRequest would call an empty body a form.
            if ($null -ne $Body -or $Method -in 'POST', 'PUT') {
                $parameters.ContentType = 'application/json'
            }
            if ($null -ne $Body) { $parameters.Body = $Body }
            $parameters
        }
        if ($response.StatusCode -ne 401 -or -not (Test-Answer $response 'invalid_token')) { break }
        $script:expiresAt = [DateTimeOffset]::MinValue
    }
    Assert-Success $response "$Method $Url"
    $response
}

foreach ($call in $calls) {
    "$($call.Method) $($call.Url)"
    $origin = ([uri] $call.Url).GetLeftPart('Authority') + '/'
    $url = $call.Url
    while ($url) {
        if (-not $url.StartsWith($origin, [StringComparison]::Ordinal)) {
            throw "The next page is on another host: $url"
        }
        $response = Invoke-Okta $call.Method $url $call.Body
        [string] $response.Content
        $url = if ($call.Method -eq 'GET') { $response.RelationLink['next'] }
    }
}
