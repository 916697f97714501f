"""The welcome: a new plan, an old one, or the sample."""

from ui.pages.welcome.page import WelcomePage

__all__ = ["WelcomePage"]
