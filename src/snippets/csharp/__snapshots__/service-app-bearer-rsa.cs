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

using var http = new HttpClient();
http.DefaultRequestHeaders.Accept.ParseAdd("application/json");

using var tokenResponse = await http.PostAsync(tokenUrl, new FormUrlEncodedContent(new Dictionary<string, string>
{
    ["grant_type"] = "client_credentials",
    ["scope"] = scope,
    ["client_assertion_type"] = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    ["client_assertion"] = ClientAssertion(),
}));
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
