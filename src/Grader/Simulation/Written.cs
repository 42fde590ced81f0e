using Formulas.Text;
using Grader.Checking;
using Newtonsoft.Json.Linq;

namespace Grader.Simulation;

/// <summary>An answer as it goes into the file, and what it must get.</summary>
/// <param name="Content">Null where the file does not mention the part.</param>
/// <param name="Made">How it was made, in a word or two.</param>
/// <param name="Codes">Feedback codes of which one must be given; empty where none is asked for.</param>
internal sealed record Written(JToken? Content, Verdict Verdict, string Made, EquatableList<string> Codes)
{
    public static Written Right(JToken content, string made) => new(content, Verdict.Correct, made, []);

    public static Written Unreadable(JToken content, string made) => new(content, Verdict.Unreadable, made, []);
}

/// <summary>What students write for one part. Each kind of answer is made anew from the stream that is passed in.</summary>
internal interface IPartAnswers
{
    Written Right(Pen pen);

    /// <summary>Wrong or half right, for a known reason; null where the part knows no such answer.</summary>
    Written? Mistaken(Pen pen);

    /// <summary>Null where nothing that one writes there is unreadable.</summary>
    Written? Unreadable(Pen pen);
}
