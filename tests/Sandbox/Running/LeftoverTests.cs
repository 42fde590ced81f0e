using System.Diagnostics;
using Grader.Running;

namespace Sandbox.Tests.Running;

/// <summary>What is left of boxes when they, or the grader itself, have ended.</summary>
[TestFixture(IsolationLevel.Bubblewrap)]
[TestFixture(IsolationLevel.Seal)]
[TestFixture(IsolationLevel.Process)]
[NonParallelizable]
public sealed class LeftoverTests(IsolationLevel level)
{
    private const string Nobody = "65534";

    [Test]
    public void Boxes_TakenAndClosed_LeaveNoProcessPipeOrFile()
    {
        // The first one makes what stays for good: handlers of signals, threads of the runtime.
        UseBoxes(1);
        var (children, pipes, folders) = (Children(), OpenPipes(), new HashSet<string>(Folders()));
        UseBoxes(5);
        Assert.That(Children(), Is.EqualTo(children));
        Assert.That(OpenPipes(), Is.AtMost(pipes));
        // Graders of others may come and go meanwhile: each holds its folder's lock, which a folder left behind has lost.
        Assert.That(Folders().Where(folder => !folders.Contains(folder) && IsAbandoned(folder)), Is.Empty);
    }

    [Test]
    public void Grader_Killed_TakesItsBoxesWithIt()
    {
        using var submission = new SubmissionFile("public static double Loss() { while (true) { } }");
        using var keeper = StartKeeper([], submission.Path);
        Assert.That(keeper.StandardOutput.ReadLine(), Is.EqualTo("calling"));
        var boxes = ProcessTable.DescendantsOf(keeper.Id);
        Assert.That(boxes, Has.Count.AtLeast(2), "The box that runs, and the one that stands ready.");
        keeper.Kill();
        keeper.WaitForExit();
        Thread.Sleep(1000);
        Assert.That(ProcessTable.StillThere(boxes), Is.Empty);
    }

    [Test]
    public void Grader_OfAnOrdinaryUser_GetsItsValue()
    {
        if (!Environment.IsPrivilegedProcess) Assert.Ignore("All other tests are run by an ordinary user already.");
        using var submission = new SubmissionFile("public static double Loss() => 42;");
        using var keeper = StartKeeper(["/usr/bin/setpriv", "--reuid", Nobody, "--regid", Nobody, "--clear-groups"], submission.Path);
        var said = keeper.StandardOutput.ReadToEnd() + keeper.StandardError.ReadToEnd();
        keeper.WaitForExit();
        Assert.That(said, Is.EqualTo("calling\nvalue 42\n"));
    }

    private void UseBoxes(int count)
    {
        using var factory = BoxFactory.Open(level, Limits.Default, spares: 1);
        for (var index = 0; index < count; index++)
        {
            using var box = factory.Take();
            _ = box.Load(Student.Assembly("public static double Loss() => 1;"));
            Assert.That(box.Call(0, []), Is.InstanceOf<CallOutcome.Returned>());
        }
    }

    private static int Children()
    {
        // A killed container's inner processes end a moment after its outer one.
        var patience = Stopwatch.StartNew();
        while (ProcessTable.DescendantsOf(Environment.ProcessId).Count > 0 && patience.Elapsed < TimeSpan.FromSeconds(5)) Thread.Sleep(20);
        return ProcessTable.DescendantsOf(Environment.ProcessId).Count;
    }

    private static int OpenPipes() =>
        Directory.EnumerateFileSystemEntries("/proc/self/fd").Count(path => new FileInfo(path).LinkTarget?.StartsWith("pipe:", StringComparison.Ordinal) == true);

    private static IEnumerable<string> Folders() => Directory.EnumerateDirectories(Path.GetTempPath(), "grader-box-*");

    private static bool IsAbandoned(string folder)
    {
        try
        {
            using var held = new FileStream(Path.Combine(folder, "lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private Process StartKeeper(IReadOnlyList<string> before, string submission)
    {
        string[] command = [.. before, Keeper, level.ToString(), submission];
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in command[1..]) start.ArgumentList.Add(argument);
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        return Process.Start(start)!;
    }

    private static string Keeper
    {
        get
        {
            // bin/CONFIGURATION/FRAMEWORK, here and there.
            var here = AppContext.BaseDirectory.TrimEnd('/').Split('/');
            return Path.Combine([AppContext.BaseDirectory, "..", "..", "..", "Keeper", "bin", here[^2], here[^1], "Keeper"]);
        }
    }

    /// <summary>A submission on disk, for all to read.</summary>
    private sealed class SubmissionFile : IDisposable
    {
        public SubmissionFile(string source)
        {
            File.WriteAllBytes(Path, Student.Assembly(source));
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        }

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
