using Formulas.Expressions;
using Formulas.Text;
using Grader.Exercises;
using Newtonsoft.Json.Linq;

namespace Grader.Reporting;

/// <summary>What a worksheet asks, for scripts: no answers, no truth of options.</summary>
public static class PartJson
{
    public static JObject From(Worksheet worksheet, IEnumerable<Part> parts) => new()
    {
        ["worksheet"] = worksheet.Id,
        ["title"] = worksheet.Title,
        ["parts"] = new JArray(parts.Select(From)),
    };

    private static JObject From(Part part)
    {
        var json = new JObject
        {
            ["part"] = part.Id,
            ["title"] = part.Title,
            ["kind"] = Kind(part.Kind),
            ["points"] = part.Points,
            ["statement"] = part.Statement,
        };
        if (part.Kind is PartKind.Table { Cells: var cells }) json["cells"] = new JArray(cells.Select(cell => cell.Name));
        var options = PartDescription.Options(part.Kind);
        if (options.Count > 0) json["options"] = new JObject(options.Select(option => new JProperty(option.Id, option.Text)));
        if (part.Kind is PartKind.Fit fit) AddInputs(json, fit.Scope, fit.Scope.Symbols.Select(symbol => symbol.Name), fit.Method);
        var specifications = PartDescription.Specifications(part.Kind).ToList();
        if (specifications is [var first, ..])
        {
            AddInputs(json, first.Scope, specifications.SelectMany(f => f.Inputs).Distinct(), first.Method);
            json["given"] = ValueWriter.ToJson(first.Given, specifications.SelectMany(f => f.Inputs).Distinct().ToEquatableList());
            if (part.Kind is PartKind.Function) json["shape"] = first.Shape.ToString();
        }

        return json;
    }

    private static void AddInputs(JObject json, Scope scope, IEnumerable<string> inputs, string method)
    {
        json["method"] = method;
        json["inputs"] = new JObject(
            inputs.Select(scope.Find).OfType<Symbol>().Select(symbol => new JProperty(symbol.Name, PartDescription.Describe(symbol))));
    }

    private static string Kind(PartKind kind) => kind switch
    {
        PartKind.Function => "function",
        PartKind.Predicate => "predicate",
        PartKind.Table => "table",
        PartKind.Graph => "graph",
        PartKind.Choice => "choice",
        PartKind.Claims => "claims",
        PartKind.Prose => "prose",
        PartKind.Fit => "fit",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
