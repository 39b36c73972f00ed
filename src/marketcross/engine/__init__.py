"""The pure centre: rules, evidence, projection and indicators. No framework, files, network, clock or chance."""
