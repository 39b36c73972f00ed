"""Who to talk to."""

from marketcross.statement.document.blocks import Block, Link, Paragraph, Text
from marketcross.statement.document.material import Material


def contact_blocks(it: Material) -> tuple[Block, ...]:
    """The address of the pack, which closes whatever the author wrote."""
    address = it.pack.contact_email
    if not address:
        return ()
    return (Paragraph((Text("Email: "), Link(address, f"mailto:{address}"))),)
