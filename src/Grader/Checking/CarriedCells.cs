using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>
/// What the student's own earlier cells, of the same table or another, make of a later one. Only the numbers that the formula uses
/// directly are the student's, so that each step is judged by itself; an earlier cell without an answer counts with its right value.
/// </summary>
/// <param name="tableOf">The prepared table of a part; null where the part is no table.</param>
internal sealed class CarriedCells(EarlierAnswers answers, Func<string, PreparedTable?> tableOf)
{
    /// <summary>A value worked from rounded numbers may be off by their rounding, but never by more than this share of itself.</summary>
    private const double MostRounding = 0.01;

    /// <summary>What follows from the student's own earlier cells for a cell answered by a number.</summary>
    public Carry Follow(PreparedCell cell)
    {
        if (cell.Carry is not { } formula) return new Carry.Nothing();
        var scope = CarriedScope.Of(cell.Cell);
        var sources = cell.Cell.DependsOn.Select(source => Source(source, cell)).ToList();
        if (sources.Exists(source => source.Right is null) || sources.TrueForAll(source => source.Written is null || source.Written.Value.Value == source.Right)) return new Carry.Nothing();
        var wrong = sources.Where(source => source.IsWrong).Select(source => source.ToOwn()).ToList();
        if (Barred(sources, scope) is { } barred) return barred;

        var atOwn = At(cell.Function.Given, sources, source => source.Written?.Value ?? source.Right!.Value);
        var atRight = At(cell.Function.Given, sources, source => source.Right!.Value);
        if (ValueOf(formula, atOwn) is not { } own) return wrong.Count == 0 ? new Carry.Nothing() : new Carry.Barred(wrong[0], Messages.NoValue);
        if (wrong.Count > 0 && (Dependence.IsTrivial(formula, atOwn, atRight) || IsNothingFromNothing(own, sources))) return new Carry.Barred(Culprit(wrong), Messages.MakesTrivial);
        return new Carry.Value(own, Math.Min(Slack(formula, atOwn, sources), MostRounding * Math.Abs(own)), [.. wrong]);
    }

    /// <summary>The wrong earlier cells from whose formulas a cell's formula follows; empty where it does not.</summary>
    public EquatableList<OwnCell> Follow(PreparedCell cell, Expression formula)
    {
        var scope = CarriedScope.Of(cell.Cell);
        var sources = cell.Cell.DependsOn.Select(source => Formula(source, scope, CarriedScope.NameOf(cell.Cell.Specification.Scope, source.Symbol))).ToList();
        if (sources.Contains(null)) return [];
        var earlier = sources.OfType<EarlierFormula>().ToList();
        return CarriedFormulas.Follows(cell, formula, earlier) ? earlier.Select(source => source.Wrong).OfType<OwnCell>().ToEquatableList() : [];
    }

    /// <summary>Null where the cell has a wrong number instead of a formula, or the table has no such cell.</summary>
    private EarlierFormula? Formula(CellSource source, Scope scope, string name)
    {
        if (tableOf(source.Part)?.Cells.FirstOrDefault(cell => cell.Cell.Name == source.Cell) is not { } earlier) return null;
        var domain = scope.Find(name)!.Domain;
        var right = new EarlierFormula(name, domain, earlier.Function.Canonical, null);
        return Own(source, earlier) switch
        {
            Interpretation.Formula own when FunctionCheck.JudgeFormula(earlier.Function, own).Verdict == Verdict.Correct => right,
            Interpretation.Formula own => new(name, domain, own.Tree, new(
                source.Part, source.Cell, AnswerInterpreter.AtGiven(own, earlier.Function) is Value.Scalar(var number) ? number : double.NaN)),
            Interpretation.Typed typed when ValueJudge.Judge(earlier.Function, typed.Value).Verdict != Verdict.Correct => null,
            _ => right,
        };
    }

    /// <summary>The first number that is not one to work on with; null where there is none.</summary>
    private static Carry.Barred? Barred(List<EarlierCell> sources, Scope scope)
    {
        if (sources.Find(source => source.Written is { } own && !CarriedScope.Holds(scope.Find(source.Name)!.Domain, own.Value)) is { } outside)
            return new(outside.ToOwn(), Messages.OutsideDomain);
        var wrong = sources.Where(source => source.IsWrong).ToList();
        if (wrong.Find(source => Admissible.IsTooLarge(source.Number, source.Right!.Value)) is { } large) return new(large.ToOwn(), Messages.TooLarge);
        if (wrong.Find(source => Admissible.IsNextToNothing(source.Number, source.Right!.Value)) is { } nothing) return new(nothing.ToOwn(), Messages.MakesTrivial);
        // One number written into several cells takes the differences out of what follows.
        return wrong.Find(source => wrong.Exists(other => other.Number == source.Number && other.Right != source.Right)) is { } repeated
            ? new(repeated.ToOwn(), Messages.SameInSeveral)
            : null;
    }

    /// <summary>Zeros written everywhere follow from one another and show no method.</summary>
    private static bool IsNothingFromNothing(double own, List<EarlierCell> sources) =>
        own == 0 && sources.TrueForAll(source => source.Written is { Value: 0 }) && sources.Exists(source => source.Right != 0);

    /// <summary>A zero is the likelier reason why nothing is left to show.</summary>
    private static OwnCell Culprit(List<OwnCell> wrong) => wrong.Find(cell => cell.Number == 0) ?? wrong[0];

    /// <summary>How far the rounding of the numbers used can move the value, to first order.</summary>
    private static double Slack(Expression formula, Assignment atOwn, List<EarlierCell> sources) => sources.Sum(source =>
        source.Uncertainty > 0 && Differentiation.Gradient(formula, atOwn, source.Name) is Outcome.Known { Value: Value.Scalar(var slope) }
            ? Math.Abs(slope) * source.Uncertainty
            : 0);

    private static double? ValueOf(Expression formula, Assignment at) =>
        Evaluation.Evaluate(formula, at) is Outcome.Known { Value: Value.Scalar(var number) } ? number : null;

    private static Assignment At(Assignment given, List<EarlierCell> sources, Func<EarlierCell, double> number)
    {
        var values = new Dictionary<string, Value>(given.Values);
        foreach (var source in sources) values[source.Name] = new Value.Scalar(number(source));
        return given with { Values = values };
    }

    private EarlierCell Source(CellSource source, PreparedCell target)
    {
        var earlier = tableOf(source.Part)?.Cells.FirstOrDefault(cell => cell.Cell.Name == source.Cell);
        var name = CarriedScope.NameOf(target.Cell.Specification.Scope, source.Symbol);
        var right = (earlier?.Function.GivenValue as Value.Scalar)?.Number;
        var written = earlier is null ? null : Written(source, earlier);
        if (written is not { } own) return new(source, name, null, right, false, 0);
        var isWrong = ValueJudge.Judge(earlier!.Function, WrittenValue.Of(own)).Verdict != Verdict.Correct;
        // A right number was rounded from the right value. What a wrong one was rounded from is known to its last digit at best,
        // where it has decimals at all, and only as coarsely as one digit fewer than the exercise asks for.
        var rounding = own.Unit is { } unit and < 1 ? Math.Min(unit / 2, 10 * Rounding.Allowed(own.Value, earlier.Function.Specification.Tolerance)) : 0;
        return new(source, name, written, right, isWrong, isWrong ? rounding : Math.Abs(own.Value - (right ?? own.Value)));
    }

    private WrittenNumber? Written(CellSource source, PreparedCell earlier) => Own(source, earlier) switch
    {
        Interpretation.Typed { Value: { Axes: 0 } typed } => typed.Entries[0],
        Interpretation.Formula formula => AnswerInterpreter.AtGiven(formula, earlier.Function) is Value.Scalar(var number) ? WrittenNumber.Exact(number) : null,
        _ => null,
    };

    private Interpretation? Own(CellSource source, PreparedCell earlier)
    {
        if (tableOf(source.Part) is not { } table) return null;
        var answer = answers.Find(source.Part);
        var cells = answer is Answer.ExplicitValue { Inner: Answer.Cells inner } ? inner : answer as Answer.Cells;
        return cells is not null && table.Sort(cells).ByCell.TryGetValue(earlier.Cell.Name, out var content)
            ? AnswerInterpreter.Interpret(content, earlier.Function)
            : null;
    }

    /// <param name="Name">Its symbol in <see cref="CarriedScope"/>.</param>
    /// <param name="Written">The student's number; null where there is none.</param>
    /// <param name="Uncertainty">How far it may be from the unrounded number that was calculated on with.</param>
    private sealed record EarlierCell(CellSource Source, string Name, WrittenNumber? Written, double? Right, bool IsWrong, double Uncertainty)
    {
        public double Number => Written!.Value.Value;

        public OwnCell ToOwn() => new(Source.Part, Source.Cell, Written!.Value.Value);
    }
}
