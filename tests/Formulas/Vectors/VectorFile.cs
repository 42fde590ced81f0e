using System.Globalization;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;

namespace Formulas.Tests.Vectors;

/// <summary>One line of a vector file: two formulas and whether they are equal wherever the second has a value.</summary>
internal sealed record VectorPair(string Answer, string Reference, bool AreEqual, Scope Scope)
{
    public Expression ReadAnswer() => Read(Answer);

    public Expression ReadReference() => Read(Reference);

    private Expression Read(string text) => FormulaReader.Read(text, Scope) switch
    {
        Reading<Expression>.Success(var formula, _) => formula,
        Reading<Expression>.Failure(var diagnostic) => throw new InvalidOperationException($"{text}: {diagnostic.Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Reads tab-separated pairs: answer, reference, 1 or 0, domains as name:low:high;... or name:low:high:integer;...; lines that begin with # are comments.</summary>
internal static class VectorFile
{
    private static readonly string[] Files = ["pairs.tsv", "more.tsv", "further.tsv"];

    public static IEnumerable<TestCaseData> Cases()
    {
        foreach (var pair in Files.SelectMany(Read))
            yield return new TestCaseData(pair).SetArgDisplayNames(pair.Answer, pair.Reference, pair.AreEqual ? "equal" : "different");
    }

    public static IEnumerable<VectorPair> Read(string file)
    {
        foreach (var line in File.ReadLines(Path.Combine(TestContext.CurrentContext.TestDirectory, "Vectors", file)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split('\t');
            yield return new(fields[0], fields[1], fields[2] == "1", ScopeOf(fields.Length > 3 ? fields[3] : ""));
        }
    }

    private static Scope ScopeOf(string domains)
    {
        var symbols = domains.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(domain =>
        {
            var parts = domain.Split(':');
            Domain between = parts is [_, var low, var high, "integer"]
                ? new Domain.Integers(int.Parse(low, CultureInfo.InvariantCulture), int.Parse(high, CultureInfo.InvariantCulture))
                : new Domain.Interval(double.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2], CultureInfo.InvariantCulture));
            return new Symbol(parts[0], SymbolKind.Variable, Shape.Scalar, between, [], []);
        });
        return new(symbols.ToEquatableList(), [], [], Open: true);
    }
}
