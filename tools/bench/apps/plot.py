import matplotlib.pyplot as plt
import numpy as np
import streamlit as st

count = st.slider("Waves", 1, 9, 3)
x = np.linspace(0, 2 * np.pi, 200)
figure, axes = plt.subplots()
for wave in range(1, count + 1):
    axes.plot(x, np.sin(wave * x))
st.pyplot(figure)
st.markdown("complete")
