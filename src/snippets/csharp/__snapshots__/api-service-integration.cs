using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

const string tokenUrl = "https://integrator-1234567.okta.com/oauth2/v1/token";
const string apiUrl = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";
const string clientId = "0oaexampleclientid00";
const string scope = "okta.groups.read";

var clientSecret = Environment.GetEnvironmentVariable("OKTA_CLIENT_SECRET");
if (string.IsNullOrEmpty(clientSecret))
{
    Console.Error.WriteLine("Set OKTA_CLIENT_SECRET to the client secret of the integration.");
    return 1;
}

using var http = new HttpClient();
http.DefaultRequestHeaders.Accept.ParseAdd("application/json");

using var tokenRequest = new HttpRequestMessage(HttpMethod.Post, tokenUrl);
tokenRequest.Headers.Authorization = new AuthenticationHeaderValue(
    "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}")));
tokenRequest.Content = new FormUrlEncodedContent(new Dictionary<string, string>
{
    ["grant_type"] = "client_credentials",
    ["scope"] = scope,
});
using var tokenResponse = await http.SendAsync(tokenRequest);
var tokenBody = await tokenResponse.Content.ReadAsStringAsync();
if (!tokenResponse.IsSuccessStatusCode)
{
    Console.Error.WriteLine($"{(int)tokenResponse.StatusCode} {tokenBody}");
    return 1;
}
var accessToken = JsonNode.Parse(tokenBody)!["access_token"]!.GetValue<string>();

using var request = new HttpRequestMessage(HttpMethod.Get, apiUrl);
request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
using var response = await http.SendAsync(request);
var body = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    Console.Error.WriteLine($"{(int)response.StatusCode} {response.Headers.WwwAuthenticate} {body}");
    return 1;
}
Console.WriteLine(body);
return 0;
