using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>All of a submission that the verdict on one part follows from: equal ones get equal results.</summary>
/// <param name="Answer">Null where there is none.</param>
/// <param name="Earlier">The answers to the other parts that this one, or its cells, may be carried from.</param>
internal sealed record AnsweredPart(string PartId, Answer? Answer, EquatableList<Answer?> Earlier)
{
    /// <param name="earlier">The ids of those other parts.</param>
    public static AnsweredPart Of(string partId, IReadOnlyList<string> earlier, Submission submission) => new(
        partId, submission.Find(partId), earlier.Count == 0 ? [] : earlier.Select(submission.Find).ToEquatableList());

    /// <summary>About how many characters were written; null where equality sees less than a verdict may.</summary>
    public long? Size
    {
        get
        {
            var sum = PartId.Length + SizeOf(Answer);
            foreach (var answer in Earlier) sum += SizeOf(answer);
            return sum;
        }
    }

    private static long? SizeOf(Answer? answer) => answer switch
    {
        null => 0,
        Answer.Text text => text.Content.Length,
        Answer.TextList list => list.Items.Sum(item => (long)item.Length),
        Answer.Number number => number.Written.Length,
        Answer.NumberList list => Sum(list.Entries),
        Answer.NumberTable table => Sum(table.Rows),
        Answer.ExplicitValue { Inner: var inner } => SizeOf(inner),
        Answer.ExplicitFormula formula => formula.Content.Length,
        Answer.ExplicitOption option => option.Id.Length,
        Answer.ExplicitText text => text.Content.Length,
        Answer.Graph { Content: var graph } => SizeOf(graph),
        Answer.Cells cells => cells.Items.Sum(item => item.Name.Length) + Sum(cells.Items.Select(item => item.Answer)),
        Answer.Unusable { Problem: var problem } => problem.Message.Length + (problem.Hint?.Length ?? 0),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static long? Sum(IEnumerable<Answer> answers)
    {
        long? sum = 0;
        foreach (var answer in answers) sum += SizeOf(answer);
        return sum;
    }

    // 0 and -0 are equal, and their reciprocals are not.
    private static long? SizeOf(ComputationGraph graph) => graph.Nodes.Any(node => node.Value is { } value && value == 0 && double.IsNegative(value))
        ? null
        : graph.Nodes.Sum(node => (long)node.Name.Length + node.Operation.Length + node.Inputs.Sum(input => input.Length)) + graph.Marks.Sum(mark => mark.Mark.Length + mark.Node.Length);
}
