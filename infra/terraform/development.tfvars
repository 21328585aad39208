environment = "development"
region      = "us-east-2"
