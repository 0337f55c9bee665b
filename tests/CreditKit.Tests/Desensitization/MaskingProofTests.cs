using CreditKit.Benchmarks.Masking;
using Xunit.Abstractions;

namespace CreditKit.Tests.Desensitization;

[Trait("Requirement", "000-40")]
public sealed class MaskingProofTests(ITestOutputHelper output)
{
    [Fact]
    public void RandomEmbeddings_AreHidden_AndNothingElseIsTouched()
    {
        var seed = Environment.TickCount & 0xFFFF;
        output.WriteLine($"seed {seed}");
        MaskingProof.Run(10_000, seed).ShouldBeNull();
    }
}
