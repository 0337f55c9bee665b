namespace CreditKit.AspNetCore;

/// <summary>A condition of a list that cannot be read.</summary>
/// <param name="Name">Name of the parameter; of the field in the form.</param>
/// <param name="Text">What would be right.</param>
/// <param name="Value">What was sent.</param>
internal sealed record QueryFault(string Name, string Text, string Value);
