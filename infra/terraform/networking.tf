# The templates beside this folder are the one source of truth; this only puts them there.
locals {
  parameters = jsondecode(file("${path.module}/../parameters/${var.environment}.json"))
}

resource "aws_cloudformation_stack" "network" {
  name          = "careervault-${var.environment}-network"
  template_body = file("${path.module}/../network.yaml")
  parameters    = local.parameters.network
  capabilities  = ["CAPABILITY_IAM"]
  on_failure    = "ROLLBACK"
}
