"""The same apps under real Streamlit and under ours.

Streamlit itself says how an app must behave. It is installed in a venv of its own, named by
``TABSTREAM_PARITY_PYTHON``; there every app of `parity.apps` and every interaction of
`parity.interactions` runs once under Streamlit's ``AppTest``, in one process, and what can be seen
of it is written down as JSON: the element tree, labels, values, errors, session state. The tests
run the same apps under ``tabstream.testing.AppTest`` and compare.

Where ours is different on purpose, `parity.differences` has an entry with the reason; an entry that
no longer makes a difference fails.
"""
