# What Debian packages the two commands need. Sourced by app/run and tests/run.
# shellcheck shell=bash

build_packages=(
    clang-19 lld-19 cmake ninja-build
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qtkeychain-qt6-dev libcli11-dev libtomlplusplus-dev
    libsecret-1-0
)
run_packages=(
    fonts-inter fonts-noto-core qt6-translations-l10n xdg-utils dbus
)

# Installs what is missing of the named packages; says which, and does nothing when all are there.
ensure_packages() {
    local missing=() package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if ! command -v apt-get >/dev/null; then
        echo "These Debian packages are needed and there is no apt-get here: ${missing[*]}" >&2
        return 1
    fi
    echo "Installing: ${missing[*]}"
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "Run this as root first: apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    local quiet=(-qq -y -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0)
    "${as_root[@]}" apt-get "${quiet[@]}" update >/dev/null || echo "The package lists could not be updated; trying with the old ones." >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${quiet[@]}" --no-install-recommends install "${missing[@]}" >/dev/null
}
