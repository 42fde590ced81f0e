using Formulas.Analysis;
using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Reference;
using Reference.LogisticInitialization;

namespace Grader.Checking.Methods;

/// <summary>Data to fit: many examples of few features, so that most data have a fit, and only such data that have one.</summary>
internal static class FitData
{
    private const int MostRows = 40;

    private const int FewestRows = 20;

    private const int Wanted = 6;

    private const int MostDrawn = 60;

    /// <exception cref="InvalidOperationException">The reference can fit too few of the data that the part's domains give.</exception>
    public static EquatableList<MethodPoint> Draw(PartKind.Fit fit, ReferenceMethod reference, ulong seed, bool isPublic)
    {
        var points = Enumerable.Range(0, MostDrawn)
            .Select(index => Sampling.Draw(fit.Scope, Sizes(fit.Scope), seed, index))
            .Where(inputs => HasFit(reference, inputs))
            .Take(Wanted)
            .Select(inputs => new MethodPoint(inputs, PointPurpose.Sample, isPublic)).ToEquatableList();
        return points.Count == Wanted ? points : throw new InvalidOperationException($"Only {points.Count} data sets for {fit.Method} have a fit.");
    }

    private static bool HasFit(ReferenceMethod reference, Assignment inputs)
    {
        try
        {
            return reference(inputs) is not null;
        }
        catch (SeparableDataException)
        {
            return false;
        }
    }

    private static EquatableList<SizeRange> Sizes(Scope scope)
    {
        var rows = scope.Symbols.Select(symbol => symbol.Shape).OfType<Shape.MatrixShape>().Select(shape => shape.Rows.Name).ToHashSet();
        return scope.Sizes.Select(size => rows.Contains(size) ? new SizeRange(size, FewestRows, MostRows) : new(size, 1, 3)).ToEquatableList();
    }
}
