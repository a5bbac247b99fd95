"""``streamlit.runtime.media_file_storage``: its error."""

from tabstream.elements import MediaFileStorageError as MediaFileStorageError
