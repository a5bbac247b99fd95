"""A folder that runs one app on any static host, or one file that runs it from a disk."""

from tabstream.cli.building.app_parts import gathering as gathering
from tabstream.cli.building.build_app import build_file as build_file
from tabstream.cli.building.build_app import build_folder as build_folder
from tabstream.cli.building.output import refuse_existing as refuse_existing
from tabstream.cli.building.output import refuse_filled as refuse_filled
from tabstream.cli.building.site_index import SiteIndex as SiteIndex
from tabstream.cli.building.site_index import read_index as read_index
from tabstream.cli.building.site_index import with_index as with_index
