using System.Diagnostics;
using Grader.Running;

namespace Attacks.Tests;

/// <summary>The grader killed with no time to clean up: no student's code runs a second later.</summary>
public sealed class KilledGraderTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private DirectoryInfo folder = null!;

    [OneTimeSetUp]
    public void MakeFolder()
    {
        folder = Directory.CreateTempSubdirectory("killed-grader-");
        // Boxes run as nobody, from files that stand in it.
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0x1ED);
    }

    [OneTimeTearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [TestCaseSource(nameof(Attacks))]
    public void Kill_OfGrader_LeavesNoProcess(IsolationLevel level, string attack)
    {
        var (file, method) = (attack.Split('.')[0], attack.Split('.')[1]);
        using var grader = Started("hold", level.Name(), file, method);
        Assert.That(grader.StandardOutput.ReadLine(), Is.EqualTo("calling"));
        // Some of the call itself, so that the attack stands.
        Thread.Sleep(300);
        var boxes = ProcessTable.Descendants(grader.Id);
        Assert.That(boxes, Is.Not.Empty);
        grader.Kill();
        grader.WaitForExit();
        Assert.That(AliveAfter(Second, boxes), Is.Empty);
    }

    [Test]
    public void Kill_OfGraderWhileItStarts_LeavesNoProcess([ValueSource(typeof(Levels), nameof(Levels.Tested))] IsolationLevel level, [Values(100, 200, 300, 400)] int milliseconds)
    {
        using var grader = Started("hold", level.Name(), "Time", "InfiniteLoop");
        Thread.Sleep(milliseconds);
        var boxes = ProcessTable.Descendants(grader.Id);
        grader.Kill();
        grader.WaitForExit();
        Assert.That(AliveAfter(Second, boxes), Is.Empty);
        Assert.That(Remains.OfThisProcess(), Is.Empty);
    }

    private static IEnumerable<TestCaseData> Attacks() =>
        from level in Levels.Tested
        from attack in (string[])["Time.InfiniteLoop", "Time.BackgroundBurnersAndLoop", "Endings.HandleSignals", "Processes.ForgetTheParentAndLoop", "Processes.ForkAndLoop"]
        select new TestCaseData(level, attack);

    // Who is killed cleans up nothing: its temporary files go with this folder.
    private Process Started(params string[] arguments) => Process.Start(new ProcessStartInfo(
        Environment.ProcessPath!,
        ["exec", typeof(KilledGraderTests).Assembly.Location, .. arguments])
    { RedirectStandardOutput = true, Environment = { ["TMPDIR"] = folder.FullName } })!;

    private static IReadOnlyList<(int Number, string Birth)> AliveAfter(TimeSpan time, IReadOnlyList<(int Number, string Birth)> processes)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            List<(int Number, string Birth)> alive = [.. processes.Where(process => ProcessTable.IsAlive(process.Number, process.Birth))];
            if (alive.Count == 0 || Stopwatch.GetElapsedTime(start) > time) return alive;
            Thread.Sleep(20);
        }
    }
}
