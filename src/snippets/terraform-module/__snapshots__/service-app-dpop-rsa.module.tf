terraform {
  required_providers {
    okta = {
      source  = "okta/okta"
      version = "~> 6.12"
    }
  }
}

# Takes its own credential from the environment: OKTA_API_CLIENT_ID, OKTA_API_PRIVATE_KEY_ID,
# OKTA_API_PRIVATE_KEY and OKTA_API_SCOPES, which must contain:
# okta.apps.manage okta.appGrants.manage okta.roles.manage okta.policies.read
provider "okta" {
  org_name = "integrator-1234567"
  base_url = "okta.com"
}

variable "public_key_file" {
  type        = string
  description = "the path of the public half of your key pair, as a JWK with kid"
}

variable "app_label" {
  type        = string
  description = "the name of the app, as admins will see it"
}

variable "admin_role" {
  type        = string
  description = "the standard admin role that the app gets, such as HELP_DESK_ADMIN"
}

locals {
  public_key = jsondecode(file(var.public_key_file))
}

resource "okta_app_oauth" "program" {
  label                      = var.app_label
  type                       = "service"
  grant_types                = ["client_credentials"]
  response_types             = ["token"]
  token_endpoint_auth_method = "private_key_jwt"

  # Version 6.12.0 does not have this argument yet.
  dpop_bound_access_tokens = true

  jwks {
    kty = local.public_key.kty
    kid = local.public_key.kid
    e   = local.public_key.e
    n   = local.public_key.n
  }
}

resource "okta_app_oauth_api_scope" "program" {
  app_id = okta_app_oauth.program.id
  issuer = "https://integrator-1234567.okta.com"
  scopes = ["okta.groups.read"]
}

resource "okta_app_oauth_role_assignment" "program" {
  client_id = okta_app_oauth.program.client_id
  type      = var.admin_role
}

output "client_id" {
  value = okta_app_oauth.program.client_id
}
