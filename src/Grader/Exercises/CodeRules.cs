using Formulas.Text;
using Scanning;

namespace Grader.Exercises;

/// <summary>What answers in C# may use in a worksheet beyond the usual, or may not.</summary>
/// <param name="Allow">Rules as <see cref="ScanPolicy"/> reads them.</param>
public sealed record CodeRules(EquatableList<string> Allow, EquatableList<string> Refuse)
{
    public static CodeRules Usual { get; } = new([], []);

    public ScanPolicy Policy => ScanPolicy.Default.With(Allow, Refuse);

    internal static CodeRules Read(JsonRecord record, ProblemLog log)
    {
        var rules = new CodeRules(record.Texts("allow"), record.Texts("refuse"));
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
}
