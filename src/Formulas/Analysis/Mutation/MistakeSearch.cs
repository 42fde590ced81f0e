using Formulas.Expressions;
using Formulas.Text;

namespace Formulas.Analysis.Mutation;

/// <summary>
/// Finds the mistake in a wrong answer by its values. What plausible mistakes make of the reference is worked out once and kept in a
/// table by fingerprint; an answer is looked up there, and a hit counts only where its values are the answer's at every sample.
/// Prepared at the first answer; may be shared between threads.
/// </summary>
public sealed class MistakeSearch
{
    /// <summary>A reference that takes more operations at a few samples has no table: each of hundreds of mistakes would take as many.</summary>
    private const long MostForReference = 20_000;

    /// <summary>What the table may take altogether, and what holding an answer against one entry may.</summary>
    private const long MostForTable = 2_000_000;

    /// <summary>Fewer samples prove nothing.</summary>
    private const int FewestSamples = 8;

    /// <summary>So many formulas with one fingerprint are held against an answer.</summary>
    private const int MostCandidates = 60;

    /// <summary>At so many further inputs an answer is held against what explains it.</summary>
    private const int FurtherInputs = 8;

    private const int FurtherInputsWithCases = 96;

    /// <summary>At so many samples a mistake must show: at one alone, many another has the same value.</summary>
    private const int FewestShowing = 3;

    /// <summary>Where values decide by cases, many formulas agree at most inputs.</summary>
    private const int FewestShowingWithCases = 6;

    /// <summary>After every other name comes one that speaks of a symbol which the answer does not name.</summary>
    private const int Unnamed = 1_000_000;

    private readonly Expression reference;
    private readonly Scope scope;
    private readonly IReadOnlyList<Assignment> inputs;
    private readonly IReadOnlyList<BoundedOutcome.Known> right;
    private readonly Func<int, Assignment?> draw;
    private readonly Fingerprint fingerprint;
    private readonly Lazy<Dictionary<long, List<Mutant>>> table;
    private readonly Lazy<Dictionary<NormalForm, Mutant>> byForm;
    private readonly Lazy<EquatableList<MistakeSearch>> entries;
    private readonly Lazy<List<Assignment>> further;
    private readonly Lazy<List<Assignment>> furtherWithCases;
    private readonly Lazy<DerivedSymbols?> derived;
    private readonly Lazy<IReadOnlySet<string>> symbols;
    private readonly bool hasCases;

    /// <param name="inputs">The samples, at all of which the reference has a certain value.</param>
    /// <param name="right">The reference's values there.</param>
    /// <param name="draw">Further inputs, by number from 0; null where the number gives none that count.</param>
    public MistakeSearch(
        Expression reference, Scope scope, IReadOnlyList<Assignment> inputs, IReadOnlyList<BoundedOutcome.Known> right, Func<int, Assignment?> draw)
    {
        this.reference = reference;
        this.scope = scope;
        this.inputs = inputs;
        this.right = right;
        this.draw = draw;
        fingerprint = new(inputs, right);
        table = new(Table);
        byForm = new(ByForm);
        entries = new(Entries);
        further = new(() => Further(FurtherInputs));
        furtherWithCases = new(() => Further(FurtherInputsWithCases));
        derived = new(() => DerivedSymbols.Read(scope) is Reading<DerivedSymbols>.Success(var symbols, _) ? symbols : null);
        symbols = new(() => Subexpressions.Symbols(reference));
        hasCases = HasCases(reference);
    }

    /// <summary>How many mistaken formulas the table holds.</summary>
    public int Count => table.Value.Values.Sum(bucket => bucket.Count);

    /// <summary>The mistake, or the two mistakes, that explain an answer's values; null where nothing explains them.</summary>
    /// <param name="answers">The answer's values at the samples.</param>
    /// <param name="answer">The answer itself where it is a formula: it is then tried at more inputs where cases hide differences.</param>
    /// <param name="form">The answer's normal form, where it is at hand.</param>
    public ExplainedAnswer? Find(Shape answerShape, IReadOnlyList<BoundedOutcome> answers, Expression? answer = null, NormalForm? form = null)
    {
        if (inputs.Count < FewestSamples || reference.Shape is Shape.TruthShape) return null;
        return FindWhole(answerShape, answers, answer, form) ?? FindInEntries(answers);
    }

    /// <summary>
    /// An answer that is one of the mistaken formulas but for the order of terms and the like has its values everywhere, so that what
    /// explains the one explains the other.
    /// </summary>
    private ExplainedAnswer? FindWhole(Shape answerShape, IReadOnlyList<BoundedOutcome> answers, Expression? answer, NormalForm? form) =>
        answer is not null && answer.Shape.Equals(reference.Shape) && (form ?? Normalizing.Of(answer)) is { } known && byForm.Value.TryGetValue(known, out var mutant)
            ? mutant.Explained(this)
            : FindByValues(answerShape, answers, answer);

    private ExplainedAnswer? FindByValues(Shape answerShape, IReadOnlyList<BoundedOutcome> answers, Expression? answer)
    {
        if (fingerprint.Of(answers) is not { } key) return null;
        (Mutant Mutant, double Factor, int Order)? best = null;
        var named = answer is null ? null : Subexpressions.Symbols(answer);
        foreach (var mutant in Candidates(key))
        {
            var order = mutant.Order + (named is not null && Introduced(mutant.Formula).Any(name => !named.Contains(name)) ? Unnamed : 0);
            if (best is { } sofar && (Rank(sofar.Factor), sofar.Order).CompareTo((Rank(1), order)) <= 0) continue;
            if (Explanation.Of(answerShape, answers, mutant.Formula.Shape, mutant.AtSamples, right) is not var (factor, showing)) continue;
            if (factor != 1 && mutant.Plausibility >= Plausibility.Several) continue;
            if (best is { } other && (Rank(other.Factor), other.Order).CompareTo((Rank(factor), order)) <= 0) continue;
            if (IsProved(mutant, factor, showing, answer)) best = (mutant, factor, order);
        }

        return best is { } found ? Explained(found.Mutant, found.Factor) : null;
    }

    /// <summary>The derived symbols of a mistaken formula that the reference has not. An answer that does not name them made them, if at all, unawares.</summary>
    private IEnumerable<string> Introduced(Expression mistaken) =>
        Subexpressions.Symbols(mistaken).Where(name => scope.Find(name)?.Kind == SymbolKind.Derived && !symbols.Value.Contains(name));

    /// <summary>A single mistake before a turned sign beside it, and that before another factor.</summary>
    private static int Rank(double factor) => factor switch
    {
        1 => 0,
        -1 => 1,
        _ => 2,
    };

    private ExplainedAnswer Explained(Mutant mutant, double factor) => factor switch
    {
        1 => new([mutant.Name().Of(reference, mutant.Formula)], mutant.Formula, factor),
        -1 => new([mutant.Name().Of(reference, mutant.Formula), MistakeSentences.Sign()], Trees.Negated(mutant.Formula), factor),
        _ => new([mutant.Name().Of(reference, mutant.Formula), MistakeSentences.Factor(factor)], Trees.Scaled(Trees.Number(factor), mutant.Formula), factor),
    };

    private IEnumerable<Mutant> Candidates(long key) =>
        new[] { key, key - 1, key + 1 }.SelectMany(near => table.Value.GetValueOrDefault(near) ?? []).Take(MostCandidates);

    /// <summary>
    /// Whether the mistake shows often enough, and the answer is the mistaken formula at further inputs too. Formulas with cases may
    /// agree at all samples and not at others, so these are tried at more.
    /// </summary>
    private bool IsProved(Mutant mutant, double factor, int showing, Expression? answer)
    {
        if (answer is not null && !InputsOf(mutant.Formula).IsSubsetOf(InputsOf(answer))) return false;
        var isByCases = hasCases || mutant.HasCases || (answer is not null && HasCases(answer));
        if (isByCases && answer is not null && !Turns.AreAmong(Turns.Of(answer), [.. Turns.Of(mutant.Formula), .. Turns.Of(reference)], inputs)) return false;
        var budget = new EvaluationBudget(MostForTable);
        foreach (var point in answer is null ? [] : isByCases ? furtherWithCases.Value : further.Value)
        {
            switch (Evaluation.EvaluateWithBound(answer!, point, budget), Evaluation.EvaluateWithBound(mutant.Formula, point, budget))
            {
                case (BoundedOutcome.Known left, BoundedOutcome.Known other):
                    if (Explanation.Differ(left, other, factor)) return false;
                    if (isByCases && Evaluation.EvaluateWithBound(reference, point, budget) is BoundedOutcome.Known known && Explanation.Shows(left, known)) showing++;
                    break;
                case (BoundedOutcome.Undefined, BoundedOutcome.Undefined):
                    break;
                default:
                    return false;
            }
        }

        return showing >= (isByCases ? FewestShowingWithCases : FewestShowing);
    }

    /// <summary>
    /// The inputs on which a formula rests. Where a mistaken formula has one that the answer does not name, its values do not depend
    /// on it, as the sum of a one-hot y does not on y: then they are the answer's for another reason.
    /// </summary>
    private HashSet<string> InputsOf(Expression formula)
    {
        var names = Subexpressions.Symbols(formula);
        return [.. (derived.Value?.RestOn(names) ?? names).Where(name => scope.Find(name)?.Kind != SymbolKind.Derived)];
    }

    private List<Assignment> Further(int count) => Enumerable.Range(0, count).Select(draw).OfType<Assignment>().ToList();

    /// <summary>The entries of a list looked at one by one; each wrong one that is explained is named.</summary>
    private ExplainedAnswer? FindInEntries(IReadOnlyList<BoundedOutcome> answers)
    {
        var count = entries.Value.Count;
        if (count == 0 || !answers.All(outcome => outcome is BoundedOutcome.Known known && known.Bounds.Count == count)) return null;
        var found = new List<Mistake>();
        for (var k = 0; k < count; k++)
        {
            var entry = answers.Select(outcome => EntryOf((BoundedOutcome.Known)outcome, k)).ToList();
            found.AddRange(entries.Value[k].FindScalar(entry).Select(mistake => MistakeSentences.InEntry(k + 1, mistake)));
        }

        return found.Count > 0 ? new(found.ToEquatableList(), null, 1) : null;
    }

    /// <summary>An entry's mistakes; a turned sign of the whole among them.</summary>
    private EquatableList<Mistake> FindScalar(List<BoundedOutcome> answers) =>
        Explanation.Of(Shape.Scalar, answers, Shape.Scalar, right, right) is ({ } factor and not 1, >= FewestShowing)
            ? factor == -1 ? [MistakeSentences.SignOf(reference).Of(reference, reference)] : [MistakeSentences.Factor(factor)]
            : FindWhole(Shape.Scalar, answers, null, null)?.Mistakes ?? [];

    private EquatableList<MistakeSearch> Entries() => reference is Expression.VectorLiteral vector
        ? vector.Entries.Select((entry, k) => new MistakeSearch(entry, scope, inputs, right.Select(known => (BoundedOutcome.Known)EntryOf(known, k)).ToList(), draw)).ToEquatableList()
        : [];

    private static BoundedOutcome EntryOf(BoundedOutcome.Known known, int k) =>
        new BoundedOutcome.Known(new Value.Scalar(Equality.ValueShape.Entries(known.Value)[k]), [known.Bounds[k]]);

    private Dictionary<long, List<Mutant>> Table()
    {
        var seen = new HashSet<Expression> { reference };
        var buckets = new Dictionary<long, List<Mutant>>();
        if (fingerprint.Of(reference, new(MostForReference)) is null) return buckets;
        var budget = new EvaluationBudget(MostForTable);
        var order = 0;
        foreach (var change in Mutations.Of(reference, scope).OrderBy(change => change.Plausibility).ThenBy(change => change.IsEverywhere))
        {
            if (!seen.Add(change.Replacement) || IsTrivial(change) || fingerprint.Of(change.Replacement, budget) is not { } key) continue;
            if (!buckets.TryGetValue(key, out var bucket)) buckets.Add(key, bucket = []);
            bucket.Add(new(change, order++, inputs));
        }

        return buckets;
    }

    private Dictionary<NormalForm, Mutant> ByForm()
    {
        var forms = new Dictionary<NormalForm, Mutant>();
        foreach (var mutant in table.Value.Values.SelectMany(bucket => bucket).OrderBy(mutant => mutant.Order))
        {
            if (mutant.Formula.Shape.Equals(reference.Shape) && Normalizing.Of(mutant.Formula) is { } form) forms.TryAdd(form, mutant);
        }

        return forms;
    }

    /// <summary>A number where the reference has inputs is no mistake to be recognised, but for a case that is taken always.</summary>
    private bool IsTrivial(Change change) => change.Plausibility != Plausibility.Missing
        && Subexpressions.Symbols(change.Replacement).Count == 0 && Subexpressions.Symbols(reference).Count > 0;

    private static bool HasCases(Expression formula) => Turns.Of(formula).Count > 0;

    /// <summary>A mistaken formula. Its values are worked out when an answer first looks like it.</summary>
    private sealed class Mutant(Change change, int order, IReadOnlyList<Assignment> inputs)
    {
        private readonly Lazy<BoundedOutcome[]> atSamples = new(() => [.. inputs.Select(point => Evaluation.EvaluateWithBound(change.Replacement, point))]);

        private ExplainedAnswer?[]? explained;

        public Expression Formula => change.Replacement;

        public Plausibility Plausibility => change.Plausibility;

        public Func<Wording> Name => change.Name;

        public int Order => order;

        public BoundedOutcome[] AtSamples => atSamples.Value;

        /// <summary>What explains the mistaken formula itself, simpler mistakes with the same values among it; worked out once.</summary>
        public ExplainedAnswer? Explained(MistakeSearch search) => LazyInitializer.EnsureInitialized(
            ref explained, () => [search.FindByValues(Formula.Shape, AtSamples, Formula)])[0];

        public bool HasCases { get; } = MistakeSearch.HasCases(change.Replacement);
    }
}
