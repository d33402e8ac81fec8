"""Fails at import, as a plugin does whose own dependency changed under it."""

raise RuntimeError("本县规则表的格式已变")
