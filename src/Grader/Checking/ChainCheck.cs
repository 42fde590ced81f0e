using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>
/// A calculation A = B = C is judged by its last formula. But it also says that all of them are equal: where one of the others is proved
/// to be another function, the answer contradicts itself, and a right last formula then earns half. Steps of numbers alone are passed
/// over, for they may be rounded, and so is all that cannot be worked out.
/// </summary>
internal static class ChainCheck
{
    public static Judgement WithSteps(Judgement judged, PreparedFunction function, EquatableList<EarlierStep<Expression>> steps)
    {
        var open = steps.Where(step => !FunctionCheck.IsClosed(step.Value)).ToList();
        if (open.Count == 0) return judged;
        return judged.Verdict switch
        {
            Verdict.Correct => Contradiction(function, open) ?? judged,
            Verdict.Incorrect when open.FindLast(step => FormulaJudge.Judge(function, step.Value).Verdict == Verdict.Correct) is { } right =>
                judged with { Feedback = judged.Feedback.Append(Messages.RightEarlier(right.Text)).ToEquatableList() },
            _ => judged,
        };
    }

    private static Judgement? Contradiction(PreparedFunction function, List<EarlierStep<Expression>> steps)
    {
        foreach (var step in steps)
        {
            var judged = FormulaJudge.Judge(function, step.Value);
            if (judged is { Verdict: Verdict.Incorrect, Counterexample: not null }) return Judgement.Partial(Judgement.HalfCredit, Messages.ContradictingSteps(step.Text)) with { Counterexample = judged.Counterexample };
        }

        return null;
    }
}
