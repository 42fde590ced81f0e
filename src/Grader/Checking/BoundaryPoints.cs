using Formulas.Analysis;
using Formulas.Analysis.Equality;
using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking;

/// <summary>Inputs of a function part exactly on a boundary or hardly off it, with the right values there.</summary>
internal static class BoundaryPoints
{
    private const int Wanted = 6;

    /// <param name="boundary">A scalar formula over the function's inputs that is 0 on the boundary.</param>
    public static EquatableList<SamplePoint> On(Expression boundary, PreparedFunction function)
    {
        var search = Search(boundary, function);
        return function.Samples.Select(sample => search.On(sample.Inputs)).OfType<Assignment>()
            .Select(inputs => Point(function, inputs)).OfType<SamplePoint>().Take(Wanted)
            .Concat(function.Special.Select(special => search.On(special.Inputs)).OfType<Assignment>().Select(inputs => Point(function, inputs)).OfType<SamplePoint>())
            .ToEquatableList();
    }

    /// <summary>Inputs so close to the boundary, on both sides, that a condition with a slightly different one is found out.</summary>
    /// <param name="boundary">A scalar formula over the function's inputs that is 0 on the boundary.</param>
    public static EquatableList<SamplePoint> Beside(Expression boundary, PreparedFunction function)
    {
        var search = Search(boundary, function);
        return function.Samples.Concat(function.Special).SelectMany(sample => search.Beside(sample.Inputs))
            .Select(inputs => Point(function, inputs)).OfType<SamplePoint>().ToEquatableList();
    }

    private static Boundary Search(Expression boundary, PreparedFunction function) =>
        new(boundary, function.Specification.Scope, inputs => SimpleInputs.Completed(function.Derived, inputs));

    /// <summary>Null where the part does not allow such inputs or the right value is not certain there.</summary>
    public static SamplePoint? Point(PreparedFunction function, Assignment inputs) =>
        function.Allows(inputs) && Evaluation.EvaluateWithBound(function.Canonical, inputs) is BoundedOutcome.Known { IsCertain: true } known ? new(inputs, known) : null;
}
