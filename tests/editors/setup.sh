# For tests/editors/*/run, which source it: how what they need is had on Debian, and what to say where not.

# Says why a test cannot run here, and ends it.
skip() {
    echo "skipped: $*"
    exit 77
}

# As root, if one may be it.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo --non-interactive "$@"; fi
}

# need COMMAND PACKAGE…: installs packages of Debian if there is no such command.
need() {
    local command=$1
    shift
    command -v "$command" >/dev/null && return
    command -v apt-get >/dev/null || skip "there is no $command, and no apt-get to install $* with"
    install_packages "$@" || { as_root apt-get update -qq && install_packages "$@"; } ||
        skip "there is no $command, and $* cannot be installed"
}

install_packages() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null 2>&1
}
