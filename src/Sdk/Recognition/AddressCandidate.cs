namespace CreditKit.Recognition;

/// <summary>An address in a text, before it is decided whether it is a person's home.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Numbered">Whether a house, building, room or group is named.</param>
/// <param name="Areas">Divisions, villages, streets and estates in it.</param>
/// <param name="Division">Whether a division of the country stands in it.</param>
/// <param name="Cue">Where the home's cue before it begins, or where the address does.</param>
/// <param name="CueLength">Length of the cue; 0 when there is none.</param>
internal readonly record struct AddressCandidate(int Start, int End, bool Numbered, int Areas, bool Division, int Cue, int CueLength);
