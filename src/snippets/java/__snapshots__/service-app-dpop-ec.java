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
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

class OktaRequest {
    static final String TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token";
    static final String API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10";
    static final String CLIENT_ID = "0oaexampleclientid00";
    static final String KEY_ID = "example-key-id";
    static final String SCOPE = "okta.groups.read";

    static final HttpClient HTTP = HttpClient.newHttpClient();

    public static void main(String[] args) throws Exception {
        String keyFile = System.getenv("OKTA_PRIVATE_KEY_FILE");
        if (keyFile == null || keyFile.isEmpty()) {
            throw new IllegalStateException(
                    "Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted).");
        }
        PrivateKey privateKey = readPrivateKey(keyFile);
        // This run makes a key pair for the proofs and discards it afterwards.
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair dpopKeys = generator.generateKeyPair();
        String accessToken = requestToken(privateKey, dpopKeys, null);

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(UTF_8));
        String htu = API_URL.split("\\?")[0];
        String proof = dpopProof(dpopKeys, "GET", htu, Map.of("ath", base64url(hash)));
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(API_URL))
                .header("Authorization", "DPoP " + accessToken)
                .header("DPoP", proof));
        if (response.statusCode() > 299) {
            String challenge = response.headers().firstValue("WWW-Authenticate").orElse("");
            throw new IOException(response.statusCode() + " " + challenge + " " + response.body());
        }
        // Written as it was received: in UTF-8, whatever the locale.
        System.out.writeBytes((response.body() + "\n").getBytes(UTF_8));
    }

    /** Every attempt needs a fresh assertion and a fresh proof: the server accepts each only once. */
    static String requestToken(PrivateKey privateKey, KeyPair dpopKeys, String nonce)
            throws Exception {
        String assertion = jwt(privateKey,
                Map.of("alg", "ES256", "kid", KEY_ID),
                Map.of("aud", TOKEN_URL, "iss", CLIENT_ID, "sub", CLIENT_ID,
                        "jti", UUID.randomUUID(), "exp", Instant.now().getEpochSecond() + 300));
        Map<String, Object> nonceClaim = nonce == null ? Map.of() : Map.of("nonce", nonce);
        String proof = dpopProof(dpopKeys, "POST", TOKEN_URL, nonceClaim);
        String form = "grant_type=client_credentials"
                + "&scope=" + URLEncoder.encode(SCOPE, UTF_8)
                + "&client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
                + "&client_assertion=" + assertion;
        HttpResponse<String> response = send(HttpRequest.newBuilder(URI.create(TOKEN_URL))
                .header("DPoP", proof)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        String answer = response.body();
        Optional<String> freshNonce = response.headers().firstValue("DPoP-Nonce");
        if (nonce == null && freshNonce.isPresent() && answer.contains("use_dpop_nonce")) {
            return requestToken(privateKey, dpopKeys, freshNonce.get());
        }
        if (response.statusCode() > 299) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        Matcher token = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"").matcher(answer);
        if (!token.find()) {
            throw new IOException("The response has no access_token.");
        }
        return token.group(1);
    }

    static HttpResponse<String> send(HttpRequest.Builder builder) throws Exception {
        HttpRequest request = builder.header("Accept", "application/json").build();
        return HTTP.send(request, BodyHandlers.ofString());
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
            PrivateKey key = KeyFactory.getInstance("EC").generatePrivate(spec);
            if (((ECPrivateKey) key).getParams().getOrder().bitLength() != 256) {
                throw new InvalidKeySpecException();
            }
            return key;
        } catch (InvalidKeySpecException exception) {
            System.err.println(file + " "
                    + "contains no P-256 key. Choose the code for RSA keys, or make a P-256 key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out okta-private-key.pem");
            System.exit(1);
            throw exception;
        }
    }

    static String dpopProof(KeyPair dpopKeys, String method, String url, Map<String, Object> more)
            throws Exception {
        ECPoint point = ((ECPublicKey) dpopKeys.getPublic()).getW();
        Map<String, Object> jwk = Map.of("kty", "EC", "crv", "P-256",
                "x", base64url(HexFormat.of().parseHex("%064x".formatted(point.getAffineX()))),
                "y", base64url(HexFormat.of().parseHex("%064x".formatted(point.getAffineY()))));
        Map<String, Object> claims = new HashMap<>(more);
        claims.put("htm", method);
        claims.put("htu", url);
        claims.put("jti", UUID.randomUUID());
        claims.put("iat", Instant.now().getEpochSecond());
        return jwt(dpopKeys.getPrivate(),
                Map.of("typ", "dpop+jwt", "alg", "ES256", "jwk", jwk), claims);
    }

    static String jwt(PrivateKey key, Map<String, Object> header, Map<String, Object> claims)
            throws Exception {
        String input = base64url(json(header).getBytes(UTF_8))
                + "." + base64url(json(claims).getBytes(UTF_8));
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
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
