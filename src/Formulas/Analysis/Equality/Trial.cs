using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Equality;

/// <summary>A formula held against another at all samples.</summary>
/// <param name="Agreement">Over all samples: different where it is at one, equal where enough samples say so.</param>
/// <param name="Differing">The first sample at which the values are best seen to differ, preferring one where both have a value; null where none does.</param>
/// <param name="Undefined">Why the answer has no value at some sample; null where it always has one.</param>
/// <param name="ShapesDiffer">Whether the sizes differ at some sample.</param>
public sealed record Trial(Agreement Agreement, int? Differing, string? Undefined, bool ShapesDiffer)
{
    /// <summary>At least this share of the samples must speak for equality.</summary>
    private const double EnoughShare = 0.5;

    public bool IsEqual => Agreement == Agreement.Equal;

    /// <summary>
    /// The sample of <see cref="Differing"/>, where the formulas have one shape and differ plainly at it; values after it are not asked for.
    /// Null says nothing.
    /// </summary>
    public static int? FirstPlain(Shape answerShape, IReadOnlyList<BoundedOutcome> answers, Shape targetShape, IReadOnlyList<BoundedOutcome> targets)
    {
        if (!answerShape.Equals(targetShape)) return null;
        for (var i = 0; i < answers.Count; i++)
        {
            if (answers[i] is BoundedOutcome.OverBudget) return null;
            if (answers[i] is BoundedOutcome.Known answer && targets[i] is BoundedOutcome.Known { IsCertain: true } target
                && Comparing.Of(answer, target) == Agreement.Different && View.Of(answer.Value, target.Value).Clarity == Clarity.Plain) return i;
        }

        return null;
    }

    /// <summary>Whether the values are as <see cref="IsEqual"/> has it; those after a sample that denies it are not asked for.</summary>
    public static bool AreEqual(Shape answerShape, IReadOnlyList<BoundedOutcome> answers, Shape targetShape, IReadOnlyList<BoundedOutcome> targets)
    {
        for (var i = 0; i < answers.Count; i++)
        {
            if (targets[i] is not BoundedOutcome.Known { IsCertain: true } target) continue;
            if (answers[i] is not BoundedOutcome.Known answer || !ValueShape.Of(answer.Value, answerShape).Fits(ValueShape.Of(target.Value, targetShape))
                || Comparing.Of(answer, target) is Agreement.Different or Agreement.Undecided) return false;
        }

        return Of(answerShape, answers, targetShape, targets).IsEqual;
    }

    /// <param name="targets">The other formula's values; samples at which they are not certain are passed over.</param>
    public static Trial Of(
        Shape answerShape, IReadOnlyList<BoundedOutcome> answers, Shape targetShape, IReadOnlyList<BoundedOutcome> targets)
    {
        int? byValue = null, byDefinition = null;
        string? undefined = null;
        var (equal, compared, undecided, shapesDiffer, clarity) = (0, 0, false, false, Clarity.None);
        for (var i = 0; i < answers.Count; i++)
        {
            if (targets[i] is not BoundedOutcome.Known { IsCertain: true } target) continue;
            compared++;
            switch (answers[i])
            {
                case BoundedOutcome.Known answer when !ValueShape.Of(answer.Value, answerShape).Fits(ValueShape.Of(target.Value, targetShape)):
                    shapesDiffer = true;
                    (byValue, clarity) = (byValue is null || clarity < Clarity.Plain ? i : byValue, Clarity.Plain);
                    break;
                case BoundedOutcome.Known answer:
                    var agreement = Comparing.Of(answer, target);
                    if (agreement == Agreement.Different && (byValue is null || View.Of(answer.Value, target.Value).Clarity > clarity))
                        (byValue, clarity) = (i, View.Of(answer.Value, target.Value).Clarity);
                    if (agreement == Agreement.Undecided) undecided = true;
                    if (agreement == Agreement.Equal) equal++;
                    break;
                case BoundedOutcome.Undefined none:
                    undefined ??= none.Reason;
                    byDefinition ??= i;
                    break;
                default:
                    undecided = true;
                    break;
            }
        }

        var overall = (byValue ?? byDefinition) is not null ? Agreement.Different
            : undecided || equal == 0 || equal < EnoughShare * compared || compared < EnoughShare * answers.Count ? Agreement.Undecided
            : Agreement.Equal;
        return new(overall, byValue ?? byDefinition, undefined, shapesDiffer);
    }
}
