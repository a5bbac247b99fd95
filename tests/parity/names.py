"""The public names that are here, by what has to be shown of each."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Names with an app that uses them as they come and an app that passes options.
WITH_OPTIONS = _words(
    """
    write write_stream title header subheader text markdown caption code latex json divider badge
    space html help echo dataframe column_config table metric line_chart area_chart bar_chart
    scatter_chart altair_chart vega_lite_chart pyplot image audio video error warning info success
    exception progress spinner status toast container columns tabs expander popover form
    form_submit_button sidebar button link_button download_button checkbox toggle radio selectbox
    multiselect slider select_slider text_input text_area number_input date_input time_input
    color_picker file_uploader set_page_config session_state query_params rerun cache_data
    cache_resource
    """
)

#: Names that have no options.
WITHOUT_OPTIONS = _words("magic balloons snow empty stop get_option set_option")

#: What is touched or handed in: each in an interaction.
TOUCHED = _words(
    """
    button download_button checkbox toggle radio selectbox multiselect slider select_slider
    text_input text_area number_input date_input time_input color_picker file_uploader
    form_submit_button session_state query_params secrets
    """
)
