#!/usr/bin/env bash
# Generates the C# client of the portal, and the C# and TypeScript clients of the column, from their OpenAPI documents with the official NSwag toolchain (npm package nswag).
# Needs Node for the installation only; the generator itself runs on .NET 10. Nothing is left in the repository but the clients.
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

# The column: its document (column-openapi.json) is written and compared by a test.
column="$root/tests/CreditKit.AspNetCore.Tests/Generated"
dotnet "$tools/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll" openapi2csclient \
  "/input:$root/tools/nswag/column-openapi.json" "/output:$column/ColumnClient.cs" \
  /namespace:CreditKit.AspNetCore.Tests.Generated /classname:ColumnClient \
  /jsonLibrary:SystemTextJson /dateType:System.DateOnly /generateNullableReferenceTypes:true /generateOptionalPropertiesAsNullable:true \
  /injectHttpClient:true /useBaseUrl:false /generateClientInterfaces:false /typeAccessModifier:internal /clientClassAccessModifier:internal \
  /generateExceptionClasses:true /wrapResponses:false /operationGenerationMode:SingleClientFromOperationId
dotnet "$tools/node_modules/nswag/bin/binaries/Net100/dotnet-nswag.dll" openapi2tsclient \
  "/input:$root/tools/nswag/column-openapi.json" "/output:$column/columnClient.ts" \
  /className:ColumnClient /template:Fetch /typeStyle:Interface /dateTimeType:String /markOptionalProperties:true /operationGenerationMode:SingleClientFromOperationId
