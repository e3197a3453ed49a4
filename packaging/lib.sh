# shellcheck shell=bash disable=SC2034
# Sourced by the scripts beside it: where things are, and what `--profile`, `--target` and `--binary` say.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
packages=${PACKAGES_DIR:-$root/target/packages}
tools=${CARGO_TARGET_DIR:-$root/target}/packaging-tools
version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$root/Cargo.toml" | head -1)
profile=dist target=x86_64-unknown-linux-gnu binary=
mkdir -p "$packages"

# Reads the options that all scripts have; the rest is left in `rest`
options() {
    rest=()
    while [ $# -gt 0 ]; do
        case "$1" in
        --profile) profile=$2; shift 2 ;;
        --target) target=$2; shift 2 ;;
        --binary) binary=$(realpath "$2"); shift 2 ;;
        *) rest+=("$1"); shift ;;
        esac
    done
}

# Tools from PyPI, each in a version that was tried
tool() {
    [ -x "$tools/bin/python" ] || python3 -m venv "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check "$@"
}

# The program: the one given, or a portable one, built once
program() {
    if [ -z "$binary" ]; then
        binary=$("$root/packaging/portable" --profile "$profile" --target "$target")
    fi
}
