using System.Globalization;
using System.Text;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;
using Grader.Tests.Exercises;
using Grader.Variants;

namespace Grader.Tests.Checking;

/// <summary>
/// Every single wrong cell and every pair, in every table of the worksheets: the first is named, what honestly follows from it
/// counts in full. The honest consequences are computed from the network as the sheet draws it and not from its formulas.
/// </summary>
[TestFixture]
public sealed class CarriedErrorsTests
{
    private static readonly Worksheet Sheet = ((Found.Success)Library.Open(RepositoryExercises.Folder).Find("sgd-backprop-tables")).Worksheet;
    private static readonly Checker Checker = new(classSecret: 11);

    /// <summary>So many variants of each worksheet are gone through in a normal run.</summary>
    private const int Variants = 12;

    private static readonly CarriedTables[] AllTables = CarriedTables.All;

    [Test]
    public void Tables_AreAllThatThereAre() => Assert.That(
        RepositoryExercises.Ids.Select(id => (Id: id, Found: (Found.Success)Library.Open(RepositoryExercises.Folder).Find(id))).SelectMany(sheet => sheet.Found.Worksheet.Parts
            .Where(part => part.Kind is PartKind.Table).SelectMany(part => ((PartKind.Table)part.Kind).Cells.Select(cell => (sheet.Id, part.Id, cell.Name)))),
        Is.EquivalentTo(AllTables.SelectMany(tables => tables.Cells.Select(entry => (tables.Worksheet, entry.Part, entry.Cell)))));

    [Test]
    public void WrongCells_WithTheirHonestConsequences_CostThemselvesAlone([ValueSource(nameof(AllTables))] CarriedTables tables, [Values(15, 4)] int digits)
    {
        foreach (var wrong in tables.WrongCells()) AssertJudged(tables, SheetOf(tables), wrong, honest: true, digits);
    }

    [TestCaseSource(nameof(AllTables))]
    public void WrongCells_WithTheRestRightByTheKey_CostThemselvesAlone(CarriedTables tables)
    {
        foreach (var wrong in tables.WrongCells()) AssertJudged(tables, SheetOf(tables), wrong, honest: false, digits: 15);
    }

    [TestCaseSource(nameof(AllTables))]
    public void WrongCells_InVariants_CostThemselvesAlone(CarriedTables tables) => AssertJudgedInVariants(tables, Variants);

    [TestCaseSource(nameof(AllTables)), Explicit("takes minutes")]
    public void WrongCells_InTwoHundredVariants_CostThemselvesAlone(CarriedTables tables) => AssertJudgedInVariants(tables, 200);

    private static void AssertJudgedInVariants(CarriedTables tables, int count)
    {
        var maker = new VariantMaker(SheetOf(tables));
        for (var student = 0; student < count; student++)
        {
            var variant = maker.Make(VariantCode.Of("a phrase", tables.Worksheet, $"student {student}"));
            foreach (var wrong in tables.WrongCells().Where(wrong => tables.Tells(variant, wrong))) AssertJudged(tables, variant, wrong, honest: true, digits: 15);
        }
    }

    /// <param name="digits">Decimals that the student writes; calculated on with all of them.</param>
    private static void AssertJudged(CarriedTables tables, Worksheet sheet, string[] wrong, bool honest, int digits)
    {
        var written = tables.Filled(sheet, wrong, honest).ToDictionary(pair => pair.Key, pair => Math.Round(pair.Value, digits).ToString("R", CultureInfo.InvariantCulture));
        var result = Check(tables, written, sheet, Checker);
        var where = string.Join(" and ", wrong);
        foreach (var part in tables.Parts)
        {
            var judged = result.Parts.Single(candidate => candidate.PartId == part);
            var here = wrong.Where(cell => tables.Cells.Any(entry => entry.Part == part && entry.Cell == cell)).ToList();
            Assert.That(
                judged.Cells.Where(cell => cell.Verdict != Verdict.Correct).Select(cell => cell.Cell), Is.EquivalentTo(here),
                $"{where} wrong, in {part}: {string.Join(' ', judged.Cells.SelectMany(cell => cell.Feedback))}");
            Assert.That(judged.Score, Is.EqualTo(judged.MaxScore * (judged.Cells.Count - here.Count) / judged.Cells.Count).Within(0.006m), $"{where} wrong, in {part}: {string.Join(' ', judged.Cells.SelectMany(cell => cell.Feedback))}");
            var named = judged.Feedback.Where(feedback => feedback.Code == "first-mistake").Select(feedback => feedback.Message).ToList();
            Assert.That(named, here.Count == 0 ? Is.Empty : Has.Exactly(1).Contains($"in {here.FirstOrDefault()}"), where);
        }
    }

    private static readonly Dictionary<string, Worksheet> Sheets =
        AllTables.ToDictionary(tables => tables.Worksheet, tables => ((Found.Success)Library.Open(RepositoryExercises.Folder).Find(tables.Worksheet)).Worksheet);

    private static Worksheet SheetOf(CarriedTables tables) => Sheets[tables.Worksheet];

    private static SubmissionResult Check(CarriedTables tables, IReadOnlyDictionary<string, string> cells, Worksheet sheet, Checker checker)
    {
        var answers = tables.Parts.Select(part => $"\"{part}\": {{ {string.Join(", ", tables.Cells
            .Where(entry => entry.Part == part && cells.ContainsKey(entry.Cell)).Select(entry => $"\"{entry.Cell}\": {cells[entry.Cell]}"))} }}");
        var json = $"{{\"worksheet\": \"{tables.Worksheet}\", \"student\": \"s\", \"answers\": {{ {string.Join(", ", answers)} }} }}";
        return checker.Check(sheet, AnswerFileReader.Read("f", Encoding.UTF8.GetBytes(json)));
    }

    private static SubmissionResult Check(IReadOnlyDictionary<string, string> cells, Worksheet? sheet = null) =>
        Check(AllTables[0], cells, sheet ?? Sheet, sheet is null ? Checker : new Checker(11));

    private static CellResult Cell(SubmissionResult result, string cell) => result.Parts.SelectMany(part => part.Cells).Single(found => found.Cell == cell);

    private static Dictionary<string, string> With(params (string Cell, string Written)[] cells) => cells.ToDictionary(cell => cell.Cell, cell => cell.Written);

    [Test]
    public void CarriedCell_SaysFromWhichValueItFollows()
    {
        var result = Check(With(("r1", "2"), ("r2", "0"), ("s1", "0.7"), ("s2", "0.5"), ("y", "1.2"), ("dy/da", "0.42")));
        Assert.That(Cell(result, "y").Feedback.Single().Code, Is.EqualTo("carried-forward"));
        Assert.That(Cell(result, "y").Feedback.Single().Message, Does.Contain("s1 = 0.7,").And.Contain("1.2"));
        Assert.That(Cell(result, "dy/da").Feedback.Single().Message, Does.Contain("s1 = 0.7 of 2b.forward"));
    }

    // The unit of r1 is alive in the sheet. With it dead, there is nothing left to work out.
    [TestCase("r1", "0", "s1", "0.5")]
    [TestCase("r1", "0", "dy/da", "0")]
    [TestCase("r1", "0", "dy/dc", "0")]
    [TestCase("r1", "-1", "dy/dc", "0")]
    [TestCase("s1", "1", "dy/da", "0")]
    [TestCase("s1", "1.2", "y", "1.7")]
    [TestCase("s2", "-0.5", "y", "0.3808")]
    public void ValueThatCannotBeOrMakesTheRestTrivial_IsNotCarried(string earlier, string written, string later, string follows)
    {
        var result = Check(With((earlier, written), (later, follows)));
        Assert.That(Cell(result, later).Verdict, Is.EqualTo(Verdict.Incorrect));
        Assert.That(Cell(result, later).Feedback.Select(feedback => feedback.Code), Does.Contain("not-carried"));
    }

    [Test]
    public void ForgottenRelu_IsCarriedOn()
    {
        var result = Check(With(("r1", "2"), ("r2", "-1"), ("s1", "0.8808"), ("s2", "0.2689"), ("y", "1.1497"), ("dy/db", "-0.1966"), ("dy/dd", "0")));
        Assert.That(result.Parts.SelectMany(part => part.Cells).Where(cell => cell.Verdict == Verdict.Incorrect).Select(cell => cell.Cell), Is.EqualTo(new[] { "r2" }));
    }

    [Test]
    public void ZeroThatLeavesSomethingToWorkOut_IsCarried() =>
        Assert.That(Cell(Check(With(("i", "0"), ("iv", "3"))), "iv").Verdict, Is.EqualTo(Verdict.Correct));

    // Numbers out of all proportion, and one number in cells that differ, leave nothing of the rest to work out.
    [TestCase("i", "1e300", "iv", "1e300")]
    [TestCase("i", "1e-9", "iv", "3.000000001")]
    public void InadmissibleValue_IsNotCarried(string earlier, string written, string later, string follows)
    {
        var cell = Cell(Check(With((earlier, written), (later, follows))), later);
        Assert.That(cell.Verdict, Is.EqualTo(Verdict.Incorrect));
        Assert.That(cell.Feedback.Select(feedback => feedback.Code), Does.Contain("not-carried"));
    }

    [Test]
    public void OneNumberInAllCells_EarnsNothing() => Assert.That(
        Check(With(("i", "1"), ("ii", "1"), ("iii", "1"), ("iv", "2"), ("v", "1"), ("vi", "1"), ("vii", "2"))).Parts.Single(part => part.PartId == "2a.table").Score,
        Is.Zero);

    // A wrong formula for r1, and one for s1 that is worked out from it: the edges into the first unit are exchanged.
    [TestCase("relu(c x1 + d x2)", "s(a relu(c x1 + d x2))", Verdict.Correct)]
    [TestCase("relu(c x1 + d x2)", "s(-a relu(c x1 + d x2))", Verdict.Incorrect)]
    [TestCase("relu(c x1 + d x2)", "s(a relu(c x1 + f x2))", Verdict.Incorrect)]
    [TestCase("c x1 + e x2", "s(a (c x1 + e x2))", Verdict.Correct)]
    [TestCase("-r1", "s(-a r1)", Verdict.Incorrect, Description = "a formula for r1 that uses r1 is none")]
    [TestCase("0 c", "s(0)", Verdict.Incorrect, Description = "nothing left to work out")]
    public void Formula_IsCarriedFromFormulas(string r1, string s1, Verdict verdict)
    {
        var cell = Cell(Check(With(("r1", $"\"{r1}\""), ("s1", $"\"{s1}\""))), "s1");
        Assert.That(cell.Verdict, Is.EqualTo(verdict), string.Join(' ', cell.Feedback));
        Assert.That(cell.Feedback.Any(feedback => feedback.Code == "carried-forward"), Is.EqualTo(verdict == Verdict.Correct));
    }

    [Test]
    public void Formula_OfAnotherTable_IsCarriedFromFormulas()
    {
        var result = Check(With(("s1", "\"s(-a r1)\""), ("dy/da", "\"r1 s(-a r1) (1 - s(-a r1))\""), ("dy/dc", "\"a s(-a r1) (1 - s(-a r1)) 1[r1 > 0] x1\"")));
        // The logistic function's slope is even, so that this slip has right consequences.
        Assert.That(new[] { "dy/da", "dy/dc" }.Select(cell => Cell(result, cell).Verdict), Is.All.EqualTo(Verdict.Correct));
        result = Check(With(("s1", "\"s(2 a r1)\""), ("dy/da", "\"r1 s(2 a r1) (1 - s(2 a r1))\"")));
        Assert.That(Cell(result, "dy/da").Feedback.Single().Message, Does.Contain("your own for s1 of 2b.forward"));
    }

    [Test]
    public void Formula_AfterAWrongNumber_IsNotCarried() =>
        Assert.That(Cell(Check(With(("r1", "3"), ("s1", "\"s(3 a)\""))), "s1").Verdict, Is.EqualTo(Verdict.Incorrect));

    [Test]
    public void CellThatDoesNotFollow_IsToldSo()
    {
        var cell = Cell(Check(With(("s1", "0.7"), ("y", "1.25"))), "y");
        Assert.That(cell.Verdict, Is.EqualTo(Verdict.Incorrect));
        Assert.That(cell.Feedback.Select(feedback => feedback.Code), Does.Contain("not-carried"));
    }

    [TestCase("0.67", "0.444", Verdict.Correct, Description = "worked from 0.6667")]
    [TestCase("0.67", "0.4422", Verdict.Correct, Description = "worked from 0.67")]
    [TestCase("0.67", "0.46", Verdict.Incorrect)]
    // One digit is taken as meant; what it may have been rounded from is anybody's guess.
    [TestCase("0.7", "0.45", Verdict.Incorrect)]
    public void CarriedCell_IsJudgedWithinTheRoundingOfWhatItFollowsFrom(string s1, string partial, Verdict verdict) =>
        Assert.That(Cell(Check(With(("r1", "2"), ("s1", s1), ("dy/da", partial))), "dy/da").Verdict, Is.EqualTo(verdict));

    [Test]
    public void CarriedCell_RoundedTooFar_EarnsHalf() =>
        Assert.That(Cell(Check(With(("r1", "2"), ("s1", "0.7"), ("dy/da", "0.4"))), "dy/da").Verdict, Is.EqualTo(Verdict.Partial));

    [TestCase("1", 1.5)]
    [TestCase("0.4", 1.5)]
    [TestCase("0.2", 1.0)]
    [TestCase("0", 0.5)]
    public void Cap_IsTheMostThatCarriedCellsEarn(string cap, double score)
    {
        var cells = With(("r1", "3"), ("r2", "0"), ("s1", "0.9526"), ("s2", "0.6"), ("y", "1.5526"));
        var questions = Sheet.Questions.Select(question => question with
        {
            Parts = question.Parts.Select(part => part.Kind is PartKind.Table table ? part with { Kind = table with { CarryCap = decimal.Parse(cap, CultureInfo.InvariantCulture) } } : part)
                .ToEquatableList(),
        });
        // r2 is right, r1 and s2 are wrong, s1 and y follow.
        var part = Check(cells, Sheet with { Questions = questions.ToEquatableList() }).Parts.Single(part => part.PartId == "2b.forward");
        Assert.That(part.Score, Is.EqualTo((decimal)score));
    }
}
