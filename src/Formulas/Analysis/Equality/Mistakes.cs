using Formulas.Expressions;

namespace Formulas.Analysis.Equality;

/// <summary>
/// Names for wrong formulas that hold for any exercise. A mistake is named only where the values prove it at every sample:
/// a false name misleads more than none.
/// </summary>
public static class Mistakes
{
    /// <summary>Right values that vary by less than this, relative to their size, prove no factor and no offset.</summary>
    private const double Varies = 1e-6;

    private const int Few = 3;

    /// <summary>At so many samples an offset must stand out from rounding: at one alone, many a difference looks like one.</summary>
    private const int FewestShowing = 3;

    /// <summary>The name of the mistake; null where none is proved.</summary>
    public static Diagnosis? Name(Shape answerShape, IReadOnlyList<BoundedOutcome> answers, Shape rightShape, IReadOnlyList<BoundedOutcome.Known> right)
    {
        // A few samples rule out nearly every name, so that the others are not asked for.
        if (Pairs(answerShape, answers, rightShape, right, Math.Min(Few, right.Count)) is not { } few || RuledOut.All(few)) return null;
        if (Pairs(answerShape, answers, rightShape, right, right.Count) is not { } pairs) return null;
        if (pairs.Exists(pair => pair.AnswerShape.IsTruth != pair.RightShape.IsTruth)) return null;
        if (pairs.TrueForAll(pair => pair.AnswerShape.Fits(pair.RightShape)))
        {
            return Factor(pairs) ?? Transposed(pairs) ?? Offset(pairs) ?? Permuted(pairs);
        }

        return Transposed(pairs);
    }

    /// <summary>Null where an answer's value is not certain.</summary>
    private static List<Pair>? Pairs(
        Shape answerShape, IReadOnlyList<BoundedOutcome> answers, Shape rightShape, IReadOnlyList<BoundedOutcome.Known> right, int count)
    {
        var pairs = new List<Pair>(count);
        for (var i = 0; i < count; i++)
        {
            if (answers[i] is not BoundedOutcome.Known { IsCertain: true } answer) return null;
            pairs.Add(new(answer, ValueShape.Of(answer.Value, answerShape), right[i], ValueShape.Of(right[i].Value, rightShape)));
        }

        return pairs;
    }

    private static Diagnosis? Factor(List<Pair> pairs)
    {
        if (!RightVaries(pairs)) return null;
        var (answer, right) = pairs.SelectMany(pair => pair.Answers.Zip(pair.Rights)).MaxBy(entry => Math.Abs(entry.Second));
        var factor = Tidy(answer / right);
        if (factor is 0 or 1) return null;
        return pairs.TrueForAll(pair => pair.AllEntries((a, boundA, r, boundR) => Comparing.Of(a, boundA, factor * r, (Math.Abs(factor) * boundR) + RoundingOf(factor, r))))
            ? factor == -1 ? new Diagnosis.WrongSign() : new Diagnosis.ConstantFactor(factor)
            : null;
    }

    /// <summary>What rounding the factor and the product may move it by; nothing where the factor is a power of two.</summary>
    private static double RoundingOf(double factor, double right) => double.IsPow2(Math.Abs(factor)) ? 0 : 4e-16 * Math.Abs(factor * right);

    private static Diagnosis? Offset(List<Pair> pairs)
    {
        if (!RightVaries(pairs)) return null;
        var (answer, right) = pairs.SelectMany(pair => pair.Answers.Zip(pair.Rights)).MinBy(entry => Math.Abs(entry.Second));
        var offset = Tidy(answer - right);
        if (offset == 0 || pairs.Count(pair => pair.Shows(offset)) < Math.Min(FewestShowing, pairs.Count)) return null;
        return pairs.TrueForAll(pair => pair.AllEntries((a, boundA, r, boundR) => Comparing.Of(a, boundA, r + offset, boundR + (1e-15 * (Math.Abs(r) + Math.Abs(offset))))))
            ? new Diagnosis.ConstantOffset(offset)
            : null;
    }

    private static Diagnosis? Transposed(List<Pair> pairs)
    {
        var proved = pairs.TrueForAll(pair => pair.AnswerShape.IsTransposeOf(pair.RightShape) && pair.Matches(pair.TransposedOrder()));
        return proved && pairs.Exists(pair => pair.IsOutOfOrder()) ? new Diagnosis.Transposed() : null;
    }

    private static Diagnosis? Permuted(List<Pair> pairs) =>
        pairs.TrueForAll(pair => pair.SortedAgree()) && pairs.Exists(pair => pair.IsOutOfOrder()) ? new Diagnosis.Permuted() : null;

    private static bool RightVaries(List<Pair> pairs)
    {
        var all = pairs.SelectMany(pair => pair.Rights).ToList();
        return all.Max() - all.Min() > Varies * Math.Max(Math.Abs(all.Max()), Math.Abs(all.Min()));
    }

    /// <summary>The simple fraction that rounding hid, where there is one.</summary>
    private static double Tidy(double number)
    {
        foreach (var denominator in (double[])[1, 2, 3, 4, 5, 6, 8, 10])
        {
            var numerator = Math.Round(number * denominator);
            if (Math.Abs((numerator / denominator) - number) <= 1e-10 * Math.Abs(number)) return numerator / denominator;
        }

        return number;
    }
}
