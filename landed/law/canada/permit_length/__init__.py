"""How long each of Canada's work permits is given for, by its exemption code."""
