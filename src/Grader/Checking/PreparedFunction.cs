using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Analysis.Mutation;
using Formulas.Analysis.Proof;
using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Grader.Exercises;

namespace Grader.Checking;

/// <summary>What judging a function needs and every submission shares: formulas read once, right values at the samples.</summary>
internal sealed class PreparedFunction
{
    /// <summary>So many conditions of one formula are tried on their boundaries.</summary>
    public const int MostTurns = 12;

    /// <summary>So many points around one are looked at.</summary>
    private const int Neighbours = 8;

    private readonly ulong seed;
    private readonly EquatableList<Expression> constraints;
    private readonly Lazy<Value> givenValue;
    private readonly Lazy<EquatableList<SamplePoint>> special;
    private readonly Lazy<EquatableList<SamplePoint>> turns;
    private readonly Lazy<EquatableList<SamplePoint>> besideTurns;
    private readonly Lazy<EquatableList<KnownFormula<AlternativeReading>>> readings;
    private readonly Lazy<EquatableList<KnownFormula<Misconception>>> misconceptions;
    private readonly Lazy<MistakeSearch> mistakes;
    private readonly Lazy<NormalForm?> form;
    private readonly Lazy<ExactForm?> exact;

    /// <param name="reference">The reference's own value at the given inputs; null where the reference has no such method.</param>
    /// <param name="orderOf">What the formula of a table's cell may use, from the derived symbols; null where the function is no cell.</param>
    public PreparedFunction(
        FunctionSpecification specification, ulong seed, Func<Assignment, Value>? reference, Func<DerivedSymbols, CellOrder>? orderOf = null)
    {
        this.seed = seed;
        Specification = specification;
        Reader = new(specification.Scope);
        Canonical = ReadOwn(specification.Canonical, specification.Scope);
        Derived = ReadDerived(specification.Scope);
        Order = orderOf?.Invoke(Derived);
        constraints = specification.Constraints.Select(text => ReadOwn(text, specification.Scope)).ToEquatableList();
        var ofDerivation = (specification.Derivation?.Constraints ?? []).Select(text => ReadOwn(text, specification.Scope)).ToList();
        Samples = new SampleSet(specification, Derived, Canonical, Allows, inputs => Hold(ofDerivation, inputs), seed).Draw();
        Expected = [.. Samples.Select(sample => sample.Expected)];
        Precise = new(Canonical, [.. Samples.Select(sample => sample.Inputs)]);
        form = new(() => Normalizing.Of(Canonical));
        exact = new(() => ExactForm.Of(Canonical, specification.Scope));
        Given = SimpleInputs.Completed(Derived, specification.Given) ?? specification.Given;
        givenValue = new(() => reference?.Invoke(Given) ?? ValueOf(Canonical));
        special = new(() => SpecialPoints.Of(this));
        turns = new(() => TurnsOf(Canonical));
        besideTurns = new(() => BesideTurnsOf(Canonical));
        readings = new(() => specification.Readings.Select(reading => Known(reading, reading.Formula)).ToEquatableList());
        mistakes = new(() => new(
            Canonical, specification.Scope, [.. Samples.Select(sample => sample.Inputs)], Expected, Further));
        misconceptions = new(() => specification.Misconceptions.Select(mistake => Known(mistake, mistake.Formula)).ToEquatableList());
    }

    public FunctionSpecification Specification { get; }

    /// <summary>What the formula of a table's cell may use; null where the function is no cell.</summary>
    public CellOrder? Order { get; }

    /// <summary>Reads answers with the part's names.</summary>
    public ScopeReader Reader { get; }

    public Expression Canonical { get; }

    /// <summary>The part's derived symbols, whose definitions are read once.</summary>
    public DerivedSymbols Derived { get; }

    public EquatableList<SamplePoint> Samples { get; }

    /// <summary>The right values at the samples in more digits than doubles have.</summary>
    public PreciseReference Precise { get; }

    /// <summary>The right values at the samples.</summary>
    public EquatableList<BoundedOutcome.Known> Expected { get; }

    /// <summary>Inputs at which much is 0 or alike, so that several conditions are met at once.</summary>
    public EquatableList<SamplePoint> Special => special.Value;

    /// <summary>Inputs at which the right formula just changes from one case to another; empty where it has no cases.</summary>
    public EquatableList<SamplePoint> Turns => turns.Value;

    /// <summary>Inputs hardly off those of <see cref="Turns"/>, on both sides.</summary>
    public EquatableList<SamplePoint> BesideTurns => besideTurns.Value;

    /// <summary>The given inputs, with derived symbols.</summary>
    public Assignment Given { get; }

    public Value GivenValue => givenValue.Value;

    public bool HasGiven => Specification.Given.Values.Count > 0;

    public EquatableList<KnownFormula<AlternativeReading>> Readings => readings.Value;

    public EquatableList<KnownFormula<Misconception>> Misconceptions => misconceptions.Value;

    /// <summary>What plausible mistakes make of the right formula.</summary>
    public MistakeSearch Mistakes => mistakes.Value;

    public SampleRecord Record => new(Samples.Count, $"{seed:x16}");

    /// <summary>Whether inputs from the symbols' domains meet the part's further constraints.</summary>
    public bool Allows(Assignment inputs) => Hold(constraints, inputs);

    private static bool Hold(IEnumerable<Expression> conditions, Assignment inputs) =>
        conditions.All(constraint => Evaluation.Evaluate(constraint, inputs) is Outcome.Known { Value: Value.Truth { Holds: true } });

    /// <summary>Whether a formula is the right one but for the order of terms and the like.</summary>
    public bool IsCanonical(Expression formula, NormalForm? normal) =>
        normal is not null && formula.Shape.Equals(Specification.Shape) && normal.Equals(form.Value);

    /// <summary>Whether a formula is proven to have the right value wherever there is one; false says nothing.</summary>
    public bool IsProven(Expression formula) =>
        exact.Value is { } right && ExactForm.Of(formula, Specification.Scope)?.IsProvenEqualTo(right) == true;

    /// <summary>Inputs beyond the samples, by number from 0; null where a constraint rules them out.</summary>
    public Assignment? Further(int number)
    {
        var inputs = Sampling.Draw(Derived, Specification.SizeRanges, seed, SampleSet.MostTried + number);
        return Allows(inputs) ? inputs : null;
    }

    /// <summary>The part's inputs alone, without derived symbols and symbols of other parts, for showing.</summary>
    public Assignment Inputs(Assignment all) =>
        new(all.Values.Where(pair => Specification.Inputs.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value), all.Sizes);

    /// <summary>Whether the right value leaps where the inputs hardly change: then no formula can be completed there from what lies around.</summary>
    public bool LeapsAt(SamplePoint point) => Enumerable.Range(0, Neighbours)
        .Select(k => Neighbourhood.Hardly(point.Inputs, Specification.Scope, moved => SimpleInputs.Completed(Derived, moved), seed, k))
        .Any(beside => beside is not null && Evaluation.EvaluateWithBound(Canonical, beside) is BoundedOutcome.Known known && Neighbourhood.IsLeap(known.Value, point.Expected.Value));

    /// <inheritdoc cref="Neighbourhood.Near"/>
    public Assignment? Near(Assignment inputs, int index) =>
        Neighbourhood.Near(inputs, Specification.Scope, moved => SimpleInputs.Completed(Derived, moved), seed, index);

    /// <summary>Inputs at which a formula over the part's symbols just changes from one case to another.</summary>
    public EquatableList<SamplePoint> TurnsOf(Expression formula) =>
        TurningPoints.Of(formula).Distinct().Take(MostTurns).SelectMany(turn => BoundaryPoints.On(turn, this)).ToEquatableList();

    /// <summary>Inputs hardly off those at which a formula changes from one case to another, on both sides.</summary>
    public EquatableList<SamplePoint> BesideTurnsOf(Expression formula) =>
        TurningPoints.Of(formula).Distinct().Take(MostTurns).SelectMany(turn => BoundaryPoints.Beside(turn, this)).ToEquatableList();

    /// <summary>A formula of the exercise's own. One that cannot be read is a fault of the exercise, not of the student.</summary>
    public static Expression ReadOwn(string text, Scope scope) => FormulaReader.Read(text, scope) switch
    {
        Reading<Expression>.Success read => read.Value,
        Reading<Expression>.Failure failure => throw new InvalidOperationException($"The exercise's formula {text} cannot be read: {failure.Diagnostic.Message}"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static DerivedSymbols ReadDerived(Scope scope) => DerivedSymbols.Read(scope) switch
    {
        Reading<DerivedSymbols>.Success read => read.Value,
        Reading<DerivedSymbols>.Failure failure => throw new InvalidOperationException(failure.Diagnostic.Message),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Value ValueOf(Expression formula) => Evaluation.Evaluate(formula, Given) switch
    {
        Outcome.Known known => known.Value,
        Outcome.Undefined undefined => throw new InvalidOperationException($"{Specification.Canonical} has no value at the given inputs: {undefined.Reason}"),
        Outcome.OverBudget over => throw new InvalidOperationException(over.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A further formula of the exercise over the same inputs.</summary>
    public KnownFormula<T> Known<T>(T source, string text)
    {
        var formula = ReadOwn(text, Specification.Scope);
        return new(source, formula, Normalizing.Of(formula), Samples.Select(sample => Evaluation.EvaluateWithBound(formula, sample.Inputs)).ToEquatableList(),
            (Evaluation.Evaluate(formula, Given) as Outcome.Known)?.Value);
    }
}

/// <summary>A formula that the exercise knows besides the right one, with its values.</summary>
/// <param name="Form">Null where it is too large for one.</param>
/// <param name="AtGiven">Null where it has no value there.</param>
internal sealed record KnownFormula<T>(T Source, Expression Formula, NormalForm? Form, EquatableList<BoundedOutcome> AtSamples, Value? AtGiven);
