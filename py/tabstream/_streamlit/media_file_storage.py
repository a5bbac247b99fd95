"""``streamlit.runtime.media_file_storage``: its error."""

from tabstream.errors import MediaFileStorageError as MediaFileStorageError
