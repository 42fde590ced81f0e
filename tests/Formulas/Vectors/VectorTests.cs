using Formulas.Analysis.Equality;

namespace Formulas.Tests.Vectors;

/// <summary>Pairs of formulas whose relation is known: every one is decided, and rightly.</summary>
[TestFixture]
internal sealed class VectorTests
{
    [TestCaseSource(typeof(VectorFile), nameof(VectorFile.Cases))]
    public void Decide_PairOfVectorFile_SaysWhatTheFileSays(VectorPair pair)
    {
        for (var seed = 0UL; seed < 5; seed++)
        {
            var decision = Equivalence.Decide(pair.ReadAnswer(), pair.ReadReference(), pair.Scope, [], seed);
            Assert.That(decision, pair.AreEqual ? Is.TypeOf<Decision.Equal>() : Is.TypeOf<Decision.Different>());
        }
    }
}
