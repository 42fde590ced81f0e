using System.Text.RegularExpressions;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;

namespace House.Tests;

/// <summary>What the documents promise is so.</summary>
public sealed partial class DocumentationTests
{
    private static readonly Shape VectorOfD = new Shape.VectorShape(Size.Named("d"));

    [Test]
    public void Formulas_EveryExampleOfATable_IsRead()
    {
        var rows = File.ReadLines(Document("formulas.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var refused =
            from row in rows
            from Match example in Example().Matches(FirstColumn(row))
            let reading = FormulaReader.Read(example.Groups[1].Value, ExampleScope())
            where reading is not Reading<Expression>.Success
            select $"{example.Groups[1].Value}: {((Reading<Expression>.Failure)reading).Diagnostic.Message}";
        Assert.That(refused, Is.Empty);
    }

    [Test]
    public void Feedback_NamesEveryCode()
    {
        var text = File.ReadAllText(Document("feedback.md"));
        Assert.That(FeedbackCodes.All.Where(code => !text.Contains($"`{code.Code}`", StringComparison.Ordinal)).Select(code => code.Code), Is.Empty);
    }

    /// <summary>What the documents show of the language is what runs as tests.</summary>
    [Test]
    public void Language_InTheDocuments_IsTheSpecificationThatRuns()
    {
        var shipped = Directory.GetFiles(Document("language"), "*.md").Select(Path.GetFileName).ToList();
        Assert.That(shipped, Is.EquivalentTo(Directory.GetFiles(Path.Combine(Repository.Root, "tests", "Specs"), "*.md").Select(Path.GetFileName)));
        Assert.That(shipped, Has.Count.GreaterThan(5));
    }

    [Test]
    public void Links_BetweenDocuments_LeadSomewhere()
    {
        var broken =
            from file in Repository.Files("docs", "*.md").Append(Path.Combine(Repository.Root, "README.md"))
            from Match link in Link().Matches(File.ReadAllText(file))
            let target = Path.Combine(Path.GetDirectoryName(file)!, link.Groups[1].Value)
            where !File.Exists(target)
            select $"{Repository.Shown(file)}: {link.Groups[1].Value}";
        Assert.That(broken, Is.Empty);
    }

    private static string Document(string name) => Path.Combine(Repository.Root, "docs", name);

    private static string FirstColumn(string row) => row[..row.IndexOf("` |", StringComparison.Ordinal)] + "`";

    private static Scope ExampleScope() => new(
        [
            .. new[] { "a", "b", "y", "eta" }.Select(name => Variable(name, Shape.Scalar)),
            .. new[] { "x", "v", "w" }.Select(name => Variable(name, VectorOfD)),
            Variable("t", new Shape.VectorShape(Size.Named("n"))),
            Variable("X", new Shape.MatrixShape(Size.Named("n"), Size.Named("d"))) with { Spellings = ["x_i"] },
            Variable("A", new Shape.MatrixShape(Size.Named("d"), Size.Named("d"))),
            Index("i", "n"),
            Index("j", "d"),
            new Symbol("g", SymbolKind.ScalarFunction, Shape.Scalar, Domain.Reals, [], []),
            new Symbol("Phi", SymbolKind.VectorMap, VectorOfD, Domain.Reals, [], []),
        ],
        ["n", "d"],
        []);

    private static Symbol Variable(string name, Shape shape) => new(name, SymbolKind.Variable, shape, Domain.Reals, [], []);

    private static Symbol Index(string name, string range) =>
        new(name, SymbolKind.Index, Shape.Scalar, Domain.Reals, [], [], Size.Named(range));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Example();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}
