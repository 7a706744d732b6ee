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
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class OktaClient {
    static final String TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token";
    static final String API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";
    static final String CLIENT_ID = "0oaexampleclientid00";
    static final String SCOPE = "okta.groups.read";

    /** What to do about an error: the first code found in a response counts. */
    static final List<Map.Entry<String, String>> HINTS = List.of(
            Map.entry("invalid_client", "Compare the org domain, the client ID and the client secret with the integration in Okta."),
            Map.entry("invalid_scope", "Check the names of the scopes: request at least one, and only okta.* scopes."),
            Map.entry("consent_required", "Request only scopes that the integration is registered with."),
            Map.entry("insufficient_scope", "The token lacks the scope that WWW-Authenticate names: have it granted, then request it."),
            Map.entry("invalid_token", "The access token has expired, or another server issued it."),
            Map.entry("E0000006", "The scope is there but the permission is not: check the admin role of the integration."),
            Map.entry("E0000005", "No usable Authorization header reached Okta."),
            Map.entry("E0000047", "The rate limit is still used up: try again later, or make fewer calls."));

    private final HttpClient http = HttpClient.newHttpClient();
    private final String clientSecret;
    private String token;
    private Instant expires = Instant.EPOCH;

    OktaClient(String clientSecret) {
        this.clientSecret = clientSecret;
    }

    public static void main(String[] args) throws Exception {
        String clientSecret = System.getenv("OKTA_CLIENT_SECRET");
        if (clientSecret == null || clientSecret.isEmpty()) {
            throw new IllegalStateException(
                    "Set OKTA_CLIENT_SECRET to the client secret of the integration.");
        }
        OktaClient okta = new OktaClient(clientSecret);

        String url = API_URL;
        while (url != null) {
            HttpResponse<String> response = okta.call(url);
            // Written as it was received: in UTF-8, whatever the locale.
            System.out.writeBytes((response.body() + "\n").getBytes(UTF_8));
            url = nextPage(response);
        }
    }

    /** Calls the API, and once more with a new token when it refuses the current one. */
    HttpResponse<String> call(String url) throws Exception {
        HttpResponse<String> response = send(() -> apiRequest(url));
        if (response.statusCode() == 401 && details(response).contains("invalid_token")) {
            expires = Instant.EPOCH;
            response = send(() -> apiRequest(url));
        }
        return checked(response);
    }

    HttpRequest.Builder apiRequest(String url) throws Exception {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + accessToken());
    }

    /** Gives the current token, or a new one when it expires within a minute. */
    String accessToken() throws Exception {
        if (!Instant.now().plusSeconds(60).isAfter(expires)) {
            return token;
        }
        HttpResponse<String> response = send(this::tokenRequest);
        String answer = checked(response).body();
        token = field(answer, "access_token");
        expires = Instant.now().plusSeconds(Long.parseLong(field(answer, "expires_in")));
        return token;
    }

    HttpRequest.Builder tokenRequest() {
        byte[] credentials = (CLIENT_ID + ":" + clientSecret).getBytes(UTF_8);
        String basic = Base64.getEncoder().encodeToString(credentials);
        String form = "grant_type=client_credentials&scope=" + URLEncoder.encode(SCOPE, UTF_8);
        return HttpRequest.newBuilder(URI.create(TOKEN_URL))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    /** Gives the URL of the next page, or null; the token never goes to another host. */
    static String nextPage(HttpResponse<String> response) throws IOException {
        String links = String.join(", ", response.headers().allValues("Link"));
        Matcher next = Pattern.compile("<([^>]*)>[^<]*rel=\"next\"").matcher(links);
        if (!next.find()) {
            return null;
        }
        String origin = URI.create(API_URL).resolve("/").toString();
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
        String message = response.statusCode() + "\n" + details(response);
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
}
