using System.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Tests.Checking;

/// <summary>Calculations A = B = C, and vectors whose entries are given by name.</summary>
[TestFixture]
public sealed class ChainCheckTests
{
    private static readonly Library Worksheets = Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises"));

    private static PartResult Check(string worksheet, string part, string answer)
    {
        var content = Encoding.UTF8.GetBytes($"{{\"worksheet\": \"{worksheet}\", \"student\": \"s\", \"answers\": {{\"{part}\": {answer}}}}}");
        return new Checker(7).Check(((Found.Success)Worksheets.Find(worksheet)).Worksheet, AnswerFileReader.Read("f", content))
            .Parts.Single(result => result.PartId == part);
    }

    private static PartResult CheckGradient(string formula) => Check("sgd-backprop-tables", "1a.gradient", $"\"{formula}\"");

    [TestCase("dL/dw_j = -(y (1 - h) x_j - (1 - y) h x_j) = -x_j (y - h)")]
    [TestCase("dL/dw_j = -y x_j + h x_j = x_j (h - y) = -x_j (y - s(w . x))")]
    [TestCase("dL/dw_j = dL/dh dh/dw_j = -x_j (y - h)")]
    [TestCase("dL/dw_j = -(y/h - (1-y)/(1-h)) h (1-h) x_j = -x_j (y - h)")]
    public void Check_TrueCalculation_IsCorrect(string formula)
    {
        var result = CheckGradient(formula);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct));
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Has.None.EqualTo("contradicting-steps"));
    }

    [TestCase("dL/dw_j = x_j (y - h) = -x_j (y - h)")]
    [TestCase("dL/dw_j = -x_j (y - h) = x_j (y - h) = -x_j (y - h)")]
    public void Check_CalculationWithAWrongStep_EarnsHalfAndShowsWhere(string formula)
    {
        var result = CheckGradient(formula);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Partial));
        Assert.That(result.Feedback.Select(feedback => feedback.Code), Has.Some.EqualTo("contradicting-steps"));
        Assert.That(result.Feedback.Single(feedback => feedback.Code == "contradicting-steps").Message, Does.Contain("equal to x_j (y - h)"));
        Assert.That(result.Counterexample, Is.Not.Null);
    }

    [Test]
    public void Check_CalculationThatGoesWrong_SaysWhatWasStillRight()
    {
        var result = CheckGradient("dL/dw_j = -x_j (y - h) = -x_j y - x_j h");
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Incorrect));
        Assert.That(result.Feedback.Single(feedback => feedback.Code == "right-earlier").Message, Does.StartWith("-x_j (y - h) was still right"));
    }

    private const string Hidden = "g'(w_hy g(w_xh x) + w_xy x) w_hy g'(w_xh x) x";
    private const string Output = "g'(w_hy g(w_xh x) + w_xy x) g(w_xh x)";
    private const string Skip = "g'(w_hy g(w_xh x) + w_xy x) x";

    [TestCase($"\"dy/dw_xy = {Skip}; dy/dw_hy = {Output}; dy/dw_xh = {Hidden}\"", Verdict.Correct)]
    [TestCase($"\"w_xy = {Skip}, w_xh = {Hidden}, w_hy = {Output}\"", Verdict.Correct)]
    [TestCase($"\"[w_xy = {Skip}, w_xh = {Hidden}, w_hy = {Output}]\"", Verdict.Correct)]
    [TestCase($"\"u = w_hy g(w_xh x) + w_xy x; dy/dw_xy = g'(u) x; dy/dw_xh = g'(u) w_hy g'(w_xh x) x; dy/dw_hy = g'(u) g(w_xh x)\"", Verdict.Correct)]
    [TestCase($"[\"dy/dw_xy = {Skip}\", \"dy/dw_hy = {Output}\", \"dy/dw_xh = {Hidden}\"]", Verdict.Correct)]
    [TestCase($"[\"dy/dw_xh = {Hidden}\", \"{Output}\", \"{Skip}\"]", Verdict.Correct)]
    [TestCase($"[\"dy/dw_xy = {Hidden}\", \"{Output}\", \"{Skip}\"]", Verdict.Unreadable)]
    [TestCase($"[\"dy/dw_xy = {Skip}\", \"{Output}\", \"{Hidden}\"]", Verdict.Unreadable)]
    [TestCase($"\"[w_xh = {Skip}, w_hy = {Output}, w_xy = {Hidden}]\"", Verdict.Incorrect)]
    [TestCase($"\"dy/dw_xy = {Skip}; dy/dw_hy = {Output}\"", Verdict.Unreadable)]
    [TestCase($"\"dy/dw_xy = {Skip}; dy/dw_xy = {Output}; dy/dw_xh = {Hidden}\"", Verdict.Unreadable)]
    public void Check_EntriesByName_AreReadByTheirNames(string answer, Verdict verdict) =>
        Assert.That(Check("initialization-skip-layer", "2d.gradient", answer).Verdict, Is.EqualTo(verdict));
}
