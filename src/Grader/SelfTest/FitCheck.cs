using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Reference;
using Reference.LogisticInitialization;

namespace Grader.SelfTest;

/// <summary>What the reference's fit returns has the property that students' fits are judged by.</summary>
internal static class FitCheck
{
    private const int MostRows = 40;

    private const int FewestRows = 20;

    public static CheckResult Run(string name, PartKind.Fit fit) => Guarded.Run(name, "fit", check =>
    {
        if (!Catalogue.Methods.TryGetValue(name, out var method) || !Catalogue.Fits.TryGetValue(name, out var property))
        {
            check.Fail("The reference has no method or no property for this part.");
            return;
        }

        foreach (var sample in Samples.Of(fit.Scope, Sizes(fit.Scope)))
        {
            if (check.Samples >= Samples.Wanted || check.HasFailed) return;
            if (Fitted(method, sample.Inputs) is not { } returned) continue;
            check.Measure(0, sample.Where);
            if (property(sample.Inputs, returned) is { Holds: false, Message: var message }) check.Fail($"At {sample.Where}: {message}");
        }

        check.Fail($"Only {check.Samples} samples can be fitted.");
    });

    private static Value? Fitted(ReferenceMethod method, Assignment inputs)
    {
        try
        {
            return method(inputs);
        }
        catch (SeparableDataException)
        {
            return null;
        }
    }

    /// <summary>Many examples of few features, so that most data have a fit at all.</summary>
    private static EquatableList<SizeRange> Sizes(Scope scope)
    {
        var rows = scope.Symbols.Select(symbol => symbol.Shape).OfType<Shape.MatrixShape>().Select(shape => shape.Rows.Name).ToHashSet();
        return scope.Sizes.Select(size => rows.Contains(size) ? new SizeRange(size, FewestRows, MostRows) : new(size, 1, 3)).ToEquatableList();
    }
}
