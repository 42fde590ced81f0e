using Formulas.Text;
using Grader.Running;
using Scanning;

namespace Grader.Exercises;

/// <summary>What answers in C# may use in a worksheet beyond the usual, or may not.</summary>
/// <param name="Allow">Rules as <see cref="ScanPolicy"/> reads them.</param>
/// <param name="Limits">Of time, memory and output.</param>
public sealed record CodeRules(EquatableList<string> Allow, EquatableList<string> Refuse, Limits Limits)
{
    private const double LeastSeconds = 0.05;
    private const double MostSeconds = 600;
    private const double LeastMebibytes = 64;
    private const double MostMebibytes = 4096;

    public static CodeRules Usual { get; } = new([], [], Limits.Default);

    public ScanPolicy Policy => ScanPolicy.Default.With(Allow, Refuse);

    internal static CodeRules Read(JsonRecord record, ProblemLog log)
    {
        var usual = Limits.Default;
        var limits = usual with
        {
            CallTime = Seconds(record, "callSeconds", usual.CallTime, log),
            TotalTime = Seconds(record, "totalSeconds", usual.TotalTime, log),
            MemoryBytes = (long)Number(record, "memoryMiB", usual.MemoryBytes >> 20, LeastMebibytes, MostMebibytes, log) << 20,
        };
        var rules = new CodeRules(record.Texts("allow"), record.Texts("refuse"), limits);
        record.RefuseUnknownKeys();
        try
        {
            _ = rules.Policy;
            return rules;
        }
        catch (FormatException problem)
        {
            log.Add(record.Json, problem.Message, "For example \"T:System.IO.File\".");
            return Usual;
        }
    }

    private static TimeSpan Seconds(JsonRecord record, string key, TimeSpan usual, ProblemLog log) =>
        TimeSpan.FromSeconds(Number(record, key, usual.TotalSeconds, LeastSeconds, MostSeconds, log));

    private static double Number(JsonRecord record, string key, double usual, double least, double most, ProblemLog log)
    {
        if (record.OptionalNumber(key) is not { } number) return usual;
        if (number >= least && number <= most) return number;
        log.Add(record.Json, $"\"{key}\" must lie between {least} and {most}.");
        return usual;
    }
}
