#!/usr/bin/env bash
# Installs what the tests need and runs them all.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

dotnet restore grader.sln --locked-mode
dotnet build grader.sln -c Release --no-restore
dotnet test grader.sln -c Release --no-build
