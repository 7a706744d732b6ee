using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

const string apiUrl = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";

(string Code, string Hint)[] hints =
[
    ("E0000011", "The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active."),
    ("E0000006", "The owner of the API token lacks the admin role for this: the token has the rights of its owner."),
    ("E0000005", "No usable Authorization header reached Okta."),
    ("E0000047", "The rate limit is still used up: try again later, or make fewer calls."),
];

var apiToken = Environment.GetEnvironmentVariable("OKTA_API_TOKEN");
if (string.IsNullOrEmpty(apiToken))
{
    Console.Error.WriteLine("Set OKTA_API_TOKEN to the API token.");
    return 1;
}

// A token goes only to Okta, so no redirect is followed.
using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
http.DefaultRequestHeaders.Accept.ParseAdd("application/json");

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
    var answer = await SendAsync(() =>
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("SSWS", apiToken);
        return request;
    });
    return answer.IsSuccess ? answer : throw answer.Failure(hints);
}

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
