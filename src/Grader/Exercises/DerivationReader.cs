using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Exercises;

/// <summary>Reads the independent way to a part's values that the self-test takes.</summary>
internal static class DerivationReader
{
    private static readonly string[] Forms = ["formula", "gradientOf", "stationary", "identity"];

    public static Derivation? Read(JsonRecord record, Scope part, PartSymbols symbols, ProblemLog log)
    {
        var scope = symbols.With(record, log).Everything(part);
        var at = record.Entries("at")
            .Select(entry => new Binding(entry.Name, record.TextOf(entry.Value) ?? string.Empty)).ToEquatableList();
        foreach (var entry in record.Entries("at").Where(entry => scope.Find(entry.Name) is null))
        {
            log.Add(entry, $"\"at\" sets {entry.Name}, which is no symbol of the derivation.", Suggestion.For(entry.Name, scope.Symbols.Select(symbol => symbol.Name)));
        }

        var (derivation, constraints) = (ReadForm(record, scope, at, log), record.Texts("constraints"));
        record.RefuseUnknownKeys();
        return derivation is null ? null : derivation with { Constraints = constraints };
    }

    private static Derivation? ReadForm(JsonRecord record, Scope scope, EquatableList<Binding> at, ProblemLog log)
    {
        var formula = record.OptionalText("formula");
        var gradient = record.Record("gradientOf");
        var stationary = record.Record("stationary");
        var identity = record.Record("identity");
        var combine = record.OptionalText("combine");
        if (new object?[] { formula, gradient, stationary, identity }.Count(form => form is not null) != 1)
        {
            log.Add(record.Json, "A derivation has exactly one form.", $"Give one of: {string.Join(", ", Forms)}.");
            return null;
        }

        if (formula is not null) return new Derivation.Formula(scope, formula);
        if (gradient is not null)
        {
            var (loss, by) = LossAndSymbol(gradient, scope, log);
            return new Derivation.Gradient(scope, loss, by, combine ?? "G", at);
        }

        if (stationary is not null)
        {
            var (loss, by) = LossAndSymbol(stationary, scope, log);
            return new Derivation.Stationary(scope, loss, by, at);
        }

        var sides = new Derivation.Identity(scope, identity!.Text("left"), identity.Text("right"));
        identity.RefuseUnknownKeys();
        return sides;
    }

    private static (string Loss, string By) LossAndSymbol(JsonRecord record, Scope scope, ProblemLog log)
    {
        var (loss, by) = (record.Text("loss"), record.Text("by"));
        record.RefuseUnknownKeys();
        if (scope.Find(by) is null) log.Add(record.Json, $"The loss is differentiated by {by}, which is no symbol of the derivation. What the loss alone knows is declared under its \"symbols\".", Suggestion.For(by, scope.Symbols.Select(symbol => symbol.Name)));
        return (loss, by);
    }
}
