using Okta.Sdk.Api;
using Okta.Sdk.Client;

var apiToken = Environment.GetEnvironmentVariable("OKTA_API_TOKEN");
if (string.IsNullOrEmpty(apiToken))
{
    throw new InvalidOperationException("Set OKTA_API_TOKEN to the API token.");
}

var configuration = new Configuration
{
    OktaDomain = "https://integrator-1234567.okta.com",
    Token = apiToken,
};

var groupApi = new GroupApi(configuration);
foreach (var group in await groupApi.ListGroups(limit: 10).ToListAsync())
{
    Console.WriteLine(group.Id);
}
