"""The directory by machine: Open Referral UK 3.0 (docs/method/open-referral.md)."""
