using System.Net.Http.Headers;

const string apiUrl = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";

var apiToken = Environment.GetEnvironmentVariable("OKTA_API_TOKEN");
if (string.IsNullOrEmpty(apiToken))
{
    Console.Error.WriteLine("Set OKTA_API_TOKEN to the API token.");
    return 1;
}

using var http = new HttpClient();
http.DefaultRequestHeaders.Accept.ParseAdd("application/json");

using var request = new HttpRequestMessage(HttpMethod.Get, apiUrl);
request.Headers.Authorization = new AuthenticationHeaderValue("SSWS", apiToken);
using var response = await http.SendAsync(request);
var body = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    Console.Error.WriteLine($"{(int)response.StatusCode} {body}");
    return 1;
}
Console.WriteLine(body);
return 0;
