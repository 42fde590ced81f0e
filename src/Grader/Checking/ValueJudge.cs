using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Grader.Exercises;

namespace Grader.Checking;

/// <summary>
/// A value against the right one at the given inputs, within the part's tolerance.
/// The right number rounded to too few digits, or with its last digit wrongly rounded, earns half: the method was right.
/// One value proves little, so a mistake is named only where it can be told from chance.
/// </summary>
internal static class ValueJudge
{
    public static Judgement Judge(PreparedFunction function, WrittenValue answer)
    {
        var right = function.GivenValue;
        var rightShape = ValueShape.Of(right, function.Specification.Shape);
        if (answer.RaggedRow is { } row)
        {
            return Judgement.Unreadable(Messages.Ragged(1, row, answer.Rows[0].Count, answer.Rows[row - 1].Count));
        }

        var tolerance = function.Specification.Tolerance;
        if (!answer.Fits(rightShape))
        {
            var isTransposed = answer.Shape.IsTransposeOf(rightShape) && Matches(Transposed(answer), right, tolerance);
            return isTransposed
                ? Evidence(Judgement.Incorrect(Messages.ValueTransposed()), function, answer)
                : Judgement.Unreadable(Messages.ShapeMismatch(answer.Shape.InWords, rightShape.InWords));
        }

        var numbers = answer.Entries;
        var rightNumbers = ValueShape.Entries(right);
        var closeness = numbers.Select((number, i) => Rounding.Judge(number, rightNumbers[i], tolerance)).ToArray();
        return closeness.Max() switch
        {
            Closeness.Right => Judgement.Correct(),
            Closeness.Wrong => Wrong(function, answer, closeness, rightShape),
            Closeness.Rounded => Evidence(
                Judgement.Partial(Judgement.HalfCredit, Messages.Rounded(Subject(closeness, Closeness.Rounded, rightShape))), function, answer),
            Closeness.WronglyRounded => Evidence(
                Judgement.Partial(Judgement.HalfCredit, Messages.WrongRounding(Subject(closeness, Closeness.WronglyRounded, rightShape))), function, answer),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Whether the value is another than the part's own, to the same tolerance.</summary>
    public static bool IsRight(WrittenValue answer, Value value, Tolerance tolerance) =>
        answer.RaggedRow is null && answer.Fits(ValueShape.Of(value)) && Matches(answer.Entries, value, tolerance);

    private static Judgement Wrong(PreparedFunction function, WrittenValue answer, Closeness[] closeness, ValueShape shape)
    {
        var tolerance = function.Specification.Tolerance;
        bool Is(Value? other) => other is not null && IsRight(answer, other, tolerance);

        if (function.Readings.FirstOrDefault(reading => Is(reading.AtGiven)) is { } reading)
        {
            var judged = Judgement.ByCredit(reading.Source.Credit, Messages.AlternativeReading(reading.Source.Message));
            return judged.Verdict == Verdict.Correct ? judged : Evidence(judged, function, answer);
        }

        // Where two known mistakes lead to the same number, the number does not tell which it was.
        var mistakes = function.Misconceptions.Where(mistake => Is(mistake.AtGiven)).ToList();
        var feedback = mistakes is [var only] ? Messages.ValueOfMistake(only.Source.Code, only.Source.Message)
            : General(function, answer) ?? Messages.WrongNumber(Places(closeness, shape));
        return Evidence(Judgement.Incorrect(feedback), function, answer);
    }

    private static Feedback? General(PreparedFunction function, WrittenValue answer)
    {
        var tolerance = function.Specification.Tolerance;
        var right = ValueShape.Entries(function.GivenValue);
        var turned = answer.Entries.Select(number => number with { Value = -number.Value }).ToList();
        if (Matches(turned, function.GivenValue, tolerance)) return Messages.ValueWithWrongSign();
        var shape = ValueShape.Of(function.GivenValue);
        if (answer.Shape.Axes == 2 && shape.Axes == 2 && answer.Shape.IsTransposeOf(shape) && Matches(Transposed(answer), function.GivenValue, tolerance))
        {
            return Messages.ValueTransposed();
        }

        var sorted = answer.Entries.OrderBy(number => number.Value).Zip(right.Order());
        var areDistinct = right.Length > 1 && right.Distinct().Count() == right.Length;
        return areDistinct && sorted.All(pair => Rounding.Judge(pair.First, pair.Second, tolerance) == Closeness.Right)
            ? Messages.ValuePermuted()
            : null;
    }

    private static bool Matches(IReadOnlyList<WrittenNumber> numbers, Value right, Tolerance tolerance)
    {
        var entries = ValueShape.Entries(right);
        return numbers.Count == entries.Length
            && Enumerable.Range(0, entries.Length).All(i => Rounding.Judge(numbers[i], entries[i], tolerance) == Closeness.Right);
    }

    private static List<WrittenNumber> Transposed(WrittenValue answer) =>
        [.. Enumerable.Range(0, answer.Shape.Columns).SelectMany(column => answer.Axes == 2
            ? answer.Rows.Select(row => row[column])
            : answer.Entries)];

    private static Judgement Evidence(Judgement judgement, PreparedFunction function, WrittenValue answer) =>
        judgement with { Counterexample = new(function.Inputs(function.Given), answer.ToValue(), function.GivenValue) };

    private static string? Places(Closeness[] closeness, ValueShape shape)
    {
        if (closeness.Length == 1) return null;
        var places = Enumerable.Range(0, closeness.Length).Where(i => closeness[i] == Closeness.Wrong).Select(shape.PlaceOf).ToList();
        return places.Count == 1 ? $"entry {places[0]}" : $"the entries {string.Join(", ", places)}";
    }

    private static string Subject(Closeness[] closeness, Closeness kind, ValueShape shape)
    {
        if (closeness.Length == 1) return "Your value is";
        var places = Enumerable.Range(0, closeness.Length).Where(i => closeness[i] == kind).Select(shape.PlaceOf).ToList();
        return places.Count == 1 ? $"Entry {places[0]} is" : $"The entries {string.Join(", ", places)} are";
    }
}
