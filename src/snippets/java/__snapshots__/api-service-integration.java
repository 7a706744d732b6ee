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
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class OktaRequest {
    static final String TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token";
    static final String API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";
    static final String CLIENT_ID = "0oaexampleclientid00";
    static final String SCOPE = "okta.groups.read";

    static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] args) throws Exception {
        String clientSecret = System.getenv("OKTA_CLIENT_SECRET");
        if (clientSecret == null || clientSecret.isEmpty()) {
            throw new IllegalStateException(
                    "Set OKTA_CLIENT_SECRET to the client secret of the integration.");
        }

        byte[] credentials = (CLIENT_ID + ":" + clientSecret).getBytes(UTF_8);
        String basic = Base64.getEncoder().encodeToString(credentials);
        String form = "grant_type=client_credentials&scope=" + URLEncoder.encode(SCOPE, UTF_8);
        String answer = send(HttpRequest.newBuilder(URI.create(TOKEN_URL))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        Matcher token = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"").matcher(answer);
        if (!token.find()) {
            throw new IOException("The response has no access_token.");
        }

        String body = send(HttpRequest.newBuilder(URI.create(API_URL))
                .header("Authorization", "Bearer " + token.group(1)));
        // Written as it was received: in UTF-8, whatever the locale.
        System.out.writeBytes((body + "\n").getBytes(UTF_8));
    }

    static String send(HttpRequest.Builder builder) throws Exception {
        HttpRequest request = builder.header("Accept", "application/json").build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        if (response.statusCode() > 299) {
            String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
            throw new IOException(response.statusCode() + " " + challenge + " " + response.body());
        }
        return response.body();
    }
}
