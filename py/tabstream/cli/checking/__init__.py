"""What can be said of an app before it runs: its source is read, and nothing of it is executed."""

from tabstream.cli.checking.app import Report as Report
from tabstream.cli.checking.app import check_app as check_app
from tabstream.cli.checking.declared import BROWSER as BROWSER
from tabstream.cli.checking.declared import OURS as OURS
from tabstream.cli.checking.declared import Declarations as Declarations
from tabstream.cli.checking.declared import Declared as Declared
from tabstream.cli.checking.declared import read_declarations as read_declarations
from tabstream.cli.checking.declared import why_unusable as why_unusable
from tabstream.cli.checking.declared_lines import OWN_INDEX as OWN_INDEX
from tabstream.cli.checking.facts import canonical_name as canonical_name
from tabstream.cli.checking.facts import deciding_prefixes as deciding_prefixes
from tabstream.cli.checking.facts import distribution_of as distribution_of
from tabstream.cli.checking.facts import is_built_in as is_built_in
from tabstream.cli.checking.facts import reads_package as reads_package
from tabstream.cli.checking.facts import why_impossible as why_impossible
from tabstream.cli.checking.facts import why_package_impossible as why_package_impossible
from tabstream.cli.checking.outside import modules_of as modules_of
from tabstream.cli.checking.own_modules import OwnModules as OwnModules
from tabstream.cli.checking.own_modules import follow as follow
from tabstream.cli.checking.packages import Packages as Packages
from tabstream.cli.checking.packages import find_packages as find_packages
from tabstream.cli.checking.problem import Problem as Problem
from tabstream.cli.checking.source import Import as Import
from tabstream.cli.checking.source import Source as Source
from tabstream.cli.checking.source import parse_source as parse_source
