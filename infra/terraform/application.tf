resource "aws_cloudformation_stack" "data" {
  name          = "careervault-${var.environment}-data"
  template_body = file("${path.module}/../data.yaml")
  parameters    = local.parameters.data
  capabilities  = ["CAPABILITY_IAM"]
  on_failure    = "ROLLBACK"

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_cloudformation_stack" "app" {
  name          = "careervault-${var.environment}-app"
  template_body = file("${path.module}/../app.yaml")
  capabilities  = ["CAPABILITY_IAM"]
  on_failure    = "ROLLBACK"

  parameters = merge(local.parameters.app, {
    Image       = var.image
    Certificate = var.certificate
    AlarmEmail  = var.alarm_email
    Gemini      = tostring(var.gemini)
  })

  depends_on = [aws_cloudformation_stack.network, aws_cloudformation_stack.data]
}
