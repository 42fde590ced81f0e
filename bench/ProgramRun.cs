using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Bench;

/// <summary>A program run to its end: seconds by the clock and of processor time, and the most memory it held.</summary>
internal sealed record ProgramRun(double Wall, double Processor, long PeakMiB)
{
    /// <summary>The program as it is built, with its own settings for the runtime.</summary>
    public static string Grader => Built("src/Grader", "grader");

    public static string Empty => Built("bench/Yardsticks/Empty", "Empty");

    public static ProgramRun Of(string program, params string[] arguments)
    {
        // The time of children that have ended is all that is left of them: counted before and after.
        var before = OfChildren();
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (reading, peak) = (process.StandardOutput.ReadToEndAsync(), 0L);
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        while (!process.WaitForExit(20)) peak = Math.Max(peak, PeakOf(process.Id));
        reading.Wait();
        return new(watch.Elapsed.TotalSeconds, OfChildren() - before, peak >> 10);
    }

    /// <summary>In KiB; 0 where the process has just ended.</summary>
    private static long PeakOf(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>Seconds that ended children took, after <c>/proc/self/stat</c>: its 16th and 17th fields, in hundredths.</summary>
    private static double OfChildren()
    {
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / 100.0;
    }

    private static string Built(string project, string name)
    {
        // bench/bin/Release/net10.0/: the configuration and the framework are those of this build.
        var own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        var (framework, configuration) = (Path.GetFileName(own), Path.GetFileName(Path.GetDirectoryName(own)!));
        var root = Path.GetFullPath(Path.Combine(own, "..", "..", "..", ".."));
        return Path.Combine(root, project, "bin", configuration, framework, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? $"{name}.exe" : name);
    }
}
