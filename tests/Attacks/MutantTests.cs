using Grader.Running;

namespace Attacks.Tests;

/// <summary>Assemblies with changed bytes: whatever they do to the box, the grader goes on and says a line about each.</summary>
public sealed class MutantTests
{
    private static readonly Limits Brief = Limits.Default with { CallTime = TimeSpan.FromSeconds(1), LoadTime = TimeSpan.FromSeconds(5) };

    [Test]
    public void Mutants_ALotOfThem_GetALineEach()
    {
        using var factory = BoxFactory.Open(IsolationLevel.Bubblewrap, Brief);
        AssertSpeaking(Mutants.TriedAll(factory, 1, 300));
    }

    [Test, Explicit("Takes minutes. dotnet test tests/Attacks -c Release --filter Name=Mutants_TenThousand_GetALineEach")]
    public void Mutants_TenThousand_GetALineEach()
    {
        using var factory = BoxFactory.Open(IsolationLevel.Bubblewrap, Brief);
        AssertSpeaking(Mutants.TriedAll(factory, 1, 10_000));
        Assert.That(Remains.OfThisProcess(), Is.Empty);
    }

    private static void AssertSpeaking((IReadOnlyDictionary<string, int> Reasons, IReadOnlyList<int> Speechless) result)
    {
        foreach (var (reason, count) in result.Reasons) TestContext.Out.WriteLine($"{count,6}  {reason}");
        Assert.That(result.Speechless, Is.Empty);
        // Both ends of the range are met: some still run, some are not let in.
        Assert.That(result.Reasons.Keys, Has.Some.StartsWith("It has").And.Some.Contains("not a .NET assembly"));
    }
}
