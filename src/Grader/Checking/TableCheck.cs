using Formulas.Text;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>
/// A table, cell by cell: the points are shared evenly over the cells. The part's feedback says how the right cells came about,
/// since exact values, printed ones and ones that follow from own earlier cells all count in full.
/// </summary>
internal static class TableCheck
{
    public static (Judgement Judgement, AnswerReading? Reading, EquatableList<CellResult> Cells) Check(
        PreparedTable table, Answer answer, CarriedCells carried)
    {
        if (answer is Answer.Text { Content: var text } && string.IsNullOrWhiteSpace(text)) return (Judgement.Missing, null, []);
        if (answer is Answer.Unusable unusable) return (Judgement.Unreadable(Messages.Unusable(unusable.Problem)), null, []);
        var reading = AnswerReadings.OfText(AnswerReadings.Given(answer));
        var given = answer is Answer.ExplicitValue { Inner: Answer.Cells inner } ? inner : answer as Answer.Cells;
        if (given is null) return (Judgement.Unreadable(Messages.CellsWanted(table.Names)), reading, []);
        if (given.Items.Count == 0) return (Judgement.Missing, null, []);

        var (byCell, unknown, doubled) = table.Sort(given);
        var outcomes = table.Cells
            .Select(cell => CellCheck.Check(cell, byCell.GetValueOrDefault(cell.Cell.Name), table, carried)).ToList();
        var feedback = new List<Feedback>();
        feedback.AddRange(unknown.Select(name => Messages.UnknownCell(name, NearestName.Of(name, table.Names))));
        feedback.AddRange(doubled.Select(Messages.DoubledCell));
        feedback.AddRange(Origins(outcomes, table));
        if (FirstMistake(outcomes, table) is { } first) feedback.Add(first);
        var open = outcomes.Where(outcome => outcome.Result.Verdict is Verdict.Missing or Verdict.Unreadable).ToList();
        if (open.Count > 0) feedback.Add(Messages.CellsMissing(open.Select(outcome => outcome.Result.Cell)));
        return (Judge(outcomes, table.CarryCap) with { Feedback = feedback.ToEquatableList() }, reading, outcomes.Select(outcome => outcome.Result).ToEquatableList());
    }

    private static Judgement Judge(List<CellOutcome> outcomes, decimal carryCap)
    {
        if (outcomes.Exists(outcome => outcome.Result.Verdict == Verdict.Pending)) return Judgement.Pending();
        if (outcomes.TrueForAll(outcome => outcome.Result.Verdict is Verdict.Missing)) return Judgement.Missing;
        if (outcomes.TrueForAll(outcome => outcome.Result.Verdict is Verdict.Missing or Verdict.Unreadable)) return Judgement.Unreadable();
        var carried = outcomes.Where(outcome => outcome.CarriedFrom.Count > 0).Sum(outcome => outcome.Credit);
        var beyondCap = Math.Max(0, carried - (carryCap * outcomes.Count));
        // Thirds do not add up to 1 in decimals, so full credit is counted, not added.
        return beyondCap == 0 && outcomes.TrueForAll(outcome => outcome.Credit == 1)
            ? Judgement.Correct()
            : Judgement.ByCredit((outcomes.Sum(outcome => outcome.Credit) - beyondCap) / outcomes.Count);
    }

    /// <summary>Of several wrong cells the one that the others may rest on, in the order in which the table is worked out.</summary>
    private static Feedback? FirstMistake(List<CellOutcome> outcomes, PreparedTable table)
    {
        var wrong = table.Order.Where(name => outcomes.Exists(outcome =>
            outcome.Result.Cell == name && outcome.Origin == CellOrigin.None && outcome.Result.Verdict is Verdict.Incorrect or Verdict.Partial)).ToList();
        return wrong.Count == 0 ? null : Messages.FirstMistake(wrong[0], wrong.Count);
    }

    private static IEnumerable<Feedback> Origins(List<CellOutcome> outcomes, PreparedTable table)
    {
        string Cells(Func<CellOutcome, bool> which) => string.Join(", ", outcomes.Where(which).Select(outcome => outcome.Result.Cell));
        bool Any(CellOrigin origin) => outcomes.Exists(outcome => outcome.Origin == origin);

        // Exactness is worth a word only where something else would do as well.
        if (Any(CellOrigin.Exact) && (table.Readings.Count > 0 || Any(CellOrigin.Carried))) yield return Messages.ExactValue(Cells(outcome => outcome.Origin == CellOrigin.Exact));
        foreach (var reading in outcomes.Select(outcome => outcome.Reading).OfType<Exercises.CellReading>().Distinct())
        {
            yield return Messages.ReadingOfCells(Cells(outcome => outcome.Reading == reading), reading.Message);
        }

        if (!Any(CellOrigin.Carried)) yield break;
        var from = outcomes.SelectMany(outcome => outcome.CarriedFrom).Distinct().ToEquatableList();
        yield return Messages.CarriedForward(Cells(outcome => outcome.Origin == CellOrigin.Carried), from, table);
    }
}
