namespace CreditKit.Recognition;

/// <summary>Whether the name of a disease tells it of somebody: a sum of learnt weights of what stands around it.</summary>
internal static class HealthJudge
{
    private static readonly int[] Weights = ReadWeights();

    /// <summary>The sum; above zero it is somebody's.</summary>
    public static int Score(HealthFeatures features)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++) if (features[i]) sum += Weights[i];
        return sum;
    }

    private static int[] ReadWeights()
    {
        var given = Lexicon.Lines("Recognition/data/health-weights.txt").Where(l => l[0] != '#').Select(l => l.Split(' '))
            .ToDictionary(w => w[0], w => int.Parse(w[1], System.Globalization.CultureInfo.InvariantCulture));
        return [.. HealthFeatures.Names.Select(n => given.GetValueOrDefault(n))];
    }
}
