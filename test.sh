#!/usr/bin/env bash
# Installs what the tests need (on Debian, as root or with sudo; only what is missing), builds, and runs every test.
# The last line is "N passed, N failed"; the exit code is 0 only when nothing failed.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

install_packages() {
    local missing=() package
    command -v chromium > /dev/null || missing+=(chromium)
    command -v bwrap > /dev/null || missing+=(bubblewrap)
    for package in fonts-dejavu-core fonts-stix; do
        dpkg-query --show --showformat='${Status}' "$package" 2> /dev/null | grep --quiet 'ok installed' || missing+=("$package")
    done
    [ "${#missing[@]}" -eq 0 ] && return

    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || { echo "The tests need ${missing[*]}: install them, or run this as root." >&2; exit 2; }
        as_root=(sudo)
    fi
    echo "Installing ${missing[*]}"
    "${as_root[@]}" apt-get update --quiet --quiet
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install --yes --quiet --quiet --no-install-recommends "${missing[@]}" > /dev/null
}

# Sums one attribute of the counters over all result files.
sum_counter() {
    { grep --only-matching --no-filename --extended-regexp "<Counters [^>]*" "$results"/*.trx || true; } \
        | sed --quiet --regexp-extended "s/.* $1=\"([0-9]+)\".*/\1/p" \
        | awk '{ sum += $1 } END { print sum + 0 }'
}

install_packages
if ! dotnet restore grader.sln --locked-mode --verbosity quiet || ! dotnet build grader.sln -c Release --no-restore --verbosity quiet; then
    echo "0 passed, 1 failed"
    exit 1
fi

results=$(mktemp --directory)
trap 'rm -rf "$results"' EXIT
failures=0
lost=0
# One project after the other: each uses both cores by itself, and timings within tests stay honest.
for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    dotnet test "$project" -c Release --no-build --logger "console;verbosity=minimal" --logger "trx;LogFileName=$name.trx" --results-directory "$results" --verbosity quiet \
        || failures=$((failures + 1))
    if [ ! -f "$results/$name.trx" ]; then
        echo "$name ended without results." >&2
        touch "$results/$name.trx"
        lost=$((lost + 1))
    fi
done

# The format counts as one more test, so that what it says hides no result.
if ! dotnet format grader.sln --verify-no-changes --no-restore --verbosity quiet; then
    echo "The source is not formatted: 'dotnet format' does it." >&2
    lost=$((lost + 1))
fi

passed=$(sum_counter passed)
failed=$(($(sum_counter failed) + $(sum_counter error) + $(sum_counter timeout) + $(sum_counter aborted) + lost))
# A run that ended badly without a failed test (a crashed test host) is a failure all the same.
[ "$failures" -gt 0 ] && [ "$failed" -eq 0 ] && failed=$failures
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
