"""A folder that runs one app on any static host."""

from tabstream.cli.building.folder import Built as Built
from tabstream.cli.building.folder import build_folder as build_folder
from tabstream.cli.building.site_index import SiteIndex as SiteIndex
from tabstream.cli.building.site_index import read_index as read_index
from tabstream.cli.building.site_index import with_index as with_index
