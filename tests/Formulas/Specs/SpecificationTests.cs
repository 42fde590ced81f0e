using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Rendering;
using Formulas.Text;

namespace Formulas.Tests.Specs;

/// <summary>Runs every case of the prose files in tests/Specs.</summary>
public sealed class SpecificationTests
{
    private static IEnumerable<TestCaseData> Cases()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Specs"), "*.md").Order(StringComparer.Ordinal))
        {
            var specification = Specification.Read(path);
            foreach (var line in specification.Cases) yield return new TestCaseData(line, specification.Scope).SetArgDisplayNames(line.ToString());
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Case_OfTheSpecification_ReadsAsWritten(SpecificationCase line, Scope scope)
    {
        var seen = FormulaReader.Read(line.Input, scope) switch
        {
            Reading<Expression>.Success success => Calculator.Print(success.Value),
            Reading<Expression>.Failure failure => failure.Diagnostic.Code,
            _ => "",
        };

        Assert.That(seen, Is.EqualTo(line.Expected), line.ToString());
    }

    /// <summary>parse(print(e)) = e, for every formula of the specification whose abbreviations stand at the top.</summary>
    [TestCaseSource(nameof(Cases))]
    public void Print_OfAReading_ReadsAsTheSame(SpecificationCase line, Scope scope)
    {
        if (FormulaReader.Read(line.Input, scope) is not Reading<Expression>.Success success) return;
        var again = FormulaReader.Read(Calculator.Print(success.Value), scope);

        Assert.That((again as Reading<Expression>.Success)?.Value, Is.EqualTo(success.Value), Calculator.Print(success.Value));
    }
}
