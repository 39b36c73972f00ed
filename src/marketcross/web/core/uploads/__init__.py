"""Files that people send us: believed by their content, kept outside every served folder, handed out only to be saved.

A file is written whole or not at all, waits in quarantine until the installation's virus scanner has seen it, and is
never shown inside a page of ours.
"""
