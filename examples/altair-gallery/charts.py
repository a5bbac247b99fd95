"""The charts of the gallery: each takes the two tables and returns an Altair chart."""

import altair as alt


def linked_views(penguins, weather):
    """Select penguins in the upper chart; the lower one counts them."""
    brush = alt.selection_interval()
    species = alt.Color("species:N", title=None).legend(orient="top")
    points = (
        alt.Chart(penguins)
        .mark_circle(size=60)
        .encode(
            alt.X("flipper_length", title="flipper length (mm)").scale(zero=False),
            alt.Y("body_mass", title="body mass (g)").scale(zero=False),
            color=alt.when(brush).then(species).otherwise(alt.value("lightgray")),
            tooltip=["species", "island", "sex", "body_mass"],
        )
        .properties(width=480, height=260)
        .add_params(brush)
    )
    bars = (
        alt.Chart(penguins)
        .mark_bar()
        .encode(x="count()", y=alt.Y("species", title=None), color=species)
        .properties(width=480, height=80)
        .transform_filter(brush)
    )
    return points & bars


def heat_map(penguins, weather):
    """Every day of the years, as warm as it was."""
    return (
        alt.Chart(weather)
        .mark_rect()
        .encode(
            alt.X("date(date):O", title="day of the month").axis(labelAngle=0),
            alt.Y("month(date):O", title=None),
            alt.Color("mean(temp_max)", title="°C").scale(scheme="redyellowblue", reverse=True),
            tooltip=["monthdate(date):O", alt.Tooltip("mean(temp_max)", format=".1f")],
        )
        .properties(height=340)
    )


def band_and_line(penguins, weather):
    """The mean of the warmest hours, between the coldest and the warmest day of each month."""
    month = alt.X("month(date):T", title=None).axis(format="%b")
    band = (
        alt.Chart(weather)
        .mark_area(opacity=0.25)
        .encode(month, alt.Y("min(temp_max)", title="°C"), y2="max(temp_max)")
    )
    line = (
        alt.Chart(weather)
        .mark_line(point=True)
        .encode(month, y="mean(temp_max)", tooltip=[alt.Tooltip("mean(temp_max)", format=".1f")])
    )
    return (band + line).properties(height=340)


def stacked_bars(penguins, weather):
    """What the sky did, month by month."""
    return (
        alt.Chart(weather)
        .mark_bar()
        .encode(
            alt.X("month(date):O", title=None).axis(labelAngle=0),
            alt.Y("count()", title="share of days").stack("normalize").axis(format="%"),
            alt.Color("weather", title=None),
            tooltip=["weather", "count()"],
        )
        .properties(height=340)
    )


def densities(penguins, weather):
    """The body mass of each species, as a smooth curve."""
    return (
        alt.Chart(penguins)
        .transform_density("body_mass", groupby=["species"], as_=["body_mass", "density"])
        .mark_area(opacity=0.5)
        .encode(
            alt.X("body_mass:Q", title="body mass (g)"),
            alt.Y("density:Q", title=None).axis(None).stack(None),
            alt.Color("species:N", title=None),
        )
        .properties(height=340)
    )


GALLERY = {
    "Linked views": linked_views,
    "Heat map": heat_map,
    "Band and line": band_and_line,
    "Stacked bars": stacked_bars,
    "Densities": densities,
}
