$ErrorActionPreference = 'Stop'

if (-not $env:OKTA_API_TOKEN) {
    throw 'Set OKTA_API_TOKEN to the API token.'
}

Import-Module Okta.PowerShell
Set-OktaConfiguration -BaseUrl 'https://integrator-1234567.okta.com' -ApiKey @{ apitoken = $env:OKTA_API_TOKEN }
Invoke-OktaListGroups -Limit 10
