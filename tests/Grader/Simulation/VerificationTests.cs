using Grader.Checking;
using Grader.Simulation;

namespace Grader.Tests.Simulation;

public sealed class VerificationTests
{
    private static readonly FileTruth Truth = new("s1/a.json", "s1", "a", IsReadable: true, "handed in",
        [new("1", Verdict.Correct, "formula", []), new("2", Verdict.Incorrect, "mutation", ["wrong-sign", "complement"])]);

    [Test]
    public void FromLine_OfToLine_IsTheSame() => Assert.That(FileTruth.FromLine(Truth.ToLine()), Is.EqualTo(Truth));

    [Test]
    public void FromLine_OtherJson_SaysWhatIsMissing() => Assert.That(() => FileTruth.FromLine("{}"), Throws.TypeOf<FormatException>().With.Message.Contain("\"file\""));

    [Test]
    public void Of_ResultsThatAgree_FindsNothing()
    {
        var compared = Of("""{"file":"submissions/s1/a.json","status":"graded","parts":[{"part":"1","verdict":"correct","feedback":[]},{"part":"2","verdict":"incorrect","feedback":[{"code":"complement"}]}]}""");
        Assert.That(compared, Is.EqualTo(new Verification(1, 2, 1, 1, [], [])));
    }

    [Test]
    public void Of_OtherVerdictAndNoName_TellsBoth()
    {
        var compared = Of("""{"file":"s1/a.json","status":"graded","parts":[{"part":"1","verdict":"incorrect","feedback":[{"code":"wrong-value"}]},{"part":"2","verdict":"incorrect","feedback":[{"code":"wrong-value"}]}]}""");
        Assert.That(compared.Verdicts, Is.EqualTo(new[] { new Disagreement("s1/a.json", "1", "formula", "correct", "incorrect (wrong-value)") }));
        Assert.That(compared.Names, Is.EqualTo(new[] { new Disagreement("s1/a.json", "2", "mutation", "wrong-sign or complement", "wrong-value") }));
    }

    [Test]
    public void Of_FileMissingOrUnreadableOrUnknown_IsAVerdictThatDiffers()
    {
        Assert.That(Verification.Of([Truth.ToLine()], []).Verdicts, Has.Count.EqualTo(1));
        Assert.That(Of("""{"file":"s1/a.json","status":"unreadable","parts":[]}""").Verdicts, Has.Count.EqualTo(3));
        Assert.That(Of("""{"file":"s2/a.json","status":"graded","parts":[]}""").Verdicts, Has.Count.EqualTo(2));
    }

    [Test]
    public void Of_CodesOfCells_Count()
    {
        var compared = Of("""{"file":"s1/a.json","status":"graded","parts":[{"part":"1","verdict":"correct","feedback":[]},{"part":"2","verdict":"incorrect","feedback":[],"evidence":{"cells":[{"feedback":[{"code":"wrong-sign"}]}]}}]}""");
        Assert.That(compared.Named, Is.EqualTo(1));
    }

    private static Verification Of(string line) => Verification.Of([Truth.ToLine()], [line]);
}
