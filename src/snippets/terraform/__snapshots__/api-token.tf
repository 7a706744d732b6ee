terraform {
  required_providers {
    okta = {
      source  = "okta/okta"
      version = "~> 6.12"
    }
  }
}

# The provider reads the API token from the environment variable OKTA_API_TOKEN.
provider "okta" {
  org_name = "integrator-1234567"
  base_url = "okta.com"
}

data "okta_groups" "all" {}

output "groups" {
  value = data.okta_groups.all.groups
}
