using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

const string tokenUrl = "https://integrator-1234567.okta.com/oauth2/v1/token";
const string apiUrl = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";
const string clientId = "0oaexampleclientid00";
const string scope = "okta.groups.read";

(string Code, string Hint)[] hints =
[
    ("invalid_client", "Compare the org domain, the client ID and the client secret with the integration in Okta."),
    ("invalid_scope", "Check the names of the scopes: request at least one, and only okta.* scopes."),
    ("consent_required", "Request only scopes that the integration is registered with."),
    ("insufficient_scope", "The token lacks the scope that WWW-Authenticate names: have it granted, then request it."),
    ("invalid_token", "The access token has expired, or another server issued it."),
    ("E0000006", "The scope is there but the permission is not: check the admin role of the integration."),
    ("E0000005", "No usable Authorization header reached Okta."),
    ("E0000047", "The rate limit is still used up: try again later, or make fewer calls."),
];

var clientSecret = Environment.GetEnvironmentVariable("OKTA_CLIENT_SECRET");
if (string.IsNullOrEmpty(clientSecret))
{
    Console.Error.WriteLine("Set OKTA_CLIENT_SECRET to the client secret of the integration.");
    return 1;
}

// A token goes only to Okta, so no redirect is followed.
using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
string? accessToken = null;
var expiresAt = DateTimeOffset.MinValue;

try
{
    string? url = apiUrl;
    while (url is not null)
    {
        var answer = await CallAsync(url);
        Console.WriteLine(answer.Body);
        url = NextPage(answer);
    }
    return 0;
}
catch (HttpRequestException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

async Task<Answer> CallAsync(string url)
{
    for (var attempt = 1; ; attempt++)
    {
        var token = await GetAccessTokenAsync();
        var answer = await SendAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, url);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            return request;
        });
        if (answer.IsSuccess)
            return answer;
        if (attempt == 2 || answer.Status != HttpStatusCode.Unauthorized || !answer.Says("invalid_token"))
            throw answer.Failure(hints);
        accessToken = null;
    }
}

async Task<string> GetAccessTokenAsync()
{
    if (accessToken is not null && DateTimeOffset.UtcNow < expiresAt.AddSeconds(-60))
        return accessToken;
    var answer = await RequestTokenAsync();
    if (!answer.IsSuccess)
        throw answer.Failure(hints);
    var token = JsonNode.Parse(answer.Body)!;
    expiresAt = DateTimeOffset.UtcNow.AddSeconds(token["expires_in"]!.GetValue<int>());
    return accessToken = token["access_token"]!.GetValue<string>();
}

Task<Answer> RequestTokenAsync() => SendAsync(() =>
{
    var request = new HttpRequestMessage(HttpMethod.Post, tokenUrl);
    request.Headers.Authorization = new AuthenticationHeaderValue(
        "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{clientSecret}")));
    request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials",
        ["scope"] = scope,
    });
    return request;
});

// Sends a request. While the rate limit is used up, it waits and sends a fresh one.
async Task<Answer> SendAsync(Func<HttpRequestMessage> createRequest)
{
    for (var attempt = 0; ; attempt++)
    {
        using var request = createRequest();
        using var response = await http.SendAsync(request);
        var answer = new Answer(
            response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync());
        if (answer.Status != HttpStatusCode.TooManyRequests || attempt == 5)
            return answer;
        long.TryParse(answer.Header("X-Rate-Limit-Reset"), out var reset);
        var seconds = reset - DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 60)));
    }
}

string? NextPage(Answer answer)
{
    var next = Regex.Match(answer.Header("Link") ?? "", "<([^>]+)>; *rel=\"next\"");
    if (!next.Success)
        return null;
    var url = next.Groups[1].Value;
    var origin = new Uri(apiUrl).GetLeftPart(UriPartial.Authority) + "/";
    return url.StartsWith(origin, StringComparison.Ordinal)
        ? url
        : throw new HttpRequestException($"The next page is on another host: {url}");
}

record Answer(HttpStatusCode Status, HttpResponseHeaders Headers, string Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public string? Header(string name) =>
        Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public bool Says(string code) => (Header("WWW-Authenticate") + Body).Contains(code);

    public HttpRequestException Failure((string Code, string Hint)[] hints)
    {
        var hint = hints.FirstOrDefault(entry => Says(entry.Code)).Hint;
        string?[] lines = [$"HTTP {(int)Status}", Header("WWW-Authenticate"), Body, hint];
        return new HttpRequestException(string.Join("\n", lines.Where(line => !string.IsNullOrEmpty(line))));
    }
}
