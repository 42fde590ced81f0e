using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Checking;

/// <summary>Right answers as lecture notes, statements and programs write them.</summary>
[TestFixture]
public sealed class LectureNotationTests
{
    private static readonly Library Worksheets = Library.Open(Path.Combine(AppContext.BaseDirectory, "exercises"));

    private static PartResult Check(string worksheet, string part, JToken answer)
    {
        var file = new JObject { ["worksheet"] = worksheet, ["student"] = "s", ["answers"] = new JObject { [part] = answer } };
        var content = System.Text.Encoding.UTF8.GetBytes(file.ToString(Formatting.None));
        return new Checker(7).Check(((Found.Success)Worksheets.Find(worksheet)).Worksheet, AnswerFileReader.Read("f", content))
            .Parts.Single(result => result.PartId == part);
    }

    [TestCase("naive-bayes-dead-relu", "3.1.dead", @"W_{1,i} x + b_i <= 0")]
    [TestCase("naive-bayes-dead-relu", "3.2.dw", @"w_{2,i} 1[W_{1,i} x + b_i > 0] x_j")]
    [TestCase("naive-bayes-dead-relu", "4.error", @"W^T (e^{(i)} - softmax(W z))")]
    [TestCase("naive-bayes-dead-relu", "1.mle-prior", @"= 4/7")]
    [TestCase("gaussian-likelihood", "1.log-likelihood", @"-\frac n2 \ln 2\pi - n\ln\sigma - \frac{1}{2\sigma^2}\sum_{i=1}^n (x_i-\mu)^2")]
    [TestCase("gaussian-likelihood", "1.log-likelihood", @"-\frac n2 \ln 2\pi\sigma^2 - \frac{1}{2\sigma^2}\sum (x_i-\mu)^2")]
    [TestCase("gaussian-likelihood", "1.log-likelihood", @"-n/2 ln(2 pi) - n ln sigma - sum((x-mu)^2)/(2 sigma^2)")]
    [TestCase("gaussian-likelihood", "2.mean", @"x.sum()/len(x)")]
    [TestCase("gaussian-likelihood", "2.variance", @"((x - x.mean())**2).mean()")]
    [TestCase("gaussian-likelihood", "2.variance", @"\frac1n \sum x_i^2 - \bar x^2")]
    [TestCase("softmax-regression", "1.probability", @"\frac{\exp(w_c^\top x)}{\sum_{c'} \exp(w_{c'}^\top x)}")]
    [TestCase("logistic-initialization", "1.gradient", @"\frac{\partial \log L}{\partial w} = X^T (y - \sigma(Xw))")]
    [TestCase("logistic-initialization", "1.gradient", @"X^\top\left[y - \sigma(Xw)\right]")]
    [TestCase("logistic-initialization", "1.log-likelihood", @"\sum y_i \ln \sigma(w^T x_i) + (1-y_i) \ln(1-\sigma(w^T x_i))")]
    [TestCase("backprop-practice", "2e.dx", @"W1^T [J_Phi(W1 x + b)]^T W2^T [W2 Phi(W1 x + b) - y]")]
    [TestCase("initialization-skip-layer", "2d.gradient", @"u = w_hy g(w_xh x) + w_xy x; [g'(u) w_hy g'(w_xh x) x; g'(u) g(w_xh x); g'(u) x]^T")]
    public void Check_RightAnswerInTheNotationOfNotesAndPrograms_IsCorrect(string worksheet, string part, string formula)
    {
        var result = Check(worksheet, part, formula);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join("; ", result.Feedback.Select(feedback => feedback.Message)));
    }

    /// <summary>In a part that has a weight called e.</summary>
    [TestCase(@"\frac{1}{1+e^{-a r_1}}", @"1/(1+e^(-b r_2))", "s_1 + s_2")]
    [TestCase("1/(1+e^(-2))", "1/(1+e^0)", "1/(1+e^(-2)) + 1/2")]
    public void Check_PowersOfEulersNumberWhereEIsAWeight_AreCorrectAndSaidSo(string s1, string s2, string y)
    {
        var cells = new JObject { ["r1"] = "relu(c x1 + e x2)", ["r2"] = 0, ["s1"] = s1, ["s2"] = s2, ["y"] = y };
        var result = Check("sgd-backprop-tables", "2b.forward", cells);
        Assert.Multiple(() =>
        {
            Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct), string.Join("; ", result.Feedback.Select(feedback => feedback.Message)));
            Assert.That(result.Cells.Single(cell => cell.Cell == "s1").Feedback.Select(feedback => feedback.Code), Does.Contain("reading-note"));
        });
    }

    [Test]
    public void Check_CellsWithTheirCalculation_AreJudgedAsTheNumbersTheyGive()
    {
        var cells = JObject.Parse("""{"dy/da": "2*0.9*0.1", "dy/db": "0*0.5*0.5", "dy/dc": "0.9*0.1", "dy/dd": 0, "dy/de": "-0.9*0.1", "dy/df": 0}""");
        var result = Check("sgd-backprop-tables", "2b.partials", cells);
        Assert.That(result.Verdict, Is.EqualTo(Verdict.Correct));
        cells["dy/da"] = "2*0.9*0.2";
        Assert.That(Check("sgd-backprop-tables", "2b.partials", cells).Verdict, Is.EqualTo(Verdict.Partial));
    }
}
