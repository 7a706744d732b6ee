using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

const string tokenUrl = "https://integrator-1234567.okta.com/oauth2/v1/token";
const string apiUrl = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";
const string clientId = "0oaexampleclientid00";
const string keyId = "example-key-id";
const string scope = "okta.groups.read";

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

// This run makes a key pair for the proofs and discards it afterwards.
using var dpopKey = RSA.Create(2048);

using var http = new HttpClient();
http.DefaultRequestHeaders.Accept.ParseAdd("application/json");

var tokenResponse = await RequestTokenAsync();
var tokenBody = await tokenResponse.Content.ReadAsStringAsync();
if (tokenBody.Contains("use_dpop_nonce")
    && tokenResponse.Headers.TryGetValues("DPoP-Nonce", out var nonces))
{
    tokenResponse = await RequestTokenAsync(nonces.First());
    tokenBody = await tokenResponse.Content.ReadAsStringAsync();
}
if (!tokenResponse.IsSuccessStatusCode)
{
    Console.Error.WriteLine($"{(int)tokenResponse.StatusCode} {tokenBody}");
    return 1;
}
var accessToken = JsonNode.Parse(tokenBody)!["access_token"]!.GetValue<string>();

using var request = new HttpRequestMessage(HttpMethod.Get, apiUrl);
request.Headers.Authorization = new AuthenticationHeaderValue("DPoP", accessToken);
request.Headers.Add("DPoP", DpopProof(HttpMethod.Get, apiUrl, token: accessToken));
using var response = await http.SendAsync(request);
var body = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    Console.Error.WriteLine($"{(int)response.StatusCode} {response.Headers.WwwAuthenticate} {body}");
    return 1;
}
Console.WriteLine(body);
return 0;

// Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once.
async Task<HttpResponseMessage> RequestTokenAsync(string? nonce = null)
{
    using var tokenRequest = new HttpRequestMessage(HttpMethod.Post, tokenUrl);
    tokenRequest.Headers.Add("DPoP", DpopProof(HttpMethod.Post, tokenUrl, nonce));
    tokenRequest.Content = new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials",
        ["scope"] = scope,
        ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        ["client_assertion"] = ClientAssertion(),
    });
    return await http.SendAsync(tokenRequest);
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
