"""A folder that runs one app on any static host."""

from tabstream.cli.building.site_index import SiteIndex as SiteIndex
from tabstream.cli.building.site_index import read_index as read_index
from tabstream.cli.building.site_index import with_index as with_index
