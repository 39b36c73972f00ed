"""What the CQC's register says of services, and who may list personal care (docs/method/trust.md)."""
