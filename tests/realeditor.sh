# What the tests with a real code-server share; to be sourced by one of them, with its name in `story_name` and the folder
# of our programs in `bin`. Installs what is missing, gives the script a keyring and a simulator that runs code-server,
# and names the steps as they pass. Leaves screenshots in build/<name>.
tools=$PWD/build/real-editor # what tests/install-editor made
shots=$PWD/build/$story_name

if [ -z "${REAL_EDITOR_INSIDE:-}" ]; then
    tests/install-editor >/dev/null
    for program in swarmctl flysim; do
        [ -x "$bin/$program" ] || { echo "$story_name: there is no $bin/$program" >&2; exit 2; }
    done
    . app/packages.sh
    ensure_packages gnome-keyring libglib2.0-bin dbus curl
    # swarmctl keeps the password that it makes in a keyring, and finds it there again.
    REAL_EDITOR_INSIDE=1 exec tests/with-keyring open "$PWD/tests/$story_name" "$bin"
fi

work=$(mktemp -d)
mkdir -p "$work"/{bin,volumes,simulator-home}
flysim_pid=
bounded_pid=

cleanup() {
    local pid
    for pid in $bounded_pid $flysim_pid; do
        kill "$pid" 2>/dev/null || true
    done
    # Whatever of ours still runs names this folder in its arguments: Chromium its profile, code-server its data.
    for _ in $(seq 1 100); do
        pgrep -f "$work" >/dev/null || break
        sleep 0.1
    done
    for pid in $(pgrep -f "$work"); do
        kill -KILL "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap cleanup EXIT
trap 'exit 130' INT TERM

fail() {
    echo "FAILED  $*" >&2
    exit 1
}
passed() {
    printf 'ok  %5.1f s  %s\n' "$(awk -v a="$began" -v b="$EPOCHREALTIME" 'BEGIN {print b - a}')" "$1"
    began=$EPOCHREALTIME
}
# bounded SECONDS COMMAND...: in the background, so that a signal to this script is acted on at once.
bounded() {
    local status=0
    timeout -k 10 "$@" &
    bounded_pid=$!
    wait "$bounded_pid" || status=$?
    bounded_pid=
    return "$status"
}
# until_true SECONDS COMMAND...
until_true() {
    local until=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$until" ] || return 1
        sleep 0.1
    done
}
field() { # field FILE PATH: what is at PATH (a.b.c) of a JSON file
    "$node" -e 'let at = JSON.parse(require("fs").readFileSync(process.argv[1])); for (const key of process.argv[2].split(".")) at = at[key]; console.log(at)' "$@"
}
ctl() {
    bounded 150 "$bin/swarmctl" "$@" --api-url "$api" --graphql-url "$graphql"
}
browser() { # browser STEP ARGUMENT...: one of the steps of realeditor.mjs, in a browser that has never been anywhere
    bounded 120 env PASSWORD="$password" PLAYWRIGHT="$tools/playwright/node_modules/playwright-core" \
        CHROMIUM="$(command -v chromium)" SHOTS="$shots" PROFILE="$(mktemp -d -p "$work" "chromium-$1-XXXX")" \
        "$node" tests/realeditor.mjs "$@"
}
no_editor_runs() {
    ! pgrep -f "$work/volumes/volumes" >/dev/null
}
text_is() { # text_is FILE TEXT
    [ "$(cat "$1" 2>/dev/null)" = "$2" ]
}

node=$tools/node/node_modules/node/bin/node
export FLY_API_TOKEN=fo1_test
unset SWARM_PASSWORD
began=$EPOCHREALTIME
mkdir -p "$shots"
rm -f "$shots"/*.png

# Neither our home nor our bus nor our token is the simulator's business.
env -u FLY_API_TOKEN -u DBUS_SESSION_BUS_ADDRESS HOME="$work/simulator-home" \
    "$bin/flysim" --port 0 --editor "$tools/editor" --folder "$work/volumes" >"$work/flysim.json" 2>"$work/flysim.log" &
flysim_pid=$!
until_true 20 test -s "$work/flysim.json" || { cat "$work/flysim.log" >&2; fail "the simulator did not start"; }
api=$(field "$work/flysim.json" api_url)
graphql=$(field "$work/flysim.json" graphql_url)
passed "the simulator runs"
