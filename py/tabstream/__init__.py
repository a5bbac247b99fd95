"""Streamlit-style scripts, wholly inside a browser tab.

Every ``st.*`` name, gathered from the modules below; no logic lives here.
"""

from tabstream import errors as errors
from tabstream import options as _options
from tabstream._streamlit import components as components
from tabstream._streamlit import connections as connections
from tabstream._streamlit import logger as logger
from tabstream._streamlit import runtime as runtime
from tabstream._version import __version__ as __version__
from tabstream.caching import cache as cache
from tabstream.caching import cache_data as cache_data
from tabstream.caching import cache_resource as cache_resource
from tabstream.elements import DeltaGenerator as DeltaGenerator
from tabstream.elements import bottom as bottom
from tabstream.elements import column_config as column_config
from tabstream.elements import main as _main
from tabstream.elements import set_page_config as set_page_config
from tabstream.elements import sidebar as sidebar
from tabstream.navigation import rerun as rerun
from tabstream.navigation import stop as stop
from tabstream.not_there_yet import Functions as _Later
from tabstream.not_there_yet import context as context
from tabstream.not_there_yet import user as user
from tabstream.options import get_option as get_option
from tabstream.options import set_option as set_option
from tabstream.state import experimental_get_query_params as experimental_get_query_params
from tabstream.state import experimental_set_query_params as experimental_set_query_params
from tabstream.state import query_params as query_params
from tabstream.state import secrets as secrets
from tabstream.state import session_state as session_state

# ---- elements ----------------------------------------------------------------------------------

altair_chart = _main.altair_chart
area_chart = _main.area_chart
audio = _main.audio
badge = _main.badge
balloons = _main.balloons
bar_chart = _main.bar_chart
button = _main.button
caption = _main.caption
checkbox = _main.checkbox
code = _main.code
color_picker = _main.color_picker
columns = _main.columns
container = _main.container
dataframe = _main.dataframe
date_input = _main.date_input
divider = _main.divider
download_button = _main.download_button
echo = _main.echo
empty = _main.empty
error = _main.error
exception = _main.exception
expander = _main.expander
file_uploader = _main.file_uploader
form = _main.form
form_submit_button = _main.form_submit_button
header = _main.header
help = _main.help
html = _main.html
image = _main.image
info = _main.info
json = _main.json
latex = _main.latex
line_chart = _main.line_chart
link_button = _main.link_button
markdown = _main.markdown
metric = _main.metric
multiselect = _main.multiselect
number_input = _main.number_input
popover = _main.popover
progress = _main.progress
pyplot = _main.pyplot
radio = _main.radio
scatter_chart = _main.scatter_chart
select_slider = _main.select_slider
selectbox = _main.selectbox
slider = _main.slider
snow = _main.snow
space = _main.space
spinner = _main.spinner
status = _main.status
subheader = _main.subheader
success = _main.success
table = _main.table
tabs = _main.tabs
text = _main.text
text_area = _main.text_area
text_input = _main.text_input
time_input = _main.time_input
title = _main.title
toast = _main.toast
toggle = _main.toggle
vega_lite_chart = _main.vega_lite_chart
video = _main.video
warning = _main.warning
write = _main.write
write_stream = _main.write_stream

# ---- not there yet: they exist, and say so when they are called --------------------------------

App = _Later.App
Cache = _Later.Cache
Page = _Later.Page
audio_input = _main.audio_input
bokeh_chart = _main.bokeh_chart
camera_input = _main.camera_input
chat_input = _main.chat_input
chat_message = _main.chat_message
connection = _Later.connection
data_editor = _main.data_editor
datetime_input = _main.datetime_input
deck_gl_chart = _main.deck_gl_chart
dialog = _Later.dialog
echarts_chart = _main.echarts_chart
experimental_audio_input = _main.experimental_audio_input
experimental_connection = _Later.experimental_connection
experimental_data_editor = _main.experimental_data_editor
experimental_dialog = _Later.experimental_dialog
experimental_fragment = _Later.experimental_fragment
feedback = _main.feedback
fragment = _Later.fragment
graphviz_chart = _main.graphviz_chart
grid = _main.grid
iframe = _main.iframe
login = _Later.login
logo = _Later.logo
logout = _Later.logout
map = _main.map
menu_button = _main.menu_button
mermaid_chart = _main.mermaid_chart
navigation = _Later.navigation
page_link = _main.page_link
pagination = _main.pagination
pdf = _main.pdf
pills = _main.pills
plotly_chart = _main.plotly_chart
pydeck_chart = _main.pydeck_chart
segmented_control = _main.segmented_control
skeleton = _main.skeleton
switch_page = _Later.switch_page
experimental_user = user

# ---- as they were called in Streamlit's earlier years ------------------------------------------

_config = _options
_arrow_altair_chart = _main._arrow_altair_chart
_arrow_area_chart = _main._arrow_area_chart
_arrow_bar_chart = _main._arrow_bar_chart
_arrow_dataframe = _main._arrow_dataframe
_arrow_line_chart = _main._arrow_line_chart
_arrow_table = _main._arrow_table
_arrow_vega_lite_chart = _main._arrow_vega_lite_chart
_legacy_altair_chart = _main._legacy_altair_chart
_legacy_area_chart = _main._legacy_area_chart
_legacy_bar_chart = _main._legacy_bar_chart
_legacy_dataframe = _main._legacy_dataframe
_legacy_line_chart = _main._legacy_line_chart
_legacy_table = _main._legacy_table
_legacy_vega_lite_chart = _main._legacy_vega_lite_chart
add_rows = _main.add_rows
beta_color_picker = _main.beta_color_picker
beta_columns = _main.beta_columns
beta_container = _main.beta_container
beta_expander = _main.beta_expander
beta_set_page_config = set_page_config
experimental_memo = cache_data
experimental_rerun = rerun
experimental_show = _main.experimental_show
experimental_singleton = cache_resource
show = _main.show
