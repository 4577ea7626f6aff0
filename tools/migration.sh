#!/usr/bin/env bash
# Adds a migration for what changed in the composed model, for SQLite and for PostgreSQL:  tools/migration.sh NAME
# Until the first release there is one, made anew:  rm -rf src/Portal.Data.*/Migrations && tools/migration.sh Initial
set -euo pipefail
cd "$(dirname "$0")/.."
name="${1:?name of the migration}"
dotnet tool restore
dotnet build tools/Portal.Migrations -v q -nologo -p:RunAnalyzers=false
for database in Sqlite Postgres; do
  dotnet ef migrations add "$name" --project "src/Portal.Data.$database" --startup-project tools/Portal.Migrations --context "${database}PortalDb" --output-dir Migrations --no-build
done
