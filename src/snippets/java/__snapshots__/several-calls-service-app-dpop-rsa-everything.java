// Behind a proxy, start Java with -Dhttps.proxyHost and -Dhttps.proxyPort: it does not read HTTPS_PROXY.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class OktaClient {
    static final String TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token";
    static final String CLIENT_ID = "0oaexampleclientid00";
    static final String KEY_ID = "example-key-id";
    static final String SCOPE = "okta.groups.manage";

    /** A call to the API; its body is null where it sends none. */
    record ApiCall(String method, String url, String body) {}

    /** The calls in order, each with the JSON that it sends. */
    static List<ApiCall> calls() {
        return List.of(
                new ApiCall("GET", "https://integrator-1234567.okta.com/api/v1/groups?limit=10", null),
                new ApiCall("POST", "https://integrator-1234567.okta.com/api/v1/groups",
                        "{\"profile\":{\"name\":\"Payroll\"}}"),
                new ApiCall("DELETE", "https://integrator-1234567.okta.com/api/v1/groups/00gexamplegroup00001", null));
    }

    /** What to do about an error: the first code found in a response counts. */
    static final List<Map.Entry<String, String>> HINTS = List.of(
            Map.entry("invalid_client", "Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock."),
            Map.entry("invalid_scope", "Check the names of the scopes: request at least one, and only okta.* scopes."),
            Map.entry("consent_required", "Have a super admin grant the scopes to the app (Okta API Scopes tab)."),
            Map.entry("invalid_dpop_proof", "Check the clock: a proof is good for five minutes and for one request."),
            Map.entry("insufficient_scope", "The token lacks the scope that WWW-Authenticate names: have it granted, then request it."),
            Map.entry("invalid_token", "The access token has expired, or another server issued it."),
            Map.entry("E0000006", "The scope is there but the permission is not: give the app an admin role that allows this."),
            Map.entry("E0000005", "No usable Authorization header reached Okta."),
            Map.entry("E0000047", "The rate limit is still used up: try again later, or make fewer calls."));

    private final HttpClient http = HttpClient.newHttpClient();
    private final PrivateKey privateKey;
    private final KeyPair dpopKeys;
    private String dpopNonce;
    private String token;
    private Instant expires = Instant.EPOCH;

    OktaClient(String keyFile) throws Exception {
        privateKey = readPrivateKey(keyFile);
        // This run makes a key pair for the proofs and discards it afterwards.
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        dpopKeys = generator.generateKeyPair();
    }

    public static void main(String[] args) throws Exception {
        String keyFile = System.getenv("OKTA_PRIVATE_KEY_FILE");
        if (keyFile == null || keyFile.isEmpty()) {
            throw new IllegalStateException(
                    "Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).");
        }
        OktaClient okta = new OktaClient(keyFile);

        for (ApiCall api : calls()) {
            System.out.println(api.method() + " " + api.url());
            String url = api.url();
            while (url != null) {
                HttpResponse<String> response = okta.call(api.method(), url, api.body());
                // Written as it was received: in UTF-8, whatever the locale.
                System.out.writeBytes((response.body() + "\n").getBytes(UTF_8));
                url = api.method().equals("GET") ? nextPage(response, api.url()) : null;
            }
        }
    }

    /** Calls the API, and once more with a new token when it refuses the current one. */
    HttpResponse<String> call(String method, String url, String body) throws Exception {
        HttpResponse<String> response = send(() -> apiRequest(method, url, body));
        if (response.statusCode() == 401 && details(response).contains("invalid_token")) {
            expires = Instant.EPOCH;
            response = send(() -> apiRequest(method, url, body));
        }
        return checked(response);
    }

    HttpRequest.Builder apiRequest(String method, String url, String body) throws Exception {
        String accessToken = accessToken();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(UTF_8));
        String htu = url.split("\\?")[0];
        String proof = dpopProof(dpopKeys, method, htu, Map.of("ath", base64url(hash)));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "DPoP " + accessToken)
                .header("DPoP", proof)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return body == null ? request : request.header("Content-Type", "application/json");
    }

    /** Gives the current token, or a new one when it expires within a minute. */
    String accessToken() throws Exception {
        if (!Instant.now().plusSeconds(60).isAfter(expires)) {
            return token;
        }
        HttpResponse<String> response = send(this::tokenRequest);
        dpopNonce = response.headers().firstValue("DPoP-Nonce").orElse(dpopNonce);
        if (dpopNonce != null && details(response).contains("use_dpop_nonce")) {
            response = send(this::tokenRequest);
            dpopNonce = response.headers().firstValue("DPoP-Nonce").orElse(dpopNonce);
        }
        String answer = checked(response).body();
        token = field(answer, "access_token");
        expires = Instant.now().plusSeconds(Long.parseLong(field(answer, "expires_in")));
        return token;
    }

    /** Signs a fresh assertion and a fresh proof: the server accepts each only once. */
    HttpRequest.Builder tokenRequest() throws Exception {
        String assertion = jwt(privateKey,
                Map.of("alg", "RS256", "kid", KEY_ID),
                Map.of("aud", TOKEN_URL, "iss", CLIENT_ID, "sub", CLIENT_ID,
                        "jti", UUID.randomUUID(), "exp", Instant.now().getEpochSecond() + 300));
        Map<String, Object> nonceClaim = dpopNonce == null ? Map.of() : Map.of("nonce", dpopNonce);
        String proof = dpopProof(dpopKeys, "POST", TOKEN_URL, nonceClaim);
        String form = "grant_type=client_credentials"
                + "&scope=" + URLEncoder.encode(SCOPE, UTF_8)
                + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                + "&client_assertion=" + assertion;
        return HttpRequest.newBuilder(URI.create(TOKEN_URL))
                .header("DPoP", proof)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /** Gives the URL of the next page, or null; the token never goes to another host. */
    static String nextPage(HttpResponse<String> response, String url) throws IOException {
        String links = String.join(", ", response.headers().allValues("Link"));
        Matcher next = Pattern.compile("<([^>]*)>[^<]*rel=\"next\"").matcher(links);
        if (!next.find()) {
            return null;
        }
        String origin = URI.create(url).resolve("/").toString();
        if (!next.group(1).startsWith(origin)) {
            throw new IOException("The next page is on another host: " + next.group(1));
        }
        return next.group(1);
    }

    /** Sends a new request, and again after each wait for the rate limit, at most five times. */
    HttpResponse<String> send(Callable<HttpRequest.Builder> newRequest) throws Exception {
        for (int retries = 0; ; retries++) {
            HttpRequest request = newRequest.call()
                    .header("Accept", "application/json")
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 429 || retries == 5) {
                return response;
            }
            long reset = response.headers().firstValueAsLong("X-Rate-Limit-Reset").orElse(0);
            long wait = reset * 1000 - System.currentTimeMillis();
            Thread.sleep(Math.max(1_000, Math.min(wait, 60_000)));
        }
    }

    /** Treats every response but a success as an error. */
    static HttpResponse<String> checked(HttpResponse<String> response) throws IOException {
        if (response.statusCode() <= 299) {
            return response;
        }
        String request = response.request().method() + " " + response.request().uri();
        String message = request + "\n" + response.statusCode() + "\n" + details(response);
        if (message.contains("future")) {
            String date = response.headers().firstValue("Date").orElseThrow();
            ZonedDateTime now = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
            long ahead = Duration.between(now.toInstant(), Instant.now()).toSeconds();
            message += "\nYour clock is " + ahead + " seconds ahead of Okta's.";
        }
        for (Map.Entry<String, String> hint : HINTS) {
            if (message.contains(hint.getKey())) {
                throw new IOException(message + "\n" + hint.getValue());
            }
        }
        throw new IOException(message);
    }

    /** What a response says about an error: its WWW-Authenticate headers, then its body. */
    static String details(HttpResponse<String> response) {
        String details = "";
        for (String value : response.headers().allValues("WWW-Authenticate")) {
            details += "WWW-Authenticate: " + value + "\n";
        }
        return details + response.body();
    }

    /** Takes a string or a number out of a JSON object. */
    static String field(String json, String name) throws IOException {
        Matcher field = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}\\s]+)").matcher(json);
        if (!field.find()) {
            throw new IOException("The response has no " + name + ".");
        }
        return field.group(1);
    }

    static PrivateKey readPrivateKey(String file) throws Exception {
        String pem = Files.readString(Path.of(file)).replace("\uFEFF", "");
        Matcher label = Pattern.compile("-----BEGIN (.+?)-----").matcher(pem);
        String found = label.find() ? label.group(1) : "no PEM";
        if (!found.equals("PRIVATE KEY")) {
            System.err.println("Found " + found + " in " + file + ", "
                    + "and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p 'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync(\"old.jwk\")), format: \"jwk\" }).export({ type: \"pkcs8\", format: \"pem\" })' > okta-private-key.pem");
            System.exit(1);
        }
        byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----.+-----", ""));
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(encoded);
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (InvalidKeySpecException exception) {
            System.err.println(file + " "
                    + "contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem");
            System.exit(1);
            throw exception;
        }
    }

    static String dpopProof(KeyPair dpopKeys, String method, String url, Map<String, Object> more)
            throws Exception {
        String modulus = ((RSAPublicKey) dpopKeys.getPublic()).getModulus().toString(16);
        Map<String, Object> jwk = Map.of(
                "kty", "RSA", "n", base64url(HexFormat.of().parseHex(modulus)), "e", "AQAB");
        Map<String, Object> claims = new HashMap<>(more);
        claims.put("htm", method);
        claims.put("htu", url);
        claims.put("jti", UUID.randomUUID());
        claims.put("iat", Instant.now().getEpochSecond());
        return jwt(dpopKeys.getPrivate(),
                Map.of("typ", "dpop+jwt", "alg", "RS256", "jwk", jwk), claims);
    }

    static String jwt(PrivateKey key, Map<String, Object> header, Map<String, Object> claims)
            throws Exception {
        String input = base64url(json(header).getBytes(UTF_8))
                + "." + base64url(json(claims).getBytes(UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(input.getBytes(UTF_8));
        return input + "." + base64url(signature.sign());
    }

    /** Writes a map as JSON; everything but numbers and maps becomes a string. */
    static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Number) {
            return value.toString();
        }
        return "\"" + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
