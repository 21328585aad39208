environment = "staging"
region      = "us-east-2"
