using System.Collections;
using System.Globalization;
using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Analysis.Mutation;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>
/// A formula's values at a part's samples, each worked out when first asked for: most wrong answers are settled by a few.
/// </summary>
internal sealed class AnswerValues(PreparedFunction function, Expression answer, NormalForm? form) : IReadOnlyList<BoundedOutcome>
{
    /// <summary>So many points beside one without a value are tried.</summary>
    private const int Neighbours = 3;

    private readonly BoundedOutcome?[] known = new BoundedOutcome?[function.Samples.Count];
    private BoundedOutcome.OverBudget? tooLong;

    /// <summary>The formula's normal form; null where it is too large for one.</summary>
    public NormalForm? Form => form;

    public int Count => known.Length;

    /// <summary>What to say of a place where the answer alone has no value and which proves nothing; null while none was met.</summary>
    public Feedback? Gap { get; private set; }

    /// <summary>What is too long at one sample is too long at all; trying the rest would only take the time again.</summary>
    public BoundedOutcome this[int sample] => tooLong ?? (known[sample] ??= At(sample));

    /// <summary>Whether the first sample shows already that the formula is wrong, as it does of most that are.</summary>
    public bool DifferAtFirst => function.Specification.Shape.Equals(answer.Shape) && this[0] is BoundedOutcome.Known first && Comparing.Of(first, function.Expected[0]) == Agreement.Different;

    /// <summary>Whether the formula takes too long at a sample.</summary>
    public bool AreTooLong()
    {
        for (var i = 0; i < Count && tooLong is null; i++) _ = this[i];
        return tooLong is not null;
    }

    public IEnumerator<BoundedOutcome> GetEnumerator() => Enumerable.Range(0, Count).Select(sample => this[sample]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Inputs in a few words; null where it takes more.</summary>
    public static string? Place(Assignment inputs) => inputs.Values.Count <= 3 && inputs.Values.Values.All(value => value is Value.Scalar)
        ? string.Join(", ", inputs.Values.Select(input => string.Create(CultureInfo.InvariantCulture, $"{input.Key} = {((Value.Scalar)input.Value).Number:G6}")))
        : null;

    private BoundedOutcome At(int index)
    {
        var sample = function.Samples[index];
        var outcome = Evaluation.EvaluateWithBound(answer, sample.Inputs);
        tooLong ??= outcome as BoundedOutcome.OverBudget;
        return outcome is BoundedOutcome.Undefined(var reason) ? Beyond(sample, reason) ?? BesideGap(sample, index, reason) ?? outcome : outcome;
    }

    private BoundedOutcome.Known? Beyond(SamplePoint sample, string reason) => sample.IsBeyond ? Unsaid(sample, reason) : null;

    /// <summary>
    /// A sample at which the answer has no value, but has one just beside, proves nothing either way: it is a place such as x = 1 for
    /// (x^2 - 1)/(x - 1), which simple samples meet more often than chance would.
    /// </summary>
    private BoundedOutcome.Known? BesideGap(SamplePoint sample, int index, string reason)
    {
        var beside = Enumerable.Range(0, Neighbours).Select(k => function.Near(sample.Inputs, (Neighbours * index) + k)).OfType<Assignment>().ToList();
        if (beside.Count == 0 || !beside.TrueForAll(inputs => Evaluation.EvaluateWithBound(answer, inputs) is BoundedOutcome.Known { IsCertain: true })) return null;
        return Unsaid(sample, reason);
    }

    private BoundedOutcome.Known Unsaid(SamplePoint sample, string reason)
    {
        Gap ??= Messages.Gap(reason, Place(function.Inputs(sample.Inputs)));
        return new(sample.Expected.Value, sample.Expected.Bounds.Select(_ => double.PositiveInfinity).ToEquatableList());
    }
}
