using System.Globalization;
using System.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Tests.Checking;

/// <summary>A step that is right with the student's own wrong gradient counts in full; nothing else does.</summary>
[TestFixture]
public sealed class CarriedPartsTests
{
    private const string Logistic = "logistic-initialization";
    private const string Tables = "sgd-backprop-tables";
    private const string Practice = "backprop-practice";
    private const string Rest = "(y - sum(k,1,n, s(w_k . x + b_k)))";

    private static readonly Library Worksheets = Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises"));

    [TestCase(Logistic, "1.gradient", "X^T (s(X w) - y)", "1.update", "w + eta X^T (s(X w) - y)", TestName = "A sign turned, then carried on")]
    [TestCase(Logistic, "1.gradient", @"\\sum_{i=1}^n (y_i - w^\\top x_i) x_i", "1.update", "w + eta sum(i,1,n, (y_i - w . x_i) x_i)", TestName = "Without the logistic function, in two notations")]
    [TestCase(Tables, "1a.gradient", "x_j (y - s(w . x))", "1b.update", "w_j - eta x_j (y - s(w . x))", TestName = "A sign turned in a step of SGD")]
    [TestCase(Tables, "1a.gradient", "-x_j (y - w . x)", "1b.update", "w_j + eta x_j (y - w . x)", TestName = "A linear model instead")]
    [TestCase(Practice, "2c.dw", "-2 " + Rest + " x", "2d.w", "w_i + 2 eta " + Rest + " x", TestName = "A factor of the chain rule forgotten, rows")]
    [TestCase(Practice, "2c.db", "-" + Rest + " s(w_i . x + b_i) (1 - s(w_i . x + b_i))", "2d.b", "b_i + eta " + Rest + " s(w_i . x + b_i) (1 - s(w_i . x + b_i))", TestName = "A 2 forgotten, bias")]
    public void Check_StepWithTheOwnWrongGradient_CountsInFull(string worksheet, string earlier, string gradient, string later, string step)
    {
        for (ulong secret = 0; secret < 10; secret++)
        {
            var (wrong, carried) = Check(worksheet, earlier, Quoted(gradient), later, Quoted(step), secret);
            Assert.That(wrong.Verdict, Is.EqualTo(Verdict.Incorrect));
            Assert.That(carried.Verdict, Is.EqualTo(Verdict.Partial));
            Assert.That(carried.Score, Is.EqualTo(carried.MaxScore));
            Assert.That(carried.Feedback.Single(said => said.Code == "carried-forward").Message, Does.Contain(earlier).And.Contain("The mistake lies there"));
        }
    }

    [TestCase(Tables, "1a.gradient", "0", "1b.update", "w_j", TestName = "Nothing carried from nothing")]
    [TestCase(Tables, "1a.gradient", "1", "1b.update", "w_j - eta", TestName = "Nothing carried from one value everywhere")]
    [TestCase(Logistic, "1.gradient", "ones(d)", "1.update", "w + eta ones(d)", TestName = "Nothing carried from ones")]
    [TestCase(Logistic, "1.gradient", "1e-30 X^T (y - s(X w))", "1.update", "w + 1e-30 eta X^T (y - s(X w))", TestName = "Nothing carried from next to nothing")]
    [TestCase(Logistic, "1.gradient", "w", "1.update", "(1 + eta) w", TestName = "Nothing carried from the weights")]
    [TestCase(Practice, "2c.dw", "w_i", "2d.w", "(1 - eta) w_i", TestName = "Nothing carried from one row")]
    [TestCase(Tables, "1a.gradient", "w_j", "1b.update", "w_j - eta w_j", TestName = "Nothing carried from one weight")]
    [TestCase(Tables, "1a.gradient", "x_j (y - s(w . x))", "1b.update", "w_j - eta x_j", TestName = "Another mistake on top")]
    [TestCase(Tables, "1a.gradient", "-x_j (y - s(w . x))", "1b.update", "w_j - eta x_j (y - s(w . x))", TestName = "The gradient was right")]
    [TestCase(Tables, "1a.gradient", "x_j (y - ", "1b.update", "w_j - eta x_j (y - s(w . x))", TestName = "The gradient cannot be read")]
    [TestCase(Tables, "1a.gradient", "", "1b.update", "w_j - eta x_j (y - s(w . x))", TestName = "There is no gradient")]
    [TestCase(Tables, "1a.gradient", "x_j (y - s(w . x))", "1b.update", "w_j + 2 eta x_j (y - s(w . x))", TestName = "It does not follow")]
    [TestCase(Logistic, "1.gradient", "X (s(X w) - y)", "1.update", "w + eta X^T (s(X w) - y)", TestName = "The gradient has no shape")]
    [TestCase(Tables, "1b.update", "w_j - eta x_j (y - s(w . x))", "1a.gradient", "x_j (y - s(w . x))", TestName = "Nothing is carried back")]
    public void Check_WhatDoesNotFollow_StaysWrong(string worksheet, string earlier, string gradient, string later, string step)
    {
        for (ulong secret = 0; secret < 10; secret++)
        {
            var (_, judged) = Check(worksheet, earlier, Quoted(gradient), later, Quoted(step), secret);
            Assert.That(judged.Verdict, Is.EqualTo(Verdict.Incorrect));
            Assert.That(judged.Feedback.Select(said => said.Code), Has.None.EqualTo("carried-forward"));
        }
    }

    /// <summary>A value is carried where it shows a mistake with a name, as the right one with its sign turned; any other could be made up.</summary>
    [TestCase(-1, 1, true)]
    [TestCase(-1, 1.3, false)]
    [TestCase(1.7, 1, false)]
    [TestCase(1e-9, 1, false)]
    public void Check_ValueOfAStepWithTheOwnWrongValue_CountsInFull(double ownShare, double usedShare, bool follows)
    {
        var given = ((PartKind.Function)Sheet(Practice).Find("2d.b")!.Kind).Specification.Given;
        double Number(string name) => ((Formulas.Expressions.Value.Scalar)given.Values[name]).Number;
        double[] Entries(string name) => [.. ((Formulas.Expressions.Value.Vector)given.Values[name]).Entries];
        var (weights, biases, x, unit) = ((Formulas.Expressions.Value.Matrix)given.Values["W"], Entries("b"), Entries("x"), (int)Number("i") - 1);
        double Output(int k) => 1 / (1 + Math.Exp(-(biases[k] + x.Select((entry, j) => weights.Entries[(k * x.Length) + j] * entry).Sum())));
        var right = -2 * (Number("y") - Enumerable.Range(0, biases.Length).Sum(Output)) * Output(unit) * (1 - Output(unit));
        string Written(double number) => number.ToString("R", CultureInfo.InvariantCulture);

        var (wrong, judged) = Check(Practice, "2c.db", Written(ownShare * right), "2d.b", Written(biases[unit] - (usedShare * Number("eta") * ownShare * right)), 3);

        Assert.That(wrong.Verdict, Is.EqualTo(Verdict.Incorrect));
        Assert.That(judged.Verdict, Is.EqualTo(follows ? Verdict.Partial : Verdict.Incorrect));
        Assert.That(judged.Feedback.Any(said => said.Code == "carried-forward"), Is.EqualTo(follows));
    }

    /// <summary>With the right answers to the earlier parts, what is carried is the right answer.</summary>
    [Test]
    public void Formulas_FromPartsOfAllWorksheets_AreTheCanonicalOnesInOtherWords()
    {
        var parts = Exercises.RepositoryExercises.Ids.SelectMany(id => Sheet(id).Parts.Select(part => (Id: id, Part: part)))
            .Where(place => place.Part.Kind is PartKind.Function { FromParts: not null }).ToList();
        Assert.That(parts, Has.Count.AtLeast(4));
        foreach (var (id, part) in parts)
        {
            var from = ((PartKind.Function)part.Kind).FromParts!;
            var sources = string.Join("; ", from.Sources.Select(source => $"{source.Symbol} = {((PartKind.Function)Sheet(id).Find(source.Part)!.Kind).Specification.Canonical}"));
            Assert.That(Check(id, from.Sources[0].Part, "\"\"", part.Id, Quoted($"{sources}; {from.Formula}"), 1).Later.Verdict, Is.EqualTo(Verdict.Correct), part.Id);
        }
    }

    private static string Quoted(string formula) => $"\"{formula}\"";

    private static Worksheet Sheet(string id) => ((Found.Success)Worksheets.Find(id)).Worksheet;

    private static (PartResult Earlier, PartResult Later) Check(string worksheet, string earlier, string first, string later, string second, ulong secret)
    {
        var content = Encoding.UTF8.GetBytes($"{{\"worksheet\": \"{worksheet}\", \"student\": \"s\", \"answers\": {{\"{earlier}\": {first}, \"{later}\": {second}}}}}");
        var parts = new Checker(secret).Check(Sheet(worksheet), AnswerFileReader.Read("f", content)).Parts;
        return (parts.Single(part => part.PartId == earlier), parts.Single(part => part.PartId == later));
    }
}
