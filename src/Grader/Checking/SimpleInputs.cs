using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>Inputs with real numbers rounded to small whole numbers or halves, as far as their domains allow.</summary>
internal static class SimpleInputs
{
    /// <param name="step">1 for whole numbers, 0.5 for halves.</param>
    public static Assignment Near(DerivedSymbols symbols, Assignment drawn, double step)
    {
        var scope = symbols.Scope;
        var values = drawn.Values
            .Where(pair => scope.Find(pair.Key)?.Kind != SymbolKind.Derived)
            .ToDictionary(pair => pair.Key, pair => scope.Find(pair.Key) is { Kind: SymbolKind.Variable } symbol ? Simplify(pair.Value, symbol.Domain, step) : pair.Value);
        return Completed(symbols, new(values, drawn.Sizes)) ?? drawn;
    }

    /// <summary>The inputs with one number in every entry of some of them; null where what is derived has no value then.</summary>
    public static Assignment? Filled(DerivedSymbols symbols, Assignment inputs, IReadOnlyCollection<string> names, double number)
    {
        var values = inputs.Values.Where(pair => symbols.Scope.Find(pair.Key)?.Kind != SymbolKind.Derived)
            .ToDictionary(pair => pair.Key, pair => names.Contains(pair.Key) ? Filled(pair.Value, number) : pair.Value);
        return Completed(symbols, new(values, inputs.Sizes));
    }

    private static Value Filled(Value value, double number) => value switch
    {
        Value.Scalar => new Value.Scalar(number),
        Value.Vector vector => new Value.Vector(vector.Entries.Select(_ => number).ToEquatableList()),
        Value.Matrix matrix => matrix with { Entries = matrix.Entries.Select(_ => number).ToEquatableList() },
        _ => value,
    };

    /// <summary>The inputs with derived symbols put in; null where one of them has no value.</summary>
    public static Assignment? Completed(DerivedSymbols symbols, Assignment inputs) =>
        symbols.Complete(inputs) is Reading<Assignment>.Success complete ? complete.Value : null;

    private static Value Simplify(Value value, Domain domain, double step) => (value, domain) switch
    {
        (Value.Scalar scalar, Domain.Interval interval) => new Value.Scalar(Simplify(scalar.Number, interval, step)),
        (Value.Vector vector, Domain.Interval interval) =>
            new Value.Vector(vector.Entries.Select(entry => Simplify(entry, interval, step)).ToEquatableList()),
        (Value.Matrix matrix, Domain.Interval interval) =>
            matrix with { Entries = matrix.Entries.Select(entry => Simplify(entry, interval, step)).ToEquatableList() },
        _ => value,
    };

    /// <summary>Never 0, at which too many different formulas agree.</summary>
    private static double Simplify(double number, Domain.Interval interval, double step)
    {
        foreach (var candidateStep in (double[])[step, 0.5, 0.25])
        {
            var steps = Math.Round(number / candidateStep, MidpointRounding.AwayFromZero);
            var rounded = (steps == 0 ? Math.CopySign(1, number) : steps) * candidateStep;
            if (interval.Contains(rounded)) return rounded;
        }

        return number;
    }
}
