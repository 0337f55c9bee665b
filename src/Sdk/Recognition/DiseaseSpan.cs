namespace CreditKit.Recognition;

/// <summary>Words that name a disease, before it is known whether they tell it of somebody.</summary>
internal readonly record struct DiseaseSpan(int Start, int End, DiseaseForm Form);
