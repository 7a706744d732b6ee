using namespace System.Text

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
trap { [Console]::Error.WriteLine($_); exit 1 }

$tokenUrl = 'https://integrator-1234567.okta.com/oauth2/v1/token'
$apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10'
$clientId = '0oaexampleclientid00'
$scope = 'okta.groups.read'

$hints = [ordered]@{
    'invalid_client' = 'Compare the org domain, the client ID and the client secret with the integration in Okta.'
    'invalid_scope' = 'Check the names of the scopes: request at least one, and only okta.* scopes.'
    'consent_required' = 'Request only scopes that the integration is registered with.'
    'insufficient_scope' = 'The token lacks the scope that WWW-Authenticate names: have it granted, then request it.'
    'invalid_token' = 'The access token has expired, or another server issued it.'
    'E0000006' = 'The scope is there but the permission is not: check the admin role of the integration.'
    'E0000005' = 'No usable Authorization header reached Okta.'
    'E0000047' = 'The rate limit is still used up: try again later, or make fewer calls.'
}

if (-not $env:OKTA_CLIENT_SECRET) {
    throw 'Set OKTA_CLIENT_SECRET to the client secret of the integration.'
}

$expiresAt = [DateTimeOffset]::MinValue

function Test-Answer($Response, [string] $Code) {
    "$($Response.Headers['WWW-Authenticate']) $($Response.Content)".Contains($Code)
}

function Assert-Success($Response) {
    if ($Response.StatusCode -lt 300) { return }
    $code = $hints.Keys | Where-Object { Test-Answer $Response $_ } | Select-Object -First 1
    $hint = if ($code) { $hints[$code] }
    $challenge = [string] $Response.Headers['WWW-Authenticate']
    $lines = "HTTP $($Response.StatusCode)", $challenge, $Response.Content, $hint
    throw ($lines | Where-Object { $_ }) -join "`n"
}

# Sends a request. While the rate limit is used up, it waits and sends a fresh one.
function Send-Request([scriptblock] $NewRequest) {
    for ($attempt = 0; ; $attempt++) {
        $parameters = & $NewRequest
        $response = Invoke-WebRequest @parameters
        if ($response.StatusCode -ne 429 -or $attempt -eq 5) { return $response }
        $reset = [long] [string] $response.Headers['X-Rate-Limit-Reset']
        $seconds = $reset - [DateTimeOffset]::UtcNow.ToUnixTimeSeconds()
        Start-Sleep -Seconds ([Math]::Clamp([double] $seconds, 1, 60))
    }
}

function Request-AccessToken {
    $basic = [Convert]::ToBase64String([Encoding]::UTF8.GetBytes("${clientId}:${env:OKTA_CLIENT_SECRET}"))
    Send-Request {
        @{
            Uri = $tokenUrl
            Method = 'Post'
            Headers = @{
                Accept = 'application/json'
                Authorization = "Basic $basic"
            }
            Body = @{
                grant_type = 'client_credentials'
                scope = $scope
            }
            SkipHttpErrorCheck = $true
        }
    }
}

function Get-AccessToken {
    if ([DateTimeOffset]::UtcNow.AddSeconds(60) -ge $script:expiresAt) {
        $response = Request-AccessToken
        Assert-Success $response
        $token = $response.Content | ConvertFrom-Json
        $script:expiresAt = [DateTimeOffset]::UtcNow.AddSeconds($token.expires_in)
        $script:accessToken = $token.access_token
    }
    $script:accessToken
}

function Invoke-Okta([string] $Url) {
    foreach ($attempt in 1, 2) {
        $response = Send-Request {
            $accessToken = Get-AccessToken
            @{
                Uri = $Url
                Headers = @{
                    Accept = 'application/json'
                    Authorization = "Bearer $accessToken"
                }
                SkipHttpErrorCheck = $true
            }
        }
        if ($response.StatusCode -ne 401 -or -not (Test-Answer $response 'invalid_token')) { break }
        $script:expiresAt = [DateTimeOffset]::MinValue
    }
    Assert-Success $response
    $response
}

$origin = ([uri] $apiUrl).GetLeftPart('Authority') + '/'
$url = $apiUrl
while ($url) {
    if (-not $url.StartsWith($origin, [StringComparison]::Ordinal)) {
        throw "The next page is on another host: $url"
    }
    $response = Invoke-Okta $url
    $response.Content
    $url = $response.RelationLink['next']
}
