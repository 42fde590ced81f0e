using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;
using Grader.Variants;

namespace Grader.Tests.Variants;

public sealed class VariantTests
{
    private static readonly Library Library = Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises"));

    private static IEnumerable<string> Ids => Library.Ids;

    private static Worksheet Find(string id) => ((Found.Success)Library.Find(id)).Worksheet;

    [TestCaseSource(nameof(Ids))]
    public void Run_TwoHundredVariants_AreWellPosedSolvedByTheReferenceAndOfNoUseToOthers(string id)
    {
        var report = VariantCheck.Run(Find(id), "a phrase", 200, new Checker(7));

        Assert.That(report.FullMarks, Is.EqualTo(200));
        Assert.That(report.Parts, Is.Not.Empty);
        Assert.That(report.Shared, Is.LessThan(VariantReport.MostShared));
    }

    [TestCaseSource(nameof(Ids))]
    public void Make_SameCode_GivesTheSameNumbersAndAnotherCodeOthers(string id)
    {
        var (code, other) = (VariantCode.Of("p", id, "s1"), VariantCode.Of("p", id, "s2"));

        var made = Given(new VariantMaker(Find(id)).Make(code));
        var again = Given(new VariantMaker(Find(id)).Make(code));
        Assert.That(again, Is.EqualTo(made));
        Assert.That(Given(new VariantMaker(Find(id)).Make(other)), Is.Not.EqualTo(made));
    }

    [TestCaseSource(nameof(Ids))]
    public void Make_RightFormulasOfTheSheet_StayRight(string id)
    {
        var variant = new VariantMaker(Find(id)).Make(VariantCode.Of("p", id, "s1"));
        var formulas = variant.Parts.Where(part => part.Kind is PartKind.Function)
            .Select(part => new GivenAnswer(part.Id, new Answer.ExplicitFormula(((PartKind.Function)part.Kind).Specification.Canonical), new(1, 1)));

        var result = new Checker(7).Check(variant, new Submission("f", id, "s1", [.. formulas], []));

        Assert.That(result.Parts.Where(part => part.Verdict != Verdict.Missing).Select(part => part.Verdict), Is.All.EqualTo(Verdict.Correct));
    }

    private static string Given(Worksheet worksheet) => string.Join(
        '\n',
        worksheet.Parts.SelectMany(part => part.Kind switch
        {
            PartKind.Function function => [function.Specification],
            PartKind.Table table => table.Cells.Select(cell => cell.Specification),
            _ => [],
        }).Select(specification => ValueWriter.ToJson(specification.Given, specification.Inputs).ToString(Newtonsoft.Json.Formatting.None)));
}
