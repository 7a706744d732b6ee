$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
trap { [Console]::Error.WriteLine($_); exit 1 }

$apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10'

if (-not $env:OKTA_API_TOKEN) {
    throw 'Set OKTA_API_TOKEN to the API token.'
}

$parameters = @{
    Uri = $apiUrl
    Headers = @{
        Accept = 'application/json'
        Authorization = "SSWS $env:OKTA_API_TOKEN"
    }
    SkipHttpErrorCheck = $true
}
$response = Invoke-WebRequest @parameters
if ($response.StatusCode -ge 300) {
    throw "$($response.StatusCode) $($response.Content)"
}
$response.Content
