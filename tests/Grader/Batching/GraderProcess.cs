using System.Diagnostics;

namespace Grader.Tests.Batching;

/// <summary>The program as a process of its own, which can be killed.</summary>
internal sealed class GraderProcess : IDisposable
{
    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(3);

    private readonly Process process;

    private readonly Task<string> output;

    private readonly Task<string> error;

    private GraderProcess(string program, IEnumerable<string> arguments)
    {
        process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    }

    public static string Program => Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "grader.exe" : "grader");

    public bool HasExited => process.HasExited;

    /// <summary>A shell's background jobs ignore INT, and what they start does too unless it is told otherwise.</summary>
    public static GraderProcess Start(params string[] arguments) =>
        OperatingSystem.IsLinux() ? new("env", ["--default-signal=INT", Program, .. arguments]) : new(Program, arguments);

    public static (int Exit, string Output, string Error) Run(params string[] arguments)
    {
        using var started = Start(arguments);
        return started.End();
    }

    /// <summary>Runs a script in namespaces of its own, where mounting harms nobody.</summary>
    public static (int Exit, string Output, string Error) RunWithMounts(string script)
    {
        using var started = new GraderProcess("unshare", ["--mount", "--map-root-user", "sh", "-c", script]);
        return started.End();
    }

    /// <summary>Waits for the end: the exit code, and what was written.</summary>
    public (int Exit, string Output, string Error) End()
    {
        if (!process.WaitForExit(HangGuard))
        {
            process.Kill(entireProcessTree: true);
            throw new InvalidOperationException($"It hangs.\n{output.Result}\n{error.Result}");
        }

        return (process.ExitCode, output.Result, error.Result);
    }

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <param name="name">Such as <c>INT</c>.</param>
    public void Signal(string name) => Process.Start("kill", [$"-{name}", $"{process.Id}"]).WaitForExit();

    /// <summary>Waits until a file has more than so many bytes, or the program ended.</summary>
    public void WaitForGrowth(string path, long bytes)
    {
        var started = Stopwatch.GetTimestamp();
        while (!process.HasExited && (!File.Exists(path) || new FileInfo(path) is { Exists: true } file && file.Length <= bytes))
        {
            if (Stopwatch.GetElapsedTime(started) > HangGuard) throw new InvalidOperationException($"{path} does not grow.");
            Thread.Sleep(1);
        }
    }

    public void Dispose()
    {
        if (!process.HasExited) Kill();
        process.Dispose();
    }
}
