$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
trap { [Console]::Error.WriteLine($_); exit 1 }

$apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10'

$hints = [ordered]@{
    'E0000011' = 'The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active.'
    'E0000006' = 'The owner of the API token lacks the admin role for this: the token has the rights of its owner.'
    'E0000005' = 'No usable Authorization header reached Okta.'
    'E0000047' = 'The rate limit is still used up: try again later, or make fewer calls.'
}

if (-not $env:OKTA_API_TOKEN) {
    throw 'Set OKTA_API_TOKEN to the API token.'
}

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

function Invoke-Okta([string] $Url) {
    $response = Send-Request {
        @{
            Uri = $Url
            Headers = @{
                Accept = 'application/json'
                Authorization = "SSWS $env:OKTA_API_TOKEN"
            }
            SkipHttpErrorCheck = $true
        }
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
