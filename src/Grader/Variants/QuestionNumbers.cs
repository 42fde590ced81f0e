using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Checking;
using Grader.Exercises;

namespace Grader.Variants;

/// <summary>The numbers of one question: what varies, and what has to stay as it is for every part of it.</summary>
internal sealed class QuestionNumbers
{
    private const int MostDraws = 20_000;

    // Below this an answer of 0 would lie within the usual tolerance, or nearly so.
    private const double SmallestValue = 0.02;

    private const double LargestValue = 30;

    private const double NearestTie = 0.1;

    private readonly string worksheet;
    private readonly string question;
    private readonly IReadOnlyList<Slot> slots;
    private readonly IReadOnlyList<Asked> functions;

    public QuestionNumbers(string worksheet, Question question)
    {
        (this.worksheet, this.question) = (worksheet, question.Id);
        var specifications = question.Parts.SelectMany(part => VariedKinds.Functions(part.Kind)).Where(f => f.Given.Values.Count > 0).ToList();
        slots = [.. specifications.SelectMany(SlotsOf).DistinctBy(slot => (slot.Symbol.Name, slot.Original))];
        functions = [.. specifications.Select(specification => new TraitReader(specification)).Select(reader => new Asked(reader, reader.At(Original(reader)) ?? throw Unusable()))];
    }

    /// <summary>The given inputs of every function of the question, by the ones the sheet gives.</summary>
    /// <exception cref="NoVariantException">No numbers like the sheet's were found that leave its parts as hard as they are; it says what stood in the way.</exception>
    public IReadOnlyDictionary<FunctionSpecification, Assignment> Draw(VariantCode code)
    {
        var varied = slots.Sum(slot => NumberDraw.Varies(slot.Original, slot.Symbol) ? SizeOf(slot.Original) : 0);
        var obstacles = new List<string>();
        for (var draw = 0; draw < MostDraws; draw++)
        {
            var found = Numbers(code, draw, alone: varied <= 2, out var obstacle) is { } numbers ? Inputs(numbers, out obstacle) : null;
            if (found is not null) return found;
            obstacles.Add(obstacle!);
        }

        var often = obstacles.GroupBy(obstacle => obstacle).OrderByDescending(same => same.Count()).Select(same => $"{same.Key} ({same.Count()} times)").Take(3);
        throw new NoVariantException($"No fresh numbers were found for question {question} of {worksheet}: {string.Join(", ", often)}.");
    }

    private Dictionary<(string Name, Value Original), Value>? Numbers(VariantCode code, int draw, bool alone, out string? obstacle)
    {
        var numbers = new Dictionary<(string, Value), Value>();
        obstacle = null;
        foreach (var (place, slot) in slots.Index())
        {
            var random = new SeededRandom(code.Seed, draw, $"{worksheet}/{question}/{place}/{slot.Symbol.Name}");
            if (ExamplesOf(slot) is { } size)
            {
                var further = new SeededRandom(code.Seed, draw, $"{worksheet}/{question}/{size}").Next(0, NumberDraw.MostFurtherExamples);
                numbers.Add((slot.Symbol.Name, slot.Original), NumberDraw.Counted(slot.Original, RowsOf(slot.Original) + further, random));
                continue;
            }

            if (NumberDraw.Like(slot.Original, slot.Symbol, alone, random) is { } drawn)
            {
                numbers.Add((slot.Symbol.Name, slot.Original), drawn);
                continue;
            }

            obstacle = $"{slot.Symbol.Name} has no numbers in its domain, or fell on equal ones";
            return null;
        }

        return numbers;
    }

    private Dictionary<FunctionSpecification, Assignment>? Inputs(Dictionary<(string Name, Value Original), Value> numbers, out string? obstacle)
    {
        var inputs = new Dictionary<FunctionSpecification, Assignment>(ReferenceEqualityComparer.Instance);
        obstacle = null;
        foreach (var function in functions)
        {
            var given = function.Reader.Specification.Given;
            var own = function.Reader.Specification.Inputs.Where(given.Values.ContainsKey).ToDictionary(name => name, name => numbers[(name, given.Values[name])]);
            // Sizes that are no inputs themselves follow from the shapes of the inputs.
            var sizes = given.Sizes.Where(size => function.Reader.Specification.Inputs.Contains(size.Key)).ToDictionary();
            var complete = function.Reader.Complete(own, sizes);
            obstacle = complete is null ? "a derived symbol has no value" : Obstacle(function, complete);
            if (obstacle is not null)
            {
                obstacle = $"{function.Reader.Specification.Method}: {obstacle}";
                return null;
            }

            inputs.Add(function.Reader.Specification, complete!);
        }

        return inputs;
    }

    /// <summary>What keeps these inputs from being asked; null for well-posed ones that are as hard as the sheet's.</summary>
    private static string? Obstacle(Asked function, Assignment inputs)
    {
        if (function.Reader.At(inputs) is not { } traits) return "a constraint fails, or there is no value";
        if (!traits.IsAsHardAs(function.Original)) return "zeros or conditions come out otherwise than on the sheet";
        var usual = function.Original.Value.Where(entry => entry != 0).Select(Math.Abs).DefaultIfEmpty(1).ToList();
        var (smallest, largest) = (Math.Min(SmallestValue, usual.Min() / 2), Math.Max(LargestValue, 4 * usual.Max()));
        var byDistance = function.Reader.Specification.Tolerance.Absolute is not null;
        if (traits.Value.Any(entry => entry != 0 && ((byDistance && Math.Abs(entry) < smallest) || Math.Abs(entry) > largest))) return "a value is tiny or large";
        if (traits.Value.Any(IsSaturated)) return "a value is saturated";
        var nearest = function.Original.Turns.Where(turn => turn != 0).Select(Math.Abs).DefaultIfEmpty(1).Min();
        if (traits.Turns.Any(turn => turn != 0 && Math.Abs(turn) < Math.Min(NearestTie, nearest / 2))) return "a condition is nearly a tie";
        return Tells(function.Reader, traits, inputs) || !Tells(function.Reader, function.Original, Original(function.Reader)) ? null : "a known mistake leads to the right value";
    }

    // tanh and the logistic function come so near to 1 only where nothing of their argument is left to see.
    private static bool IsSaturated(double entry) => Math.Abs(entry) != 1 && Math.Abs(Math.Abs(entry) - 1) < 0.01;

    /// <summary>Whether each known mistake leads to another value than the right one.</summary>
    private static bool Tells(TraitReader reader, Traits right, Assignment inputs) =>
        reader.Mistaken(inputs).All(mistaken => !Agreement.Holds(mistaken, right.Value, reader.Specification.Tolerance));

    private static Assignment Original(TraitReader reader) => reader.Specification.Given;

    private NoVariantException Unusable() => new($"The right answers of question {question} of {worksheet} have no value at the given inputs.");

    private static IEnumerable<Slot> SlotsOf(FunctionSpecification specification) =>
        from name in specification.Inputs
        where specification.Given.Values.ContainsKey(name)
        let symbol = specification.Scope.Find(name)
        where symbol is not null
        select new Slot(symbol, specification.Given.Values[name]);

    /// <summary>
    /// The size over which this input's examples run, where all that they are good for is being counted: each input with that size is made of zeros and ones.
    /// </summary>
    private string? ExamplesOf(Slot slot) =>
        slot.Symbol is { Kind: SymbolKind.Variable, Domain: Domain.Binary } && FirstSize(slot.Symbol) is { } size
        && slots.All(other => FirstSize(other.Symbol) != size || other.Symbol.Domain is Domain.Binary)
            ? size
            : null;

    private static string? FirstSize(Symbol symbol) => symbol.Shape switch
    {
        Shape.VectorShape { Length: { Offset: 0, Name: var name } } => name,
        Shape.MatrixShape { Rows: { Offset: 0, Name: var name } } => name,
        _ => null,
    };

    private static int RowsOf(Value value) => value is Value.Matrix matrix ? matrix.Rows : ((Value.Vector)value).Entries.Count;

    private static int SizeOf(Value value) => value switch
    {
        Value.Vector vector => vector.Entries.Count,
        Value.Matrix matrix => matrix.Entries.Count,
        _ => 1,
    };

    /// <summary>One input of the question with the value that the sheet gives it. Parts that give it the same value share it.</summary>
    private sealed record Slot(Symbol Symbol, Value Original);

    private sealed record Asked(TraitReader Reader, Traits Original);
}
