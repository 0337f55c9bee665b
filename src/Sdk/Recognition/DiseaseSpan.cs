namespace CreditKit.Recognition;

/// <summary>Words that name a disease, before it is known whether they tell it of somebody.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Form">How it is made.</param>
/// <param name="Core">Where the name of the list begins that it is made of; the end when there is none.</param>
internal readonly record struct DiseaseSpan(int Start, int End, DiseaseForm Form, int Core);
