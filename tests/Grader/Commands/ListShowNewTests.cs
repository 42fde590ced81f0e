using Grader.Commands;
using Newtonsoft.Json.Linq;

namespace Grader.Tests.Commands;

public sealed class ListShowNewTests
{
    private static readonly string[] Worksheets =
    [
        "backprop-practice", "gaussian-likelihood", "initialization-skip-layer", "logistic-initialization", "naive-bayes-dead-relu",
        "sgd-backprop-tables", "softmax-regression",
    ];

    [Test]
    public void List_NamesEveryWorksheet()
    {
        var run = CommandRun.Of("list");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        foreach (var worksheet in Worksheets) Assert.That(run.Output, Does.Contain(worksheet));
    }

    [Test]
    public void List_AsJson_HasEveryPart()
    {
        var list = JArray.Parse(CommandRun.Of("list", "--format", "json").Output);
        Assert.That(list.Select(worksheet => (string?)worksheet["worksheet"]), Is.EqualTo(Worksheets));
        Assert.That(list.SelectMany(worksheet => worksheet["parts"]!).Count(), Is.EqualTo(110));
    }

    [TestCaseSource(nameof(Worksheets))]
    public void Show_Worksheet_TellsOfEveryPartWithoutLatex(string worksheet)
    {
        var run = CommandRun.Of("show", worksheet);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        Assert.That(run.Output, Does.Not.Contain("$").And.Not.Contain("\\"));
    }

    [Test]
    public void Show_Part_TellsInputsSpellingsMethodAndLeftSides()
    {
        var run = CommandRun.Of("show", "backprop-practice", "2c.dw");
        Assert.That(run.Output, Does.Contain("W (also w_i): an n x d matrix").And.Contain("df/dw_i").And.Contain("Method name"));
        Assert.That(run.Output, Does.Not.Contain("2c.db:"), "Only the part asked for.");
    }

    [Test]
    public void Show_Part_TellsASizeThatIsAnInput() =>
        Assert.That(CommandRun.Of("show", "initialization-skip-layer", "2b.count").Output, Does.Contain("  L: a size, a whole number"));

    [Test]
    public void Show_SymbolNamedLikeACellOfAnotherQuestion_TellsWhatItIs() =>
        Assert.That(CommandRun.Of("show", "gaussian-likelihood", "1.derivative-v").Output, Does.Contain("v: a number: v = sigma^2"));

    [Test]
    public void Show_LettersWithAMarkAbove_KeepIt() =>
        Assert.That(CommandRun.Of("show", "gaussian-likelihood", "2.variance").Output, Does.Contain("v\u0302").And.Contain("\u03bc\u0302"));

    [Test]
    public void Show_Hint_TellsAsManyAsAskedForAndThatThereAreMore()
    {
        var run = CommandRun.Of("show", "backprop-practice", "2c.dw", "--hint", "2");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        Assert.That(run.Output, Does.Contain("Hint 2 of 3").And.Contain("made of W, b, x, y and i").And.Contain("--hint 3 gives away more").And.Not.Contain("□"));

        var last = JObject.Parse(CommandRun.Of("show", "backprop-practice", "2c.dw", "--hint", "3", "--format", "json").Output);
        Assert.That((string?)last["hints"]![2]!["outline"], Does.Contain("□ - □"));
        Assert.That((int?)last["further"], Is.Zero);
    }

    [Test]
    public void Show_HintWithoutPart_SaysWhatIsMissing()
    {
        var run = CommandRun.Of("show", "backprop-practice", "--hint", "1");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain("A hint for which part?"));
    }

    [Test]
    public void Show_Choice_TellsOptionsButNotWhichIsRight()
    {
        var run = CommandRun.Of("show", "backprop-practice", "1b.relation", "--format", "json");
        Assert.That(run.Output, Does.Contain("all-equal").And.Not.Contain("truth").And.Not.Contain("true"));
    }

    [Test]
    public void Show_Reading_TellsPiecesWithTheirShapes()
    {
        var run = CommandRun.Of("show", "backprop-practice", "2c.dw", "--reading", @"-2 (y - b_i) \mathbf{x}");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Well), run.Error);
        Assert.That(run.Output, Does.StartWith("Read as: (-2) * (y - b[i]) * x").And.Contain("  y - b[i]: a number").And.Contain("  x: a vector of d"));
    }

    [Test]
    public void Show_ReadingAsJson_HasThePieces()
    {
        var run = CommandRun.Of("show", "backprop-practice", "2c.dw", "--reading", "z = W x; z[i] x", "--format", "json");
        var json = JObject.Parse(run.Output);
        Assert.That((string?)json["reading"], Is.EqualTo("z = W * x; z[i] * x"));
        Assert.That(
            json["pieces"]!.Select(piece => $"{piece["piece"]}: {piece["shape"]}").Take(2),
            Is.EqualTo(new[] { "z[i] * x: a vector of d", "z = W * x: a vector of n" }));
    }

    [Test]
    public void Show_ReadingThatCannotBeRead_ShowsThePlace()
    {
        var run = CommandRun.Of("show", "backprop-practice", "2c.dw", "--reading", "y + q3");
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.StartWith("Column 5").And.Contain("y + q3\n    ^"));
        Assert.That(run.Output, Is.Empty);
    }

    [TestCase("takes no formula", "1b.relation", "--reading", "y")]
    [TestCase("Which part", "--reading", "y")]
    public void Show_ReadingOfNoFormulaPart_IsRefused(string why, params string[] arguments)
    {
        var run = CommandRun.Of(["show", "backprop-practice", .. arguments]);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(run.Error, Does.Contain(why));
    }

    [Test]
    public void Show_Codes_ListsWhatTheyMean()
    {
        var run = CommandRun.Of("show", "--codes");
        Assert.That(run.Output, Does.Contain("wrong-sign").And.Contain("carried-forward"));
    }

    [TestCaseSource(nameof(Worksheets))]
    public void New_AnswerFile_IsReadWithEveryPartMissing(string worksheet)
    {
        using var folder = new TemporaryFolder();
        var made = CommandRun.Of("new", worksheet, "-o", folder.Path);
        Assert.That(made.Exit, Is.EqualTo(ExitCode.Well), made.Error);

        var check = CommandRun.Of("check", Path.Combine(folder.Path, $"{worksheet}.json"), "--format", "json");
        Assert.That(check.Exit, Is.EqualTo(ExitCode.NotWell), check.Error);
        Assert.That(JObject.Parse(check.Output)["parts"]!.Select(part => (string?)part["verdict"]).Distinct(), Is.EqualTo(new[] { "missing" }));
    }

    [Test]
    public void New_FileThatExists_IsLeftAsItIs()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("backprop-practice.json", "mine");
        var run = CommandRun.Of("new", "backprop-practice", "-o", folder.Path);
        Assert.That(run.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(File.ReadAllText(path), Is.EqualTo("mine"));
    }
}
