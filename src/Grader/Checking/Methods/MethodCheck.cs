using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking.Methods;

/// <summary>Judges what a method did. Nothing is run here: the record says all that happened.</summary>
internal static class MethodCheck
{
    public static (Judgement Judgement, AnswerReading? Reading, EquatableList<CellResult> Cells) Check(PreparedMethod method, MethodRecord record) => record switch
    {
        MethodRecord.Absent { Near: { } near } => (Judgement.Missing with { Feedback = [MethodMessages.NotFound(method.Contract, near)] }, null, []),
        MethodRecord.Absent => (Judgement.Missing, null, []),
        MethodRecord.Unfit unfit => (Judgement.Unreadable(unfit.Reason), unfit.Signature is null ? null : AnswerReadings.OfText(unfit.Signature), []),
        MethodRecord.Ran ran => Judge(method, ran),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static (Judgement, AnswerReading?, EquatableList<CellResult>) Judge(PreparedMethod method, MethodRecord.Ran ran)
    {
        var reading = AnswerReadings.OfText(ran.Signature);
        var points = method.Question.Points;
        if (Failure(method, ran, points) is { } failure) return (failure, failure.Verdict == Verdict.Missing ? null : reading, []);
        var values = ran.First.Cast<MethodOutcome.Returned>().Select(returned => returned.Value).ToList();
        var (judged, cells) = method switch
        {
            PreparedMethod.Functions { Table: { } table } functions => TableMethodJudge.Judge(table, functions.Blocks, values),
            PreparedMethod.Functions functions => (InBlocks(functions.Blocks, values, FunctionMethodJudge.Judge), []),
            PreparedMethod.Predicate predicate => (InBlocks(predicate.Blocks, values, PredicateMethodJudge.Judge), []),
            PreparedMethod.Fit fit => (JudgeFit(fit, values), EquatableList<CellResult>.Empty),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var changed = ran.First.OfType<MethodOutcome.Returned>().SelectMany(returned => returned.ChangedInputs).Distinct().ToList();
        if (changed.Count > 0) judged = judged with { Feedback = judged.Feedback.Append(MethodMessages.InputsChanged(changed)).ToEquatableList() };
        return (judged, reading, cells);
    }

    /// <summary>Why there are no values to judge; null where there is one at every point.</summary>
    private static Judgement? Failure(PreparedMethod method, MethodRecord.Ran ran, EquatableList<MethodPoint> points)
    {
        for (var i = 0; i < ran.First.Count; i++)
        {
            switch (ran.First[i])
            {
                case MethodOutcome.Threw { Kind: "System.NotImplementedException" }:
                    return Judgement.Missing with { Feedback = [MethodMessages.NotAnsweredYet()] };
                case MethodOutcome.Threw { Kind: "System.OutOfMemoryException" }:
                    return At(method, i, Judgement.Unreadable(MethodMessages.OutOfMemory()), "your method used more memory than it may");
                case MethodOutcome.Threw threw:
                    return At(method, i, Judgement.Unreadable(points[i].IsPublic
                        ? MethodMessages.Crashed(threw.Kind, threw.Message, threw.Frames)
                        : MethodMessages.CrashedHidden(threw.Kind)), MethodMessages.InsteadOfValue(threw.Kind));
                case MethodOutcome.Died died:
                    return At(method, i, Judgement.Unreadable(died.Reason), died.Instead);
                case MethodOutcome.Unusable unusable:
                    return At(method, i, Judgement.Unreadable(unusable.Reason), "your method returned something else");
                case MethodOutcome.NotCalled:
                    return Judgement.Unreadable(MethodMessages.TotalTime());
                case MethodOutcome.Returned:
                    break;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }

        return Repetition(method, ran, points);
    }

    private static Judgement? Repetition(PreparedMethod method, MethodRecord.Ran ran, EquatableList<MethodPoint> points)
    {
        for (var i = 0; i < ran.Second.Count; i++)
        {
            if (ran.Second[i] is MethodOutcome.NotCalled || IsSame(ran.First[i], ran.Second[i])) continue;
            // Once too slow, say: that is no second value, and nothing that hangs on chance.
            if (ran.Second[i] is MethodOutcome.Died died) return At(method, i, Judgement.Unreadable(died.Reason), died.Instead);
            return At(method, i, Judgement.Incorrect(MethodMessages.NotDeterministic(points[i].Where)), "your method gave two different results");
        }

        return null;
    }

    private static bool IsSame(MethodOutcome first, MethodOutcome second) =>
        first is MethodOutcome.Returned one && second is MethodOutcome.Returned other && MethodTolerance.IsRepeated(one.Value, other.Value);

    private static Judgement At(PreparedMethod method, int place, Judgement judged, string instead) =>
        method.ExampleAt(place) is { } example ? judged with { Counterexample = example with { Instead = instead } } : judged;

    /// <summary>Block by block; the first in which something is wrong decides, so that public inputs show it where they can.</summary>
    private static Judgement InBlocks(EquatableList<MethodBlock> blocks, List<Value> values, Func<MethodBlock, IReadOnlyList<Value>, Judgement> judge)
    {
        var start = 0;
        var judgement = Judgement.Correct();
        foreach (var block in blocks)
        {
            var judged = judge(block, values.GetRange(start, block.Points.Count));
            start += block.Points.Count;
            if (judged.Verdict != Verdict.Correct) return judged;
            if (judgement.Feedback.Count == 0) judgement = judged;
        }

        return judgement;
    }

    private static Judgement JudgeFit(PreparedMethod.Fit fit, List<Value> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var verdict = fit.Property(fit.Points[i].Inputs, values[i]);
            if (!verdict.Holds) return Judgement.Incorrect(MethodMessages.FitFailed(verdict.Message));
        }

        return Judgement.Correct();
    }
}
