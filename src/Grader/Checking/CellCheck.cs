using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>How a full-mark cell came to be right.</summary>
internal enum CellOrigin
{
    /// <summary>Not right, or right as a formula.</summary>
    None,
    Exact,
    Printed,
    Carried,
}

/// <param name="Reading">The reading whose value it is; null but for <see cref="CellOrigin.Printed"/>.</param>
internal sealed record CellOutcome(CellResult Result, decimal Credit, CellOrigin Origin, CellReading? Reading = null)
{
    /// <summary>The wrong earlier cells that a carried value follows from.</summary>
    public EquatableList<OwnCell> CarriedFrom { get; init; } = [];
}

/// <summary>
/// One cell of a table. A number is right when it is the exact value, the value of one of the table's readings, or the value
/// that follows from the student's own earlier cells, looked at in this order.
/// </summary>
internal static class CellCheck
{
    public static CellOutcome Check(PreparedCell cell, Answer? answer, PreparedTable table, CarriedCells carried) =>
        (answer is null ? new Interpretation.Missing() : AnswerInterpreter.Interpret(answer, cell.Function)) switch
        {
            Interpretation.Missing => Outcome(cell, Judgement.Missing, null),
            Interpretation.Refused refused => Outcome(cell, Judgement.Unreadable(refused.Reason), refused.Reading),
            Interpretation.Formula formula => OfFormula(cell, formula, table, carried),
            Interpretation.Typed typed => OfValue(cell, typed, table, carried),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static CellOutcome OfFormula(PreparedCell cell, Interpretation.Formula formula, PreparedTable table, CarriedCells carried)
    {
        var judged = FunctionCheck.JudgeFormula(cell.Function, formula);
        var from = judged.Verdict == Verdict.Incorrect ? carried.Follow(cell, formula.Tree) : [];
        if (from.Count > 0) judged = Judgement.Correct(Messages.FormulaCarriedForward(from, table.PartId));
        // 2*0.9*0.1 is a number with its calculation, and right where the number alone is.
        if (judged.Verdict == Verdict.Incorrect && FunctionCheck.ConstantOf(cell.Function, formula) is { } value
            && OfValue(cell, new(WrittenValue.Exact(value), formula.Reading), table, carried) is { Credit: > 0 } asValue) return asValue;
        var outcome = Outcome(cell, judged with { Feedback = formula.Notes.Concat(judged.Feedback).ToEquatableList() }, formula.Reading);
        return outcome with
        {
            Origin = from.Count > 0 ? CellOrigin.Carried : CellOrigin.None,
            CarriedFrom = from,
            Result = outcome.Result with { Counterexample = judged.Counterexample },
        };
    }

    private static CellOutcome OfValue(PreparedCell cell, Interpretation.Typed typed, PreparedTable table, CarriedCells carried)
    {
        var exact = ValueJudge.Judge(cell.Function, typed.Value);
        if (exact.Verdict == Verdict.Correct)
        {
            return Outcome(cell, Judgement.Correct(Messages.ExactValue()), typed.Reading) with { Origin = CellOrigin.Exact };
        }

        if (typed.Value.Axes != 0) return Outcome(cell, exact, typed.Reading);
        var number = typed.Value.Entries[0];
        foreach (var reading in table.Readings)
        {
            var value = reading.Values.FirstOrDefault(value => value.Cell == cell.Cell.Name)?.Value as Value.Scalar;
            if (value is null || !IsRight(number, value.Number, cell)) continue;
            return Outcome(cell, Judgement.Correct(Messages.AlternativeReading(reading.Message)), typed.Reading)
                with
            { Origin = CellOrigin.Printed, Reading = reading };
        }

        return carried.Follow(cell) switch
        {
            Carry.Nothing => Outcome(cell, exact, typed.Reading),
            Carry.Barred barred => Outcome(cell, With(exact, Messages.NotCarried(barred, table.PartId)), typed.Reading),
            Carry.Value own => Followed(cell, table.PartId, typed.Reading, number, own, exact),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static CellOutcome Followed(
        PreparedCell cell, string partId, AnswerReading reading, WrittenNumber number, Carry.Value own, Judgement exact)
    {
        var closeness = own.Judge(number, cell.Function.Specification.Tolerance);
        if (closeness == Closeness.Wrong || (closeness != Closeness.Right && exact.Verdict == Verdict.Partial))
        {
            return Outcome(cell, own.Wrong.Count == 0 || exact.Verdict != Verdict.Incorrect ? exact : With(exact, Messages.DoesNotFollow(own.Wrong, partId)), reading);
        }

        var said = Messages.CarriedForward(own, partId);
        var judged = closeness switch
        {
            Closeness.Right => Judgement.Correct(said),
            Closeness.Rounded => Judgement.Partial(Judgement.HalfCredit, said, Messages.Rounded("Your value is")),
            _ => Judgement.Partial(Judgement.HalfCredit, said, Messages.WrongRounding("Your value is")),
        };
        var followed = Outcome(cell, judged, reading);
        return followed with
        {
            Origin = CellOrigin.Carried,
            CarriedFrom = own.Wrong,
            Result = followed.Result with { CarriedFrom = new Value.Scalar(own.Number) },
        };
    }

    private static Judgement With(Judgement judged, Feedback further) => judged with { Feedback = judged.Feedback.Append(further).ToEquatableList() };

    private static bool IsRight(WrittenNumber number, double right, PreparedCell cell) =>
        Rounding.Judge(number, right, cell.Function.Specification.Tolerance) == Closeness.Right;

    private static CellOutcome Outcome(PreparedCell cell, Judgement judged, AnswerReading? reading) => new(
        new(cell.Cell.Name, judged.Verdict, reading, judged.Feedback, cell.Function.HasGiven ? cell.Function.GivenValue : null, null),
        judged.Credit,
        CellOrigin.None);
}
