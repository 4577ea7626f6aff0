#!/usr/bin/env bash
# Adds a migration for what changed in the composed model:  tools/migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore
dotnet build tools/Portal.Migrations -v q -nologo -p:RunAnalyzers=false
dotnet ef migrations add "${1:?name of the migration}" --project src/Portal.Data.Sqlite --startup-project tools/Portal.Migrations --context SqlitePortalDb --output-dir Migrations --no-build
