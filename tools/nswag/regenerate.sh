#!/usr/bin/env bash
# Generates the C# client of the portal from its OpenAPI document with the official NSwag toolchain (npm package nswag).
# Needs Node for the installation only; the generator itself runs on .NET 10. Nothing is left in the repository but the client.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
tools=${NSWAG_HOME:-$(mktemp -d)}
[ -d "$tools/node_modules/nswag" ] || npm install --silent --no-save --prefix "$tools" nswag@14.7.1
dotnet "$tools/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll" openapi2csclient \
  "/input:$root/samples/ProvincialPortal/openapi.json" \
  "/output:$root/tests/CreditKit.Tests/Reporting/Generated/PortalClient.cs" \
  /namespace:CreditKit.Tests.Reporting.Generated /classname:PortalClient \
  /jsonLibrary:SystemTextJson /dateType:System.DateOnly /generateNullableReferenceTypes:true /generateOptionalPropertiesAsNullable:true \
  /injectHttpClient:true /useBaseUrl:false /generateClientInterfaces:false /typeAccessModifier:internal /clientClassAccessModifier:internal \
  /generateExceptionClasses:true /wrapResponses:false
