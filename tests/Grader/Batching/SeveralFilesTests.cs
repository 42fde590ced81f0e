using Formulas.Text;
using Grader.Batching;
using Grader.Reporting;

namespace Grader.Tests.Batching;

public sealed class SeveralFilesTests
{
    [Test]
    public void PointOut_TwoFilesOfAStudent_EachNamesTheOther()
    {
        var rows = new[] { Row("a.json", "s1"), Row("b.json", "S1"), Row("c.json", "s2") };

        var pointed = SeveralFiles.PointOut(rows, SeveralFiles.Among(rows));

        Assert.That(pointed[0].Reason, Does.Contain("b.json"));
        Assert.That(pointed[1].Reason, Does.Contain("a.json"));
        Assert.That(pointed[2].Reason, Is.Null);
    }

    [Test]
    public void Named_HundredsOfFiles_AFewAndACount()
    {
        var several = new SeveralFiles("s", "w", Enumerable.Range(0, 300).Select(k => $"{k}.json").ToEquatableList());

        Assert.That(several.Named(except: "0.json"), Is.EqualTo("1.json, 2.json, 3.json, 4.json, 5.json and 294 more"));
        Assert.That(several.Named(), Is.EqualTo("0.json, 1.json, 2.json, 3.json, 4.json and 295 more"));
    }

    private static BatchRow Row(string file, string student) =>
        new(file, null, "w", student, BatchStatus.Graded, 1, 2, VerdictCounts.None, null);
}
