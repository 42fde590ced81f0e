namespace Formulas.Analysis.Equality;

/// <summary>The answer's and the right value at one sample.</summary>
internal sealed record Pair(BoundedOutcome.Known Answer, ValueShape AnswerShape, BoundedOutcome.Known Right, ValueShape RightShape)
{
    public double[] Answers { get; } = ValueShape.Entries(Answer.Value);

    public double[] Rights { get; } = ValueShape.Entries(Right.Value);

    public bool AllEntries(Func<double, double, double, double, Agreement> compare)
    {
        for (var i = 0; i < Rights.Length; i++)
        {
            if (compare(Answers[i], Answer.Bounds[i], Rights[i], Right.Bounds[i]) != Agreement.Equal) return false;
        }

        return true;
    }

    public bool Shows(double offset)
    {
        for (var i = 0; i < Rights.Length; i++)
        {
            if (Math.Abs(offset) > 4 * (Answer.Bounds[i] + Right.Bounds[i] + (1e-15 * Math.Abs(Rights[i])))) return true;
        }

        return false;
    }

    /// <param name="order">For each right entry, the answer's entry that should equal it.</param>
    public bool Matches(int[] order)
    {
        for (var i = 0; i < Rights.Length; i++)
        {
            if (Comparing.Of(Answers[order[i]], Answer.Bounds[order[i]], Rights[i], Right.Bounds[i]) != Agreement.Equal) return false;
        }

        return true;
    }

    /// <summary>False where the values agree as they stand, which shows no exchange: equal entries, or a single one.</summary>
    public bool IsOutOfOrder() => !AnswerShape.Fits(RightShape) || !Matches([.. Enumerable.Range(0, Answers.Length)]);

    public int[] TransposedOrder() =>
        [.. Enumerable.Range(0, Rights.Length).Select(i => (i % RightShape.Columns * AnswerShape.Columns) + (i / RightShape.Columns))];

    public bool SortedAgree()
    {
        if (Answers.Length < 2) return Matches([0]);
        var answerOrder = Enumerable.Range(0, Answers.Length).OrderBy(i => Answers[i]).ToArray();
        var rightOrder = Enumerable.Range(0, Rights.Length).OrderBy(i => Rights[i]).ToArray();
        var order = new int[Rights.Length];
        for (var rank = 0; rank < order.Length; rank++) order[rightOrder[rank]] = answerOrder[rank];
        return Matches(order);
    }
}
