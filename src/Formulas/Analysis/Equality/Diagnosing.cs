using Formulas.Analysis.Mutation;
using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>Looks for the name of the mistake by which a formula differs from a reference.</summary>
public static class Diagnosing
{
    /// <summary>So many points prove a name.</summary>
    private const int Enough = 16;

    private const int MostPoints = 60;

    /// <inheritdoc cref="Equivalence.Decide"/>
    /// <returns>Null where no name is proved.</returns>
    public static Diagnosis? Find(Expression answer, Expression reference, Scope scope, IReadOnlyList<SizeRange> sizes, ulong seed)
    {
        var points = new Points(answer, reference, scope, sizes, seed);
        var inputs = new List<Assignment>(Enough);
        var answers = new List<BoundedOutcome>(Enough);
        var right = new List<BoundedOutcome.Known>(Enough);
        for (var index = 0; index < (points.IsSingle ? 1 : MostPoints) && right.Count < Enough; index++)
        {
            var point = points.Draw(index);
            if (Evaluation.EvaluateWithBound(reference, point) is not BoundedOutcome.Known { IsCertain: true } known) continue;
            var outcome = Evaluation.EvaluateWithBound(answer, point);
            if (outcome is not BoundedOutcome.Known { IsCertain: true })
            {
                // An isolated place without a value proves nothing against a name.
                if (outcome is BoundedOutcome.Undefined && !Points.IsGeneric(index)) continue;
                return null;
            }

            inputs.Add(point);
            answers.Add(outcome);
            right.Add(known);
        }

        if ((right.Count < Math.Min(Enough, 4) && !points.IsSingle) || right.Count == 0) return null;
        if (Mistakes.Name(answer.Shape, answers, reference.Shape, right) is { } general) return general;
        var search = new MistakeSearch(reference, scope, inputs, right, index => points.Draw(MostPoints + index));
        return search.Find(answer.Shape, answers, answer) is { } found ? new Diagnosis.Found(found.Mistakes) : null;
    }
}
