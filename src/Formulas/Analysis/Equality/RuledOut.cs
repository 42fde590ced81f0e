namespace Formulas.Analysis.Equality;

/// <summary>
/// Whether a few samples rule out the mistakes of <see cref="Mistakes"/>: each must hold at all samples. Generous, so that what they
/// leave is decided over all.
/// </summary>
internal static class RuledOut
{
    /// <summary>What tidying a factor or an offset may move it by, and far more.</summary>
    private const double Slack = 1e-8;

    public static bool All(List<Pair> few)
    {
        if (few.Exists(pair => pair.AnswerShape.IsTruth != pair.RightShape.IsTruth)) return true;
        if (few.TrueForAll(pair => pair.AnswerShape.IsTransposeOf(pair.RightShape) && pair.Matches(pair.TransposedOrder()))) return false;
        if (!few.TrueForAll(pair => pair.AnswerShape.Fits(pair.RightShape))) return true;
        return !few.TrueForAll(pair => pair.SortedAgree()) && Factor(few) && Offset(few);
    }

    /// <summary>a = f r and b = f s give a s = b r.</summary>
    private static bool Factor(List<Pair> few)
    {
        var first = Entries(few).MaxBy(entry => Math.Abs(entry.Right));
        return Entries(few).Any(entry => Math.Abs((entry.Answer * first.Right) - (first.Answer * entry.Right)) >
            (2 * ((entry.AnswerBound * Math.Abs(first.Right)) + (first.RightBound * Math.Abs(entry.Answer))
                + (first.AnswerBound * Math.Abs(entry.Right)) + (entry.RightBound * Math.Abs(first.Answer))
                + (entry.AnswerBound * first.RightBound) + (first.AnswerBound * entry.RightBound)))
            + (Slack * (Math.Abs(entry.Answer * first.Right) + Math.Abs(first.Answer * entry.Right))));
    }

    private static bool Offset(List<Pair> few)
    {
        var first = Entries(few).MinBy(entry => Math.Abs(entry.Right));
        return Entries(few).Any(entry => Math.Abs(entry.Answer - entry.Right - (first.Answer - first.Right)) >
            (2 * (entry.AnswerBound + entry.RightBound + first.AnswerBound + first.RightBound))
            + (Slack * (Math.Abs(entry.Answer) + Math.Abs(entry.Right) + Math.Abs(first.Answer) + Math.Abs(first.Right))));
    }

    private static IEnumerable<(double Answer, double AnswerBound, double Right, double RightBound)> Entries(List<Pair> few) =>
        few.SelectMany(pair => pair.Rights.Select((right, k) => (pair.Answers[k], pair.Answer.Bounds[k], right, pair.Right.Bounds[k])));
}
