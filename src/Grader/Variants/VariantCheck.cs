using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;
using Grader.Submissions;

namespace Grader.Variants;

/// <summary>What many variants of a worksheet have in common, part by part.</summary>
/// <param name="Variants">How many were made, all of them well-posed: one that is not is never made.</param>
/// <param name="FullMarks">On how many of them the reference's own values earn full marks in every part.</param>
public sealed record VariantReport(int Variants, int FullMarks, EquatableList<VariedPart> Parts)
{
    /// <summary>Above this share numbers of one's own are no hindrance to copying.</summary>
    public const double MostShared = 0.02;

    /// <summary>The share of a neighbour's right values that are right for a student too, over all parts whose values differ at all.</summary>
    public double Shared => Parts.Where(part => part.Distinct > 1).Select(part => part.Shared).DefaultIfEmpty(0).Average();
}

/// <summary>A part over many variants.</summary>
/// <param name="Distinct">How many different right values there are. 1: the answer does not depend on the numbers, as a count of parameters may not.</param>
/// <param name="Shared">The share of pairs of students in which one's right value passes for the other's.</param>
/// <param name="Zeros">Entries that are 0: the same in every variant, as on the sheet.</param>
/// <param name="Decisions">Conditions that come out above and below: the same in every variant, as on the sheet.</param>
/// <param name="Smallest">The smallest entry that is not 0, by size, over all variants.</param>
/// <param name="Largest">The largest entry, by size.</param>
public sealed record VariedPart(
    string Part, int Distinct, double Shared, int Zeros, (int Above, int Below) Decisions, double Smallest, double Largest);

/// <summary>
/// Whether the variants of a worksheet will do: each has right values everywhere, the reference gets full marks on it, all are equally
/// hard, and one student's values are of little use to another.
/// </summary>
public static class VariantCheck
{
    /// <param name="phrase">What the codes are made with.</param>
    /// <exception cref="NoVariantException">There is a question for which no fresh numbers can be found.</exception>
    public static VariantReport Run(Worksheet worksheet, string phrase, int count, Checker checker)
    {
        var maker = new VariantMaker(worksheet);
        var made = Enumerable.Range(1, count).Select(student => maker.Make(VariantCode.Of(phrase, worksheet.Id, $"student {student}"))).ToList();
        var parts = worksheet.Parts.Where(part => IsVaried(part.Kind)).ToList();
        var right = made.Select(variant => parts.ToDictionary(part => part.Id, part => Right(variant.Find(part.Id)!))).ToList();
        var full = made.Zip(right).Count(pair => checker.Check(pair.First, Solved(pair.First, pair.Second)).Parts
            .Where(part => pair.Second.ContainsKey(part.PartId)).All(part => part.Verdict == Verdict.Correct));
        return new(count, full, [.. parts.Select(part => Of(part, [.. right.Select(values => values[part.Id])]))]);
    }

    // Conditions and graphs are answered by formulas and graphs; their given inputs serve the counterexample only.
    private static bool IsVaried(PartKind kind) => kind is PartKind.Function or PartKind.Table;

    private static EquatableList<CellTraits> Right(Part part) =>
    [
        .. VariedKinds.Functions(part.Kind).Select(specification => new CellTraits(
            specification.Tolerance,
            new TraitReader(specification).At(specification.Given) ?? throw new InvalidOperationException($"{part.Id} has no value."))),
    ];

    private static Submission Solved(Worksheet worksheet, Dictionary<string, EquatableList<CellTraits>> right) => new(
        string.Empty, worksheet.Id, string.Empty,
        [.. right.Select(part => new GivenAnswer(part.Key, Answer(worksheet.Find(part.Key)!.Kind, part.Value), new(1, 1)))], []);

    private static Answer Answer(PartKind kind, EquatableList<CellTraits> right) => kind is PartKind.Table { Cells: var cells }
        ? new Answer.Cells([.. cells.Zip(right, (cell, traits) => new NamedAnswer(cell.Name, Number(traits.Traits.Value[0])))])
        : new Answer.ExplicitValue(Written(VariedKinds.Functions(kind).First(), right[0].Traits.Value));

    private static Answer Written(FunctionSpecification specification, EquatableList<double> entries) => specification.Shape switch
    {
        Formulas.Expressions.Shape.MatrixShape matrix => new Answer.NumberTable([.. entries.Chunk(Columns(matrix, specification)).Select(row => new Answer.NumberList([.. row.Select(Number)]))]),
        Formulas.Expressions.Shape.VectorShape => new Answer.NumberList([.. entries.Select(Number)]),
        _ => Number(entries[0]),
    };

    private static int Columns(Formulas.Expressions.Shape.MatrixShape shape, FunctionSpecification specification) =>
        (shape.Columns.Name is { } name ? SizesOf(specification)[name] : 0) + shape.Columns.Offset;

    // Sizes that are no inputs themselves are told by the shapes of the inputs.
    private static IReadOnlyDictionary<string, int> SizesOf(FunctionSpecification specification) =>
        (new TraitReader(specification).Complete(specification.Given.Values.Where(pair => specification.Inputs.Contains(pair.Key)).ToDictionary(), specification.Given.Sizes) ?? specification.Given).Sizes;

    private static Answer.Number Number(double value) => new(value, value.ToString("R", System.Globalization.CultureInfo.InvariantCulture));

    private static VariedPart Of(Part part, IReadOnlyList<EquatableList<CellTraits>> right)
    {
        var entries = right.SelectMany(cells => cells).SelectMany(cell => cell.Traits.Value).Select(Math.Abs).ToList();
        var neighbours = right.Zip(right.Skip(1).Append(right[0])).ToList();
        var shared = neighbours.Count(pair => pair.First.Zip(pair.Second, (mine, other) => Agreement.Holds(other.Traits.Value, mine.Traits.Value, mine.Tolerance)).All(same => same));
        return new(
            part.Id,
            right.Select(cells => string.Join(';', cells.SelectMany(cell => cell.Traits.Value))).Distinct().Count(),
            (double)shared / neighbours.Count,
            right[0].Sum(cell => cell.Traits.Zeros),
            (right[0].Sum(cell => cell.Traits.Decisions.Above), right[0].Sum(cell => cell.Traits.Decisions.Below)),
            entries.Where(entry => entry > 0).DefaultIfEmpty(0).Min(),
            entries.DefaultIfEmpty(0).Max());
    }

    private sealed record CellTraits(Tolerance Tolerance, Traits Traits);
}
