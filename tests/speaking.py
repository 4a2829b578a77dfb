"""What scripts that look at the program as a screen reader does have in common. For tests/with-desktop --speaking."""

import os
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 20  # seconds
NAME = os.path.basename(sys.argv[0])


def fail(reason):
    print(f"{NAME}: {reason}", file=sys.stderr)
    sys.exit(1)


def wait_for(find, what):
    end = time.time() + PATIENCE
    while time.time() < end:
        try:
            found = find()
        except Exception:  # what was there has gone meanwhile
            found = None
        if found:
            return found
        time.sleep(0.1)
    fail(f"{what} did not come")


def application():
    desktop = pyatspi.Registry.getDesktop(0)
    for i in range(desktop.childCount):
        app = desktop.getChildAtIndex(i)
        if app and app.name == "remote-swarm":
            return app
    return None


def is_seen(node):
    if not node.getState().contains(pyatspi.STATE_SHOWING):
        return False
    try:
        place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        return place.width > 0 and place.height > 0
    except NotImplementedError:
        return True


def walk(node, depth=0):
    yield node
    if depth > 40:
        return
    for i in range(min(node.childCount, 200)):
        child = node.getChildAtIndex(i)
        if child is not None and is_seen(child):
            yield from walk(child, depth + 1)


def windows():
    app = application()
    return [app.getChildAtIndex(i) for i in range(app.childCount)] if app else []


def window(title):
    for one in windows():
        if one and one.name.startswith(title) and is_seen(one):
            return one
    return None


def find(title, role, text):
    """The first part of a window with this role and exactly this name."""
    root = window(title)
    return root and next((n for n in walk(root) if n.getRoleName() == role and n.name == text), None)


def focus(title):
    subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title, "windowfocus"], check=True)
    time.sleep(0.3)


def press(*keys):
    subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)
    time.sleep(0.4)


class FocusListener:
    """Hears what gets the focus, as screen readers do: the entries of menus are told of in no other way."""

    def __init__(self):
        self.heard = []
        pyatspi.Registry.registerEventListener(self._hear, "object:state-changed:focused", "focus:")
        self.collect(1)  # until the program knows that somebody listens

    def _hear(self, event):
        if event.type.startswith("focus") or event.detail1 == 1:
            try:
                self.heard.append((event.source.getRoleName(), event.source.name))
            except GLib.GError:  # gone before it could be asked
                pass

    def collect(self, seconds=0.3):
        """What was heard since the last time."""
        end = time.time() + seconds
        while time.time() < end:
            while GLib.MainContext.default().iteration(False):
                pass
            time.sleep(0.02)
        heard, self.heard = self.heard, []
        return heard


def click(node):
    """With the mouse, where a person would."""
    place = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    x, y = place.x + place.width // 2, place.y + place.height // 2
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)
