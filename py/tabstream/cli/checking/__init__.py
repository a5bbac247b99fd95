"""What can be said of an app before it runs: its source is read, and nothing of it is executed."""

from tabstream.cli.checking.app import Report as Report
from tabstream.cli.checking.app import check_app as check_app
from tabstream.cli.checking.packages import Packages as Packages
from tabstream.cli.checking.packages import find_packages as find_packages
from tabstream.cli.checking.problem import Problem as Problem
