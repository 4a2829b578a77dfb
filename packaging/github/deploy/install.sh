#!/usr/bin/env bash
# Installs the Debian package that INPUT_PACKAGE names, a path or an https address; without one swarmctl has to be there.
set -euo pipefail
if [ -z "${INPUT_PACKAGE:-}" ]; then
    command -v swarmctl >/dev/null || { echo "::error::swarmctl is not there: give its package" >&2; exit 1; }
    swarmctl --version
    exit 0
fi
package=$INPUT_PACKAGE
case $package in
    https://*)
        command -v curl >/dev/null || { apt-get -qq update && apt-get -qq -y --no-install-recommends install curl ca-certificates; }
        curl -fsSL --retry 3 -o "${RUNNER_TEMP:-/tmp}/remote-swarm.deb" "$package"
        package=${RUNNER_TEMP:-/tmp}/remote-swarm.deb
        ;;
    http://*) echo "::error::use https for the package" >&2; exit 1 ;;
esac
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
"${as_root[@]}" apt-get -qq update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install "$(realpath "$package")"
swarmctl --version
