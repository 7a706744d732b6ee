# Behind a proxy, set http_proxy in lower case, also for HTTPS: Ruby’s Net::HTTP reads neither HTTPS_PROXY nor https_proxy.

require "net/http"

API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"

api_token = ENV.fetch("OKTA_API_TOKEN", "")
abort "Set OKTA_API_TOKEN to the API token." if api_token.empty?

response = Net::HTTP.get_response(
  URI(API_URL),
  "Accept" => "application/json",
  "Authorization" => "SSWS #{api_token}"
)
abort "#{response.code} #{response.body}" unless response.is_a?(Net::HTTPSuccess)
puts response.body
