environment = "production"
region      = "us-east-2"
