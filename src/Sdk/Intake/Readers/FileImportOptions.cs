using CreditKit.Standards;
using CreditKit.Validation;

namespace CreditKit.Intake.Readers;

/// <summary>What reading and checking a file needs beside the file.</summary>
public sealed record FileImportOptions
{
    /// <summary>The agency's settings for validation.</summary>
    public ValidationSettings Settings { get; init; } = new();

    /// <summary>Editions of the data standard.</summary>
    public StandardEditions Editions { get; init; } = StandardEditions.Default;

    /// <summary>For "today".</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The agency's own rules.</summary>
    public IReadOnlyList<IValidationRule> ExtraRules { get; init; } = [];

    /// <summary>Limits of the readers.</summary>
    public ReaderOptions Reader { get; init; } = new();
}
