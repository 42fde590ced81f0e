using Formulas.Text;
using Grader.Checking;
using Grader.Checking.Methods;

namespace Grader.Programs;

/// <summary>All that was seen of a student's program, before anything of it is judged.</summary>
/// <param name="Sandbox">The level at which it ran, as <c>--sandbox</c> names it.</param>
/// <param name="Methods">By part id; a part that is not there was not asked about.</param>
/// <param name="Printed">What it wrote to the console at inputs that everybody may see. The student's text: trust nothing in it.</param>
/// <param name="Notes">Warnings of the compiler and of loading, each a sentence.</param>
internal sealed record ProgramRecord(
    string File, string Sandbox, IReadOnlyDictionary<string, MethodRecord> Methods, string Printed, EquatableList<string> Notes);
