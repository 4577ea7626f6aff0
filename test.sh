#!/usr/bin/env bash
# Builds everything and runs every test. Ends with "N passed, N failed, N skipped" and exits non-zero on any failure.
# Installs the Debian packages that the tests need when they are missing (as root), and nothing else.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# Nothing here runs long enough to win back what measuring its own paths costs the runtime.
export DOTNET_TieredPGO=0

install() {
  apt-get -o DPkg::Lock::Timeout=300 update -qq && DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq "$@" >/dev/null
}

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v pandoc >/dev/null || missing+=(pandoc)
command -v vipsthumbnail >/dev/null || missing+=(libvips-tools)
command -v mat2 >/dev/null || missing+=(mat2)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v curl >/dev/null || missing+=(curl)
command -v openssl >/dev/null || missing+=(openssl)
command -v java >/dev/null || missing+=(default-jre-headless)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql-15)
if [ "${#missing[@]}" -gt 0 ]; then
  echo "Installing ${missing[*]} …"
  # The tests start a server of their own; Debian's would listen on the usual port for nobody.
  mkdir -p /etc/postgresql-common/createcluster.d && echo "create_main_cluster = false" >/etc/postgresql-common/createcluster.d/portal-tests.conf
  install "${missing[@]}" || { echo "Could not install ${missing[*]}; install them by hand." >&2; exit 1; }
fi
if [ -f tests/Portal.BrowserTests/package-lock.json ]; then
  # Scripts of packages are not needed: the checker of HTML would fetch a Java of its own.
  (cd tests/Portal.BrowserTests && npm ci --silent --no-audit --no-fund --ignore-scripts) || { echo "npm ci failed in tests/Portal.BrowserTests." >&2; exit 1; }
fi

dotnet restore Portal.sln --locked-mode || exit 1
dotnet build Portal.sln --no-restore -v q || exit 1

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
broken=0
for project in Portal.UnitTests Portal.IntegrationTests Portal.BrowserTests; do
  [ -d "tests/$project" ] || continue
  echo "== $project"
  beside=()
  [ "$project" = Portal.IntegrationTests ] && beside=(tests/with-postgres.sh)
  "${beside[@]}" "tests/$project/bin/Debug/net10.0/$project" -noColor -noLogo -trx "$results/$project.trx" || broken=1
  [ -f "$results/$project.trx" ] || { broken=1; echo "$project left no report." >&2; }
done

counter() { grep -ho "<Counters [^>]*" "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk "{ sum += \$1 } END { print sum + 0 }"; }
passed=$(counter passed) failed=$(counter failed) skipped=$(counter notExecuted)
echo "${passed:-0} passed, ${failed:-0} failed, ${skipped:-0} skipped"
[ "$broken" -eq 0 ] && [ "${failed:-1}" -eq 0 ] && [ "${passed:-0}" -gt 0 ]
