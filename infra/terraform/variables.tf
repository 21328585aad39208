variable "environment" {
  description = "Which of the three: its parameters lie in ../parameters."
  type        = string

  validation {
    condition     = contains(["development", "staging", "production"], var.environment)
    error_message = "There are development, staging and production."
  }
}

variable "region" {
  description = "Where everything stands."
  type        = string
  default     = "us-east-2"
}

variable "image" {
  description = "The image to run, by its digest."
  type        = string
}

variable "certificate" {
  description = "The ARN of the certificate for the name people type."
  type        = string
}

variable "alarm_email" {
  description = "Who hears of alarms; nobody if empty."
  type        = string
  default     = ""
}

variable "gemini" {
  description = "Whether the key for Gemini lies in its secret."
  type        = bool
  default     = false
}
