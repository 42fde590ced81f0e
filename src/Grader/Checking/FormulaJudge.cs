using System.Globalization;
using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>
/// A formula against the right one, at all samples. Equal means within the error bounds of both; a tolerance never enters.
/// A wrong formula is named in the order: another reading of the question, a mistake the exercise knows, a mistake of any exercise.
/// </summary>
internal static class FormulaJudge
{
    /// <summary>So many points beside one without a value are tried.</summary>
    private const int Neighbours = 3;

    public static Judgement Judge(PreparedFunction function, Expression answer)
    {
        var outcomes = new BoundedOutcome[function.Samples.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Evaluation.EvaluateWithBound(answer, function.Samples[i].Inputs);
            // What is too long at one sample is too long at all; trying the rest would only take the time again.
            if (outcomes[i] is BoundedOutcome.OverBudget) return Judgement.Unreadable(Messages.OverBudget());
        }

        var gap = PassOverGaps(function, answer, outcomes);
        var judged = Judge(function, answer, outcomes);
        var saysSo = gap is not null && judged.Verdict == Verdict.Correct && judged.Feedback.All(feedback => feedback.Code != gap.Code);
        return saysSo ? judged with { Feedback = judged.Feedback.Append(gap!).ToEquatableList() } : judged;
    }

    /// <summary>
    /// A sample at which the answer has no value, but has one just beside, proves nothing either way: it is a place such as x = 1 for
    /// (x^2 - 1)/(x - 1), which simple samples meet more often than chance would.
    /// </summary>
    /// <returns>What to say of such a place; null where there is none.</returns>
    private static Feedback? PassOverGaps(PreparedFunction function, Expression answer, BoundedOutcome[] outcomes)
    {
        Feedback? gap = null;
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] is not BoundedOutcome.Undefined(var reason)) continue;
            var (sample, index) = (function.Samples[i], i);
            var beside = Enumerable.Range(0, Neighbours).Select(k => function.Near(sample.Inputs, (Neighbours * index) + k)).OfType<Assignment>().ToList();
            if (beside.Count == 0 || !beside.TrueForAll(inputs => Evaluation.EvaluateWithBound(answer, inputs) is BoundedOutcome.Known { IsCertain: true })) continue;
            outcomes[i] = new BoundedOutcome.Known(sample.Expected.Value, sample.Expected.Bounds.Select(_ => double.PositiveInfinity).ToEquatableList());
            gap ??= Messages.Gap(reason, Place(function.Inputs(sample.Inputs)));
        }

        return gap;
    }

    /// <summary>Inputs in a few words; null where it takes more.</summary>
    private static string? Place(Assignment inputs) => inputs.Values.Count <= 3 && inputs.Values.Values.All(value => value is Value.Scalar)
        ? string.Join(", ", inputs.Values.Select(input => string.Create(CultureInfo.InvariantCulture, $"{input.Key} = {((Value.Scalar)input.Value).Number:G6}")))
        : null;

    private static Judgement Judge(PreparedFunction function, Expression answer, BoundedOutcome[] outcomes)
    {
        var trial = Trial.Of(answer.Shape, outcomes, function.Specification.Shape, [.. function.Samples.Select(sample => sample.Expected)]);
        return trial.Agreement switch
        {
            Agreement.Equal when IsRounded(function, answer) => Judgement.Partial(Judgement.HalfCredit, Messages.RoundedConstant()),
            Agreement.Equal => AtTurns(function, answer),
            Agreement.Different => Different(function, answer, outcomes, trial),
            Agreement.Undecided or Agreement.Uninformative => KnownReading(function, answer, outcomes) ?? WithMoreDigits(function, answer),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Equal as far as doubles tell, but not beyond: 0.333333333333333 for 1/3.</summary>
    private static bool IsRounded(PreparedFunction function, Expression answer) =>
        Equivalence.DecideAt(answer, function.Canonical, [function.Samples[0].Inputs, function.Samples[^1].Inputs]) is Decision.Different;

    private static Judgement WithMoreDigits(PreparedFunction function, Expression answer) =>
        Equivalence.DecideAt(answer, function.Canonical, [.. function.Samples.Select(sample => sample.Inputs)]) switch
        {
            Decision.Equal => AtTurns(function, answer),
            Decision.Different(var point) => Judgement.Incorrect(Messages.WrongFormula()) with
            {
                Counterexample = new(function.Inputs(point.Inputs), point.Answer, point.Reference),
            },
            Decision.Undecided => Judgement.Pending(Messages.Undecided()),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>
    /// The right formula so far may still treat equality in a condition wrongly. Rounding can push an equivalent condition off
    /// its boundary at some points, but hardly at all of them.
    /// </summary>
    private static Judgement AtTurns(PreparedFunction function, Expression answer)
    {
        // Beside a turn nothing is rounded, so one certain difference is enough.
        if (function.BesideTurns.Concat(function.BesideTurnsOf(answer)).FirstOrDefault(point => Differs(answer, point)) is { } beside)
        {
            return Judgement.Incorrect(Messages.WrongFormula()) with { Counterexample = At(function, answer, beside) };
        }

        var (differing, compared) = (new List<SamplePoint>(), 0);
        Feedback? gap = null;
        foreach (var point in function.Turns.Concat(function.TurnsOf(answer)))
        {
            switch (Evaluation.EvaluateWithBound(answer, point.Inputs))
            {
                case BoundedOutcome.Known known:
                    compared++;
                    if (Comparing.Of(known, point.Expected) == Agreement.Different) differing.Add(point);
                    break;
                case BoundedOutcome.Undefined(var reason):
                    gap ??= Messages.Gap(reason, Place(function.Inputs(point.Inputs)));
                    break;
                default:
                    break;
            }
        }

        if (differing.Count == 0) return gap is null ? Judgement.Correct() : Judgement.Correct(gap);
        if (differing.Count < compared) return Judgement.Pending(Messages.Undecided());
        return Judgement.Incorrect(Messages.FormulaBoundary()) with { Counterexample = At(function, answer, differing[0]) };
    }

    private static bool Differs(Expression answer, SamplePoint point) =>
        Evaluation.EvaluateWithBound(answer, point.Inputs) is BoundedOutcome.Known { IsCertain: true } known
        && Comparing.Of(known, point.Expected) == Agreement.Different;

    private static Counterexample At(PreparedFunction function, Expression answer, SamplePoint point) => new(
        function.Inputs(point.Inputs), (Evaluation.Evaluate(answer, point.Inputs) as Outcome.Known)?.Value, point.Expected.Value);

    private static Judgement Different(PreparedFunction function, Expression answer, BoundedOutcome[] outcomes, Trial trial)
    {
        var judged = KnownReading(function, answer, outcomes) ?? Wrong(function, answer, outcomes, trial);
        return judged.Verdict is Verdict.Correct or Verdict.Unreadable ? judged : judged with { Counterexample = CounterexampleAt(function, outcomes, trial.Differing!.Value) };
    }

    private static Judgement? KnownReading(PreparedFunction function, Expression answer, BoundedOutcome[] outcomes)
    {
        var known = function.Readings.FirstOrDefault(reading => IsSame(answer, outcomes, reading.Formula, reading.AtSamples));
        return known is null ? null : Judgement.ByCredit(known.Source.Credit, Messages.AlternativeReading(known.Source.Message));
    }

    private static Judgement Wrong(PreparedFunction function, Expression answer, BoundedOutcome[] outcomes, Trial trial)
    {
        var known = function.Misconceptions.FirstOrDefault(mistake => IsSame(answer, outcomes, mistake.Formula, mistake.AtSamples));
        if (known is not null) return Judgement.Incorrect(new Feedback(known.Source.Code, known.Source.Message));
        var right = function.Samples.Select(sample => sample.Expected).ToList();
        if (Mistakes.Name(answer.Shape, outcomes, function.Specification.Shape, right) is { } general) return Judgement.Incorrect(Messages.Named(general).AsSpan());
        var found = function.Mistakes.Find(answer.Shape, outcomes, answer)?.Mistakes.Select(Messages.Named).ToList() ?? [];
        if (trial.ShapesDiffer) return Judgement.Unreadable([ShapeFeedback(function, answer, outcomes, trial.Differing!.Value), .. found]);
        if (DiffersAtTurnsOnly(function, answer, outcomes)) return Judgement.Incorrect(Messages.FormulaBoundary());
        if (found.Count > 0) return Judgement.Incorrect([.. found]);
        return Judgement.Incorrect(trial.Undefined is { } reason ? Messages.NotFinite(reason) : Messages.WrongFormula());
    }

    /// <summary>Simple samples fall on boundaries by themselves now and then.</summary>
    private static bool DiffersAtTurnsOnly(PreparedFunction function, Expression answer, BoundedOutcome[] outcomes)
    {
        var turns = TurningPoints.Of(function.Canonical).Concat(TurningPoints.Of(answer)).Distinct().Take(PreparedFunction.MostTurns).ToList();
        return turns.Count > 0 && function.Samples.Where((sample, i) =>
                outcomes[i] is not BoundedOutcome.Known known || Comparing.Of(known, sample.Expected) != Agreement.Equal)
            .All(sample => turns.Exists(turn => Evaluation.Evaluate(turn, sample.Inputs) is Outcome.Known { Value: Value.Scalar { Number: 0 } }));
    }

    private static Feedback ShapeFeedback(PreparedFunction function, Expression answer, BoundedOutcome[] outcomes, int sample) =>
        outcomes[sample] is BoundedOutcome.Known known
            ? Messages.ShapeMismatch(
                ValueShape.Of(known.Value, answer.Shape).InWords,
                ValueShape.Of(function.Samples[sample].Expected.Value, function.Specification.Shape).InWords)
            : Messages.WrongFormula();

    private static bool IsSame(Expression answer, BoundedOutcome[] outcomes, Expression other, EquatableList<BoundedOutcome> otherOutcomes) =>
        Trial.Of(answer.Shape, outcomes, other.Shape, otherOutcomes).IsEqual;

    private static Counterexample CounterexampleAt(PreparedFunction function, BoundedOutcome[] outcomes, int sample)
    {
        var point = function.Samples[sample];
        return new(function.Inputs(point.Inputs), (outcomes[sample] as BoundedOutcome.Known)?.WithoutNoise, point.Expected.WithoutNoise);
    }
}
