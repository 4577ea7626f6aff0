#!/usr/bin/env bash
# Runs a command beside a private PostgreSQL server and stops the server when the command has ended, however it ended:
#   tests/with-postgres.sh tests/Portal.IntegrationTests/bin/Debug/net10.0/Portal.IntegrationTests -class '*OnPostgres'
# The command finds the server in PORTAL_TEST_POSTGRES. Nothing outside a temporary folder is touched.
set -euo pipefail

for folder in /usr/lib/postgresql/*/bin; do [ -x "$folder/initdb" ] && bin=$folder; done
[ -n "${bin:-}" ] || { echo "There is no PostgreSQL here; on Debian: apt-get install postgresql-15" >&2; exit 1; }

# The server refuses to run as root.
as_server() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

folder=$(mktemp -d "${TMPDIR:-/tmp}/portal-postgres-XXXXXX")
[ "$(id -u)" -eq 0 ] && chown postgres "$folder"
stop() {
  as_server "$bin/pg_ctl" --pgdata "$folder/data" --mode immediate --silent stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# A language's own order as the server's default: whatever the portal sorts or compares by bytes must not depend on it.
(cd "$folder" && as_server "$bin/initdb" --pgdata data --username portal --auth trust --encoding UTF8 --locale C.UTF-8 --locale-provider icu --icu-locale sr-Latn >initdb.log 2>&1) \
  || { cat "$folder/initdb.log" >&2; exit 1; }

for attempt in 1 2 3 4 5; do
  port=$((20000 + RANDOM % 30000))
  if (cd "$folder" && as_server "$bin/pg_ctl" --pgdata data --log server.log --silent --wait start --options \
      "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c max_connections=200 -c shared_buffers=32MB -c max_wal_size=256MB" >/dev/null 2>&1); then
    export PORTAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal;Database=postgres"
    break
  fi
done
[ -n "${PORTAL_TEST_POSTGRES:-}" ] || { cat "$folder/server.log" >&2; exit 1; }

# Not exec: the server has to be stopped afterwards. In the background, so that a signal reaches this script at once.
"$@" <&0 &
child=$!
trap 'kill "$child" 2>/dev/null || true; wait "$child" 2>/dev/null || true; stop' EXIT
wait "$child"
