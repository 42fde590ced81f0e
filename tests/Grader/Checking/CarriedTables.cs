using Formulas.Analysis;
using Formulas.Expressions;
using Grader.Exercises;

namespace Grader.Tests.Checking;

/// <summary>The numbers that a table's question gives, by name.</summary>
public sealed class GivenNumbers(Assignment given)
{
    public double this[string name] => ((Value.Scalar)given.Values[name]).Number;

    public double[] Entries(string name) => [.. ((Value.Vector)given.Values[name]).Entries];

    /// <summary>A row of a matrix times a vector; rows count from 1.</summary>
    public double RowTimes(string matrix, int row, string vector)
    {
        var entries = ((Value.Matrix)given.Values[matrix]).Entries;
        var right = Entries(vector);
        return right.Select((entry, j) => entries[((row - 1) * right.Length) + j] * entry).Sum();
    }
}

/// <param name="Of">The cell's value from the given numbers and from the student's own values of other cells.</param>
public sealed record CarriedCell(string Part, string Cell, Func<GivenNumbers, Func<string, double>, double> Of);

/// <summary>A worksheet's tables as the sheets draw them, and by how much two wrong cells are off: by more digits than any rounding excuses.</summary>
/// <param name="Cells">In an order in which every cell comes after those it needs.</param>
public sealed record CarriedTables(string Worksheet, double Slip, double Second, IReadOnlyList<CarriedCell> Cells)
{
    public static readonly CarriedTables[] All =
    [
        new("sgd-backprop-tables", 0.0737, 0.0531,
        [
            new("2a.table", "i", (at, _) => 2 * at["x"]),
            new("2a.table", "ii", (at, _) => 3 * at["x"]),
            new("2a.table", "iii", (at, _) => 4 * at["x"]),
            new("2a.table", "iv", (_, of) => of("i") + of("ii")),
            new("2a.table", "v", (_, of) => Math.Max(of("ii"), of("iii"))),
            new("2a.table", "vi", (_, of) => Math.Min(of("ii"), of("iii"))),
            new("2a.table", "vii", (_, of) => new[] { of("iv"), of("v"), of("vi") }.Max()),
            new("2b.forward", "r1", (at, _) => Math.Max(0, (at["c"] * at["x1"]) + (at["e"] * at["x2"]))),
            new("2b.forward", "r2", (at, _) => Math.Max(0, (at["d"] * at["x1"]) + (at["f"] * at["x2"]))),
            new("2b.forward", "s1", (at, of) => 1 / (1 + Math.Exp(-at["a"] * of("r1")))),
            new("2b.forward", "s2", (at, of) => 1 / (1 + Math.Exp(-at["b"] * of("r2")))),
            new("2b.forward", "y", (_, of) => of("s1") + of("s2")),
            new("2b.partials", "dy/da", (_, of) => of("r1") * of("s1") * (1 - of("s1"))),
            new("2b.partials", "dy/db", (_, of) => of("r2") * of("s2") * (1 - of("s2"))),
            new("2b.partials", "dy/dc", (at, of) => of("r1") > 0 ? at["a"] * of("s1") * (1 - of("s1")) * at["x1"] : 0),
            new("2b.partials", "dy/dd", (at, of) => of("r2") > 0 ? at["b"] * of("s2") * (1 - of("s2")) * at["x1"] : 0),
            new("2b.partials", "dy/de", (at, of) => of("r1") > 0 ? at["a"] * of("s1") * (1 - of("s1")) * at["x2"] : 0),
            new("2b.partials", "dy/df", (at, of) => of("r2") > 0 ? at["b"] * of("s2") * (1 - of("s2")) * at["x2"] : 0),
        ]),
        new("softmax-regression", 0.0737, 0.1373,
        [
            new("4.table", "z1", (at, _) => at.RowTimes("W", 1, "x")),
            new("4.table", "z2", (at, _) => at.RowTimes("W", 2, "x")),
            new("4.table", "z3", (at, _) => at.RowTimes("W", 3, "x")),
            new("4.table", "p1", (_, of) => Softmax(of, "z1")),
            new("4.table", "p2", (_, of) => Softmax(of, "z2")),
            new("4.table", "p3", (_, of) => Softmax(of, "z3")),
            new("4.table", "L", (at, of) => -at.Entries("y").Select((y, k) => y == 0 ? 0 : y * Math.Log(of($"p{k + 1}"))).Sum()),
            new("4.table", "d1", (at, of) => of("p1") - at.Entries("y")[0]),
            new("4.table", "d2", (at, of) => of("p2") - at.Entries("y")[1]),
            new("4.table", "d3", (at, of) => of("p3") - at.Entries("y")[2]),
            new("4.table", "dL/dW21", (at, of) => of("d2") * at.Entries("x")[0]),
        ]),
        new("gaussian-likelihood", 0.737, 0.531,
        [
            new("4.table", "m", (at, _) => at.Entries("x").Average()),
            new("4.table", "S", (at, of) => at.Entries("x").Sum(x => (x - of("m")) * (x - of("m")))),
            new("4.table", "v", (_, of) => of("S") / 4),
            new("4.table", "u", (_, of) => of("S") / 3),
            new("4.table", "dl/dmu", (at, _) => at.Entries("x").Sum(x => x - at["mu"]) / (at["sigma"] * at["sigma"])),
            new("4.table", "dl/dsigma", (at, _) => (at.Entries("x").Sum(x => (x - at["mu"]) * (x - at["mu"])) / Math.Pow(at["sigma"], 3)) - (4 / at["sigma"])),
        ]),
    ];

    public IEnumerable<string> Parts => Cells.Select(cell => cell.Part).Distinct();

    /// <summary>Every single cell, and every pair, the earlier first.</summary>
    public IEnumerable<string[]> WrongCells()
    {
        foreach (var (cell, i) in Cells.Select((entry, i) => (entry.Cell, i)))
        {
            yield return [cell];
            foreach (var later in Cells.Skip(i + 1)) yield return [cell, later.Cell];
        }
    }

    /// <param name="sheet">The worksheet or a variant of it.</param>
    /// <param name="honest">Whether what comes after a wrong cell is worked out from it, and not from the right one.</param>
    public Dictionary<string, double> Filled(Worksheet sheet, string[] wrong, bool honest)
    {
        var (own, right) = (new Dictionary<string, double>(), new Dictionary<string, double>());
        foreach (var (part, cell, of) in Cells)
        {
            var given = new GivenNumbers(((PartKind.Table)sheet.Find(part)!.Kind).Cells[0].Specification.Given);
            right[cell] = of(given, name => right[name]);
            own[cell] = of(given, name => honest ? own[name] : right[name]) + (cell == wrong[0] ? Slip : cell == wrong[^1] ? Second : 0);
        }

        return own;
    }

    /// <summary>
    /// Whether both slips can be seen and worked on with: the second does not happen to bring its cell back near the right value, and
    /// none makes a probability of what cannot be one.
    /// </summary>
    public bool Tells(Worksheet sheet, string[] wrong)
    {
        var (own, right) = (Filled(sheet, wrong, honest: true), Filled(sheet, [string.Empty], honest: true));
        var last = wrong[^1];
        return Math.Abs(own[last] - right[last]) >= 0.005 * Math.Max(1, Math.Abs(right[last]))
            && wrong.Where(cell => cell[0] is 'p' or 's').All(cell => own[cell] is > 0 and < 1);
    }

    public override string ToString() => Worksheet;

    private static double Softmax(Func<string, double> of, string score) => Math.Exp(of(score)) / new[] { of("z1"), of("z2"), of("z3") }.Sum(Math.Exp);
}
