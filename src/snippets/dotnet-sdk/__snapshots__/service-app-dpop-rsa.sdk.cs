using Okta.Sdk.Api;
using Okta.Sdk.Client;

var keyFile = Environment.GetEnvironmentVariable("OKTA_PRIVATE_JWK_FILE");
if (string.IsNullOrEmpty(keyFile))
{
    throw new InvalidOperationException("Set OKTA_PRIVATE_JWK_FILE to the path of your private key (JWK, unencrypted).");
}

var configuration = new Configuration
{
    OktaDomain = "https://integrator-1234567.okta.com",
    AuthorizationMode = AuthorizationMode.PrivateKey,
    ClientId = "0oaexampleclientid00",
    Scopes = new HashSet<string> { "okta.groups.read" },
    PrivateKey = new JsonWebKeyConfiguration(File.ReadAllText(keyFile))
    {
        Kid = "example-key-id",
    },
};

var groupApi = new GroupApi(configuration);
foreach (var group in await groupApi.ListGroups(limit: 10).ToListAsync())
{
    Console.WriteLine(group.Id);
}
