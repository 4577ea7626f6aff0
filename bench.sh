#!/usr/bin/env bash
# Measures the published portal against a bare Kestrel endpoint that returns the same bytes, in one interleaved run.
# Servers run on one core, the load on another; everything stays on loopback and ends by itself (about fifteen minutes, two of them for 30,000 items to come in).
# One case alone: ./bench.sh --only article
set -euo pipefail
cd "$(dirname "$0")"

if ! command -v wrk >/dev/null; then
  apt-get -o DPkg::Lock::Timeout=300 update -qq
  apt-get -o DPkg::Lock::Timeout=300 install -y -qq wrk >/dev/null
fi

dotnet publish src/Portal.Web -c Release -r linux-x64 --self-contained false -o artifacts/bench/portal -v q -nologo
dotnet build tests/Portal.Benchmarks -c Release -o artifacts/bench/benchmarks -v q -nologo
exec artifacts/bench/benchmarks/Portal.Benchmarks "$PWD/artifacts/bench/portal" "$@"
