using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Checking;

/// <summary>
/// Values worked consistently from the student's own earlier cells, of the same table or another.
/// An earlier cell that was not answered counts with its right value; one outside its symbol's domain carries nothing,
/// and neither do zeros alone.
/// </summary>
/// <param name="tableOf">The prepared table of a part; null where the part is no table.</param>
internal sealed class CarriedCells(Submission submission, Func<string, PreparedTable?> tableOf)
{
    /// <summary>The scope in which a cell's formula from earlier cells is read: those cells are inputs there.</summary>
    public static Scope CarryScope(Cell cell)
    {
        var scope = cell.Specification.Scope;
        var sources = cell.DependsOn.Select(source => source.Symbol).Distinct().Select(name => Source(scope, name)).ToList();
        return scope with { Symbols = scope.Symbols.Where(symbol => sources.TrueForAll(source => source.Name != symbol.Name)).Concat(sources).ToEquatableList() };
    }

    /// <summary>The value that follows from the student's own earlier cells; null where none does.</summary>
    public double? Follow(PreparedCell cell)
    {
        if (cell.Carry is null) return null;
        var scope = CarryScope(cell.Cell);
        var values = new Dictionary<string, Value>(cell.Function.Given.Values);
        var (usesOwn, allZero) = (false, true);
        foreach (var source in cell.Cell.DependsOn)
        {
            var own = OwnValue(source);
            if (own is { } value && !IsIn(scope.Find(source.Symbol)!.Domain, value)) return null;
            usesOwn |= own is not null;
            if ((own ?? RightValue(source)) is not { } used) return null;
            values[source.Symbol] = new Value.Scalar(used);
            allZero &= used == 0;
        }

        // Sums, products and maxima of nothing but zeros are 0 however little was understood.
        if (allZero) return null;

        var given = cell.Function.Given;
        var definitions = given.Definitions.Where(pair => cell.Cell.DependsOn.All(source => source.Symbol != pair.Key)).ToDictionary();
        return usesOwn && Evaluation.Evaluate(cell.Carry, given with { Values = values, Definitions = definitions }) is Outcome.Known { Value: Value.Scalar result }
            ? result.Number
            : null;
    }

    private double? OwnValue(CellSource source)
    {
        if (Prepared(source) is not { } cell || tableOf(source.Part) is not { } table) return null;
        var answer = submission.Answers.FirstOrDefault(given => given.PartId == source.Part)?.Answer;
        if (answer is not Answer.Cells cells || !table.Sort(cells).ByCell.TryGetValue(cell.Cell.Name, out var content)) return null;
        return AnswerInterpreter.Interpret(content, cell.Function) switch
        {
            Interpretation.Typed { Value: { Axes: 0 } typed } => typed.Entries[0].Value,
            Interpretation.Formula formula => (AnswerInterpreter.AtGiven(formula, cell.Function) as Value.Scalar)?.Number,
            _ => null,
        };
    }

    private double? RightValue(CellSource source) => (Prepared(source)?.Function.GivenValue as Value.Scalar)?.Number;

    private PreparedCell? Prepared(CellSource source) =>
        tableOf(source.Part)?.Cells.FirstOrDefault(cell => cell.Cell.Name == source.Cell);

    private static Symbol Source(Scope scope, string name) => scope.Find(name) is { } declared
        ? declared with { Kind = SymbolKind.Variable, Definition = null, Parameters = null }
        : new(name, SymbolKind.Variable, Shape.Scalar, Domain.Reals, [], []);

    private static bool IsIn(Domain domain, double value) => domain switch
    {
        _ when !double.IsFinite(value) => false,
        Domain.Interval interval =>
            (interval.Low is not { } low || value > low || (value == low && !interval.LowOpen))
            && (interval.High is not { } high || value < high || (value == high && !interval.HighOpen)),
        Domain.Integers integers => value == Math.Round(value) && value >= integers.Low && value <= integers.High,
        Domain.Binary => value is 0 or 1,
        Domain.OneHot or Domain.PositiveDefinite => false,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
