# Behind a proxy, set http_proxy in lower case, also for HTTPS: Ruby’s Net::HTTP reads neither HTTPS_PROXY nor https_proxy.

require "base64"
require "json"
require "jwt"
require "net/http"
require "openssl"
require "securerandom"
require "time"

TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token"
API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
CLIENT_ID = "0oaexampleclientid00"
KEY_ID = "example-key-id"
SCOPE = "okta.groups.read"

HINTS = {
  "invalid_client" => "Compare the org domain, the client ID, the key ID and the key with the app in Okta, and check the clock.",
  "invalid_scope" => "Check the names of the scopes: request at least one, and only okta.* scopes.",
  "consent_required" => "Have a super admin grant the scopes to the app (Okta API Scopes tab).",
  "invalid_dpop_proof" => "Check the clock: a proof is good for five minutes and for one request.",
  "insufficient_scope" => "The token lacks the scope that WWW-Authenticate names: have it granted, then request it.",
  "invalid_token" => "The access token has expired, or another server issued it.",
  "E0000006" => "The scope is there but the permission is not: give the app an admin role that allows this.",
  "E0000005" => "No usable Authorization header reached Okta.",
  "E0000047" => "The rate limit is still used up: try again later, or make fewer calls."
}.freeze

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
abort "#{key_file} " + "contains no RSA key. Choose the code for EC keys, or make an RSA key: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out okta-private-key.pem" unless PRIVATE_KEY.is_a?(OpenSSL::PKey::RSA)

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

def describe(response)
  "#{response.code} #{response["WWW-Authenticate"] || response.message}\n#{response.body}"
end

# Returns a success; ends the program with anything else, and a hint if there is one.
def check(response)
  return response if response.is_a?(Net::HTTPSuccess)

  answer = describe(response)
  _, hint = HINTS.find { |code, _| answer.include?(code) }
  if answer.include?("future")
    ahead = (Time.now - Time.httpdate(response["Date"])).round
    clock = "Your clock is #{ahead} seconds ahead of Okta's."
  end
  abort [answer, hint, clock].compact.join("\n")
end

def transmit(request)
  Net::HTTP.start(request.uri.host, request.uri.port, use_ssl: true) { |http| http.request(request) }
end

# Sends what the block builds, again after each wait for the rate limit, five times at most.
def patiently
  5.times do
    response = transmit(yield)
    return response unless response.code == "429"

    sleep((response["X-Rate-Limit-Reset"].to_i - Time.now.to_f).clamp(1, 60))
  end
  transmit(yield)
end

# Calls the API with an access token, a new one when the last expires within a minute.
class OktaClient
  def initialize
    @expires_at = Time.now
  end

  def call(request)
    response = patiently { authorize(request) }
    if response.code == "401" && describe(response).include?("invalid_token")
      @expires_at = Time.now
      response = patiently { authorize(request) }
    end
    check(response)
  end

  def each_page(url)
    while url
      response = call(Net::HTTP::Get.new(URI(url)))
      yield response.body
      url = response["Link"].to_s[/<([^>]*)>[^<]*rel="next"/, 1]
      abort "The next page is not in this org: #{url}" unless url.nil? || url.start_with?(URI.join(API_URL, "/").to_s)
    end
  end

  private

  def authorize(request)
    renew if @expires_at - Time.now < 60
    request["Accept"] = "application/json"
    request["Authorization"] = "DPoP #{@access_token}"
    request["DPoP"] = dpop_proof(request.method, request.uri.to_s, access_token: @access_token)
    request
  end

  def renew
    response = patiently { token_request }
    if response.code == "400" && response.body.include?("use_dpop_nonce")
      @nonce = response["DPoP-Nonce"]
      response = patiently { token_request }
    end
    answer = JSON.parse(check(response).body)
    @nonce = response["DPoP-Nonce"] || @nonce
    @access_token = answer.fetch("access_token")
    @expires_at = Time.now + answer.fetch("expires_in")
  end

  # Okta accepts each assertion and each proof only once, so every attempt makes its own.
  def token_request
    claims = {
      aud: TOKEN_URL,
      iss: CLIENT_ID,
      sub: CLIENT_ID,
      jti: SecureRandom.uuid,
      exp: Time.now.to_i + 300
    }
    assertion = JWT.encode(claims, PRIVATE_KEY, "RS256", kid: KEY_ID)
    request = Net::HTTP::Post.new(URI(TOKEN_URL), "Accept" => "application/json")
    request.set_form_data(
      grant_type: "client_credentials",
      scope: SCOPE,
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: assertion
    )
    request["DPoP"] = dpop_proof("POST", TOKEN_URL, nonce: @nonce)
    request
  end
end

OktaClient.new.each_page(API_URL) { |page| puts page }
