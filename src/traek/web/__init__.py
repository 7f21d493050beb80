"""The local page: a letter is marked while it is written, and nothing of it is kept.

`application` is the page and its answers as an ASGI application; `run` binds it to this machine
alone. Starlette and uvicorn come with the extra `serve`.
"""
