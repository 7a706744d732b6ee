using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

const string tokenUrl = "https://integrator-1234567.okta.com/oauth2/v1/token";
const string clientId = "0oaexampleclientid00";
const string keyId = "example-key-id";
const string scope = "okta.groups.manage";

(string Code, string Hint)[] hints =
[
    ("invalid_client", "Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock."),
    ("invalid_scope", "Check the names of the scopes: request at least one, and only okta.* scopes."),
    ("consent_required", "Have a super admin grant the scopes to the app (Okta API Scopes tab)."),
    ("invalid_dpop_proof", "Check the clock: a proof is good for five minutes and for one request."),
    ("insufficient_scope", "The token lacks the scope that WWW-Authenticate names: have it granted, then request it."),
    ("invalid_token", "The access token has expired, or another server issued it."),
    ("E0000006", "The scope is there but the permission is not: give the app an admin role that allows this."),
    ("E0000005", "No usable Authorization header reached Okta."),
    ("E0000047", "The rate limit is still used up: try again later, or make fewer calls."),
];

var keyFile = Environment.GetEnvironmentVariable("OKTA_PRIVATE_KEY_FILE");
if (string.IsNullOrEmpty(keyFile))
{
    Console.Error.WriteLine("Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).");
    return 1;
}
var pem = File.ReadAllText(keyFile);
using var privateKey = RSA.Create();
try
{
    privateKey.ImportFromPem(pem);
}
catch (Exception exception) when (exception is ArgumentException or CryptographicException)
{
    var found = Regex.Match(pem, "-----BEGIN (.+?)-----").Groups[1].Value;
    Console.Error.WriteLine(found == "PRIVATE KEY"
        ? keyFile + " " + "contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem"
        : $"Found {(found == "" ? "no PEM" : found)} in {keyFile}, " + "and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p 'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync(\"old.jwk\")), format: \"jwk\" }).export({ type: \"pkcs8\", format: \"pem\" })' > okta-private-key.pem");
    return 1;
}

// The calls in order, each with the JSON that it sends.
(HttpMethod Method, string Url, string? Body)[] calls =
[
    (HttpMethod.Get, "https://integrator-1234567.okta.com/api/v1/groups?limit=10", null),
    (HttpMethod.Post, "https://integrator-1234567.okta.com/api/v1/groups",
        "{\"profile\":{\"name\":\"Payroll\"}}"),
    (HttpMethod.Delete, "https://integrator-1234567.okta.com/api/v1/groups/00gexamplegroup00001", null),
];

// This run makes a key pair for the proofs and discards it afterwards.
using var dpopKey = RSA.Create(2048);

// A token goes only to Okta, so no redirect is followed.
using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
string? accessToken = null;
var expiresAt = DateTimeOffset.MinValue;
string? lastNonce = null;

try
{
    foreach (var (method, firstUrl, body) in calls)
    {
        Console.WriteLine($"{method} {firstUrl}");
        string? url = firstUrl;
        while (url is not null)
        {
            var answer = await CallAsync(method, url, body);
            Console.WriteLine(answer.Body);
            url = method == HttpMethod.Get ? NextPage(answer, firstUrl) : null;
        }
    }
    return 0;
}
catch (HttpRequestException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

async Task<Answer> CallAsync(HttpMethod method, string url, string? body)
{
    for (var attempt = 1; ; attempt++)
    {
        var token = await GetAccessTokenAsync();
        var answer = await SendAsync(() =>
        {
            var request = new HttpRequestMessage(method, url);
            request.Headers.Authorization = new AuthenticationHeaderValue("DPoP", token);
            request.Headers.Add("DPoP", DpopProof(method, url, token: token));
            if (body is not null)
                request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
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
    if (answer.Header("DPoP-Nonce") is not null && answer.Says("use_dpop_nonce"))
        answer = await RequestTokenAsync();
    if (!answer.IsSuccess)
        throw answer.Failure(hints);
    var token = JsonNode.Parse(answer.Body)!;
    expiresAt = DateTimeOffset.UtcNow.AddSeconds(token["expires_in"]!.GetValue<int>());
    return accessToken = token["access_token"]!.GetValue<string>();
}

// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.
async Task<Answer> RequestTokenAsync()
{
    var answer = await SendAsync(() =>
    {
        var request = new HttpRequestMessage(HttpMethod.Post, tokenUrl);
        request.Headers.Add("DPoP", DpopProof(HttpMethod.Post, tokenUrl, lastNonce));
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["scope"] = scope,
            ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            ["client_assertion"] = ClientAssertion(),
        });
        return request;
    });
    lastNonce = answer.Header("DPoP-Nonce") ?? lastNonce;
    return answer;
}

// Sends a request. While the rate limit is used up, it waits and sends a fresh one.
async Task<Answer> SendAsync(Func<HttpRequestMessage> createRequest)
{
    for (var attempt = 0; ; attempt++)
    {
        using var request = createRequest();
        using var response = await http.SendAsync(request);
        var answer = new Answer(
            $"{request.Method} {request.RequestUri?.OriginalString}",
            response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync());
        if (answer.Status != HttpStatusCode.TooManyRequests || attempt == 5)
            return answer;
        long.TryParse(answer.Header("X-Rate-Limit-Reset"), out var reset);
        var seconds = reset - DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        await Task.Delay(TimeSpan.FromSeconds(Math.Clamp(seconds, 1, 60)));
    }
}

static string? NextPage(Answer answer, string firstUrl)
{
    var next = Regex.Match(answer.Header("Link") ?? "", "<([^>]+)>; *rel=\"next\"");
    if (!next.Success)
        return null;
    var url = next.Groups[1].Value;
    var origin = new Uri(firstUrl).GetLeftPart(UriPartial.Authority) + "/";
    return url.StartsWith(origin, StringComparison.Ordinal)
        ? url
        : throw new HttpRequestException($"The next page is on another host: {url}");
}

string ClientAssertion() => Jwt(
    new JsonObject { ["alg"] = "RS256", ["kid"] = keyId },
    new JsonObject
    {
        ["aud"] = tokenUrl,
        ["iss"] = clientId,
        ["sub"] = clientId,
        ["jti"] = Guid.NewGuid().ToString(),
        ["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 300,
    },
    privateKey);

string DpopProof(HttpMethod method, string url, string? nonce = null, string? token = null)
{
    var publicKey = dpopKey.ExportParameters(false);
    var jwk = new JsonObject
    {
        ["kty"] = "RSA", ["n"] = Base64Url(publicKey.Modulus!), ["e"] = Base64Url(publicKey.Exponent!),
    };
    var claims = new JsonObject
    {
        ["htm"] = method.Method,
        ["htu"] = url.Split('?')[0],
        ["jti"] = Guid.NewGuid().ToString(),
        ["iat"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds(),
    };
    if (nonce is not null)
        claims["nonce"] = nonce;
    if (token is not null)
        claims["ath"] = Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
    var header = new JsonObject { ["typ"] = "dpop+jwt", ["alg"] = "RS256", ["jwk"] = jwk };
    return Jwt(header, claims, dpopKey);
}

static string Jwt(JsonObject header, JsonObject claims, RSA key)
{
    var parts = new[] { header, claims }
        .Select(part => Base64Url(Encoding.UTF8.GetBytes(part.ToJsonString())));
    var input = string.Join(".", parts);
    var signature = key.SignData(
        Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    return $"{input}.{Base64Url(signature)}";
}

static string Base64Url(byte[] bytes) =>
    Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

record Answer(string Request, HttpStatusCode Status, HttpResponseHeaders Headers, string Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public string? Header(string name) =>
        Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    public bool Says(string code) => (Header("WWW-Authenticate") + Body).Contains(code);

    public HttpRequestException Failure((string Code, string Hint)[] hints)
    {
        var hint = hints.FirstOrDefault(entry => Says(entry.Code)).Hint;
        var ahead = (DateTimeOffset.UtcNow - Headers.Date)?.TotalSeconds;
        var clock = Body.Contains("future") ? $"Your clock is {ahead:F0} seconds ahead of Okta's." : null;
        string?[] lines = [Request, $"HTTP {(int)Status}", Header("WWW-Authenticate"), Body, hint, clock];
        return new HttpRequestException(string.Join("\n", lines.Where(line => !string.IsNullOrEmpty(line))));
    }
}
