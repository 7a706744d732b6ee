terraform {
  required_providers {
    okta = {
      source  = "okta/okta"
      version = "~> 6.12"
    }
  }
}

# export TF_VAR_private_key_file="$OKTA_PRIVATE_KEY_FILE"
variable "private_key_file" {
  type        = string
  description = "the path of your private key (PKCS#8 PEM, unencrypted)"
}

provider "okta" {
  org_name       = "integrator-1234567"
  base_url       = "okta.com"
  client_id      = "0oaexampleclientid00"
  private_key_id = "example-key-id"
  private_key    = file(var.private_key_file)
  scopes         = ["okta.groups.read"]
}

data "okta_groups" "all" {}

output "groups" {
  value = data.okta_groups.all.groups
}
