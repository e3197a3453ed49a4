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

# unpack SUITE PREFIX PACKAGE… [-REGEX]: newer packages of Debian and all they stand on, without those that match,
# in a folder of their own. The system stays as it is; apt checks the signatures.
unpack() {
    local suite=$1 prefix=$2 without='^$' state lists=$EDITORS_DIR/apt/$1 keys=/usr/share/keyrings/debian-archive-keyring.gpg
    shift 2
    [ -e "$prefix/.complete" ] && return
    if [[ ${!#} == -* ]]; then
        without=${!#}
        without=${without#-}
        set -- "${@:1:$#-1}"
    fi
    command -v apt-get >/dev/null && [ -e "$keys" ] || skip "there is no Debian to take $* from"
    state=$(mktemp -d)
    mkdir -p "$lists/partial" "$state/archives/partial" "$state/packages" "$prefix"
    touch "$state/status"
    echo "deb [signed-by=$keys] http://deb.debian.org/debian $suite main" >"$state/sources.list"
    local apt=(apt-get -qq -o Dir::State="$state" -o Dir::State::lists="$lists" -o Dir::State::status="$state/status"
        -o Dir::Cache="$state" -o Dir::Cache::archives="$state/archives" -o Dir::Etc::SourceList="$state/sources.list"
        -o Dir::Etc::SourceParts=- -o Acquire::Languages=none -o APT::Sandbox::User= -o Debug::NoLocking=1
        -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false -o Acquire::IndexTargets::deb::Contents-deb::DefaultEnabled=false)
    if ! {
        "${apt[@]}" update &&
            "${apt[@]}" install --simulate --no-install-recommends "$@" | awk '/^Inst/ { print $2 }' | grep -vE "$without" >"$state/names" &&
            (cd "$state/packages" && xargs "${apt[@]}" download <"$state/names")
    } >"$state/log" 2>&1; then
        tail -3 "$state/log" >&2
        rm -rf "$state"
        skip "$* of Debian $suite cannot be had"
    fi
    du -csh "$state/packages"/*.deb | tail -1 | sed "s/total/of packages for $*, Debian $suite/"
    for package in "$state/packages"/*.deb; do dpkg-deb -x "$package" "$prefix"; done
    rm -rf "$state"
    touch "$prefix/.complete"
}
