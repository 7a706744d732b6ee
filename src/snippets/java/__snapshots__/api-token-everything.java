// Behind a proxy, start Java with -Dhttps.proxyHost and -Dhttps.proxyPort: it does not read HTTPS_PROXY.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class OktaClient {
    static final String API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";

    /** What to do about an error: the first code found in a response counts. */
    static final List<Map.Entry<String, String>> HINTS = List.of(
            Map.entry("E0000011", "The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active."),
            Map.entry("E0000006", "The owner of the API token lacks the admin role for this: the token has the rights of its owner."),
            Map.entry("E0000005", "No usable Authorization header reached Okta."),
            Map.entry("E0000047", "The rate limit is still used up: try again later, or make fewer calls."));

    private final HttpClient http = HttpClient.newHttpClient();
    private final String apiToken;

    OktaClient(String apiToken) {
        this.apiToken = apiToken;
    }

    public static void main(String[] args) throws Exception {
        String apiToken = System.getenv("OKTA_API_TOKEN");
        if (apiToken == null || apiToken.isEmpty()) {
            throw new IllegalStateException("Set OKTA_API_TOKEN to the API token.");
        }
        OktaClient okta = new OktaClient(apiToken);

        String url = API_URL;
        while (url != null) {
            HttpResponse<String> response = okta.call(url);
            // Written as it was received: in UTF-8, whatever the locale.
            System.out.writeBytes((response.body() + "\n").getBytes(UTF_8));
            url = nextPage(response);
        }
    }

    HttpResponse<String> call(String url) throws Exception {
        return checked(send(() -> apiRequest(url)));
    }

    HttpRequest.Builder apiRequest(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "SSWS " + apiToken);
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
}
