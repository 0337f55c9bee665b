namespace CreditKit.Recognition;

/// <summary>Recognizes health facts of persons: the grammar reads the names of diseases, the judge whether they are somebody's.</summary>
internal static class HealthRecognizer
{
    /// <summary>What a name of a disease ends with.</summary>
    public static WordList Triggers => HealthLexicon.Triggers;

    /// <summary>Whole names of diseases.</summary>
    public static WordList Diseases => HealthLexicon.Heads;

    /// <summary>Adds those of the read names that are somebody's; called when the persons of the text are known.</summary>
    public static void Settle(ReadOnlySpan<char> text, List<DiseaseSpan> diseases, List<RecognizedSpan> found)
    {
        var features = new HealthFeatures(found);
        HashSet<int>? notNames = null;
        var former = 0;
        for (var first = 0; first < diseases.Count;)
        {
            var last = first;
            while (last + 1 < diseases.Count && IsChained(text, diseases[last].End, diseases[last + 1].Start)) last++;
            var chain = Chain(diseases, first, last);
            features.Read(text, chain, last > first, former);
            if (HealthJudge.Score(features) > 0)
                for (var i = first; i <= last; i++)
                {
                    found.Add(new(diseases[i].Start, diseases[i].End - diseases[i].Start, PersonalDataKind.Health, false));
                    // 阿尔|茨海默病 is no name.
                    if (features.NameWithin(diseases[i].Core, diseases[i].End) is >= 0 and var name) (notNames ??= []).Add(name);
                }

            (first, former) = (last + 1, chain.End);
        }

        if (notNames is not null) found.RemoveAll(s => s.Kind == PersonalDataKind.PersonName && notNames.Contains(s.Start));
    }

    /// <summary>高血压、冠心病及糖尿病: told of the same person, or of nobody.</summary>
    public static bool IsChained(ReadOnlySpan<char> text, int end, int start) => start - end == 1 && text[end] is '、' or '及' or '和' or '与' or '并' or '伴' or '/' or '+' || start == end;

    /// <summary>A chain as one: what it is made of counts if a part is.</summary>
    public static DiseaseSpan Chain(List<DiseaseSpan> diseases, int first, int last)
    {
        var form = diseases[first].Form;
        for (var i = first + 1; i <= last; i++) form = (form | diseases[i].Form) & ~DiseaseForm.Weak | form & diseases[i].Form & DiseaseForm.Weak;
        return new(diseases[first].Start, diseases[last].End, form, diseases[first].Core);
    }
}
