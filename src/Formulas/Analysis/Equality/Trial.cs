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
