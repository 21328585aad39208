output "address" {
  description = "Where the name people type should point."
  value       = aws_cloudformation_stack.app.outputs["Address"]
}

output "images" {
  description = "Where the image is pushed to."
  value       = aws_cloudformation_stack.data.outputs["Images"]
}
