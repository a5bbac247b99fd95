"""The elements that are not there yet."""

from __future__ import annotations

from tabstream.elements.block import Block
from tabstream.not_there_yet import NotThereYet

_FILE = "`st.file_uploader` takes a file that was made elsewhere."
_MAP = "`st.scatter_chart` can draw longitude against latitude."
_ALTAIR = "`st.altair_chart` and the built-in charts draw with Vega-Lite."
_CHOICE = "`st.radio(horizontal=True)` and `st.multiselect` choose from a few options."
_CHAT = "`st.text_input`, `st.container(border=True)` and `st.session_state` can make a chat."


class LaterElements(Block):
    """The elements that are not there yet: names, parameters, and what works meanwhile."""

    audio_input = NotThereYet(
        "label, *, sample_rate=16000, key=None, help=None, on_change='rerun', args=None, "
        "kwargs=None, disabled=False, label_visibility='visible', width='stretch'",
        _FILE,
    )
    camera_input = NotThereYet(
        "label, key=None, help=None, on_change='rerun', args=None, kwargs=None, *, disabled=False, "
        "label_visibility='visible', resolution=None, width='stretch'",
        _FILE,
    )
    chat_input = NotThereYet(
        "placeholder='Your message', *, key=None, max_chars=None, max_upload_size=None, "
        "accept_file=False, file_type=None, accept_audio=False, audio_sample_rate=16000, "
        "disabled=False, submit_mode='submit', on_submit=None, args=None, kwargs=None, "
        "width='stretch', height='content'",
        _CHAT,
    )
    chat_message = NotThereYet("name, *, avatar=None, width='stretch'", _CHAT)
    data_editor = NotThereYet(
        "data, *, width='stretch', height='auto', use_container_width=None, hide_index=None, "
        "column_order=None, column_config=None, num_rows='fixed', disabled=False, key=None, "
        "on_change='rerun', args=None, kwargs=None, row_height=None, placeholder=None, alt=None",
        "`st.dataframe` shows the same data; widgets can change it.",
    )
    datetime_input = NotThereYet(
        "label, value='now', min_value=None, max_value=None, *, key=None, help=None, "
        "on_change='rerun', args=None, kwargs=None, format='YYYY/MM/DD', "
        "step=timedelta(minutes=15), disabled=False, required=False, label_visibility='visible', "
        "width='stretch', bind=None, persist_state=None",
        "`st.date_input` and `st.time_input` ask for the two parts.",
    )
    echarts_chart = NotThereYet(
        "spec, *, width='stretch', height='content', theme='streamlit', key=None, "
        "on_select='ignore', renderer='canvas', alt=None",
        _ALTAIR,
    )
    feedback = NotThereYet(
        "options='thumbs', *, key=None, default=None, disabled=False, on_change='rerun', "
        "args=None, kwargs=None, width='content', bind=None, persist_state=None",
        "`st.radio(horizontal=True)` can ask the same.",
    )
    graphviz_chart = NotThereYet(
        "figure_or_dot, use_container_width=None, *, width='content', height='content', alt=None",
        "`st.image` shows an SVG that was made elsewhere; `st.code` shows the DOT text.",
    )
    grid = NotThereYet(
        "columns='auto', *, min_column_width='auto', wrap=True, gap='small', "
        "vertical_alignment='top', border=False, row_height='content', width='stretch', "
        "height='content', key=None, dense=False",
        "`st.columns` makes one row of a grid.",
    )
    iframe = NotThereYet(
        "src, *, width='stretch', height='content', tab_index=None, alt=None",
        "`st.html` shows HTML as part of the page, `st.link_button` opens an address.",
    )
    map = NotThereYet(
        "data=None, *, latitude=None, longitude=None, color=None, size=None, zoom=None, "
        "width='stretch', height=500, use_container_width=None, alt=None",
        _MAP,
    )
    menu_button = NotThereYet(
        "label, options, *, key=None, help=None, on_click=None, args=None, kwargs=None, "
        "type='secondary', icon=None, disabled=False, width='content', format_func=str, wrap=None",
        "`st.popover` can hold one `st.button` for each of the options.",
    )
    mermaid_chart = NotThereYet(
        "body, *, width='stretch', alt=None",
        "`st.image` shows an SVG that was made elsewhere; `st.code` shows the text.",
    )
    page_link = NotThereYet(
        "page, *, label=None, icon=None, icon_position='left', help=None, disabled=False, "
        "use_container_width=None, width='content', query_params=None",
        "`st.link_button` opens an address.",
    )
    pagination = NotThereYet(
        "num_pages, *, default=1, max_visible_pages=7, width='content', key=None, "
        "on_change='rerun', args=None, kwargs=None, disabled=False, bind=None, persist_state=None",
        "`st.number_input` can ask for the page.",
    )
    pdf = NotThereYet(
        "data, *, height=500, key=None, alt=None",
        "`st.download_button` hands over the file, `st.link_button` opens its address.",
    )
    pills = NotThereYet(
        "label, options, *, selection_mode='single', default=None, required=False, "
        "format_func=None, key=None, help=None, on_change='rerun', args=None, kwargs=None, "
        "disabled=False, label_visibility='visible', width='content', wrap=None, bind=None, "
        "persist_state=None",
        _CHOICE,
    )
    plotly_chart = NotThereYet(
        "figure_or_data, use_container_width=None, *, width='stretch', height='content', "
        "theme='streamlit', key=None, on_select='ignore', "
        "selection_mode=('points', 'box', 'lasso'), config=None, alt=None",
        _ALTAIR,
    )
    pydeck_chart = NotThereYet(
        "pydeck_obj=None, *, width='stretch', use_container_width=None, height=500, "
        "selection_mode='single-object', on_select='ignore', key=None, alt=None",
        _MAP,
    )
    segmented_control = NotThereYet(
        "label, options, *, selection_mode='single', default=None, required=False, "
        "format_func=None, key=None, help=None, on_change='rerun', args=None, kwargs=None, "
        "disabled=False, label_visibility='visible', width='content', wrap=None, bind=None, "
        "persist_state=None",
        _CHOICE,
    )
    skeleton = NotThereYet(
        "height=None, *, width='stretch'", "`st.empty` keeps a place, `st.spinner` fills the wait."
    )
    # Gone from Streamlit under these names.
    bokeh_chart = NotThereYet("figure, use_container_width=False", _ALTAIR)
    deck_gl_chart = NotThereYet("spec=None, use_container_width=False, **kwargs", _MAP)
    experimental_audio_input = NotThereYet("label, *, key=None, help=None", _FILE)
    experimental_data_editor = NotThereYet(
        "data, *, width=None, height=None, use_container_width=False, num_rows='fixed', "
        "disabled=False, key=None, on_change=None, args=None, kwargs=None",
        "`st.dataframe` shows the same data; widgets can change it.",
    )
