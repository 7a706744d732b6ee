using namespace System.Text

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
trap { [Console]::Error.WriteLine($_); exit 1 }

$tokenUrl = 'https://integrator-1234567.okta.com/oauth2/v1/token'
$apiUrl = 'https://integrator-1234567.okta.com/api/v1/groups?limit=10'
$clientId = '0oaexampleclientid00'
$scope = 'okta.groups.read'

if (-not $env:OKTA_CLIENT_SECRET) {
    throw 'Set OKTA_CLIENT_SECRET to the client secret of the integration.'
}

$basic = [Convert]::ToBase64String([Encoding]::UTF8.GetBytes("${clientId}:${env:OKTA_CLIENT_SECRET}"))
$parameters = @{
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
