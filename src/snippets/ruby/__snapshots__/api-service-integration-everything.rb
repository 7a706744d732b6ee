# Behind a proxy, set http_proxy in lower case, also for HTTPS: Ruby’s Net::HTTP reads neither HTTPS_PROXY nor https_proxy.

require "json"
require "net/http"

TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token"
API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
CLIENT_ID = "0oaexampleclientid00"
SCOPE = "okta.groups.read"

HINTS = {
  "invalid_client" => "Compare the org domain, the client ID and the client secret with the integration in Okta.",
  "invalid_scope" => "Check the names of the scopes: request at least one, and only okta.* scopes.",
  "consent_required" => "Request only scopes that the integration is registered with.",
  "insufficient_scope" => "The token lacks the scope that WWW-Authenticate names: have it granted, then request it.",
  "invalid_token" => "The access token has expired, or another server issued it.",
  "E0000006" => "The scope is there but the permission is not: check the admin role of the integration.",
  "E0000005" => "No usable Authorization header reached Okta.",
  "E0000047" => "The rate limit is still used up: try again later, or make fewer calls."
}.freeze

client_secret = ENV.fetch("OKTA_CLIENT_SECRET", "")
abort "Set OKTA_CLIENT_SECRET to the client secret of the integration." if client_secret.empty?

def describe(response)
  "#{response.code} #{response["WWW-Authenticate"] || response.message}\n#{response.body}"
end

# Returns a success; ends the program with anything else, and a hint if there is one.
def check(response)
  return response if response.is_a?(Net::HTTPSuccess)

  answer = describe(response)
  _, hint = HINTS.find { |code, _| answer.include?(code) }
  abort [answer, hint].compact.join("\n")
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
  def initialize(client_secret)
    @client_secret = client_secret
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
    request["Authorization"] = "Bearer #{@access_token}"
    request
  end

  def renew
    answer = JSON.parse(check(patiently { token_request }).body)
    @access_token = answer.fetch("access_token")
    @expires_at = Time.now + answer.fetch("expires_in")
  end

  def token_request
    request = Net::HTTP::Post.new(URI(TOKEN_URL), "Accept" => "application/json")
    request.basic_auth(CLIENT_ID, @client_secret)
    request.set_form_data(grant_type: "client_credentials", scope: SCOPE)
    request
  end
end

OktaClient.new(client_secret).each_page(API_URL) { |page| puts page }
