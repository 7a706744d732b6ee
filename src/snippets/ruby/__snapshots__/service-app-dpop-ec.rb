# Behind a proxy, set http_proxy in lower case, also for HTTPS: Ruby’s Net::HTTP reads neither HTTPS_PROXY nor https_proxy.

require "base64"
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
PRIVATE_KEY =
  begin
    OpenSSL::PKey.read(pem, "")
  rescue OpenSSL::PKey::PKeyError
    found = pem[/-----BEGIN (.+?)-----/, 1] || "no PEM"
    abort "Found #{found} in #{key_file}, " + "and PRIVATE KEY is needed (PKCS#8, unencrypted). From PEM: openssl pkcs8 -topk8 -nocrypt -in old.pem -out okta-private-key.pem ; from a JWK: node -p 'crypto.createPrivateKey({ key: JSON.parse(fs.readFileSync(\"old.jwk\")), format: \"jwk\" }).export({ type: \"pkcs8\", format: \"pem\" })' > okta-private-key.pem"
  end
abort "#{key_file} " + "contains no P-256 key. Choose the code for RSA keys, or make a P-256 key: openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out okta-private-key.pem" unless PRIVATE_KEY.is_a?(OpenSSL::PKey::EC) && PRIVATE_KEY.group.curve_name == "prime256v1"

# This run makes a key pair for the proofs and discards it afterwards.
DPOP_KEY = OpenSSL::PKey::EC.generate("prime256v1")

def dpop_proof(method, url, nonce: nil, access_token: nil)
  claims = { htm: method, htu: url.split("?").first, jti: SecureRandom.uuid, iat: Time.now.to_i }
  claims[:nonce] = nonce if nonce
  if access_token
    digest = OpenSSL::Digest.digest("SHA256", access_token)
    claims[:ath] = Base64.urlsafe_encode64(digest, padding: false)
  end
  JWT.encode(claims, DPOP_KEY, "ES256", typ: "dpop+jwt", jwk: JWT::JWK.new(DPOP_KEY).export)
end

# Okta accepts each assertion and each proof only once, so every attempt makes its own.
def request_token(nonce = nil)
  claims = {
    aud: TOKEN_URL,
    iss: CLIENT_ID,
    sub: CLIENT_ID,
    jti: SecureRandom.uuid,
    exp: Time.now.to_i + 300
  }
  assertion = JWT.encode(claims, PRIVATE_KEY, "ES256", kid: KEY_ID)
  Net::HTTP.post(
    URI(TOKEN_URL),
    URI.encode_www_form(
      grant_type: "client_credentials",
      scope: SCOPE,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion
    ),
    "Accept" => "application/json",
    "Content-Type" => "application/x-www-form-urlencoded",
    "DPoP" => dpop_proof("POST", TOKEN_URL, nonce: nonce)
  )
end

token_response = request_token
if token_response.code == "400" && token_response.body.include?("use_dpop_nonce")
  token_response = request_token(token_response["DPoP-Nonce"])
end
abort "#{token_response.code} #{token_response.body}" unless token_response.is_a?(Net::HTTPSuccess)
access_token = JSON.parse(token_response.body).fetch("access_token")

response = Net::HTTP.get_response(
  URI(API_URL),
  "Accept" => "application/json",
  "Authorization" => "DPoP #{access_token}",
  "DPoP" => dpop_proof("GET", API_URL, access_token: access_token)
)
unless response.is_a?(Net::HTTPSuccess)
  abort "#{response.code} #{response["WWW-Authenticate"] || response.message}\n#{response.body}"
end
puts response.body
