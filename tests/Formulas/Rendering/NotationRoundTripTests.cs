using System.Text.RegularExpressions;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Tests.Generation;
using Formulas.Text;

namespace Formulas.Tests.Rendering;

/// <summary>What is printed in any notation and style reads back as the same formula.</summary>
public sealed partial class NotationRoundTripTests
{
    private const int Formulas = 2_000;

    private static readonly Scope Open = Scope.Empty with { Open = true };

    [TestCase(Notation.Ascii, 1ul)]
    [TestCase(Notation.Unicode, 2ul)]
    [TestCase(Notation.Latex, 3ul)]
    public void Print_AnyFormulaOverDeclaredSymbols_ReadsBackEqual(Notation notation, ulong seed)
    {
        var formulas = WellShaped.Scalars(3, seed, Formulas).Concat(WellShaped.Vectors(3, seed, Formulas)).Concat(WellShaped.Truths(2, seed, Formulas));
        ReadBack(formulas.Where(formula => !Subexpressions(formula).Any(node => node is Expression.Let)).Select(Unshadowed), WellShaped.Scope, notation, seed);
    }

    [TestCase(Notation.Ascii, 4ul)]
    [TestCase(Notation.Unicode, 5ul)]
    [TestCase(Notation.Latex, 6ul)]
    public void Print_FormulaWithAbbreviations_ReadsBackEqual(Notation notation, ulong seed)
    {
        var pieces = WellShaped.Scalars(2, seed, 3 * Formulas).Where(formula => !Subexpressions(formula).Any(node => node is Expression.Let)).Select(Calculator.Print).ToList();
        var texts = pieces.Chunk(3).Where(chunk => chunk.Length == 3)
            .Select(chunk => $"t1 = {chunk[0]}; t2 = {NameA().Replace(chunk[1], "t1")}; {NameB().Replace(NameA().Replace(chunk[2], "t1"), "t2")}");
        ReadBack(texts.Select(text => Read(text, WellShaped.Scope)), WellShaped.Scope, notation, seed);
    }

    [TestCase(Notation.Ascii, 7ul)]
    [TestCase(Notation.Unicode, 8ul)]
    [TestCase(Notation.Latex, 9ul)]
    public void Print_AnyFormulaOverOpenNames_ReadsBackEqual(Notation notation, ulong seed)
    {
        var formulas = Enumerable.Range(0, Formulas).Select(index => Read(new Rewriting(seed, index).Formula(1 + (index % 5)).ToString()!, Open));
        ReadBack(formulas, Open, notation, seed);
    }

    [TestCase("cases(a > 0: 1, b < a and not a = 2: v . w, else: 0.3) b")]
    [TestCase("[a, b, 1] . [1, 2, 3]^T'")]
    [TestCase("tr([[a, b], [1, 2]] * [[a], [b]] * [1, a]^T)")]
    [TestCase("z = v . w; sum(k, 1, n, z v_k) sum(j, 1, n, prod(k, 1, j, z))")]
    public void Print_WrittenFormula_ReadsBackEqualInEveryStyle(string text)
    {
        foreach (var notation in Enum.GetValues<Notation>()) ReadBack(Enumerable.Repeat(Read(text, WellShaped.Scope), 40), WellShaped.Scope, notation, 10);
    }

    [TestCase("z_k = v_k^2 + a; sum(k, 1, n, z_k + z_k^2) / sum(k, 2, n, z_k)")]
    [TestCase("z_k = v_k^2 + a; sum(k, 1, n, z_k) + sum(j, 1, n, z_j z_i) + z_1 + z_i")]
    [TestCase("z_k = v_k^2 + a; y_k = z_k + z_k; sum(k, 1, n, y_k) + sum(j, 1, n, y_j)")]
    public void Print_AbbreviationInSeveralSums_ReadsBackWithTheSameValues(string text)
    {
        var formula = Read(text, WellShaped.Scope);
        foreach (var notation in Enum.GetValues<Notation>())
        {
            var read = Read((NotationStyle.Plain with { Notation = notation, Scope = WellShaped.Scope }).Print(formula), WellShaped.Scope);
            Assert.That(Equivalence.Decide(read, formula, WellShaped.Scope, [], 1), Is.EqualTo(new Decision.Equal()));
        }
    }

    private static void ReadBack(IEnumerable<Expression> formulas, Scope scope, Notation notation, ulong seed)
    {
        var (failures, count) = (new List<string>(), 0);
        foreach (var formula in formulas)
        {
            var style = NotationStyle.Draw(scope, seed, count++) with { Notation = notation };
            var printed = style.Print(formula);
            if (FormulaReader.Read(printed, scope) is not Reading<Expression>.Success(var read, _)) failures.Add($"cannot be read: {printed}");
            else if (!read.Equals(formula)) failures.Add($"{printed}  is read as  {Calculator.Print(read)}  and was  {Calculator.Print(formula)}");
        }

        Assert.That(failures.OrderBy(failure => failure.Length).Take(5), Is.Empty, $"{failures.Count} of {count}");
        Assert.That(count, Is.GreaterThan(30));
    }

    private static IEnumerable<Expression> Subexpressions(Expression formula) => global::Formulas.Analysis.Subexpressions.All(formula);

    /// <summary>The reader gives a sum inside another an index of its own.</summary>
    private static Expression Unshadowed(Expression formula) =>
        Subexpressions(formula).Count(node => node is Expression.Repeated) > 1 ? Read(Calculator.Print(formula), WellShaped.Scope) : formula;

    private static Expression Read(string text, Scope scope) => FormulaReader.Read(text, scope) switch
    {
        Reading<Expression>.Success success => success.Value,
        Reading<Expression>.Failure failure => throw new AssertionException($"{text}: {failure.Diagnostic.Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    [GeneratedRegex(@"\ba\b")]
    private static partial Regex NameA();

    [GeneratedRegex(@"\bb\b")]
    private static partial Regex NameB();
}
