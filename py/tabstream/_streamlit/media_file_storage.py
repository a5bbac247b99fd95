"""``streamlit.runtime.media_file_storage``: its error."""

from tabstream.elements.argument_errors import MediaFileStorageError as MediaFileStorageError
