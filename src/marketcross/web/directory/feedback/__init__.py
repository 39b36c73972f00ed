"""What people who used a service say of it, checked before anybody sees it (docs/method/trust.md)."""
