# Behind a proxy, set http_proxy in lower case, also for HTTPS: Ruby’s Net::HTTP reads neither HTTPS_PROXY nor https_proxy.

require "net/http"

API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"

HINTS = {
  "E0000011" => "The API token is wrong, revoked, from another org or unused for 30 days, or its owner is not active.",
  "E0000006" => "The owner of the API token lacks the admin role for this: the token has the rights of its owner.",
  "E0000005" => "No usable Authorization header reached Okta.",
  "E0000047" => "The rate limit is still used up: try again later, or make fewer calls."
}.freeze

api_token = ENV.fetch("OKTA_API_TOKEN", "")
abort "Set OKTA_API_TOKEN to the API token." if api_token.empty?

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

class OktaClient
  def initialize(api_token)
    @api_token = api_token
  end

  def call(request)
    check(patiently { authorize(request) })
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
    request["Accept"] = "application/json"
    request["Authorization"] = "SSWS #{@api_token}"
    request
  end
end

OktaClient.new(api_token).each_page(API_URL) { |page| puts page }
