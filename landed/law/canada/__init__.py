"""The law of Canada: the Immigration and Refugee Protection Act, its Regulations (IRPR), and the programmes on them."""
