#!/usr/bin/env bash
# What tests/image-start does in its root: lays out what the Dockerfile would, mounts a fresh disk over the home, and starts.
set -euo pipefail
fail() { echo "image-start: $*" >&2; exit 1; }
apt-get -qq update
apt-get -qq -y --no-install-recommends install sudo git curl procps libkrb5-3 libatomic1 >/tmp/apt.log 2>&1 || { tail -n 20 /tmp/apt.log; exit 1; }
# As the base image is: a user without rights but sudo, and an entry point that starts what it is given.
useradd --create-home --shell /bin/bash coder
echo 'coder ALL=(ALL) NOPASSWD:ALL' >/etc/sudoers.d/coder
cat >/usr/bin/code-server <<'TXT'
#!/bin/sh
exec /srv/tools/node/node_modules/node/bin/node /srv/tools/code-server/node_modules/code-server/out/node/entry.js "$@"
TXT
printf '#!/bin/sh\nexec /usr/bin/code-server "$@"\n' >/usr/bin/entrypoint.sh
chmod +x /usr/bin/code-server /usr/bin/entrypoint.sh
# An extension where the Dockerfile installs them.
extensions=/opt/editor/home/.local/share/code-server/extensions
mkdir -p $extensions/example.hello-1.0.0
echo '{"name":"hello","publisher":"example","version":"1.0.0","engines":{"vscode":"*"}}' >$extensions/example.hello-1.0.0/package.json
cat >$extensions/extensions.json <<TXT
[{"identifier":{"id":"example.hello"},"version":"1.0.0","location":{"\$mid":1,"path":"/home/coder/.local/share/code-server/extensions/example.hello-1.0.0","scheme":"file"},"relativeLocation":"example.hello-1.0.0"}]
TXT
chown -R coder:coder /opt/editor/home

# The disk, as Fly.io gives it: root's, empty but for what the file system has, over the image's home.
mkdir -p /srv/disk/lost+found
chown root:root /srv/disk
mount --bind /srv/disk /home/coder
settings=/home/coder/.local/share/code-server/User/settings.json

start() {
    sudo -u coder env HOME=/home/coder PASSWORD='correct horse' XDG_RUNTIME_DIR=/tmp /opt/editor/start >/tmp/editor.log 2>&1 &
    for _ in $(seq 1 300); do
        curl -fsS -m 2 http://127.0.0.1:8080/healthz >/dev/null 2>&1 && return 0
        sleep 0.2
    done
    cat /tmp/editor.log
    fail "the editor does not answer"
}
stop() {
    pkill -u coder -f code-server || true
    for _ in $(seq 1 100); do pgrep -u coder -f code-server >/dev/null || return 0; sleep 0.1; done
    fail "the editor does not end"
}

start
[ "$(stat -c %U /home/coder)" = coder ] || fail "the disk belongs to $(stat -c %U /home/coder)"
[ "$(ps -o user= -p "$(pgrep -u coder -f out/node/entry.js | head -n 1)")" = coder ] || fail "it does not run as coder"
grep -q ' 00000000:1F90 .* 0A ' /proc/net/tcp || fail "it does not listen on 0.0.0.0:8080"
[ "$(curl -s -o /dev/null -w '%{http_code}' -d 'password=correct horse' http://127.0.0.1:8080/login)" = 302 ] || fail "the password is refused"
[ "$(curl -s -o /dev/null -w '%{http_code}' -d 'password=wrong' http://127.0.0.1:8080/login)" = 200 ] || fail "another password is taken"
sudo -u coder env HOME=/home/coder code-server --list-extensions | grep -qx example.hello || fail "the extension is not there"
grep -q formatOnSave $settings || fail "the settings are not there"
[ -e /home/coder/project/README.md ] || fail "the workspace is not there"
echo "ok  a fresh disk of root's: writable for coder, extension, settings and workspace are there, it listens on 0.0.0.0:8080"

echo '{"editor.fontSize": 17}' >$settings
rm -r /home/coder/project/README.md
echo kept >/home/coder/project/note
stop
start
grep -q 17 $settings || fail "the user's settings were overwritten"
[ ! -e /home/coder/project/README.md ] || fail "what the user removed came back"
grep -q kept /home/coder/project/note || fail "the user's file is gone"
sudo -u coder env HOME=/home/coder code-server --list-extensions | grep -qx example.hello || fail "the extension is gone"
stop
echo "ok  the same disk again: what the user changed, made and removed is as it was left"
