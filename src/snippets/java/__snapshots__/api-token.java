// Behind a proxy, start Java with -Dhttps.proxyHost and -Dhttps.proxyPort: it does not read HTTPS_PROXY.

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

class OktaRequest {
    static final String API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";

    public static void main(String[] args) throws Exception {
        String apiToken = System.getenv("OKTA_API_TOKEN");
        if (apiToken == null || apiToken.isEmpty()) {
            throw new IllegalStateException("Set OKTA_API_TOKEN to the API token.");
        }

        HttpRequest request = HttpRequest.newBuilder(URI.create(API_URL))
                .header("Accept", "application/json")
                .header("Authorization", "SSWS " + apiToken)
                .build();
        HttpResponse<String> response =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        if (response.statusCode() > 299) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        // Written as it was received: in UTF-8, whatever the locale.
        System.out.writeBytes((response.body() + "\n").getBytes(UTF_8));
    }
}
