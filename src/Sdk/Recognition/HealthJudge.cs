namespace CreditKit.Recognition;

/// <summary>Whether the name of a disease tells it of somebody: a sum of learnt weights of what stands around it.</summary>
internal static class HealthJudge
{
    private static readonly int[] Weights = Lexicon.Weights("Recognition/data/health-weights.txt", HealthFeatures.Names);

    /// <summary>The sum; above zero it is somebody's.</summary>
    public static int Score(HealthFeatures features)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) if (features[i]) sum += Weights[i];
        return sum;
    }
}
