#!/bin/bash
# The desktop in which Orca listens: a screen, a window manager, the accessibility bus and Orca. Then the listener.
# Runs within dbus-run-session, as a user of its own, whose home is $HOME. usage: session.sh BROWSER FLOW...
set -u
here=$(dirname "$(readlink -f "$0")")
export XDG_RUNTIME_DIR=$HOME/run XDG_DATA_HOME=$HOME/data XDG_CONFIG_HOME=$HOME/config XDG_CACHE_HOME=$HOME/cache
export LANG=C.UTF-8 LC_ALL=C.UTF-8 GTK_MODULES= GSETTINGS_BACKEND=memory GIO_USE_VFS=local
export GNOME_ACCESSIBILITY=1 GTK_A11Y=atspi ACCESSIBILITY_ENABLED=1 NO_AT_BRIDGE=1 MOZ_ENABLE_WAYLAND=0
unset WAYLAND_DISPLAY SESSION_MANAGER
mkdir -p -m 700 "$XDG_RUNTIME_DIR" "$XDG_DATA_HOME/orca"
started=()
# What started last ends first: Orca can hang when its screen goes before it does, and then the next one does not start.
end() {
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    kill "${started[i]}" 2>/dev/null || continue
    for _ in $(seq 30); do kill -0 "${started[i]}" 2>/dev/null || break; sleep .1; done
    kill -9 "${started[i]}" 2>/dev/null
    wait "${started[i]}" 2>/dev/null
  done
}
trap end EXIT
exec 3>"$HOME/display"
Xvfb -displayfd 3 -screen 0 1280x1000x24 -nolisten tcp >"$HOME/xvfb.log" 2>&1 & started+=($!)
exec 3>&-
for _ in $(seq 100); do [ -s "$HOME/display" ] && break; sleep .1; done
DISPLAY=:$(cat "$HOME/display")
export DISPLAY
openbox --sm-disable >"$HOME/openbox.log" 2>&1 & started+=($!)
/usr/libexec/at-spi-bus-launcher --launch-immediately --a11y=1 --screen-reader=1 >"$HOME/atspi.log" 2>&1 & started+=($!)
sleep 1
cp "$here/orca.json" "$XDG_DATA_HOME/orca/user-settings.conf"
export HEAR_EAR=$HOME/ear.jsonl
: >"$HEAR_EAR"
NO_AT_BRIDGE=0 PYTHONPATH=$here orca >"$HOME/orca.log" 2>&1 & started+=($!)
export NO_AT_BRIDGE=0
"$HEAR_NODE" "$here/listen.js" "$@"
