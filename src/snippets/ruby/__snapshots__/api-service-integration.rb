# Behind a proxy, set http_proxy in lower case, also for HTTPS: Ruby’s Net::HTTP reads neither HTTPS_PROXY nor https_proxy.

require "json"
require "net/http"

TOKEN_URL = "https://integrator-1234567.okta.com/oauth2/v1/token"
API_URL = "https://integrator-1234567.okta.com/api/v1/groups?limit=10"
CLIENT_ID = "0oaexampleclientid00"
SCOPE = "okta.groups.read"

client_secret = ENV.fetch("OKTA_CLIENT_SECRET", "")
abort "Set OKTA_CLIENT_SECRET to the client secret of the integration." if client_secret.empty?

request = Net::HTTP::Post.new(URI(TOKEN_URL), "Accept" => "application/json")
request.basic_auth(CLIENT_ID, client_secret)
request.set_form_data(grant_type: "client_credentials", scope: SCOPE)
token_response = Net::HTTP.start(request.uri.host, request.uri.port, use_ssl: true) { |http| http.request(request) }
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
