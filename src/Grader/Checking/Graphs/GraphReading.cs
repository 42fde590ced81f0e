using Formulas.Expressions;
using Formulas.Text;

namespace Grader.Checking.Graphs;

/// <summary>
/// A graph shown back as formulas in the student's own words: one line for each node under its own name, with the operations that were
/// written. For showing only: what runs is <see cref="GraphFormula"/>, in which g_1 has a concrete function standing for it.
/// </summary>
internal static class GraphReading
{
    public static AnswerReading Of(string given, string output, GraphFormula.Outcome.Runnable runnable, Scope scope)
    {
        var shown = Show(output, runnable, scope);
        return AnswerReadings.OfFormula(given, shown, scope) with { Mathematics = new ReadGraph(shown, scope) };
    }

    private static Expression Show(string output, GraphFormula.Outcome.Runnable runnable, Scope scope)
    {
        var shapes = runnable.Steps.ToDictionary(step => step.Node.Name, step => step.Shape, StringComparer.Ordinal);
        var constants = runnable.Steps.Where(step => step.Node.Operation == "constant").ToDictionary(step => step.Node.Name, StringComparer.Ordinal);
        Expression Named(string name) => constants.TryGetValue(name, out var constant) ? Show(constant, [], scope) : shapes.TryGetValue(name, out var shape)
            ? new Expression.LetReference(name, shape)
            : new Expression.Reference(name, scope.Find(name)?.Shape ?? Shape.Scalar);

        var lines = runnable.Steps
            .Where(step => !runnable.Unused.Contains(step.Node.Name) && step.Node.Name != step.Node.Operation && !constants.ContainsKey(step.Node.Name))
            .Select(step => (step.Node.Name, Formula: Show(step, [.. step.Node.Inputs.Select(Named)], scope))).ToList();
        var answer = lines.Where(line => line.Name == output).Select(line => line.Formula).FirstOrDefault() ?? Named(output);
        return lines.Where(line => line.Name != output).Reverse().Aggregate(answer, (body, line) => new Expression.Let(line.Name, line.Formula, body));
    }

    private static Expression Show(GraphStep step, EquatableList<Expression> of, Scope scope) => step.Node.Operation switch
    {
        "constant" => new Expression.Number(step.Node.Value ?? 0, (step.Node.Value ?? 0).ToString("R", System.Globalization.CultureInfo.InvariantCulture)),
        "add" => of.Aggregate((left, right) => new Expression.Additive(AdditiveOperator.Add, left, right, step.Shape)),
        "sub" => new Expression.Additive(AdditiveOperator.Subtract, of[0], of[1], step.Shape),
        "mul" => of.Aggregate((left, right) => new Expression.Product(KindOf(left, right), left, right, step.Shape)),
        "neg" => new Expression.Negate(of[0]),
        "div" => new Expression.Quotient(of[0], of[1], step.Shape),
        "pow" => new Expression.Power(of[0], of[1], step.Shape),
        "matmul" => new Expression.Product(ProductKind.Matrix, of[0], of[1], step.Shape),
        "dot" => new Expression.Product(ProductKind.Inner, of[0], of[1], step.Shape),
        "transpose" => new Expression.Transpose(of[0], step.Shape),
        "square" when of[0].Shape is Shape.ScalarShape => new Expression.Power(of[0], new Expression.Number(2, "2"), step.Shape),
        "square" => new Expression.Product(ProductKind.Entrywise, of[0], of[0], step.Shape),
        var input when of.Count == 0 => new Expression.Reference(input, step.Shape),
        var function when scope.Find(function) is { Kind: SymbolKind.ScalarFunction } => new Expression.GenericCall(function, 0, of[0]),
        var map when scope.Find(map) is { Kind: SymbolKind.VectorMap } => new Expression.MapCall(map, of[0], step.Shape),
        // An index in its name is shown as one.
        var function when function.Contains('_', StringComparison.Ordinal) && of.Count == 1 => new Expression.GenericCall(function, 0, of[0]),
        var function => new Expression.Call(function, 0, of, step.Shape),
    };

    private static ProductKind KindOf(Expression left, Expression right) =>
        left.Shape is Shape.ScalarShape || right.Shape is Shape.ScalarShape ? ProductKind.Scale : ProductKind.Entrywise;
}
