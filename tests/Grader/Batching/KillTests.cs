using System.Diagnostics;
using Grader.Commands;
using Grader.Tests.Commands;

namespace Grader.Tests.Batching;

/// <summary>A batch that is killed, stopped, or finds the disk full, and is taken up again, ends as if nothing had happened.</summary>
public sealed class KillTests
{
    private TemporaryFolder folder = null!;

    private string handedIn = string.Empty;

    private string output = string.Empty;

    private IReadOnlyList<string> undisturbed = [];

    private long journalBytes;

    private TimeSpan duration;

    [OneTimeSetUp]
    public void GradeUndisturbed()
    {
        folder = new();
        handedIn = Path.Combine(folder.Path, "class");
        Directory.CreateDirectory(handedIn);
        foreach (var name in (string[])["s2301117-logistic-initialization", "s2301187-initialization-skip-layer", "s2301229-initialization-skip-layer", "s2301391-not-utf8"])
        {
            for (var copy = 0; copy < 12; copy++) File.Copy(Path.Combine(Repository, $"{name}.json"), Path.Combine(handedIn, $"{name}-{copy:00}.json"));
        }

        var result = Path.Combine(folder.Path, "undisturbed");
        var start = Stopwatch.GetTimestamp();
        Assert.That(GraderProcess.Run("batch", handedIn, "-o", result).Exit, Is.EqualTo(ExitCode.Well));
        duration = Stopwatch.GetElapsedTime(start);
        undisturbed = FileTree.Of(result);
        journalBytes = new FileInfo(Path.Combine(result, "results.jsonl")).Length;
    }

    [SetUp]
    public void NameOutput() => output = Path.Combine(folder.Path, $"out-{TestContext.CurrentContext.Test.ID}");

    [OneTimeTearDown]
    public void Delete() => folder.Dispose();

    [Test]
    public void KilledThreeTimes_ThenResumed_IsAsUndisturbed()
    {
        var random = new Random(20261121);
        foreach (var share in (double[])[0, 0.3, 0.6])
        {
            using var running = Start();
            running.WaitForGrowth(Journal, (long)((share + (0.3 * random.NextDouble())) * journalBytes));
            running.Kill();
        }

        Assert.That(File.Exists(Journal), "The batch was over before it was killed.");
        Resume();
        Assert.That(FileTree.Of(output), Is.EqualTo(undisturbed));
    }

    [Test, Explicit("Takes minutes.")]
    public void KilledAtRandomMoments_ThenResumed_IsAsUndisturbed([Range(1, 20)] int seed)
    {
        using (var running = Start())
        {
            Thread.Sleep(new Random(seed).NextDouble() * duration);
            running.Kill();
        }

        TestContext.Out.WriteLine($"The journal had {(File.Exists(Journal) ? new FileInfo(Journal).Length : -1)} of {journalBytes} bytes.");
        Resume();
        Assert.That(FileTree.Of(output), Is.EqualTo(undisturbed));
    }

    [TestCase("INT"), TestCase("TERM")]
    public void Stopped_SaysHowToGoOn_AndThenIsAsUndisturbed(string signal)
    {
        using (var running = Start())
        {
            running.WaitForGrowth(Journal, journalBytes / 40);
            running.Signal(signal);
            var (exit, _, error) = running.End();
            Assert.That(exit, Is.EqualTo(ExitCode.NotWell), error);
            Assert.That(error, Does.Contain($"grader batch {handedIn} -o {output} --resume"));
        }

        var again = GraderProcess.Run("batch", handedIn, "-o", output);
        Assert.That(again.Exit, Is.EqualTo(ExitCode.Unusable));
        Assert.That(again.Error, Does.Contain("--resume"));
        Resume();
        Assert.That(FileTree.Of(output), Is.EqualTo(undisturbed));
    }

    [Test]
    public void FullDisk_IsSaid_AndWithRoomTheBatchGoesOn()
    {
        var disk = Path.Combine(folder.Path, "disk");
        var saved = Path.Combine(folder.Path, "saved");
        Directory.CreateDirectory(disk);
        var (exit, written, error) = GraderProcess.RunWithMounts($"""
            mount -t tmpfs -o size=600k tmpfs {disk} || exit 99
            {GraderProcess.Program} batch {handedIn} -o {disk}/out; echo "exit $?"
            mount -o remount,size=50m {disk}
            {GraderProcess.Program} batch {handedIn} -o {disk}/out --resume; echo "exit $?"
            cp -r {disk}/out {saved}
            """);
        if (exit is 99 or 1 && !written.Contains("exit", StringComparison.Ordinal)) Assert.Ignore($"Nothing can be mounted here: {error}");
        Assert.That(written, Does.StartWith("exit 2").And.Contain("exit 0").And.Contain("as they were"));
        Assert.That(error, Does.Contain("cannot be written").And.Contain("What was done is kept").And.Contain("--resume").And.Not.Contain("   at "));
        Assert.That(FileTree.Of(saved), Is.EqualTo(undisturbed));
    }

    [Test]
    public void ReadOnlyOutput_IsSaid()
    {
        var disk = Path.Combine(folder.Path, "closed");
        Directory.CreateDirectory(disk);
        var (exit, written, error) = GraderProcess.RunWithMounts($"""
            mount --bind {disk} {disk} && mount -o remount,bind,ro {disk} || exit 99
            {GraderProcess.Program} batch {handedIn} -o {disk}; echo "exit $?"
            """);
        if (exit is 99 or 1 && !written.Contains("exit", StringComparison.Ordinal)) Assert.Ignore($"Nothing can be mounted here: {error}");
        Assert.That(written, Does.StartWith("exit 2"));
        Assert.That(error, Does.Contain("cannot be written").And.Contain("Name a folder").And.Not.Contain("   at "));
    }

    private static string Repository => Path.Combine(AppContext.BaseDirectory, "exercises", "sample-class");

    private string Journal => Path.Combine(output, "journal.log");

    private GraderProcess Start() => GraderProcess.Start("batch", handedIn, "-o", output, "--resume");

    private void Resume()
    {
        var (exit, _, error) = GraderProcess.Run("batch", handedIn, "-o", output, "--resume");
        Assert.That(exit, Is.EqualTo(ExitCode.Well), error);
    }
}
