namespace CreditKit.AspNetCore.Staff;

/// <summary>What an entry form is about beside its fields.</summary>
/// <param name="Draft">The draft it came from; empty for none.</param>
/// <param name="Practice">An exercise.</param>
/// <param name="Record">Public id of the record it corrects; empty for none.</param>
/// <param name="Revision">The revision that was opened.</param>
internal sealed record EntryState(string Draft, bool Practice, string Record, int Revision);
