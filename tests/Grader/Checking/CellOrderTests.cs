using System.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;
using Grader.Tests.Exercises;

namespace Grader.Tests.Checking;

/// <summary>The formula of a cell uses the inputs and the cells before it. One that uses itself, or a later one, would earn marks for nothing.</summary>
[TestFixture]
public sealed class CellOrderTests
{
    private static readonly Library Sheets = Library.Open(RepositoryExercises.Folder);

    [TestCase("sgd-backprop-tables", "2a.table", "i", "i")]
    [TestCase("sgd-backprop-tables", "2a.table", "ii", "ii")]
    [TestCase("sgd-backprop-tables", "2a.table", "vi", "vi")]
    [TestCase("sgd-backprop-tables", "2a.table", "vi", "vi + 0 x")]
    [TestCase("sgd-backprop-tables", "2a.table", "i", "iv - ii")]
    [TestCase("sgd-backprop-tables", "2b.forward", "r1", "r_1")]
    [TestCase("sgd-backprop-tables", "2b.forward", "r1", "ln(s1 / (1 - s1)) / a")]
    [TestCase("softmax-regression", "4.table", "z1", "z1")]
    [TestCase("softmax-regression", "4.table", "p2", "d2 + y_2")]
    [TestCase("gaussian-likelihood", "4.table", "m", "m")]
    [TestCase("sgd-backprop-tables", "2a.table", "vii", "vii", Description = "a cell that no formula may use")]
    [TestCase("sgd-backprop-tables", "2a.table", "v", "0 + vii")]
    public void FormulaFromItselfOrALaterCell_EarnsNothingAndNamesTheCell(string sheet, string part, string cell, string formula)
    {
        var result = Check(sheet, part, (cell, formula));
        var said = result.Cells.Single(found => found.Cell == cell).Feedback.Single();
        Assert.Multiple(() =>
        {
            Assert.That(result.Score, Is.Zero);
            Assert.That(said.Code, Is.EqualTo("later-cell"));
            Assert.That(said.Message, Does.StartWith($"The cell {cell} cannot be worked out from"));
        });
    }

    [Test]
    public void Message_SaysWhatMayBeUsed()
    {
        var said = Check("sgd-backprop-tables", "2a.table", ("iv", "v")).Cells.Single(found => found.Cell == "iv").Feedback.Single().Message;
        Assert.That(said, Is.EqualTo("The cell iv cannot be worked out from v: a cell uses neither itself nor what comes after it. "
            + "Its formula uses the inputs (x). Earlier cells may be used as well: i, ii, iii."));
    }

    [Test]
    public void Circle_EarnsOnlyWhatDoesNotRestOnIt()
    {
        var result = Check("sgd-backprop-tables", "2a.table", ("i", "iv - ii"), ("iv", "i + ii"));
        Assert.That(result.Cells.Where(cell => cell.Verdict == Verdict.Correct).Select(cell => cell.Cell), Is.EqualTo(new[] { "iv" }));
    }

    [TestCase("sgd-backprop-tables", "2a.table", "iv", "i + ii")]
    [TestCase("sgd-backprop-tables", "2a.table", "iii", "ii + x")]
    [TestCase("sgd-backprop-tables", "2a.table", "vii", "max(iv, v, vi)")]
    [TestCase("sgd-backprop-tables", "2a.table", "i", "i = 2 x")]
    [TestCase("sgd-backprop-tables", "2b.forward", "s1", "s(a r1)")]
    [TestCase("sgd-backprop-tables", "2b.partials", "dy/da", "r1 s1 (1 - s1)")]
    [TestCase("softmax-regression", "4.table", "L", "-(y_1 ln(p1) + y_2 ln(p2) + y_3 ln(p3))")]
    [TestCase("softmax-regression", "4.table", "dL/dW21", "d2 x_1")]
    [TestCase("gaussian-likelihood", "4.table", "v", "S / 4")]
    public void FormulaFromInputsAndEarlierCells_IsRight(string sheet, string part, string cell, string formula) => Assert.That(
        Check(sheet, part, (cell, formula)).Cells.Single(found => found.Cell == cell).Verdict, Is.EqualTo(Verdict.Correct));

    private static PartResult Check(string sheet, string part, params (string Cell, string Formula)[] cells)
    {
        var content = string.Join(", ", cells.Select(cell => $"\"{cell.Cell}\": \"{cell.Formula}\""));
        var json = $"{{\"worksheet\": \"{sheet}\", \"student\": \"s\", \"answers\": {{ \"{part}\": {{ {content} }} }} }}";
        var worksheet = ((Found.Success)Sheets.Find(sheet)).Worksheet;
        return new Checker(classSecret: 11).Check(worksheet, AnswerFileReader.Read("f", Encoding.UTF8.GetBytes(json))).Parts.Single(found => found.PartId == part);
    }
}
