"""Extensions of documentation tools that put ``<django-playground>`` into their pages."""

__all__: list[str] = []
