# Sourced by the scripts that make a virtual environment: one such script at a time, for tests run side by side.
# usage: make_environment HOME IMPORTS PIP-ARGUMENTS... [-- PIP-ARGUMENTS...]; each group is one `pip install`
# Prints the path of its python. Exit 1 where it cannot be made (no network).
make_environment() {
  local home=$1 imports=$2; shift 2
  mkdir -p "$(dirname "$home")"
  exec 9>"$home.lock"
  flock 9
  if ! "$home/bin/python" -c "import $imports" 2>/dev/null; then
    rm -rf "$home"
    python3 -m venv "$home" >&2
    local given=()
    for argument in "$@" --; do
      if [ "$argument" != -- ]; then given+=("$argument"); continue; fi
      "$home/bin/pip" install --quiet --disable-pip-version-check "${given[@]}" >&2
      given=()
    done
  fi
  echo "$home/bin/python"
}
