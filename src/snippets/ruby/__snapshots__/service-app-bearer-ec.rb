# Behind a proxy, set http_proxy in lower case, also for HTTPS: Ruby’s Net::HTTP reads neither HTTPS_PROXY nor https_proxy.

require "json"
require "jwt"
require "net/http"
require "openssl"
require "securerandom"

TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token"
API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
CLIENT_ID = "0oaexampleclientid00"
KEY_ID = "example-key-id"
SCOPE = "okta.groups.read"

key_file = ENV.fetch("OKTA_PRIVATE_KEY_FILE", "")
abort "Set OKTA_PRIVATE_KEY_FILE to the path of your private key (PKCS#8 PEM, unencrypted)." if key_file.empty?
pem = File.read(key_file, mode: "r:bom|utf-8")
private_key =
  begin
    OpenSSL::PKey.read(pem, "")
  rescue OpenSSL::PKey::PKeyError
    found = pem[/-----BEGIN (.+?)-----/, 1] || "no PEM"
    abort "Found #{found} in #{key_file}, " + "and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p 'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync(\"old.jwk\")), format: \"jwk\" }).export({ type: \"pkcs8\", format: \"pem\" })' > okta-private-key.pem"
  end
abort "#{key_file} " + "contains no P-256 key. Choose the code for RSA keys, or make a P-256 key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out okta-private-key.pem" unless private_key.is_a?(OpenSSL::PKey::EC) && private_key.group.curve_name == "prime256v1"

claims = {
  aud: TOKEN_URL,
  iss: CLIENT_ID,
  sub: CLIENT_ID,
  jti: SecureRandom.uuid,
  exp: Time.now.to_i + 300
}
assertion = JWT.encode(claims, private_key, "ES256", kid: KEY_ID)
token_response = Net::HTTP.post(
  URI(TOKEN_URL),
  URI.encode_www_form(
    grant_type: "client_credentials",
    scope: SCOPE,
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion
  ),
  "Accept" => "application/json",
  "Content-Type" => "application/x-www-form-urlencoded"
)
abort "#{token_response.code} #{token_response.body}" unless token_response.is_a?(Net::HTTPSuccess)
access_token = JSON.parse(token_response.body).fetch("access_token")

response = Net::HTTP.get_response(
  URI(API_URL),
  "Accept" => "application/json",
  "Authorization" => "Bearer #{access_token}"
)
unless response.is_a?(Net::HTTPSuccess)
  abort "#{response.code} #{response["WWW-Authenticate"] || response.message}\n#{response.body}"
end
puts response.body
