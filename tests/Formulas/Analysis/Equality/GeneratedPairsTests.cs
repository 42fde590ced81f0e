using System.Diagnostics;
using System.Globalization;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Formulas.Tests.Analysis.Equality;

/// <summary>
/// No false verdict over generated pairs in all notations. Few are left undecided: powers of negative numbers with an exponent that is
/// whole only by its digits, x^ln(exp(2)), and formulas that compare a number with itself in disguise, pi >= ln(exp(pi)).
/// </summary>
public sealed class GeneratedPairsTests
{
    [TestCase(1ul, 10_000)]
    [TestCase(2ul, 100_000, Explicit = true, Reason = "takes minutes")]
    [TestCase(3ul, 100_000, Explicit = true, Reason = "takes minutes")]
    public void Decide_GeneratedPairs_GivesNoFalseVerdict(ulong seed, int count)
    {
        var (wrong, undecided) = (new List<string>(), new List<string>());
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var pair in GeneratedPairs.Draw(seed, count))
        {
            var verdict = Verdict(pair);
            var key = $"{pair.Kind}, {(pair.AreEqual ? "equal" : "different")}: {verdict.Name}";
            tally[key] = tally.GetValueOrDefault(key) + 1;
            var line = $"{key}: {pair.Answer}  against  {pair.Reference}: {verdict.Detail}";
            if (verdict.Name == "undecided") undecided.Add(line);
            else if (verdict.Name != (pair.AreEqual ? "equal" : "different")) wrong.Add(line);
        }

        foreach (var (key, number) in tally) TestContext.Out.WriteLine($"{key} {number.ToString(CultureInfo.InvariantCulture)}");
        foreach (var line in undecided.OrderBy(line => line.Length).Take(10)) TestContext.Out.WriteLine(line);
        foreach (var line in wrong) TestContext.Out.WriteLine(line);
        Assert.That(wrong.OrderBy(line => line.Length).Take(20), Is.Empty, $"{wrong.Count} of {count}");
        Assert.That(undecided, Has.Count.LessThan(count / 100));
    }

    private static (string Name, string Detail) Verdict(GeneratedPair pair)
    {
        if (FormulaReader.Read(pair.Answer, pair.Scope) is not Reading<Expression>.Success(var answer, _)) return ("refused", Refusal(pair.Answer, pair.Scope));
        if (FormulaReader.Read(pair.Reference, pair.Scope) is not Reading<Expression>.Success(var reference, _)) return ("refused", Refusal(pair.Reference, pair.Scope));
        return Equivalence.Decide(answer, reference, pair.Scope, [], 1) switch
        {
            Decision.Equal => ("equal", ""),
            Decision.Different(var at) => ("different", Shown(at)),
            Decision.Undecided(var reason) => ("undecided", reason),
            _ => throw new UnreachableException(),
        };
    }

    private static string Shown(DifferingPoint at) =>
        $"{string.Join(", ", at.Inputs.Values.Select(pair => $"{pair.Key} = {pair.Value}"))}: {at.Answer?.ToString() ?? at.Undefined} against {at.Reference}";

    private static string Refusal(string text, Scope scope) => ((Reading<Expression>.Failure)FormulaReader.Read(text, scope)).Diagnostic.Message;
}
