#!/usr/bin/env bash
# Runs swarmctl deploy with the inputs of the action, and tells the workflow what came of it. Its exit code is swarmctl's.
set -euo pipefail
[ -n "${FLY_API_TOKEN:-}" ] || { echo "::error::FLY_API_TOKEN is not set: put it into the job's env, from a secret" >&2; exit 3; }
echo "::add-mask::$FLY_API_TOKEN"
[ -n "${SWARM_PASSWORD:-}" ] && echo "::add-mask::$SWARM_PASSWORD"

words=(deploy --json --yes)
add() { # OPTION VALUE
    [ -n "$2" ] && words+=("$1" "$2")
    return 0
}
add --file "${INPUT_FILE:-}"
add --name "${INPUT_NAME:-}"
add --region "${INPUT_REGION:-}"
add --size "${INPUT_SIZE:-}"
add --image "${INPUT_IMAGE:-}"
add --org "${INPUT_ORGANIZATION:-}"
read -ra more <<<"${INPUT_ARGUMENTS:-}"

status=0
answer=$(swarmctl "${words[@]}" "${more[@]}") || status=$?
field() { # NAME: the first of that name in the answer, whose members are sorted
    { grep -o "\"$1\":\"[^\"]*\"" <<<"$answer" || true; } | head -n 1 | cut -d '"' -f 4
}
if [ "$status" -ne 0 ]; then
    echo "::error::$(field message)" >&2
    exit "$status"
fi
{
    echo "action=$(field action)"
    echo "url=$(field url)"
} >>"${GITHUB_OUTPUT:-/dev/stdout}"
echo "**$(field action)**: $(field url)" >>"${GITHUB_STEP_SUMMARY:-/dev/stdout}"
