using Formulas.Expressions;
using Formulas.Parsing;
using Formulas.Text;
using Newtonsoft.Json.Linq;

namespace Grader.Exercises;

/// <summary>Reads the formulas of a worksheet file as the grader will, so that an author learns of a slip before a student does.</summary>
internal static class FormulaCheck
{
    /// <param name="token">Where the formula stands; null where the file lacks it, which was reported already.</param>
    /// <param name="expected">The shape that it must have; null where any will do.</param>
    public static void Check(JToken? token, Scope scope, Shape? expected, ProblemLog log)
    {
        if (token is not { Type: JTokenType.String }) return;
        switch (FormulaReader.Read(token.Value<string>()!, scope))
        {
            case Reading<Expression>.Failure(var diagnostic):
                log.Add(token, $"The formula {token.Path} cannot be read at its character {diagnostic.Span.Start + 1}: {diagnostic.Message}", diagnostic.Hint);
                break;
            case Reading<Expression>.Success(var formula, _) when expected is not null && !Fits(formula.Shape, expected):
                log.Add(token, $"The formula {token.Path} gives a {formula.Shape}, but a {expected} is asked for.");
                break;
        }
    }

    /// <summary>The canonical formula, the other readings, the known mistakes and the constraints of a part or cell.</summary>
    public static void CheckSpecification(JObject part, FunctionSpecification specification, ProblemLog log)
    {
        var (scope, shape) = (specification.Scope, specification.Shape);
        Check(part["canonical"], scope, shape, log);
        foreach (var key in new[] { "readings", "misconceptions" })
        {
            foreach (var entry in Objects(part[key])) Check(entry["formula"], scope, shape, log);
        }

        foreach (var constraint in part["constraints"] as JArray ?? []) Check(constraint, scope, Shape.Truth, log);
        if (part["derivation"] is not JObject derivation) return;
        foreach (var constraint in derivation["constraints"] as JArray ?? []) Check(constraint, scope, Shape.Truth, log);
        if (specification.Derivation is { } way) CheckDerivation(derivation, way, specification, log);
    }

    private static void CheckDerivation(JObject json, Derivation derivation, FunctionSpecification specification, ProblemLog log)
    {
        switch (derivation)
        {
            case Derivation.Formula formula:
                Check(json["formula"], formula.Scope, specification.Shape, log);
                break;
            case Derivation.Gradient gradient:
                Check(json["gradientOf"]?["loss"], gradient.Scope, Shape.Scalar, log);
                if (gradient.Scope.Find(gradient.By) is { } by) Check(json["combine"], With(gradient.Scope, "G", by.Shape), specification.Shape, log);
                CheckBindings(json, gradient.Scope, log);
                break;
            case Derivation.Stationary stationary:
                Check(json["stationary"]?["loss"], stationary.Scope, Shape.Scalar, log);
                CheckBindings(json, stationary.Scope, log);
                break;
            case Derivation.Identity identity:
                var scope = With(identity.Scope, "answer", specification.Shape);
                Check(json["identity"]?["left"], scope, null, log);
                Check(json["identity"]?["right"], scope, null, log);
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void CheckBindings(JObject json, Scope scope, ProblemLog log)
    {
        if (json["at"] is not JObject at) return;
        foreach (var binding in at.Properties()) Check(binding.Value, scope, scope.Find(binding.Name)?.Shape, log);
    }

    /// <summary>The scope with one more variable, in place of any of that name.</summary>
    public static Scope With(Scope scope, string name, Shape shape) => scope with
    {
        Symbols = scope.Symbols.Where(symbol => symbol.Name != name)
            .Append(new(name, SymbolKind.Variable, shape, Domain.Reals, [], [])).ToEquatableList(),
    };

    /// <summary>A row where a vector is asked for fits: the other layout of a gradient is a reading of its own.</summary>
    private static bool Fits(Shape found, Shape expected) =>
        found == expected || (found, expected) is (Shape.RowShape(var row), Shape.VectorShape(var column)) && row == column;

    private static IEnumerable<JObject> Objects(JToken? array) => (array as JArray)?.OfType<JObject>() ?? [];
}
