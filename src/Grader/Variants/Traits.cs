using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Variants;

/// <summary>
/// What makes a question as hard, at given inputs, as another: how many entries of the value are zero, and how each condition, ReLU,
/// maximum and minimum on the way comes out.
/// </summary>
/// <param name="Value">The right value's entries, row by row.</param>
/// <param name="Zeros">How many of them are 0.</param>
/// <param name="Turns">The values of what conditions compare (<see cref="TurningPoints"/>), as far as they can be looked at by themselves.</param>
internal sealed record Traits(EquatableList<double> Value, int Zeros, EquatableList<double> Turns)
{
    /// <summary>How many comparisons come out above, and how many below.</summary>
    public (int Above, int Below) Decisions => (Turns.Count(turn => turn > 0), Turns.Count(turn => turn < 0));

    public bool IsAsHardAs(Traits other) => Value.Count == other.Value.Count && Zeros == other.Zeros && Decisions == other.Decisions;
}

/// <summary>One function of a worksheet, read once, whose traits are looked at for many inputs.</summary>
internal sealed class TraitReader
{
    private readonly FunctionSpecification specification;
    private readonly Expression canonical;
    private readonly DerivedSymbols derived;
    private readonly IReadOnlyList<Expression> turns;
    private readonly IReadOnlyList<Expression> constraints;
    private readonly IReadOnlyList<Expression> others;

    /// <exception cref="InvalidOperationException">A formula of the worksheet cannot be read: its own tests say so first.</exception>
    public TraitReader(FunctionSpecification specification)
    {
        this.specification = specification;
        canonical = Own(specification.Canonical);
        derived = DerivedSymbols.Read(specification.Scope) is Reading<DerivedSymbols>.Success { Value: var read } ? read : throw new InvalidOperationException("A derived symbol cannot be read.");
        turns = [.. TurningPoints.Of(canonical).Distinct()];
        constraints = [.. specification.Constraints.Select(Own)];
        others = [.. specification.Misconceptions.Select(mistake => mistake.Formula).Concat(specification.Readings.Where(reading => reading.Credit < 1).Select(reading => reading.Formula)).Select(Own)];
    }

    public FunctionSpecification Specification => specification;

    /// <summary>The inputs with what is derived from them; null where that has no value.</summary>
    public Assignment? Complete(IReadOnlyDictionary<string, Value> values, IReadOnlyDictionary<string, int> sizes) =>
        derived.Complete(new(values, sizes)) is Reading<Assignment>.Success complete ? complete.Value : null;

    /// <summary>Null where a constraint fails or the right formula has no finite value.</summary>
    public Traits? At(Assignment inputs)
    {
        if (!constraints.All(constraint => Evaluation.Evaluate(constraint, inputs) is Outcome.Known { Value: Value.Truth { Holds: true } })) return null;
        if (EntriesAt(canonical, inputs) is not { } value || !value.All(double.IsFinite)) return null;
        var turned = turns.Select(turn => Evaluation.Evaluate(turn, inputs)).OfType<Outcome.Known>().Select(known => known.Value).OfType<Value.Scalar>().Select(scalar => scalar.Number);
        return new(value.ToEquatableList(), value.Count(entry => entry == 0), turned.ToEquatableList());
    }

    /// <summary>The values to which known mistakes lead there.</summary>
    public IEnumerable<double[]> Mistaken(Assignment inputs) => others.Select(formula => EntriesAt(formula, inputs)).OfType<double[]>();

    private static double[]? EntriesAt(Expression formula, Assignment inputs) => Evaluation.Evaluate(formula, inputs) switch
    {
        Outcome.Known { Value: Value.Truth(var holds) } => [holds ? 1 : 0],
        Outcome.Known { Value: Value.Scalar or Value.Vector or Value.Matrix } known => ValueShape.Entries(known.Value),
        _ => null,
    };

    private Expression Own(string text) => FormulaReader.Read(text, specification.Scope) is Reading<Expression>.Success { Value: var formula }
        ? formula
        : throw new InvalidOperationException($"The worksheet's formula {text} cannot be read.");
}
