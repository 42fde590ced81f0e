using System.Globalization;
using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking.Methods;

/// <summary>
/// The values that a method returned, held against a function at all its points. Values are values: a wrong method is named in the
/// same order and by the same search as a wrong formula.
/// </summary>
internal static class FunctionMethodJudge
{
    // More numbers than a person looks through.
    private const int MostShown = 100;

    /// <param name="values">What the method returned, at each point of the block.</param>
    public static Judgement Judge(MethodBlock block, IReadOnlyList<Value> values)
    {
        var judged = AtSamples(block, values);
        if (judged.Verdict == Verdict.Correct && judged.Feedback.Count == 0) judged = AtTurns(block, values);
        return judged.Verdict == Verdict.Correct && judged.Feedback.Count == 0 ? FarOut(block, values) : judged;
    }

    private static Judgement AtSamples(MethodBlock block, IReadOnlyList<Value> values)
    {
        if (FirstNot(block, values, Fits) is { } misshapen) return Misshapen(block, values, misshapen);
        if (FirstNot(block, values, (value, _) => IsFinite(value)) is { } endless)
        {
            return At(block, values, endless, Judgement.Incorrect(MethodMessages.NotFinite(NonFinite(values[endless]), block.Points[endless].Where)));
        }

        return FirstNot(block, values, (value, right) => MethodTolerance.IsRight(value, right.Value)) is { } differing
            ? Wrong(block, values, differing)
            : Judgement.Correct();
    }

    /// <summary>The first calm sample at which a property does not hold; null where it holds at all.</summary>
    private static int? FirstNot(MethodBlock block, IReadOnlyList<Value> values, Func<Value, BoundedOutcome.Known, bool> holds)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (block.Points[i] is { Purpose: PointPurpose.Sample, IsCalm: true } && !holds(values[i], block.Expected[i])) return i;
        }

        return null;
    }

    private static Judgement Misshapen(MethodBlock block, IReadOnlyList<Value> values, int place)
    {
        var (samples, right) = Samples(block, values);
        if (Mistakes.Name(Shape.Scalar, samples, block.Function.Specification.Shape, right) is { } general)
        {
            return At(block, values, place, Judgement.Incorrect(Messages.Named(general).AsSpan()));
        }

        return At(block, values, place, Judgement.Unreadable(Messages.ShapeMismatch(
            ValueShape.Of(values[place]).InWords, ValueShape.Of(block.Expected[place].Value, block.Function.Specification.Shape).InWords)));
    }

    private static Judgement Wrong(MethodBlock block, IReadOnlyList<Value> values, int place)
    {
        var function = block.Function;
        if (function.Readings.FirstOrDefault(reading => IsSame(block, values, reading.AtSamples)) is { } reading)
        {
            var judged = Judgement.ByCredit(reading.Source.Credit, Messages.AlternativeReading(reading.Source.Message));
            return judged.Verdict == Verdict.Correct ? judged : At(block, values, place, judged);
        }

        return Imprecision(block, values) is { } share
            ? At(block, values, place, Judgement.Partial(Judgement.HalfCredit, MethodMessages.Imprecise(share)))
            : At(block, values, place, Judgement.Incorrect(Name(block, values).AsSpan()));
    }

    private static EquatableList<Feedback> Name(MethodBlock block, IReadOnlyList<Value> values)
    {
        var function = block.Function;
        if (function.Misconceptions.FirstOrDefault(mistake => IsSame(block, values, mistake.AtSamples)) is { } known)
        {
            return [new(known.Source.Code, known.Source.Message)];
        }

        var (samples, right) = Samples(block, values);
        if (Mistakes.Name(function.Specification.Shape, samples, function.Specification.Shape, right) is { } general) return Messages.Named(general);
        if (function.Mistakes.Find(function.Specification.Shape, samples) is { } found) return found.Mistakes.Select(Messages.Named).ToEquatableList();
        return [block.Points[0].IsPublic ? MethodMessages.WrongValue() : MethodMessages.WrongHidden()];
    }

    /// <summary>The relative distance where all values have digits in common with the right ones; null where some have none.</summary>
    private static double? Imprecision(MethodBlock block, IReadOnlyList<Value> values)
    {
        if (FirstNot(block, values, (value, right) => MethodTolerance.IsImprecise(value, right.Value)) is not null) return null;
        return Enumerable.Range(0, values.Count)
            .Where(i => block.Points[i] is { Purpose: PointPurpose.Sample, IsCalm: true })
            .Max(i => MethodTolerance.RelativeDistance(values[i], block.Expected[i].Value));
    }

    private static Judgement AtTurns(MethodBlock block, IReadOnlyList<Value> values)
    {
        bool Differs(int i) => !Fits(values[i], block.Expected[i]) || !IsFinite(values[i]) || !MethodTolerance.IsRight(values[i], block.Expected[i].Value);
        List<int> With(PointPurpose purpose) => [.. Enumerable.Range(0, values.Count).Where(i => block.Points[i].Purpose == purpose)];

        if (With(PointPurpose.BesideTurn).Where(Differs).Select(i => (int?)i).FirstOrDefault() is { } beside)
        {
            return At(block, values, beside, Judgement.Incorrect(MethodMessages.WrongValue()));
        }

        var turns = With(PointPurpose.Turn);
        var differing = turns.Where(Differs).ToList();
        // A program's own rounding can push it off a boundary at some points, but not where nothing is rounded, and hardly at all of them.
        return differing.Exists(i => block.Points[i].IsExact) || (differing.Count > 0 && differing.Count == turns.Count)
            ? At(block, values, differing[0], Judgement.Incorrect(Messages.FormulaBoundary()))
            : Judgement.Correct();
    }

    /// <summary>Overflow far from where the exercise lives costs nothing, but it is worth a word.</summary>
    private static Judgement FarOut(MethodBlock block, IReadOnlyList<Value> values) =>
        Enumerable.Range(0, values.Count).FirstOrDefault(i => block.Points[i].Purpose == PointPurpose.Sample && !IsFinite(values[i]), -1) is var endless and >= 0
            ? Judgement.Correct(MethodMessages.NotFiniteFarOut(NonFinite(values[endless])))
            : Judgement.Correct();

    private static bool IsSame(MethodBlock block, IReadOnlyList<Value> values, EquatableList<BoundedOutcome> others)
    {
        var compared = 0;
        for (var i = 0; i < others.Count; i++)
        {
            if (!block.Points[i].IsCalm || others[i] is not BoundedOutcome.Known { IsCertain: true } other) continue;
            if (!Fits(values[i], other) || !IsFinite(values[i]) || !MethodTolerance.IsRight(values[i], other.Value)) return false;
            compared++;
        }

        return 2 * compared >= others.Count;
    }

    private static (List<BoundedOutcome> Values, List<BoundedOutcome.Known> Right) Samples(MethodBlock block, IReadOnlyList<Value> values)
    {
        var count = block.Function.Samples.Count;
        return ([.. values.Take(count).Select(MethodTolerance.Bounded)], [.. block.Expected.Take(count)]);
    }

    private static bool Fits(Value value, BoundedOutcome.Known right) => ValueShape.Of(value).Fits(ValueShape.Of(right.Value));

    private static bool IsFinite(Value value) => ValueShape.Entries(value).All(double.IsFinite);

    private static string NonFinite(Value value) =>
        ValueShape.Entries(value).First(entry => !double.IsFinite(entry)).ToString(CultureInfo.InvariantCulture);

    private static Judgement At(MethodBlock block, IReadOnlyList<Value> values, int place, Judgement judged)
    {
        if (!block.Points[place].IsPublic) return judged;
        var example = new Counterexample(block.Function.Inputs(block.Points[place].Inputs), values[place], block.Expected[place].Value);
        return judged with
        {
            Counterexample = ValueShape.Entries(values[place]).Skip(MostShown).Any()
                ? example with { Answer = null, Instead = $"your answer is {ValueShape.Of(values[place]).InWords}" }
                : example,
        };
    }
}
