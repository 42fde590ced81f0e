using Formulas.Text;
using Grader.Checking.Methods;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Programs;

/// <summary>What came of a student's program, before anything of it is judged.</summary>
internal abstract record ProgramRecord
{
    private ProgramRecord()
    {
    }

    /// <param name="Methods">What was seen, by part id.</param>
    public sealed record Seen(Worksheet Worksheet, IReadOnlyDictionary<string, MethodRecord> Methods, ProgramSummary Summary) : ProgramRecord;

    /// <summary>There is nothing to grade: no program, none of this worksheet, or one that does not compile.</summary>
    public sealed record Nothing(EquatableList<Problem> Problems) : ProgramRecord;
}

/// <summary>What a report says of a program beside the verdicts.</summary>
/// <param name="Sandbox">The level at which it ran, as <c>--sandbox</c> names it; null where it did not run.</param>
/// <param name="Printed">What it wrote to the console at inputs that everybody may see. The student's text: trust nothing in it.</param>
/// <param name="Notes">Warnings of the compiler and of loading, each a sentence.</param>
public sealed record ProgramSummary(string File, string? Sandbox, string Printed, EquatableList<string> Notes);
