using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Grader.Checking;
using Grader.Commands;

namespace Grader.Tests.Commands;

/// <summary>docs/tutorial.md, done as it says: each file, each change and each command, with what it prints.</summary>
[NonParallelizable]
public sealed partial class TutorialTests
{
    private const string Prompt = "$ ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private TemporaryFolder folder = null!;
    private string before = null!;

    /// <summary>The tutorial names its files as one does in the folder that one works in.</summary>
    [SetUp]
    public void Enter()
    {
        folder = new TemporaryFolder();
        before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder.Path;
    }

    [TearDown]
    public void Leave()
    {
        Environment.CurrentDirectory = before;
        folder.Dispose();
    }

    [Test]
    public void Tutorial_DoneStepByStep_ShowsWhatItSays()
    {
        var text = File.ReadAllText(Document()).ReplaceLineEndings("\n");
        var blocks = Block().Matches(text);
        Assert.That(Step().Count(text), Is.EqualTo(10));
        Assert.That(text.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)), Is.EqualTo(2 * blocks.Count), "No block goes untried.");
        foreach (Match block in blocks) Try(block.Groups["kind"].Value, block.Groups["file"].Value, block.Groups["body"].Value);
    }

    private static void Try(string kind, string file, string body)
    {
        switch (kind)
        {
            case "console":
                foreach (var command in body.Split("\n" + Prompt)) Run(command.TrimStart('$', ' '));
                break;
            case "diff":
                File.WriteAllText(file, Changed(File.ReadAllText(file), body.Split('\n')));
                break;
            default:
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllText(file, body + "\n");
                break;
        }
    }

    private static string Changed(string text, string[] lines)
    {
        var old = Lines(lines, '-');
        Assert.That(text.Split(old), Has.Length.EqualTo(2), $"The lines stand there once:\n{old}");
        return text.Replace(old, Lines(lines, '+'), StringComparison.Ordinal);
    }

    private static string Lines(string[] lines, char sign) => string.Concat(lines.Where(line => line[0] == ' ' || line[0] == sign).Select(line => line[1..] + "\n"));

    /// <param name="shown">The command, and what it prints from the next line on.</param>
    private static void Run(string shown)
    {
        var end = shown.IndexOf('\n', StringComparison.Ordinal);
        var (command, output) = end < 0 ? (shown, "") : (shown[..end], shown[(end + 1)..]);
        switch (command.Split(' '))
        {
            case ["rm", "-r", .. var folders]:
                foreach (var gone in folders) Directory.Delete(gone, recursive: true);
                break;
            case ["grader", "author", "preview", var sheet]:
                Assert.That(Port().Replace(Preview(sheet), "PORT"), Is.EqualTo(Port().Replace(output, "PORT")));
                break;
            case ["grader", .. var arguments]:
                using (var written = new StringWriter(CultureInfo.InvariantCulture))
                {
                    CommandLineRun.Run(arguments, AReader(written));
                    Assert.That(Unwrapped(written.ToString()), Is.EqualTo(Unwrapped(output)), command);
                }

                break;
            default:
                Assert.Fail($"The tutorial uses a command that this test does not know: {command}");
                break;
        }
    }

    /// <summary>Somebody at a terminal without a class secret, who sees output and errors together.</summary>
    private static Surroundings AReader(StringWriter output) => new(
        TextReader.Null, output, output, Terminal: false, Colour: false, AppContext.BaseDirectory, ClassSecret.FromText(null), TimeProvider.System);

    /// <summary>What the preview says once it answers; then it is ended.</summary>
    private static string Preview(string sheet)
    {
        using var ending = new CancellationTokenSource();
        using var patience = new CancellationTokenSource(Patience);
        using var output = new FirstWords();
        var surroundings = AReader(output) with { Interruptions = () => Interruption.By(ending.Token) };
        var serving = Task.Run(() => CommandLineRun.Run(["author", "preview", sheet], surroundings));
        var said = output.Said.WaitAsync(patience.Token).GetAwaiter().GetResult();
        using (var browser = new HttpClient())
        {
            Assert.That(browser.GetStringAsync(new Uri(said.Split(' ')[0]), patience.Token).GetAwaiter().GetResult(), Does.Contain("The rate of a Poisson distribution"));
        }

        ending.Cancel();
        Assert.That(serving.WaitAsync(patience.Token).GetAwaiter().GetResult(), Is.EqualTo(ExitCode.Well));
        return said;
    }

    /// <summary>Long lines are wrapped in the document.</summary>
    private static string Unwrapped(string text) => Space().Replace(text, " ").Trim();

    private static string Document([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "tutorial.md"));

    /// <summary>What is written until it is flushed for the first time.</summary>
    private sealed class FirstWords() : StringWriter(CultureInfo.InvariantCulture)
    {
        private readonly TaskCompletionSource<string> said = new();

        public Task<string> Said => said.Task;

        public override void Flush() => said.TrySetResult(ToString().TrimEnd());
    }

    [GeneratedRegex(@"^```(?<kind>console|markdown|jsonc?|diff)(?: (?<file>\S+))?\n(?<body>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"^## \d+\. ", RegexOptions.Multiline)]
    private static partial Regex Step();

    [GeneratedRegex(@"(?<=127\.0\.0\.1:)\d+")]
    private static partial Regex Port();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
