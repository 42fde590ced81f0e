using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking.Methods;

/// <summary>The cells that a method returned by name, each held against its own function.</summary>
internal static class TableMethodJudge
{
    /// <param name="values">Named values at each point of all blocks, in the order of the blocks.</param>
    public static (Judgement Judgement, EquatableList<CellResult> Cells) Judge(PreparedTable table, EquatableList<MethodBlock> blocks, List<Value> values)
    {
        var judged = table.Cells.Select(cell => (cell.Cell.Name, Judgement: JudgeCell(table, cell.Cell.Name, blocks, values))).ToList();
        var cells = judged.Select(pair => new CellResult(pair.Name, pair.Judgement.Verdict, null, pair.Judgement.Feedback, null, null)).ToEquatableList();
        var missing = judged.Where(pair => pair.Judgement.Verdict == Verdict.Missing).Select(pair => pair.Name).ToList();
        var credit = judged.TrueForAll(pair => pair.Judgement.Credit == 1) ? 1 : judged.Sum(pair => pair.Judgement.Credit) / judged.Count;
        Feedback[] feedback = missing.Count > 0 ? [MethodMessages.MissingCells(missing)] : [];
        var example = judged.Select(pair => pair.Judgement.Counterexample).FirstOrDefault(found => found is not null);
        return (
            missing.Count == judged.Count ? Judgement.Unreadable(feedback) : Judgement.ByCredit(credit, feedback) with { Counterexample = example },
            cells);
    }

    private static Judgement JudgeCell(PreparedTable table, string cell, EquatableList<MethodBlock> blocks, List<Value> values)
    {
        var start = 0;
        foreach (var block in blocks)
        {
            var stretch = values.GetRange(start, block.Points.Count);
            start += block.Points.Count;
            if (block.Cell != cell) continue;
            var own = stretch.Select(value => Find(table, (Value.Named)value, cell)).ToList();
            if (own.Contains(null)) return Judgement.Missing;
            var judged = FunctionMethodJudge.Judge(block, [.. own.Select(value => value!)]);
            if (judged.Verdict != Verdict.Correct) return judged;
        }

        return Judgement.Correct();
    }

    private static Value? Find(PreparedTable table, Value.Named named, string cell) =>
        named.Items.FirstOrDefault(item => table.NameOf(item.Name) == cell)?.Value;
}
