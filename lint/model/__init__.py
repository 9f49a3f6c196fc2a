"""The nouns: frozen values that every room shares. Nothing here imports anything of ours."""
