"""Cut off a request that is larger than any file we take, while it arrives and before it fills a disk."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from .purposes import LARGEST, MEGABYTE

ENVELOPE = MEGABYTE  # the form around the file


class LargestUpload(FileUploadHandler):
    """The first upload handler of every request: believes no announced length, counts what really comes."""

    received = 0

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django passes it by this name
        content_length: int,
        boundary: bytes,
        encoding: str | None = None,
    ) -> None:
        """Refuse at once what announces too much."""
        if content_length > LARGEST + ENVELOPE:
            raise RequestDataTooBig("a file larger than any purpose allows")

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Pass each piece on to the next handler, as long as all of them together are few enough."""
        self.received += len(raw_data)
        if self.received > LARGEST + ENVELOPE:
            raise RequestDataTooBig("a file larger than any purpose allows")
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
