using System.Diagnostics;
using System.Globalization;
using Compiling;

namespace Grader.Running;

/// <summary>
/// C# sources to a DLL, in a process of its own. Nothing of the sources runs, but a source can make the compiler run out of time,
/// memory or stack: then only that process ends, and the student reads which limit it was.
/// </summary>
/// <param name="Program">The path of <c>grader-compile</c>.</param>
/// <param name="Time">
/// Of the processor, so that a busy machine refuses nobody's sources. The wall clock ends it too, at <see cref="WallClockFactor"/> times that.
/// </param>
public sealed record SourceCompilation(string Program, string RuntimeRoot, TimeSpan Time)
{
    private const int WallClockFactor = 20;

    private static readonly TimeSpan DefaultTime = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    /// <summary>The compiler beside this program.</summary>
    /// <exception cref="BoxFaultException">It was not built along.</exception>
    public static SourceCompilation Find()
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "grader-compile.exe" : "grader-compile");
        if (!File.Exists(program)) throw new BoxFaultException($"The program that compiles C# is missing: {program}");
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return new(program, Path.GetFullPath(Path.Combine(framework, "..", "..", "..")), DefaultTime);
    }

    /// <exception cref="BoxFaultException">The compiler's process cannot be started, or broke off for no reason that sources give.</exception>
    public Compiled Compile(IReadOnlyList<SourceFile> files)
    {
        if (SourceLimits.Problem(files) is { } problem) return new Compiled.Refused([problem]);
        using var process = Start();
        var words = process.StandardError.ReadToEndAsync();
        var reply = Task.Run(() => Converse(process, files));
        try
        {
            return Awaited(reply, process)
                ? reply.Result ?? Ended(process, words)
                : Refused($"The compiler worked on it for more than {Time.TotalSeconds:0} s and was stopped.");
        }
        finally
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private bool Awaited(Task reply, Process process)
    {
        var clock = Stopwatch.StartNew();
        while (!reply.Wait(Glance))
        {
            if (clock.Elapsed > Time * WallClockFactor || Used(process) > Time) return false;
        }

        return true;
    }

    private static TimeSpan Used(Process process)
    {
        try
        {
            return process.TotalProcessorTime;
        }
        catch (InvalidOperationException)
        {
            // It has just ended: its reply, or the end of its output, is there at the next glance.
            return TimeSpan.Zero;
        }
    }

    private Process Start()
    {
        var command = new ProcessStartInfo(Program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        command.Environment.Clear();
        command.Environment["DOTNET_ROOT"] = RuntimeRoot;
        command.Environment["DOTNET_EnableDiagnostics"] = "0";
        command.Environment["DOTNET_GCHeapHardLimit"] = $"0x{SourceLimits.Memory.ToString("x", CultureInfo.InvariantCulture)}";
        try
        {
            return Process.Start(command)!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new BoxFaultException($"{Program} cannot be started: {exception.Message}");
        }
    }

    /// <returns>Null where the process ended without an outcome.</returns>
    private static Compiled? Converse(Process process, IReadOnlyList<SourceFile> files)
    {
        try
        {
            using var sources = new MemoryStream();
            CompileWire.WriteSources(sources, files);
            sources.WriteTo(process.StandardInput.BaseStream);
            process.StandardInput.BaseStream.Flush();
            return CompileWire.ReadOutcome(process.StandardOutput.BaseStream);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Compiled.Refused Ended(Process process, Task<string> words)
    {
        process.WaitForExit();
        var said = words.Result;
        if (said.Contains("Stack overflow", StringComparison.Ordinal)) return Refused("The code is nested too deep to compile.");
        if (said.Contains("OutOfMemoryException", StringComparison.Ordinal) || said.Contains("Out of memory", StringComparison.Ordinal))
        {
            return Refused("The compiler needs too much memory for it.");
        }

        throw new BoxFaultException($"The compiler ended with code {process.ExitCode}: {said[..Math.Min(said.Length, 2_000)]}");
    }

    private static Compiled.Refused Refused(string message) =>
        new([SourceProblem.Overall(message, "Write it with loops and with methods of their own; large tables belong into arrays.")]);
}
