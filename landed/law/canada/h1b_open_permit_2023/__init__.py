"""The open work permit of 2023 for holders of H-1B status, their families, and its renewal in Canada."""
