#!/usr/bin/env bash
# What tests/package does in each bare root.
set -euo pipefail
say() { echo "  $*"; }
field() { { grep -o "\"$1\":\"[^\"]*\"" || true; } | head -n 1 | cut -d '"' -f 4; }
apt-get -qq update
apt-get -qq -y --no-install-recommends install /srv/package/previous.deb >/tmp/apt.log 2>&1 || { tail -n 20 /tmp/apt.log; exit 1; }
say "installed the one before: $(swarmctl --version)"

# A user with settings and an instance.
flysim --port 0 --time-scale 20 --editor built-in >/tmp/flysim.json 2>/dev/null &
flysim_pid=$!
trap 'kill $flysim_pid 2>/dev/null || true' EXIT
for _ in $(seq 1 100); do [ -s /tmp/flysim.json ] && break; sleep 0.1; done
api=$(field api_url </tmp/flysim.json)
graphql=$(field graphql_url </tmp/flysim.json)
export FLY_API_TOKEN=fo1_package SWARM_PASSWORD='correct horse'
ctl() { swarmctl "$@" --api-url "$api" --graphql-url "$graphql" --time-scale 20; }
mkdir -p /root/.config/remote-swarm
printf '[create]\nregion=fra\n' >/root/.config/remote-swarm/remote-swarm.conf
made=$(ctl create thesis --size small --json --quiet)
[ "$(field region <<<"$made")" = fra ]

apt-get -qq -y --no-install-recommends install /srv/package/now.deb >/tmp/apt.log 2>&1 || { tail -n 20 /tmp/apt.log; exit 1; }
say "upgraded: $(swarmctl --version)"
[ "$(ctl show thesis --json | field id)" = "$(field id <<<"$made")" ]
again=$(ctl create second --size small --json --quiet)
[ "$(field region <<<"$again")" = fra ]
say "settings and instances are still there"

# The steps of the deploy action, as its runner would run them, twice.
export GITHUB_ACTION_PATH=/srv/deploy RUNNER_TEMP=/tmp
deploy() {
    : >/tmp/output
    INPUT_PACKAGE='' bash -c "$(step Install)" >/tmp/install.log 2>&1 || { cat /tmp/install.log; exit 1; }
    GITHUB_OUTPUT=/tmp/output GITHUB_STEP_SUMMARY=/tmp/summary INPUT_NAME=from-ci INPUT_REGION=ams INPUT_SIZE=small \
        INPUT_IMAGE=codercom/code-server:4.96.2 INPUT_ARGUMENTS="--api-url $api --graphql-url $graphql --time-scale 20" \
        bash -c "$(step Deploy)" 2>/tmp/deploy.log || { cat /tmp/deploy.log; exit 1; }
}
step() { # NAME: what the action's step of that name runs
    awk -v name="$1" '$1 == "-" && $2 == "name:" {inside = ($3 == name)} inside && $1 == "run:" {sub(/^ *run: */, ""); print; exit}' /srv/deploy/action.yml
}
deploy
grep -qx 'action=created' /tmp/output
requests=$(ctl list --json | grep -o '"id"' | wc -l)
deploy
grep -qx 'action=unchanged' /tmp/output
[ "$(ctl list --json | grep -o '"id"' | wc -l)" = "$requests" ]
grep -q '^url=http' /tmp/output
say "the deploy action: first $(grep -c created /tmp/summary) created, then $(grep -c unchanged /tmp/summary) unchanged"

# The window and the walk.
timeout 60 remote-swarm --demo --report-paint >/tmp/painted 2>/tmp/window.log &
window_pid=$!
for _ in $(seq 1 300); do grep -q painted /tmp/painted && break; sleep 0.1; done
grep -q painted /tmp/painted || { cat /tmp/window.log; exit 1; }
kill $window_pid
wait $window_pid 2>/dev/null || true
say "the window is painted"
swarmctl --demo 2>/tmp/walk.log | grep -q 'nothing is left behind' || { cat /tmp/walk.log; exit 1; }
say "the walk through the demo ends well"
man_page=$(gzip -dc /usr/share/man/man1/swarmctl.1.gz | head -n 1)
[[ "$man_page" == .TH* ]]
[ ! -e /root/.config/systemd/user/graphical-session.target.wants ] # nobody enabled it

apt-get -qq -y purge remote-swarm >/tmp/apt.log 2>&1
[ -e /root/.config/remote-swarm/remote-swarm.conf ] # what lies in homes is its user's
say "purged"
